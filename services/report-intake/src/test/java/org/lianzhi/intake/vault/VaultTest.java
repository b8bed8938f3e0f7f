package org.lianzhi.intake.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianzhi.intake.secret.KeyFolder;
import org.lianzhi.intake.secret.NotOpened;
import org.lianzhi.intake.secret.SecretBytes;
import org.lianzhi.kit.ComeBackLater;
import org.lianzhi.test.Backends;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

class VaultTest {

    private static final MongoClient CLIENT =
            MongoClients.create(Backends.started().store());

    private final SimpleMongoClientDatabaseFactory database =
            new SimpleMongoClientDatabaseFactory(CLIENT, "test-" + UUID.randomUUID());

    @TempDir
    private Path folder = Path.of("");

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Test
    void a_part_is_read_again_by_who_has_the_keys() {
        SecretBytes key = vault().keyFor("report/1", "vault-hn");
        vault().put(key, "report/1/form", new byte[] {1, 2, 3});

        assertThat(vault().key("report/1").flatMap(again -> vault().get(again, "report/1/form")))
                .hasValue(new byte[] {1, 2, 3});
    }

    @Test
    void without_its_data_key_nothing_of_a_report_can_be_read() {
        SecretBytes key = vault().keyFor("report/1", "vault-hn");
        vault().put(key, "report/1/form", new byte[] {1, 2, 3});

        vault().forgetKey("report/1");

        assertThat(vault().key("report/1")).isEmpty();
        SecretBytes other = vault().keyFor("report/1", "vault-hn");
        assertThatExceptionOfType(NotOpened.class).isThrownBy(() -> vault().get(other, "report/1/form"));
    }

    @Test
    void a_sealed_part_in_the_place_of_another_does_not_open() {
        SecretBytes key = vault().keyFor("report/1", "vault-hn");
        vault().put(key, "report/1/form", new byte[] {1});
        var parts = Store.collection(database, "vault_parts");
        Document form = Objects.requireNonNull(parts.find().first());
        parts.insertOne(new Document("_id", "report/1/words/c")
                .append("algorithm", "AES-256-GCM")
                .append("sealed", form.get("sealed", Binary.class)));

        assertThatExceptionOfType(NotOpened.class).isThrownBy(() -> vault().get(key, "report/1/words/c"));
    }

    @Test
    void with_lost_keys_nothing_is_accepted_and_no_new_key_is_made() throws IOException {
        vault().keyFor("report/1", "vault-hn");
        Path file = folder.resolve("vault-hn.keys");
        Files.delete(file);

        assertThatThrownBy(() -> vault().keyFor("report/2", "vault-hn"))
                .isInstanceOfSatisfying(ComeBackLater.class, later -> {
                    assertThat(later.status().value()).isEqualTo(503);
                    assertThat(later.code()).isEqualTo("vault.unavailable");
                });
        assertThat(file).doesNotExist();
        assertThat(Store.collection(database, "vault_data_keys").countDocuments())
                .isEqualTo(1);
    }

    @Test
    void with_the_keys_of_other_data_nothing_is_accepted() throws IOException {
        vault().keyFor("report/1", "vault-hn");
        Files.delete(folder.resolve("vault-hn.keys"));
        new KeyFolder(folder).create("vault-hn");

        assertThatExceptionOfType(ComeBackLater.class).isThrownBy(() -> vault().keyFor("report/2", "vault-hn"));
    }

    @Test
    void after_a_rotation_old_reports_open_and_new_ones_get_the_new_key() throws IOException {
        SecretBytes key = vault().keyFor("report/1", "vault-hn");
        KeyFolder other = new KeyFolder(folder.resolve("other"));
        other.create("vault-hn");
        Path file = folder.resolve("vault-hn.keys");
        String second = Files.readString(folder.resolve("other").resolve("vault-hn.keys"))
                .replaceFirst("^1 ", "2 ");
        Files.writeString(file, Files.readString(file) + second);

        assertThat(vault().key("report/1").orElseThrow().bytes()).isEqualTo(key.bytes());
        vault().keyFor("report/2", "vault-hn");
        Document wrapped = Store.collection(database, "vault_data_keys")
                .find(new Document("_id", "report/2"))
                .first();
        assertThat(wrapped).containsEntry("key", "2");
    }

    @Test
    void a_file_that_comes_piece_by_piece_lies_sealed_and_is_gone_without_a_trace_when_it_is_dropped() {
        byte[] words = "I was seen at the outlet".getBytes(StandardCharsets.UTF_8);
        Pieces pieces = new Pieces(vault(), database);
        pieces.append("u-1", pieces.begin("u-1", 2L * words.length, Instant.EPOCH), words);
        Pieces.Progress half = pieces.find("u-1").orElseThrow();
        assertThat(pieces.whole("u-1", half)).isEmpty();
        assertThat(pieces.append("u-1", half, words)).isTrue();
        assertThat(pieces.append("u-1", half, words))
                .as("another came at the same time")
                .isFalse();

        assertThat(new String(
                        pieces.whole("u-1", pieces.find("u-1").orElseThrow()).orElseThrow(), StandardCharsets.UTF_8))
                .isEqualTo("I was seen at the outletI was seen at the outlet");
        var parts = Store.collection(database, "vault_parts");
        for (Document part : parts.find()) {
            byte[] sealed = part.get("sealed", Binary.class).getData();
            assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("seen");
        }
        assertThat(pieces.before(Instant.EPOCH)).isEmpty();
        assertThat(pieces.before(Instant.EPOCH.plusMillis(1))).containsExactly("u-1");
        pieces.drop("u-1");
        assertThat(pieces.find("u-1")).isEmpty();
        assertThat(parts.countDocuments()).isZero();
        assertThat(Store.collection(database, "vault_data_keys").countDocuments())
                .isZero();
    }

    /** A new one each time, as after a restart. */
    private Vault vault() {
        return new Vault(new VaultKeys(new KeyFolder(folder), database), database);
    }
}
