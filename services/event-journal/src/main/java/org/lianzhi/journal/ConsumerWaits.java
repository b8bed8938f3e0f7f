package org.lianzhi.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.BatchInterceptor;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Which consumers wait for the infrastructure, and since when. What comes through to the container is waited for without an
 * end and uses up nothing; so somebody must be told, otherwise an endless wait would be a silent one.
 */
final class ConsumerWaits {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerWaits.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Clock clock;
    private final Map<String, Instant> since = new ConcurrentHashMap<>();
    private final Map<String, AbstractMessageListenerContainer<?, ?>> watched = new ConcurrentHashMap<>();

    ConsumerWaits(Clock clock) {
        this.clock = clock;
    }

    /** How long each consumer that waits has waited. */
    Map<String, Duration> waiting() {
        Instant now = clock.instant();
        Map<String, Duration> waiting = new TreeMap<>();
        since.forEach((consumer, begin) ->
                waiting.put(consumer, begin.isAfter(now) ? Duration.ZERO : Duration.between(begin, now)));
        return waiting;
    }

    /** How long the one has waited that has waited longest; zero where none does. */
    Duration longest() {
        return waiting().values().stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** Consumers that have ended although nobody has stopped them: they take nothing until the service starts anew. */
    SortedSet<String> ended() {
        SortedSet<String> ended = new TreeSet<>();
        watched.forEach((consumer, container) -> {
            if (!container.isInExpectedState()) {
                ended.add(consumer);
            }
        });
        return ended;
    }

    void watch(AbstractMessageListenerContainer<?, ?> container, String consumer) {
        watched.put(consumer, container);
        ExponentialBackOff backOff = new ExponentialBackOff(FIRST_PAUSE.toMillis(), 2);
        backOff.setMaxInterval(LONGEST_PAUSE.toMillis());
        DefaultErrorHandler patient = new DefaultErrorHandler(backOff);
        // Some kinds of failures, also as causes of others, it would pass over the batch for at once.
        patient.setClassifications(Map.of(), true);
        patient.setRetryListeners(failed(consumer));
        container.setCommonErrorHandler(patient);
        intercept(container, consumer);
    }

    private <K, V> void intercept(AbstractMessageListenerContainer<K, V> container, String consumer) {
        container.setBatchInterceptor(new BatchInterceptor<K, V>() {
            @Override
            public ConsumerRecords<K, V> intercept(ConsumerRecords<K, V> batch, Consumer<K, V> from) {
                return batch;
            }

            @Override
            public void success(ConsumerRecords<K, V> batch, Consumer<K, V> from) {
                if (since.remove(consumer) != null) {
                    LOG.info("{} goes on", consumer);
                }
            }
        });
    }

    private RetryListener failed(String consumer) {
        return new RetryListener() {
            @Override
            public void failedDelivery(ConsumerRecord<?, ?> entry, @Nullable Exception failure, int attempt) {
                waits(consumer, failure, attempt);
            }

            @Override
            public void failedDelivery(ConsumerRecords<?, ?> batch, @Nullable Exception failure, int attempt) {
                waits(consumer, failure, attempt);
            }
        };
    }

    private void waits(String consumer, @Nullable Exception failure, int attempt) {
        since.putIfAbsent(consumer, clock.instant());
        LOG.warn(
                "{} waits, attempt {}: {}",
                consumer,
                attempt,
                failure == null
                        ? "?"
                        : NestedExceptionUtils.getMostSpecificCause(failure).toString());
    }
}
