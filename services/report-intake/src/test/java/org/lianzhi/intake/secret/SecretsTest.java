package org.lianzhi.intake.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    private static final byte[] PLAIN = "the words of a citizen".getBytes(StandardCharsets.UTF_8);

    private final SecretBytes key = SecretBytes.of(new byte[32]);

    @Test
    void what_is_sealed_opens_only_with_its_key_in_its_place() {
        byte[] sealed = Sealing.seal(key, "report/1", PLAIN);

        assertThat(Sealing.open(key, "report/1", sealed)).isEqualTo(PLAIN);
        assertThatExceptionOfType(NotOpened.class).isThrownBy(() -> Sealing.open(key, "report/2", sealed));
        assertThatExceptionOfType(NotOpened.class)
                .isThrownBy(() -> Sealing.open(SecretBytes.random(new SecureRandom()), "report/1", sealed));
        assertThatExceptionOfType(NotOpened.class).isThrownBy(() -> Sealing.open(key, "report/1", new byte[3]));
    }

    @Test
    void any_changed_bit_is_noticed() {
        byte[] sealed = Sealing.seal(key, "report/1", PLAIN);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatExceptionOfType(NotOpened.class).isThrownBy(() -> Sealing.open(key, "report/1", changed));
        }
    }

    @Test
    void the_same_sealed_twice_does_not_look_the_same() {
        assertThat(Sealing.seal(key, "report/1", PLAIN)).isNotEqualTo(Sealing.seal(key, "report/1", PLAIN));
    }

    @Test
    void a_keyed_digest_tells_lists_and_purposes_apart() {
        assertThat(KeyedDigest.of(key, "a", "bc", "d")).isNotEqualTo(KeyedDigest.of(key, "a", "b", "cd"));
        assertThat(KeyedDigest.of(key, "a", "b")).isNotEqualTo(KeyedDigest.of(key, "b", "b"));
        assertThat(KeyedDigest.of(key, "a", "b")).isEqualTo(KeyedDigest.of(key, "a", "b"));
    }

    @Test
    void a_slow_hash_is_the_same_for_a_secret_and_depends_on_the_key() {
        var cost = new SlowHash.Cost(64, 1, 1);
        SlowHash hash = new SlowHash(key, cost);
        byte[] other = new byte[32];
        Arrays.fill(other, (byte) 1);

        assertThat(hash.of("1234")).hasSize(32).isEqualTo(hash.of("1234")).isNotEqualTo(hash.of("1235"));
        assertThat(new SlowHash(SecretBytes.of(other), cost).of("1234")).isNotEqualTo(hash.of("1234"));
    }

    @Test
    void a_key_is_made_once_and_only_its_owner_may_read_it(@TempDir Path folder) throws IOException {
        KeyFolder keys = new KeyFolder(folder.resolve("new"));
        assertThat(keys.has("vault-hn")).isFalse();

        keys.create("vault-hn");
        byte[] first = keys.open("vault-hn").currentKey().bytes();
        keys.create("vault-hn");

        assertThat(keys.open("vault-hn").currentKey().bytes()).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("new").resolve("vault-hn.keys"))))
                .isEqualTo("rw-------");
    }

    @Test
    void the_last_line_is_the_current_key_and_those_before_still_open(@TempDir Path folder) throws IOException {
        KeyFolder keys = new KeyFolder(folder);
        keys.create("vault-hn");
        Path file = folder.resolve("vault-hn.keys");
        String first = Files.readString(file);
        Files.writeString(file, first + "# rotated\n" + first.replaceFirst("1 ", "2 "));

        KeyRing ring = keys.open("vault-hn");

        assertThat(ring.current()).isEqualTo("2");
        assertThat(ring.find("1")).isPresent();
    }

    @Test
    void a_damaged_or_missing_key_file_is_named_but_not_quoted(@TempDir Path folder) throws IOException {
        KeyFolder keys = new KeyFolder(folder);
        Files.writeString(folder.resolve("bad.keys"), "1 AES-256-GCM c2VjcmV0CANARY");

        assertThatExceptionOfType(KeysUnusable.class)
                .isThrownBy(() -> keys.open("bad"))
                .withMessageContaining("bad.keys")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("CANARY"))
                .withNoCause();
        assertThatExceptionOfType(KeysUnusable.class).isThrownBy(() -> keys.open("missing"));
    }

    @Test
    void a_secret_shows_nothing_of_itself() {
        assertThat(key).hasToString("a secret");
    }
}
