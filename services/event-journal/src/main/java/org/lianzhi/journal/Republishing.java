package org.lianzhi.journal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the owner of a stream to send it again: the key is the stream, the value the version after which something is missing. */
final class Republishing {

    private static final Logger LOG = LoggerFactory.getLogger(Republishing.class);

    /** Every later event of a stream shows the same gap again; one request in this time is enough. */
    private static final Duration ONCE_IN = Duration.ofSeconds(2);

    private static final int REMEMBERED = 10_000;

    private final Producer<String, byte[]> producer;
    private final Clock clock;
    private final Map<String, Instant> asked = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    Republishing(Producer<String, byte[]> producer, Clock clock) {
        this.producer = producer;
        this.clock = clock;
    }

    /**
     * Asks now and then.
     *
     * @param after version after which something is missing
     */
    void ask(String consumer, StreamId stream, long after) {
        if (!isTime(consumer + " " + stream)) {
            return;
        }
        LOG.warn("{}: {} has a gap after {}, asking its owner to send it again", consumer, stream, after);
        producer.send(request(stream, after), (metadata, failure) -> {
            if (failure != null) {
                LOG.warn(
                        "{}: the owner of {} was not asked to send it again: {}", consumer, stream, failure.toString());
            }
        });
    }

    /**
     * Asks at once, however lately somebody has asked, and returns when the broker has the requests.
     *
     * @param after version after which each stream is to be sent again
     * @throws KafkaException when it does not have them all
     */
    void send(Map<StreamId, Long> after) {
        List<Future<?>> sent = new ArrayList<>();
        after.forEach((stream, version) -> sent.add(producer.send(request(stream, version))));
        for (Future<?> request : sent) {
            try {
                request.get();
            } catch (ExecutionException e) {
                throw new KafkaException("a request to send again was not taken", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KafkaException("interrupted", e);
            }
        }
    }

    private static ProducerRecord<String, byte[]> request(StreamId stream, long after) {
        return new ProducerRecord<>(
                Topics.republish(stream.side()),
                stream.toString(),
                Long.toString(after).getBytes(StandardCharsets.UTF_8));
    }

    private synchronized boolean isTime(String what) {
        Instant now = clock.instant();
        Instant before = asked.get(what);
        if (before != null && before.plus(ONCE_IN).isAfter(now) && !before.isAfter(now)) {
            return false;
        }
        asked.put(what, now);
        return true;
    }
}
