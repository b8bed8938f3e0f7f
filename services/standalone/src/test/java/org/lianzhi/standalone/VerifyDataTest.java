package org.lianzhi.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianzhi.embedded.DataFolder;
import org.lianzhi.embedded.EmbeddedStore;
import org.lianzhi.embedded.StoreSettings;
import org.lianzhi.journal.CommitHash;

class VerifyDataTest {

    private static final Instant AT = Instant.parse("2024-07-29T01:00:00Z");

    @TempDir
    Path data;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void a_folder_without_data_could_not_be_checked_and_stays_as_it_is() {
        assertThat(verify()).isEqualTo(2);
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void a_folder_that_is_in_use_could_not_be_checked() {
        try (DataFolder open = DataFolder.open(data)) {
            assertThat(open.store()).exists();
            assertThat(verify()).isEqualTo(2);
            assertThat(said()).startsWith("Could not be checked");
        }
    }

    @Test
    void whole_records_are_told_line_by_line_and_a_changed_one_makes_the_command_fail() {
        inStore(store -> {
            String first = insert(store, 1, CommitHash.GENESIS);
            insert(store, 2, first);
        });
        assertThat(verify()).isZero();
        assertThat(said())
                .contains("ok     case-a@hn in joint-investigation: intact, 2 commits, confirmed by nobody else yet")
                .contains("1 records: 1 intact, 0 not");

        inStore(store -> store.getCollection("journal")
                .updateOne(Filters.eq("_id", "case-a@hn/2"), Updates.set("actor", "hn/-/policy/other")));
        assertThat(verify()).isEqualTo(1);
        assertThat(said()).contains("WRONG  case-a@hn in joint-investigation: commit 2 is changed");
    }

    private int verify() {
        said.reset();
        return VerifyData.in(data, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private void inStore(Consumer<MongoDatabase> work) {
        try (DataFolder open = DataFolder.open(data);
                EmbeddedStore store = EmbeddedStore.start(StoreSettings.in(open.store()));
                MongoClient client = MongoClients.create(store.uri())) {
            work.accept(client.getDatabase("joint-investigation"));
        }
    }

    private static String insert(MongoDatabase store, long version, String previous) {
        String json = "{\"words\":\"雨水漫溢\"}";
        String hash = CommitHash.of(
                previous,
                "case-a@hn",
                version,
                "c" + version,
                "cause",
                "hn/-/policy/test",
                AT,
                Map.of(),
                List.of(CommitHash.digest("case.noted.v1", json)));
        store.getCollection("journal")
                .insertOne(new Document("_id", "case-a@hn/" + version)
                        .append("streamId", "case-a@hn")
                        .append("version", version)
                        .append("commitId", "c" + version)
                        .append("causationId", "cause")
                        .append("actor", "hn/-/policy/test")
                        .append("appendedAt", Date.from(AT))
                        .append("seen", new Document())
                        .append("events", List.of(new Document("type", "case.noted.v1").append("json", json)))
                        .append("previousHash", previous)
                        .append("hash", hash));
        return hash;
    }
}
