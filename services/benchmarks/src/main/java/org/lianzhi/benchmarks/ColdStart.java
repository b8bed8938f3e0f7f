package org.lianzhi.benchmarks;

import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.lianzhi.test.ChildJvm;
import org.lianzhi.test.RunningLianzhi;

/**
 * P9: from the start of the process of the standalone, on an empty folder, to the first report that is durably accepted;
 * against the start of an empty web application of Spring Boot in a JVM with the same flags and class path.
 */
final class ColdStart implements Measurement {

    private static final Duration LONGEST = Duration.ofMinutes(3);

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
        try (RunningLianzhi lianzhi = RunningLianzhi.optimised(folder)) {
            lianzhi.begin();
            try (Citizens citizens = new Citizens(lianzhi.addresses())) {
                Awaitility.await("the first report")
                        .atMost(LONGEST)
                        .pollInterval(Duration.ofMillis(20))
                        .ignoreException(ConnectException.class)
                        .until(() -> !citizens.file().id().isEmpty());
                return (System.nanoTime() - begin) / 1e9;
            }
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
