package org.lianzhi.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.lianzhi.test.RunningLianzhi;

/**
 * Does what the script of the board's page does in a browser: listens, and when something has moved rests for three seconds,
 * listens again and fetches the parts that move. It reads from them how many reports wait for a decision.
 */
final class BoardBrowser implements AutoCloseable {

    private static final Duration REST = Duration.ofSeconds(3);
    private static final Pattern WAITING = Pattern.compile("figures/undecided[^>]*>[^<0-9]*([0-9][0-9,]*)");

    private final HttpClient http;
    private final String portal;
    private final List<Shown> shown = new ArrayList<>();
    private final AtomicInteger latest = new AtomicInteger();
    private final AtomicInteger pages = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean open = true;

    /** @param at when the page was there */
    private record Shown(int reports, long at) {}

    private BoardBrowser(HttpClient http, String portal) {
        this.http = http;
        this.portal = portal;
    }

    static BoardBrowser signedIn(RunningLianzhi lianzhi) throws Exception {
        HttpClient http = OfficeBrowser.signedIn(lianzhi, "/supervision", "hunan-supervisor", "data-board");
        BoardBrowser browser = new BoardBrowser(http, lianzhi.portal());
        browser.read(OfficeBrowser.get(http, lianzhi.portal() + "/supervision").body());
        Thread.ofVirtual().start(browser::watch);
        return browser;
    }

    private void watch() {
        boolean again = false;
        while (open) {
            try {
                listen(again);
                again = true;
            } catch (IOException e) {
                failures.incrementAndGet();
            } catch (InterruptedException e) {
                return;
            }
            LockSupport.parkNanos(REST.toNanos());
        }
    }

    /** Until something has moved. */
    private void listen(boolean fetch) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> stream = http.send(
                HttpRequest.newBuilder(URI.create(portal + "/supervision/live"))
                        .header("Accept", "text/event-stream")
                        .build(),
                BodyHandlers.ofLines());
        try (Stream<String> lines = stream.body()) {
            if (stream.statusCode() != 200) {
                throw new IOException("the stream was answered with " + stream.statusCode());
            }
            if (fetch) {
                HttpResponse<String> page = OfficeBrowser.get(http, portal + "/supervision/parts");
                if (page.statusCode() != 200) {
                    throw new IOException("the board was answered with " + page.statusCode());
                }
                read(page.body());
            }
            for (Iterator<String> line = lines.iterator(); line.hasNext(); ) {
                if (line.next().startsWith("event:changed")) {
                    return;
                }
            }
        } catch (UncheckedIOException closed) {
            throw closed.getCause();
        }
    }

    private void read(String page) {
        Matcher waiting = WAITING.matcher(page);
        int reports = waiting.find() ? Integer.parseInt(waiting.group(1).replace(",", "")) : 0;
        synchronized (shown) {
            shown.add(new Shown(reports, System.nanoTime()));
        }
        latest.accumulateAndGet(reports, Math::max);
        pages.incrementAndGet();
    }

    /** How many reports it says are waiting. */
    int shows() {
        return latest.get();
    }

    int pages() {
        return pages.get();
    }

    int failures() {
        return failures.get();
    }

    /** Adds for each report, after the first one, how many milliseconds after it was due the page counted it. */
    void delays(AtomicLongArray due, Histogram delays) {
        synchronized (shown) {
            int next = 0;
            for (Shown each : shown) {
                for (; next < due.length() && each.reports() > next + 1; next++) {
                    delays.recordValue(Math.max(0, TimeUnit.NANOSECONDS.toMillis(each.at() - due.get(next))));
                }
            }
        }
    }

    @Override
    public void close() {
        open = false;
        http.shutdownNow();
    }
}
