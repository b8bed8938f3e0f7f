package org.lianzhi.benchmarks;

import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;
import org.bson.Document;
import org.lianzhi.journal.Commit;
import org.lianzhi.journal.EventStream;
import org.lianzhi.journal.Journal;
import org.lianzhi.journal.StreamId;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * P12: quiet cases, from the append until the event can be consumed, beside one case that gets 10,000 events as fast as it
 * can, and without; and their appending while the broker does not answer, and without that.
 */
final class QuietCases implements Measurement {

    private static final int HOT = 10_000;
    private static final double PER_SECOND = 40;
    private static final int QUIET = 160;

    /** Twenty seconds: the relay must meet the outage, and what it does about it, meanwhile. */
    private static final int DURING_OUTAGE = 800;

    @Override
    public String id() {
        return "P12";
    }

    @Override
    public Outcome measure(Settings settings, Path folder) throws Exception {
        try (Bare store = Bare.store(folder);
                Bare broker = Bare.broker(folder);
                ConfigurableApplicationContext service =
                        JournalOnly.start(broker.broker(), store.storeUri(), Map.of())) {
            Journal journal = service.getBean(Journal.class);
            int quiet = settings.sized(QUIET);
            Ratios.Side alone = () -> p99(arrivals(journal, broker.broker(), quiet));
            alone.measure();
            Hot hot = new Hot(journal, settings.sized(HOT));
            Ratios beside = Ratios.abba(
                    settings.rounds(), () -> hot.beside(() -> p99(arrivals(journal, broker.broker(), quiet))), alone);
            MongoCollection<Document> commits =
                    store.database(JournalOnly.DATABASE).getCollection("journal");
            int duringOutage = settings.sized(DURING_OUTAGE);
            Ratios.Side appending = () -> p99(appends(journal, duringOutage));
            Ratios outage = Ratios.abba(
                    settings.rounds(),
                    () -> {
                        broker.pause();
                        try {
                            return appending.measure();
                        } finally {
                            broker.goOn();
                            Publishing.awaitMarks(commits);
                        }
                    },
                    appending);
            return Outcome.of(
                    new Figure("P12-hot", Target.atMost(3), beside)
                            .with("hot_events", hot.appended())
                            .with("quiet_per_s", PER_SECOND)
                            .with("p99_beside_ms", beside.a())
                            .with("p99_alone_ms", beside.b()),
                    new Figure("P12-outage", Target.atMost(3), outage)
                            .with("quiet_per_s", PER_SECOND)
                            .with("p99_outage_ms", outage.a())
                            .with("p99_normal_ms", outage.b()));
        }
    }

    private static double p99(Histogram micros) {
        return micros.getValueAtPercentile(99) / 1000.0;
    }

    private static Histogram appends(Journal journal, int count) throws Exception {
        Histogram latencies = new Histogram(3);
        OpenLoop.run(PER_SECOND, count, (number, due) -> {
            append(journal, Backlog.newStream());
            synchronized (latencies) {
                latencies.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due));
            }
        });
        return latencies;
    }

    private static Commit append(Journal journal, StreamId stream) {
        return journal.append(new EventStream(stream, List.of()), Backlog.draft());
    }

    static Histogram arrivals(Journal journal, String broker, int count) throws Exception {
        Map<String, Long> due = new ConcurrentHashMap<>();
        Histogram latencies = new Histogram(3);
        AtomicInteger arrived = new AtomicInteger();
        try (BareConsumer consumer = BareConsumer.ofKeys(broker, Publishing.TOPIC, keys -> {
            long now = System.nanoTime();
            for (String key : keys) {
                Long begin = due.remove(key);
                if (begin != null) {
                    latencies.recordValue(TimeUnit.NANOSECONDS.toMicros(now - begin));
                    arrived.incrementAndGet();
                }
            }
        })) {
            OpenLoop.run(PER_SECOND, count, (number, dueNanos) -> {
                StreamId stream = Backlog.newStream();
                due.put(stream.id(), dueNanos);
                append(journal, stream);
            });
            Waiting.until(Duration.ofMillis(1), () -> {
                consumer.assertWell();
                return arrived.get() >= count;
            });
        }
        return latencies;
    }

    /** One case that goes on and on; when it has its 10,000 events it begins anew as another one. */
    private static final class Hot {

        private final Journal journal;
        private final int length;
        private final AtomicInteger appended = new AtomicInteger();
        private StreamId stream = Backlog.newStream();
        private List<Commit> head = List.of();

        Hot(Journal journal, int length) {
            this.journal = journal;
            this.length = length;
        }

        int appended() {
            return appended.get();
        }

        double beside(Ratios.Side quiet) throws Exception {
            AtomicBoolean enough = new AtomicBoolean();
            Thread writing = Thread.ofPlatform().start(() -> {
                while (!enough.get()) {
                    once();
                }
            });
            try {
                return quiet.measure();
            } finally {
                enough.set(true);
                writing.join(Duration.ofSeconds(30));
            }
        }

        private void once() {
            if (!head.isEmpty() && head.getFirst().version() >= length) {
                stream = Backlog.newStream();
                head = List.of();
            }
            head = List.of(journal.append(new EventStream(stream, head), Backlog.draft()));
            appended.incrementAndGet();
        }
    }
}
