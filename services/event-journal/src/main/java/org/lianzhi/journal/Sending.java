package org.lianzhi.journal;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;

/**
 * Puts commits on their topic.
 *
 * @param source CloudEvents source of the events
 */
record Sending(Producer<String, byte[]> producer, Topics topics, String source) {

    /**
     * Sends all events of a commit. One of the two is told once, on a thread of the producer: of several failures only the
     * first counts, and a commit is acknowledged when the broker has all of its events.
     */
    void send(Commit commit, Runnable acknowledged, Consumer<Exception> failed) {
        String topic = topics.of(commit.stream());
        AtomicInteger missing = new AtomicInteger(commit.events().size());
        AtomicBoolean told = new AtomicBoolean();
        for (int index = 0; index < commit.events().size(); index++) {
            producer.send(CloudEventHeaders.record(topic, source, commit, index), (metadata, failure) -> {
                if (failure != null) {
                    if (told.compareAndSet(false, true)) {
                        failed.accept(failure);
                    }
                } else if (missing.decrementAndGet() == 0) {
                    acknowledged.run();
                }
            });
        }
    }
}
