package org.lianzhi.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.TimeoutException;

/** Puts commits on their topic. Lives on the relay's thread. */
final class Sending {

    /** Several times as long as the producer may keep the thread, which has other topics to serve. */
    private static final Duration LEFT_ALONE = Duration.ofMillis(200);

    private final Producer<String, byte[]> producer;
    private final Topics topics;
    private final String source;
    private final Clock clock;
    /** Topics that the producer waited for in vain, because nobody knows them or it has no room, and when. */
    private final Map<String, Instant> waitedFor = new HashMap<>();

    /** @param source CloudEvents source of the events */
    Sending(Producer<String, byte[]> producer, Topics topics, String source, Clock clock) {
        this.producer = producer;
        this.topics = topics;
        this.source = source;
        this.clock = clock;
    }

    /**
     * Sends all events of a commit, or those before the one that is refused at once. One of the two is told once, mostly on a
     * thread of the producer: of several failures only the first counts, and a commit is acknowledged when the broker has all
     * of its events.
     */
    void send(Commit commit, Runnable acknowledged, Consumer<Exception> failed) {
        String topic = topics.of(commit.stream());
        if (isLeftAlone(topic)) {
            failed.accept(new TimeoutException(topic + " was waited for just now"));
            return;
        }
        AtomicInteger missing = new AtomicInteger(commit.events().size());
        AtomicBoolean told = new AtomicBoolean();
        AtomicBoolean inVain = new AtomicBoolean();
        for (int index = 0; index < commit.events().size() && !told.get(); index++) {
            producer.send(CloudEventHeaders.record(topic, source, commit, index), (metadata, failure) -> {
                if (failure != null) {
                    if (told.compareAndSet(false, true)) {
                        inVain.set(failure instanceof TimeoutException);
                        failed.accept(failure);
                    }
                } else if (missing.decrementAndGet() == 0) {
                    acknowledged.run();
                }
            });
        }
        if (inVain.get()) {
            waitedFor.put(topic, clock.instant());
        }
    }

    private boolean isLeftAlone(String topic) {
        Instant before = waitedFor.get(topic);
        if (before == null) {
            return false;
        }
        Instant now = clock.instant();
        if (before.plus(LEFT_ALONE).isAfter(now) && !before.isAfter(now)) {
            return true;
        }
        waitedFor.remove(topic);
        return false;
    }

    /** Waits until the producer has an answer for everything that was sent. */
    void flush() {
        producer.flush();
    }
}
