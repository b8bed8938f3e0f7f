package org.lianzhi.benchmarks;

import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.ReadModels;
import org.lianzhi.journal.Rebuildable;
import org.lianzhi.journal.Rebuilding;
import org.lianzhi.timeline.record.RecordPage;
import org.lianzhi.timeline.record.RecordPages;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * P6: the timeline's pages built anew from the topics, with every document written durably, against a plain cursor over the
 * journal from which the topics came. A rebuild reads topics, so a plain read of the topic stands beside it, and so do the
 * bare inserts of the documents that it makes.
 */
final class Rebuild implements Measurement {

    private static final int STREAMS = 1000;
    private static final int COMMITS_EACH = 20;
    private static final String PAGES = "record_pages";

    @Override
    public String id() {
        return "P6";
    }

    @Override
    public Outcome measure(Settings settings, Path folder) throws Exception {
        int streams = settings.sized(STREAMS);
        int events = streams * COMMITS_EACH;
        try (Bare bare = Bare.start(folder);
                ConfigurableApplicationContext service = JournalOnly.start(bare, Map.of());
                Topic topic = new Topic(bare.broker(), Publishing.TOPIC)) {
            MongoCollection<Document> journal =
                    bare.database(JournalOnly.DATABASE).getCollection("journal");
            SmartLifecycle relay = service.getBean("relay", SmartLifecycle.class);
            relay.stop();
            Backlog.fill(journal, streams, COMMITS_EACH);
            relay.start();
            topic.awaitSize(events);
            relay.stop();
            ReadModel<RecordPage> pages = service.getBean(ReadModels.class).of(new RecordPages());
            Rebuilding rebuilding = service.getBean(Rebuilding.class);
            Ratios.Side rebuild = () -> rate(events, () -> rebuild(rebuilding, pages, events));
            Ratios.Side cursor = () -> rate(events, () -> read(journal, events));
            rebuild.measure();
            cursor.measure();
            Ratios ratios = Ratios.abba(settings.rounds(), rebuild, cursor);
            double topicPerSecond = rate(events, () -> topic.last(events));
            double writesPerSecond = rate(events, () -> write(bare));
            return Outcome.of(new Figure(id(), Target.atLeast(0.5), ratios)
                    .with("events", events)
                    .with("rebuild_per_s", ratios.a())
                    .with("cursor_per_s", ratios.b())
                    .with("topic_read_per_s", topicPerSecond)
                    .with("bare_writes_per_s", writesPerSecond)
                    .with("both_bare_per_s", 1 / (1 / topicPerSecond + 1 / writesPerSecond)));
        }
    }

    private static double rate(int events, Threads.Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        return events / ((System.nanoTime() - begin) / 1e9);
    }

    private static void rebuild(Rebuilding rebuilding, ReadModel<RecordPage> pages, int events) {
        long read = rebuilding.rebuild(new Rebuildable("benchmark", List.of("internal.reports"), List.of(pages)));
        if (read < events) {
            throw new IllegalStateException("only " + read + " were rebuilt");
        }
    }

    private static void read(MongoCollection<Document> journal, int events) {
        int read = 0;
        for (Document document : journal.find()) {
            read += document.isEmpty() ? 0 : 1;
        }
        if (read < events) {
            throw new IllegalStateException("only " + read + " were read");
        }
    }

    /** The documents of the model, written once more. */
    private static void write(Bare bare) {
        var database = bare.database(JournalOnly.DATABASE);
        String current = database.listCollectionNames().into(new ArrayList<>()).stream()
                .filter(name -> name.startsWith(PAGES + "."))
                .findFirst()
                .orElseThrow();
        List<Document> documents = database.getCollection(current).find().into(new ArrayList<>());
        for (int from = 0; from < documents.size(); from += 500) {
            database.getCollection("bare").insertMany(documents.subList(from, Math.min(documents.size(), from + 500)));
        }
    }
}
