package org.lianzhi.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.MongoDatabaseFactory;

class RelayMarksTest {

    private final MongoDatabaseFactory database = TestStore.newDatabase();
    private final StreamId stream = new StreamId("case", UUID.randomUUID().toString(), "hn");
    private final AtomicInteger finds = new AtomicInteger();
    private final RelayMarks marks = new RelayMarks(TestStore.faulty(database, new TestStore.Faults() {
        @Override
        public void beforeFind() {
            finds.incrementAndGet();
        }
    }));

    @Test
    void the_last_version_is_the_one_before_the_first_that_is_missing() {
        commits(1, 256);
        commits(258, 769);
        commits(771, 771);

        assertThat(marks.lastVersion(stream, 0)).isEqualTo(256);
        assertThat(marks.lastVersion(stream, 1)).isEqualTo(256);
        assertThat(marks.lastVersion(stream, 256)).isEqualTo(256);
        assertThat(marks.lastVersion(stream, 257)).as("the hole itself").isEqualTo(256);
        assertThat(marks.lastVersion(stream, 258)).isEqualTo(769);
        assertThat(marks.lastVersion(stream, 700)).isEqualTo(769);
        assertThat(marks.lastVersion(stream, 771)).isEqualTo(771);
        assertThat(marks.lastVersion(stream, 5000)).as("nothing is there").isEqualTo(4999);
        assertThat(marks.lastVersion(stream, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE - 1);
    }

    @Test
    void a_long_stream_is_asked_for_in_few_accesses() {
        commits(1, 1000);
        assertThat(marks.lastVersion(stream, 1)).isEqualTo(1000);
        assertThat(finds).hasValue(4);
    }

    private void commits(long first, long last) {
        database.getMongoDatabase()
                .getCollection("journal")
                .insertMany(LongStream.rangeClosed(first, last)
                        .mapToObj(version -> new Document("_id", Commit.documentId(stream, version)))
                        .toList());
    }
}
