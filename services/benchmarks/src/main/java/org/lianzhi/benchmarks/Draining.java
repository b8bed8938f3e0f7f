package org.lianzhi.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import org.lianzhi.test.RunningLianzhi;

/**
 * P7: reports are filed and the whole process is killed at the last answer. From its new start until all effects of all
 * reports are there, against a new start without anything left to do plus the time that the same reports take when nothing is
 * killed.
 */
final class Draining implements Measurement {

    private static final int REPORTS = 200;
    private static final int AT_ONCE = 16;

    @Override
    public String id() {
        return "P7";
    }

    @Override
    public Outcome measure(Settings settings, Path folder) throws Exception {
        int reports = settings.sized(REPORTS);
        try (RunningLianzhi lianzhi = RunningLianzhi.optimised(folder)) {
            lianzhi.start();
            long[] filed = {0};
            Ratios.Side killed = () -> {
                file(lianzhi, reports);
                filed[0] += reports;
                lianzhi.kill();
                return drained(lianzhi, filed[0]);
            };
            Ratios.Side normal = () -> {
                file(lianzhi, reports);
                filed[0] += reports;
                long begin = System.nanoTime();
                await(lianzhi, filed[0]);
                Duration drain = Duration.ofNanos(System.nanoTime() - begin);
                lianzhi.kill();
                return drain.toNanos() / 1e9 + drained(lianzhi, filed[0]);
            };
            Ratios ratios = Ratios.abba(settings.rounds(), killed, normal);
            return Outcome.of(new Figure(id(), Target.atMost(2), ratios)
                    .with("reports", reports)
                    .with("killed_s", ratios.a())
                    .with("normal_s", ratios.b()));
        }
    }

    private static double drained(RunningLianzhi lianzhi, long reports) throws Exception {
        long begin = System.nanoTime();
        lianzhi.start();
        await(lianzhi, reports);
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void file(RunningLianzhi lianzhi, int reports) throws Exception {
        try (Citizens citizens = new Citizens(lianzhi.addresses())) {
            ClosedLoop.secondsFor(AT_ONCE, reports, citizens::file);
        }
    }

    private static void await(RunningLianzhi lianzhi, long reports) throws Exception {
        try (Drained drained = new Drained(String.valueOf(lianzhi.addresses().get("broker")))) {
            drained.await(reports);
        }
    }
}
