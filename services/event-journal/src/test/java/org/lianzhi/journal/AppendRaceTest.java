package org.lianzhi.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Writers of one stream at once, over connections that break before or after an insert, or while it is read back. */
class AppendRaceTest {

    private static final Instant AT = Instant.parse("2024-07-08T01:02:03.004Z");

    private enum Said {
        DONE,
        LOST,
        UNKNOWN
    }

    private record Attempt(String commitId, long version, Said said) {}

    @Property(tries = 20)
    void each_version_has_one_winner_and_what_each_writer_was_told_is_so(
            @ForAll @IntRange(min = 2, max = 8) int writers,
            @ForAll @IntRange(min = 1, max = 6) int commits,
            @ForAll @IntRange(min = 0, max = 30) int faultsInAHundred,
            @ForAll long seed)
            throws Exception {
        StreamId stream = new StreamId("case", UUID.randomUUID().toString(), "hn");
        List<Attempt> attempts = race(stream, writers, commits, faultsInAHundred, seed);

        List<Commit> stored = plain().load(stream).commits();
        assertThat(Verification.verify(stored)).isInstanceOf(Verification.Result.Intact.class);
        assertThat(stored).extracting(Commit::commitId).doesNotHaveDuplicates();
        for (Attempt attempt : attempts) {
            List<Long> places = stored.stream()
                    .filter(commit -> commit.commitId().equals(attempt.commitId()))
                    .map(Commit::version)
                    .toList();
            switch (attempt.said()) {
                case DONE -> assertThat(places).as(attempt.commitId()).containsExactly(attempt.version());
                case LOST -> assertThat(places).as(attempt.commitId()).isEmpty();
                case UNKNOWN -> assertThat(places).as(attempt.commitId()).hasSizeLessThanOrEqualTo(1);
            }
        }
        long done = attempts.stream().filter(a -> a.said() == Said.DONE).count();
        long unknown = attempts.stream().filter(a -> a.said() == Said.UNKNOWN).count();
        assertThat((long) stored.size()).isBetween(done, done + unknown);
        if (faultsInAHundred == 0) {
            assertThat(done).as("of those who race for a place one wins").isPositive();
        }
    }

    private static List<Attempt> race(StreamId stream, int writers, int commits, int faults, long seed)
            throws Exception {
        CyclicBarrier together = new CyclicBarrier(writers);
        List<Future<List<Attempt>>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            for (int writer = 0; writer < writers; writer++) {
                String name = "w" + writer;
                Journal journal = broken(new Random(seed + writer), faults);
                all.add(threads.submit(() -> {
                    List<Attempt> said = new ArrayList<>();
                    for (int i = 0; i < commits; i++) {
                        together.await();
                        said.add(attempt(journal, stream, name + "-" + i));
                    }
                    return said;
                }));
            }
        }
        List<Attempt> attempts = new ArrayList<>();
        for (Future<List<Attempt>> writer : all) {
            attempts.addAll(writer.get());
        }
        return attempts;
    }

    private static Attempt attempt(Journal journal, StreamId stream, String commitId) {
        EventStream loaded;
        try {
            loaded = journal.load(stream);
        } catch (MongoException away) {
            return new Attempt(commitId, 0, Said.LOST);
        }
        try {
            Draft draft = new Draft(
                    commitId, "cause", "hn/-/policy/test", AT, Map.of(), List.of(new EventData("case.noted.v1", "{}")));
            return new Attempt(commitId, journal.append(loaded, draft).version(), Said.DONE);
        } catch (StreamConflict conflict) {
            return new Attempt(commitId, conflict.actual(), Said.LOST);
        } catch (StoreUnavailable unknown) {
            return new Attempt(commitId, 0, Said.UNKNOWN);
        }
    }

    private static Journal plain() {
        return new MongoJournal(TestStore.sharedDatabase(), 900_000, MongoJournal.Outcomes.IGNORED);
    }

    private static Journal broken(Random random, int faultsInAHundred) {
        TestStore.Faults faults = new TestStore.Faults() {
            @Override
            public void beforeInsert() {
                perhaps();
            }

            @Override
            public void afterInsert() {
                perhaps();
            }

            @Override
            public void beforeFind() {
                perhaps();
            }

            private void perhaps() {
                if (random.nextInt(100) < faultsInAHundred) {
                    throw new MongoSocketReadException("connection lost", new ServerAddress());
                }
            }
        };
        return new MongoJournal(
                TestStore.faulty(TestStore.sharedDatabase(), faults), 900_000, MongoJournal.Outcomes.IGNORED);
    }
}
