package org.lianzhi.benchmarks;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** So many at once, each beginning with the next as soon as one is done: for throughput, never for latencies. */
final class ClosedLoop {

    private ClosedLoop() {}

    /** Something that is done over and over. */
    @FunctionalInterface
    interface Work {
        void once() throws Exception;
    }

    /** How many seconds it takes to do so many. */
    static double secondsFor(int atOnce, int times, Work work) throws Exception {
        AtomicInteger left = new AtomicInteger(times);
        long begin = System.nanoTime();
        Threads.run(atOnce, () -> {
            while (left.getAndDecrement() > 0) {
                work.once();
            }
        });
        return (System.nanoTime() - begin) / 1e9;
    }

    /** How many were done per second. */
    static double perSecond(int atOnce, Duration length, Work work) throws Exception {
        long begin = System.nanoTime();
        long end = begin + length.toNanos();
        long done = 0;
        for (long count : Threads.call(atOnce, () -> until(end, work))) {
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
}
