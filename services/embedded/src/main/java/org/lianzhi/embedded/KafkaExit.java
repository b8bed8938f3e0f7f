package org.lianzhi.embedded;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;

/**
 * Kafka ends the whole process when it cannot go on, for instance on a full disk. Embedded, it may only end itself: the web pages and the
 * store go on.
 */
final class KafkaExit {

    private static final Set<Runnable> OBSERVERS = ConcurrentHashMap.newKeySet();

    private KafkaExit() {}

    /** @param observer told when Kafka gives up; with several brokers in a process each is told, for Kafka does not say which one */
    static void observe(Runnable observer) {
        OBSERVERS.add(observer);
        Exit.setExitProcedure(KafkaExit::stop);
        Exit.setHaltProcedure(KafkaExit::stop);
    }

    static void forget(Runnable observer) {
        OBSERVERS.remove(observer);
    }

    private static void stop(int status, @Nullable String message) {
        OBSERVERS.forEach(Runnable::run);
        throw new Stopped("Kafka gave up with status " + status + (message == null ? "" : ": " + message));
    }

    /** Ends the thread of Kafka that wanted to end the process. An error, so that Kafka does not handle it as one of its own. */
    static final class Stopped extends Error {

        private static final long serialVersionUID = 1L;

        Stopped(String message) {
            super(message);
        }
    }
}
