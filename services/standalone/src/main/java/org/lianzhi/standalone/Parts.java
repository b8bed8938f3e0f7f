package org.lianzhi.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was started, by several threads at once. Whoever is used by others is stopped after them, whichever was ready first, and
 * all within a time that is bounded whatever a part does.
 */
final class Parts {

    private static final Duration LONGEST_STOP = Duration.ofSeconds(25);

    private final List<String> order;
    private final PrintStream out;
    private final List<Part> started = new ArrayList<>();
    private boolean stopping;
    private @Nullable Thread closing;

    /** @param order the names of all parts, each behind those that it uses */
    Parts(List<String> order, PrintStream out) {
        this.order = List.copyOf(order);
        this.out = out;
    }

    private record Part(String name, AutoCloseable open) {}

    /** Opens a part. */
    interface Opening<T> {
        T open() throws Exception;
    }

    /** Opens a part and says how long that took. */
    <T extends AutoCloseable> T start(String name, Opening<T> opening) {
        long from = System.nanoTime();
        T open = opened(name, opening);
        if (!keep(new Part(name, open))) {
            close(new Part(name, open));
            throw new PartFailed("Stopped while starting.", null);
        }
        out.printf("  %-20s ready in %.1f s%n", name, (System.nanoTime() - from) / 1e9);
        return open;
    }

    private static <T> T opened(String name, Opening<T> opening) {
        try {
            return opening.open();
        } catch (RuntimeException e) {
            throw PartFailed.known(e) ? e : failed(name, e);
        } catch (Exception e) {
            throw failed(name, e);
        }
    }

    private static PartFailed failed(String name, Exception e) {
        log().error("The {} did not start", name, e);
        return PartFailed.of(name, e);
    }

    private synchronized boolean keep(Part part) {
        if (!stopping) {
            started.add(part);
        }
        return !stopping;
    }

    private synchronized @Nullable Part last() {
        stopping = true;
        Part last = started.stream()
                .max(Comparator.comparingInt(part -> order.indexOf(part.name)))
                .orElse(null);
        started.remove(last);
        return last;
    }

    /** Returns when all parts are closed, or when it would take too long to wait for the rest. */
    void stop() {
        try {
            if (!closing().join(LONGEST_STOP)) {
                out.println("  Stopping takes too long. What is not stopped is recovered at the next start.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One for all who ask: two at once would close the store while the other one still closes what uses it. */
    private synchronized Thread closing() {
        Thread there = closing;
        if (there == null) {
            there = Thread.ofPlatform().name("stop-parts").daemon().start(this::closeAll);
            closing = there;
        }
        return there;
    }

    private void closeAll() {
        for (Part part = last(); part != null; part = last()) {
            close(part);
        }
    }

    private static void close(Part part) {
        try {
            part.open.close();
        } catch (Exception e) {
            log().error("The {} did not stop in order", part.name, e);
        }
    }

    /** Only asked for when something is logged: where the log lies is known after the data folder is open. */
    private static Logger log() {
        return LoggerFactory.getLogger(Parts.class);
    }
}
