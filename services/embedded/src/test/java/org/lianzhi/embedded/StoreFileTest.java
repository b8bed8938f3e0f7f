package org.lianzhi.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Random;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreFileTest {

    private static final int VALUES = 1280;
    private static final int VALUE_BYTES = 16 * 1024;

    @TempDir
    Path folder;

    @Test
    void a_file_that_could_not_be_tidied_is_opened_again() {
        fillSparsely();
        StoreFile file = StoreFile.open(StoreSettings.in(folder));
        closeUnderneath(file);
        assertThatThrownBy(() -> file.tidy(false)).isInstanceOf(NotDurable.class);
        file.requireWritable();
        assertThat(values(file).get(0)).hasSize(VALUE_BYTES);

        assertThat(file.tidy(false)).isTrue();
        file.close();
    }

    /** As after a full disk: H2 cannot go on with the file. A thread that is interrupted while it reads closes what it reads. */
    private static void closeUnderneath(StoreFile file) {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> values(file).get(0)).isInstanceOf(MVStoreException.class);
        Thread.interrupted();
    }

    /** In many commits, since only what holds little is gathered; and closed, since only what is opened afresh must read to do so. */
    private void fillSparsely() {
        StoreFile file = StoreFile.open(StoreSettings.in(folder));
        try {
            Random random = new Random(1);
            for (int key = 0; key < VALUES; key++) {
                byte[] value = new byte[VALUE_BYTES];
                random.nextBytes(value);
                values(file).put(key, value);
                if (key % 80 == 0) {
                    file.commit();
                }
            }
            for (int key = 0; key < VALUES; key++) {
                if (key % 10 != 0) {
                    values(file).remove(key);
                }
            }
            file.commit();
        } finally {
            file.close();
        }
    }

    private static MVMap<Integer, byte[]> values(StoreFile file) {
        return file.backend().getMvStore().openMap("values");
    }
}
