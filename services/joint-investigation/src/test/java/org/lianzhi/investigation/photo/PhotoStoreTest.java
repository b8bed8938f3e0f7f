package org.lianzhi.investigation.photo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Instant;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.lianzhi.kit.Store;
import org.lianzhi.test.Backends;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

class PhotoStoreTest {

    private static final MongoClient CLIENT =
            MongoClients.create(Backends.started().store());
    private static final Instant SENT = Instant.parse("2026-03-01T08:00:00Z");

    private final SimpleMongoClientDatabaseFactory database =
            new SimpleMongoClientDatabaseFactory(CLIENT, "test-" + UUID.randomUUID());
    private final PhotoStore store = new PhotoStore(database);
    private final PhotoStore.Kept photo = new PhotoStore.Kept("431129-branch", "abc", new byte[] {1, 2, 3});

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    private long waiting() {
        return Store.collection(database, "photos_waiting").countDocuments();
    }

    @Test
    void what_no_command_names_is_erased_and_may_be_sent_again() {
        store.keep("p-1", photo, SENT);
        store.sweepBefore(SENT);
        assertThat(store.find("p-1")).isPresent();

        store.sweepBefore(SENT.plusMillis(1));

        assertThat(store.find("p-1")).isEmpty();
        assertThat(waiting()).isZero();
        store.keep("p-1", photo, SENT.plusMillis(1));
        store.sweepBefore(SENT.plusMillis(1));
        assertThat(store.find("p-1")).isPresent();
    }

    @Test
    void what_a_command_has_named_stays_also_where_it_is_sent_once_more() {
        store.keep("p-1", photo, SENT);
        store.named("p-1");
        assertThat(waiting()).isZero();
        store.keep("p-1", photo, SENT);

        store.sweepBefore(SENT.plusMillis(1));

        assertThat(store.find("p-1")).isPresent();
        assertThat(waiting()).isZero();
    }

    @Test
    void what_an_earlier_version_kept_stays() {
        Store.collection(database, "photos")
                .insertOne(new Document("_id", "p-0")
                        .append("bureau", "431129-branch")
                        .append("sha256", "abc")
                        .append("jpeg", new Binary(new byte[1])));

        store.named("p-0");
        store.sweepBefore(SENT);

        assertThat(store.find("p-0")).isPresent();
    }
}
