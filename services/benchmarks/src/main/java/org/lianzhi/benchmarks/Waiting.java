package org.lianzhi.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Waits for what is measured to come about: looked at on the caller's own thread, often enough not to lengthen it. */
final class Waiting {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private Waiting() {}

    /** @throws ConditionTimeoutException when it does not come about within ten minutes */
    static void until(Duration every, Callable<Boolean> comesAbout) {
        Awaitility.await()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(every)
                .atMost(LONGEST)
                .until(comesAbout);
    }

    /** The same for what may never come about: then the patience ends, and whoever counts counts what is missing. */
    static void patiently(Duration patience, Duration every, Callable<Boolean> comesAbout) {
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(every)
                    .atMost(patience)
                    .until(comesAbout);
        } catch (ConditionTimeoutException missing) {
            // Counted by the caller.
        }
    }

    /** For a process that does nothing more until it is killed, or until who started it is gone. */
    static void forKill() throws IOException {
        System.in.transferTo(OutputStream.nullOutputStream());
    }
}
