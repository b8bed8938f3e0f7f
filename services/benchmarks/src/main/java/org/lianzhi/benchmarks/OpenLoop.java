package org.lianzhi.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Begins at a constant rate, whether or not what was begun before is done. Latencies count from the moment at which a
 * request should have begun: a stall is seen by all who would have come during it.
 */
final class OpenLoop {

    private static final int AT_ONCE = 64;

    private OpenLoop() {}

    /** What is done, and told when it should have begun (as {@link System#nanoTime}). */
    @FunctionalInterface
    interface Request {
        void send(int number, long dueNanos) throws Exception;
    }

    /** The latency that one in a hundred exceeds, in microseconds from when each was due. */
    static double p99Micros(double perSecond, int times, ClosedLoop.Work work) throws Exception {
        return micros(99, perSecond, times, work);
    }

    /** The latency that so many in a hundred keep to, in microseconds from when each was due. */
    static double micros(int percentile, double perSecond, int times, ClosedLoop.Work work) throws Exception {
        Histogram latencies = new Histogram(3);
        run(perSecond, times, (number, due) -> {
            work.once();
            long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due);
            synchronized (latencies) {
                latencies.recordValue(micros);
            }
        });
        return latencies.getValueAtPercentile(percentile);
    }

    static void run(double perSecond, int times, Request request) throws Exception {
        long begin = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20);
        double gap = 1e9 / perSecond;
        AtomicInteger next = new AtomicInteger();
        Threads.run(Math.min(AT_ONCE, times), () -> {
            for (int i = next.getAndIncrement(); i < times; i = next.getAndIncrement()) {
                long due = begin + (long) (i * gap);
                waitUntil(due);
                request.send(i, due);
            }
        });
    }

    /** @param nanos as {@link System#nanoTime} */
    static void waitUntil(long nanos) {
        for (long early = nanos - System.nanoTime(); early > 0; early = nanos - System.nanoTime()) {
            LockSupport.parkNanos(early);
        }
    }
}
