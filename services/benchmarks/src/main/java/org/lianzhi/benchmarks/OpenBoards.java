package org.lianzhi.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.lianzhi.journal.EventStream;
import org.lianzhi.journal.Journal;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * 200 supervisors' browsers have the board open while reports arrive at 100 a second: how long it takes until each of them
 * shows each report, and what the whole process needs for it. No ratio: there is nothing bare to hold it against.
 */
final class OpenBoards implements Measurement {

    private static final int BROWSERS = 200;
    private static final double PER_SECOND = 100;
    private static final Duration LENGTH = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    @Override
    public String id() {
        return "boards";
    }

    @Override
    public Outcome measure(Settings settings, Path folder) throws Exception {
        int browsers = settings.sized(BROWSERS);
        int events = (int) (PER_SECOND * settings.sized(LENGTH).toMillis() / 1000);
        try (Whole whole = Whole.start(folder);
                ConfigurableApplicationContext service =
                        JournalOnly.start(whole.address("broker"), whole.address("store"), Map.of())) {
            Journal journal = service.getBean(Journal.class);
            append(journal);
            List<BoardBrowser> open = new ArrayList<>();
            long memoryBefore = residentKib(whole.process().pid());
            try {
                for (int i = 0; i < browsers; i++) {
                    open.add(BoardBrowser.signedIn(whole.process()));
                }
                Waiting.until(Duration.ofMillis(100), () -> open.getFirst().shows() >= 1);
                whole.comesToRest();
                long memoryOpen = residentKib(whole.process().pid());
                Duration busy = whole.processorTime();
                AtomicLongArray due = new AtomicLongArray(events);
                OpenLoop.run(PER_SECOND, events, (number, dueNanos) -> {
                    append(journal);
                    due.set(number, dueNanos);
                });
                Waiting.patiently(
                        LONGEST, Duration.ofMillis(50), () -> open.stream().allMatch(each -> each.shows() > events));
                Histogram delays = new Histogram(3);
                open.forEach(each -> each.delays(due, delays));
                return new Outcome(
                        List.of(),
                        List.of(line(browsers, events, delays)
                                + " pages=%d failed=%d cpu_s=%.1f rss_start_mib=%d rss_open_mib=%d rss_end_mib=%d"
                                        .formatted(
                                                open.stream()
                                                        .mapToInt(BoardBrowser::pages)
                                                        .sum(),
                                                open.stream()
                                                        .mapToInt(BoardBrowser::failures)
                                                        .sum(),
                                                whole.processorTime()
                                                                .minus(busy)
                                                                .toMillis()
                                                        / 1000.0,
                                                memoryBefore / 1024,
                                                memoryOpen / 1024,
                                                residentKib(whole.process().pid()) / 1024)));
            } finally {
                open.forEach(BoardBrowser::close);
            }
        }
    }

    private static String line(int browsers, int events, Histogram delays) {
        return ("BOARDS browsers=%d events=%d events_per_s=%.0f shown=%d of %d delay_p50_ms=%d delay_p99_ms=%d"
                        + " delay_max_ms=%d")
                .formatted(
                        browsers,
                        events,
                        PER_SECOND,
                        delays.getTotalCount(),
                        (long) browsers * events,
                        delays.getValueAtPercentile(50),
                        delays.getValueAtPercentile(99),
                        delays.getMaxValue());
    }

    private static void append(Journal journal) {
        journal.append(new EventStream(Backlog.newStream(), List.of()), Backlog.draft());
    }

    /** Of the process, in KiB; 0 where the system does not say it in this way. */
    private static long residentKib(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        }
    }
}
