package org.lianzhi.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** So many at once, each beginning with the next as soon as one is done: for throughput, never for latencies. */
final class ClosedLoop {

    private ClosedLoop() {}

    /** Something that is done over and over. */
    @FunctionalInterface
    interface Work {
        void once() throws Exception;
    }

    /** How many were done per second. */
    static double perSecond(int atOnce, Duration length, Work work) throws Exception {
        long begin = System.nanoTime();
        long end = begin + length.toNanos();
        long done = 0;
        for (long count : all(atOnce, () -> until(end, work))) {
            done += count;
        }
        return done / ((System.nanoTime() - begin) / 1e9);
    }

    private static long until(long end, Work work) throws Exception {
        long done = 0;
        while (System.nanoTime() < end) {
            work.once();
            done++;
        }
        return done;
    }

    private static List<Long> all(int atOnce, java.util.concurrent.Callable<Long> each) throws Exception {
        List<Long> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
            List<Future<Long>> running = new ArrayList<>();
            for (int i = 0; i < atOnce; i++) {
                running.add(threads.submit(each));
            }
            for (Future<Long> one : running) {
                results.add(one.get());
            }
        }
        return results;
    }
}
