package org.lianzhi.benchmarks;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.bson.Document;

/**
 * P7: a backlog of reports that no relay has seen, drained after kill -9 and a new start, against the same backlog drained by a
 * process that was started and left in peace before. Of the first the time of a start without anything to do is taken away:
 * it is the one just before, on the same folder. Both have processes as young as each other.
 */
final class Draining implements Measurement {

    private static final int REPORTS = 600;
    private static final Duration LOOK = Duration.ofMillis(200);

    /** How a running relay finds what was laid into its journal from outside. */
    private static final String SWEEPS = "-Dlianzhi.journal.sweep-every=500ms";

    @Override
    public String id() {
        return "P7";
    }

    @Override
    public Outcome measure(Settings settings, Path folder) throws Exception {
        int reports = settings.sized(REPORTS);
        List<Double> starts = new ArrayList<>();
        Ratios ratios = Ratios.abba(
                settings.rounds(), () -> afterDeath(folder, reports, starts), () -> inPeace(folder, reports));
        return Outcome.of(new Figure(id(), Target.atMost(2), ratios)
                .with("reports", reports)
                .with("killed_s", ratios.a())
                .with("normal_s", ratios.b())
                .with("start_s", Ratios.medianOf(starts)));
    }

    private static double afterDeath(Path folder, int reports, List<Double> starts) throws Exception {
        double start;
        long notices;
        try (Whole whole = Whole.start(folder)) {
            start = whole.process().lastStart().toNanos() / 1e9;
            whole.comesToRest();
            notices = notices(whole).countDocuments() + reports;
            Backlog.add(journal(whole), reports);
            whole.process().kill();
        }
        starts.add(start);
        long begin = System.nanoTime();
        try (Whole whole = Whole.start(folder)) {
            await(whole, notices);
            return (System.nanoTime() - begin) / 1e9 - start;
        }
    }

    private static double inPeace(Path folder, int reports) throws Exception {
        try (Whole whole = Whole.start(folder, SWEEPS)) {
            whole.comesToRest();
            long notices = notices(whole).countDocuments() + reports;
            Backlog.add(journal(whole), reports);
            long begin = System.nanoTime();
            await(whole, notices);
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    /** Until all is relayed, each report has led to its notice, and no consumer is behind. */
    private static void await(Whole whole, long notices) {
        try (Drained drained = new Drained(whole.address("broker"))) {
            Waiting.until(LOOK, () -> isDrained(whole, notices, drained));
        }
    }

    private static boolean isDrained(Whole whole, long notices, Drained drained)
            throws InterruptedException, ExecutionException {
        return notices(whole).countDocuments() >= notices
                && isRelayed(journal(whole))
                && isRelayed(notices(whole))
                && drained.nothingBehind();
    }

    private static boolean isRelayed(MongoCollection<Document> journal) {
        return journal.countDocuments(Filters.eq("relayedAt", null)) == 0;
    }

    private static MongoCollection<Document> journal(Whole whole) {
        return whole.database("report-intake").getCollection("journal");
    }

    private static MongoCollection<Document> notices(Whole whole) {
        return whole.database("notification").getCollection("journal");
    }
}
