package org.lianzhi.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.lianzhi.test.ChildJvm;

/**
 * P9: from the start of the process of the standalone, on an empty folder, to the first report that is durably accepted;
 * against the start of an empty web application of Spring Boot in a JVM with the same flags and class path.
 */
final class ColdStart implements Measurement {

    @Override
    public String id() {
        return "P9";
    }

    @Override
    public Outcome measure(Settings settings, Path folder) throws Exception {
        AtomicInteger count = new AtomicInteger();
        Ratios ratios = Ratios.abba(
                settings.rounds(),
                () -> firstReport(folder.resolve("start-" + count.incrementAndGet())),
                ColdStart::emptyApplication);
        return Outcome.of(new Figure(id(), Target.atMost(3), ratios)
                .with("first_201_s", ratios.a())
                .with("empty_s", ratios.b()));
    }

    private static double firstReport(Path folder) throws Exception {
        long begin = System.nanoTime();
        try (Whole whole = Whole.start(folder);
                Citizens citizens = new Citizens(whole)) {
            citizens.file();
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    private static double emptyApplication() {
        long begin = System.nanoTime();
        try (ChildJvm empty = ChildJvm.start(EmptyApplication.class, "--server.port=0")) {
            empty.says(EmptyApplication.READY);
            return (System.nanoTime() - begin) / 1e9;
        }
    }
}
