package org.lianzhi.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTest {

    private static final String FILE = "data.mv";

    @TempDir
    Path folder;

    @Test
    void what_was_written_is_there_after_a_restart() {
        fill(1);
        try (EmbeddedStore store = EmbeddedStore.start(StoreSettings.in(folder));
                MongoClient client = MongoClients.create(store.uri())) {
            assertThat(client.getDatabase("test").getCollection("documents").countDocuments())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_file_whose_end_is_missing_is_refused_and_not_changed() throws IOException {
        fill(200);
        Path file = folder.resolve(FILE);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }
        assertRefusedAndUnchanged(file);
    }

    @Test
    void a_file_full_of_nonsense_is_refused_and_not_changed() throws IOException {
        fill(1);
        Path file = folder.resolve(FILE);
        byte[] nonsense = new byte[20_000];
        Arrays.fill(nonsense, (byte) 7);
        Files.write(file, nonsense);
        assertRefusedAndUnchanged(file);
    }

    @Test
    void an_emptied_file_is_not_taken_for_a_new_one() throws IOException {
        fill(1);
        Files.write(folder.resolve(FILE), new byte[0]);
        assertRefusedAndUnchanged(folder.resolve(FILE));
    }

    @Test
    void a_second_store_on_the_same_files_is_refused() {
        try (EmbeddedStore first = EmbeddedStore.start(StoreSettings.in(folder))) {
            assertThat(first.port()).isPositive();
            assertThatThrownBy(() -> EmbeddedStore.start(StoreSettings.in(folder)))
                    .isInstanceOfSatisfying(
                            DataFolderProblem.class,
                            problem -> assertThat(problem.code()).isEqualTo(DataFolderProblem.Code.IN_USE));
        }
    }

    @Test
    void a_taken_port_is_named() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(
                            () -> EmbeddedStore.start(StoreSettings.inMemory().withPort(taken.getLocalPort())))
                    .isInstanceOf(PortTaken.class)
                    .hasMessageContaining(String.valueOf(taken.getLocalPort()));
        }
    }

    @Test
    void the_second_insert_under_one_id_is_refused() {
        try (EmbeddedStore store = EmbeddedStore.start(StoreSettings.inMemory());
                MongoClient client = MongoClients.create(store.uri())) {
            var documents = client.getDatabase("test").getCollection("documents");
            documents.insertOne(new Document("_id", "case-1@hn/1").append("by", "first"));
            assertThatThrownBy(() -> documents.insertOne(new Document("_id", "case-1@hn/1").append("by", "second")))
                    .isInstanceOf(MongoWriteException.class)
                    .hasMessageContaining("E11000");
            assertThat(documents.find().first()).containsEntry("by", "first");
        }
    }

    @Test
    void an_index_that_would_be_silently_wrong_is_refused() {
        try (EmbeddedStore store = EmbeddedStore.start(StoreSettings.inMemory());
                MongoClient client = MongoClients.create(store.uri())) {
            var documents = client.getDatabase("test").getCollection("documents");
            var options = new IndexOptions().unique(true).partialFilterExpression(Filters.exists("open"));
            assertThatThrownBy(() -> documents.createIndex(Indexes.ascending("name"), options))
                    .isInstanceOf(MongoCommandException.class)
                    .hasMessageContaining("deterministic _id");
        }
    }

    @Test
    void dropping_a_database_leaves_one_whose_name_begins_alike() {
        try (EmbeddedStore store = EmbeddedStore.start(StoreSettings.in(folder));
                MongoClient client = MongoClients.create(store.uri())) {
            client.getDatabase("case").getCollection("a").insertOne(new Document("_id", 1));
            client.getDatabase("cases").getCollection("c").insertOne(new Document("_id", 1));
            client.getDatabase("case").drop();
            assertThat(client.getDatabase("case").getCollection("a").countDocuments())
                    .isZero();
            assertThat(client.getDatabase("cases").getCollection("c").countDocuments())
                    .isEqualTo(1);
        }
    }

    private void fill(int count) {
        try (EmbeddedStore store = EmbeddedStore.start(StoreSettings.in(folder));
                MongoClient client = MongoClients.create(store.uri())) {
            for (int i = 0; i < count; i++) {
                client.getDatabase("test")
                        .getCollection("documents")
                        .insertOne(new Document("_id", i).append("words", "x".repeat(500)));
            }
        }
    }

    private void assertRefusedAndUnchanged(Path file) throws IOException {
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> EmbeddedStore.start(StoreSettings.in(folder)))
                .isInstanceOfSatisfying(DataFolderProblem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(DataFolderProblem.Code.DAMAGED);
                    assertThat(problem.getMessage()).doesNotContain("\n").contains("restore a backup");
                });
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }
}
