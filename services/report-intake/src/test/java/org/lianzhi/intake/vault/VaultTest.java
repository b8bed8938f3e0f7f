package org.lianzhi.intake.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

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
import org.lianzhi.kit.Pieces;
import org.lianzhi.kit.Store;
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
    void keys_are_changed_while_everything_stays_readable_and_the_old_key_is_put_aside() {
        SecretBytes one = vault().keyFor("report/1", "vault-hn");
        SecretBytes other = vault().keyFor("upload/1", "uploads");
        VaultKeys keys = keys();

        assertThat(new Rotation(keys, new Vault(keys, database)).run())
                .extracting(
                        Rotation.Rotated::ring,
                        Rotation.Rotated::key,
                        Rotation.Rotated::rewrapped,
                        Rotation.Rotated::retired)
                .containsExactly(tuple("uploads", "2", 1L, 1), tuple("vault-hn", "2", 1L, 1));

        assertThat(vault().key("report/1").orElseThrow().bytes()).isEqualTo(one.bytes());
        assertThat(vault().key("upload/1").orElseThrow().bytes()).isEqualTo(other.bytes());
        assertThat(wrappedBy("report/1")).isEqualTo("2");
        assertThat(folder.resolve("vault-hn.keys")).content().startsWith("2 ").hasLineCount(1);
        assertThat(folder.resolve("vault-hn.retired"))
                .content()
                .startsWith("1 ")
                .hasLineCount(1);
    }

    @Test
    void a_change_of_keys_that_was_cut_off_is_gone_on_with_and_makes_no_further_key() {
        for (int i = 0; i < 5; i++) {
            vault().keyFor("report/" + i, "vault-hn");
        }
        VaultKeys cutOff = keys();
        cutOff.renew("vault-hn");
        assertThat(new Vault(cutOff, database).rewrap("vault-hn", 2)).isEqualTo(2);

        VaultKeys keys = keys();
        Vault vault = new Vault(keys, database);
        assertThat(vault.earlier("vault-hn")).isEqualTo(3);
        for (int i = 0; i < 5; i++) {
            assertThat(vault.key("report/" + i)).isPresent();
        }
        assertThat(new Rotation(keys, vault).run()).containsExactly(new Rotation.Rotated("vault-hn", "2", 3, 1));
        assertThat(vault.earlier("vault-hn")).isZero();
        assertThat(new Rotation(keys, vault).run()).containsExactly(new Rotation.Rotated("vault-hn", "3", 5, 1));
    }

    @Test
    void a_change_of_keys_that_died_before_it_marked_the_new_key_does_not_need_the_old_one_in_the_end()
            throws IOException {
        vault().keyFor("report/1", "vault-hn");
        new KeyFolder(folder).append("vault-hn");

        VaultKeys keys = keys();
        assertThat(new Rotation(keys, new Vault(keys, database)).run())
                .containsExactly(new Rotation.Rotated("vault-hn", "2", 1, 1));
        Files.delete(folder.resolve("vault-hn.retired"));

        assertThat(vault().key("report/1")).isPresent();
    }

    @Test
    void an_instance_that_runs_on_seals_with_the_key_that_another_made() {
        VaultKeys running = keys();
        Vault vault = new Vault(running, database);
        vault.keyFor("report/1", "vault-hn");
        keys().renew("vault-hn");

        vault.keyFor("report/2", "vault-hn");
        assertThat(wrappedBy("report/2")).isEqualTo("2");
    }

    @Test
    void what_was_wrapped_before_a_change_of_keys_opens_as_long_as_the_retired_key_is_there() throws IOException {
        vault().keyFor("report/1", "vault-hn");
        Document backup = dataKey("report/1");
        VaultKeys keys = keys();
        new Rotation(keys, new Vault(keys, database)).run();
        var dataKeys = Store.collection(database, "vault_data_keys");
        dataKeys.replaceOne(new Document("_id", "report/1"), backup);

        assertThat(vault().key("report/1")).isPresent();
        Files.delete(folder.resolve("vault-hn.retired"));
        assertThatExceptionOfType(ComeBackLater.class).isThrownBy(() -> vault().key("report/1"));
    }

    @Test
    void a_change_of_keys_does_not_bring_back_what_is_erased_meanwhile() {
        vault().keyFor("report/1", "vault-hn");
        VaultKeys keys = keys();
        Vault vault = new Vault(keys, database);
        keys.renew("vault-hn");
        vault.forgetKey("report/1");

        assertThat(vault.rewrap("vault-hn", 10)).isZero();
        assertThat(vault.hasKey("report/1")).isFalse();
    }

    private String wrappedBy(String holder) {
        return dataKey(holder).getString("key");
    }

    private Document dataKey(String holder) {
        return Objects.requireNonNull(Store.collection(database, "vault_data_keys")
                .find(new Document("_id", holder))
                .first());
    }

    private VaultKeys keys() {
        return new VaultKeys(new KeyFolder(folder), database);
    }

    @Test
    void a_file_that_comes_piece_by_piece_lies_sealed_and_is_gone_without_a_trace_when_it_is_dropped() {
        byte[] words = "I was seen at the outlet".getBytes(StandardCharsets.UTF_8);
        Pieces pieces = SealedPieces.in(vault(), database);
        pieces.append("u-1", pieces.begin("somebody", "u-1", 2L * words.length, Instant.EPOCH), words);
        Pieces.Progress half = pieces.find("somebody", "u-1").orElseThrow();
        assertThat(pieces.whole("u-1", half)).isEmpty();
        assertThat(pieces.append("u-1", half, words)).isTrue();
        assertThat(pieces.append("u-1", half, words))
                .as("another came at the same time")
                .isFalse();

        assertThat(new String(
                        pieces.whole("u-1", pieces.find("somebody", "u-1").orElseThrow())
                                .orElseThrow(),
                        StandardCharsets.UTF_8))
                .isEqualTo("I was seen at the outletI was seen at the outlet");
        var parts = Store.collection(database, "vault_parts");
        for (Document part : parts.find()) {
            byte[] sealed = part.get("sealed", Binary.class).getData();
            assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("seen");
        }
        assertThat(pieces.find("somebody else", "u-1")).isEmpty();
        assertThat(pieces.dropBefore(Instant.EPOCH)).isZero();
        assertThat(pieces.dropBefore(Instant.EPOCH.plusMillis(1))).isEqualTo(1);
        assertThat(pieces.find("somebody", "u-1")).isEmpty();
        assertThat(parts.countDocuments()).isZero();
        assertThat(Store.collection(database, "vault_data_keys").countDocuments())
                .isZero();
    }

    @Test
    void no_piece_stays_where_an_attempt_to_erase_has_failed_half_way() {
        Pieces pieces = SealedPieces.in(vault(), database);
        pieces.append("u-1", pieces.begin("somebody", "u-1", 3, Instant.EPOCH), new byte[1]);
        pieces.append("u-1", pieces.find("somebody", "u-1").orElseThrow(), new byte[1]);
        vault().forget("pieces/u-1/0");

        pieces.drop("u-1");

        assertThat(Store.collection(database, "vault_parts").countDocuments()).isZero();
    }

    @Test
    void a_piece_that_comes_after_the_file_was_finished_brings_nothing_back() {
        Pieces pieces = SealedPieces.in(vault(), database);
        Pieces.Progress late = pieces.begin("somebody", "u-1", 3, Instant.EPOCH);
        pieces.drop("u-1");

        assertThat(pieces.append("u-1", late, new byte[1])).isFalse();

        assertThat(Store.collection(database, "vault_parts").countDocuments()).isZero();
        assertThat(Store.collection(database, "vault_data_keys").countDocuments())
                .isZero();
    }

    /** A new one each time, as after a restart. */
    private Vault vault() {
        return new Vault(keys(), database);
    }
}
