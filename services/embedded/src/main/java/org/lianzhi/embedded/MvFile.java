package org.lianzhi.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/** Opens H2's file, after a look that changes nothing. */
final class MvFile {

    /** A commit writes each changed page whole, compressed: measured, this keeps the file smallest at little cost in speed. */
    private static final int PAGE_BYTES = 8 * 1024;

    private static final int CACHE_MIB = 32;

    private MvFile() {}

    /** @param file null for a store in memory */
    static SnapshotBackend open(@Nullable Path file, long acknowledged) {
        if (file != null) {
            look(file, acknowledged);
        }
        MVStore store = builder(file).open();
        try {
            if (file != null) {
                store.setRetentionTime(0);
            }
            return new SnapshotBackend(store);
        } catch (RuntimeException e) {
            store.closeImmediately();
            throw damaged(file, "cannot be read", e);
        }
    }

    private static MVStore.Builder builder(@Nullable Path file) {
        // Neither a background thread nor the size of a command may commit: only GroupCommit knows when a command is
        // whole.
        MVStore.Builder builder = new MVStore.Builder().autoCommitDisabled().autoCommitBufferSize(0);
        builder.pageSplitSize(PAGE_BYTES).compress().cacheSize(CACHE_MIB);
        return file == null ? builder : builder.fileName(file.toString());
    }

    /** Opening for writing may already change a damaged file, so it is first opened for reading. */
    private static void look(Path file, long acknowledged) {
        if (isEmpty(file)) {
            if (acknowledged > 0) {
                throw damaged(file, "is missing or empty", null);
            }
            return;
        }
        if (!Files.isWritable(file)) {
            throw new DataFolderProblem(
                    DataFolderProblem.Code.NOT_WRITABLE, "Cannot write " + file + ": check owner and rights.");
        }
        try (MVStore store = builder(file).readOnly().open()) {
            if (store.getCurrentVersion() < acknowledged) {
                throw damaged(file, "has lost its newest data", null);
            }
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new DataFolderProblem(
                        DataFolderProblem.Code.IN_USE, file + " is in use by another process: stop that first.", e);
            }
            throw damaged(file, "cannot be read", e);
        }
    }

    private static boolean isEmpty(Path file) {
        try {
            return Files.notExists(file) || Files.size(file) == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DataFolderProblem damaged(@Nullable Path file, String how, @Nullable Throwable cause) {
        return new DataFolderProblem(
                DataFolderProblem.Code.DAMAGED,
                "The store's file " + file + " " + how
                        + "; it was not changed: restore a backup, or reset the data folder.",
                cause);
    }
}
