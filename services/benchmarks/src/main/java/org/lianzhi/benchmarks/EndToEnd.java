package org.lianzhi.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * P2: reports from their filing over HTTP to the last of their effects (worklist, notice, inbox, timeline) against a bare
 * loop with the same writes, produced and consumed records. P3: how long after its release both bureaus of a case have their
 * notice, at half of that rate, against a bare insert, produce and consume.
 */
final class EndToEnd implements Measurement {

    private static final int AT_ONCE = 16;
    private static final int REPORTS = 120;
    private static final int RELEASES = 200;
    /** Both sides go on getting faster for some hundred reports, while the JVM compiles them. */
    private static final int WARM_UPS = 4;

    @Override
    public String id() {
        return "P2";
    }

    @Override
    public Outcome measure(Settings settings, Path folder) throws Exception {
        List<Figure> figures = new ArrayList<>(ratios("", settings, folder.resolve("slow")));
        figures.addAll(ratios("-cheap-hash", settings, folder.resolve("cheap"), Accepting.CHEAP));
        return new Outcome(figures, List.of());
    }

    private List<Figure> ratios(String what, Settings settings, Path folder, String... jvmOptions) throws Exception {
        try (Whole whole = Whole.start(folder, jvmOptions);
                Citizens citizens = new Citizens(whole);
                Drained drained = new Drained(whole.address("broker"))) {
            long[] filed = {0};
            int reports = settings.sized(REPORTS);
            Ratios.Side all = () -> {
                whole.comesToRest();
                long begin = System.nanoTime();
                ClosedLoop.secondsFor(AT_ONCE, reports, citizens::file);
                filed[0] += reports;
                drained.await(filed[0]);
                return reports / ((System.nanoTime() - begin) / 1e9);
            };
            warmUp(all);
            String one = citizens.file().id();
            filed[0]++;
            drained.await(filed[0]);
            try (BareEffects bare = new BareEffects(whole, one)) {
                Ratios.Side loop = () -> {
                    whole.comesToRest();
                    return bare.perSecond(AT_ONCE, reports);
                };
                warmUp(loop);
                Ratios ratios = Ratios.abba(settings.rounds(), all, loop);
                Figure throughput = new Figure(id() + what, Target.atLeast(0.5), ratios)
                        .with("all_effects_per_s", ratios.a())
                        .with("bare_per_s", ratios.b())
                        .with("writes_per_report", bare.writesPerReport())
                        .with("events_per_report", 2);
                return List.of(throughput, latency("P3" + what, settings, whole, citizens, bare, ratios.a() / 2));
            }
        }
    }

    private static void warmUp(Ratios.Side side) throws Exception {
        for (int i = 0; i < WARM_UPS; i++) {
            side.measure();
        }
    }

    private static Figure latency(
            String id, Settings settings, Whole whole, Citizens citizens, BareEffects bare, double perSecond)
            throws Exception {
        int releases = settings.sized(RELEASES);
        Histogram both = new Histogram(3);
        Histogram raw = new Histogram(3);
        try (Releases release = new Releases(whole)) {
            Ratios.Side notified = () -> {
                whole.comesToRest();
                Histogram one = release.latencies(citizens, releases, perSecond);
                both.add(one);
                return one.getValueAtPercentile(99);
            };
            Ratios.Side consumed = () -> {
                whole.comesToRest();
                Histogram one = bare.latencies(releases, perSecond);
                raw.add(one);
                return one.getValueAtPercentile(99);
            };
            notified.measure();
            consumed.measure();
            both.reset();
            raw.reset();
            Ratios ratios = Ratios.abba(settings.rounds(), notified, consumed);
            return new Figure(id, Target.atMost(5), ratios)
                    .with("rate_per_s", perSecond)
                    .with("p50_ms", both.getValueAtPercentile(50) / 1000.0)
                    .with("p99_ms", both.getValueAtPercentile(99) / 1000.0)
                    .with("pooled_p99_ratio", (double) both.getValueAtPercentile(99) / raw.getValueAtPercentile(99))
                    .with("p99_within_1s", String.valueOf(both.getValueAtPercentile(99) <= 1_000_000))
                    .with("raw_p99_ms", raw.getValueAtPercentile(99) / 1000.0);
        }
    }
}
