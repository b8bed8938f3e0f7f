package org.lianzhi.journal;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.listener.RetryListener;

/** Says that a consumer waits and for what; otherwise an endless wait would be a silent one. */
record WaitsAreLogged(String destination, String group) implements RetryListener {

    private static final Logger LOG = LoggerFactory.getLogger(WaitsAreLogged.class);

    @Override
    public void failedDelivery(ConsumerRecord<?, ?> entry, @Nullable Exception failure, int attempt) {
        log(failure, attempt);
    }

    @Override
    public void failedDelivery(ConsumerRecords<?, ?> batch, @Nullable Exception failure, int attempt) {
        log(failure, attempt);
    }

    private void log(@Nullable Exception failure, int attempt) {
        LOG.warn(
                "{} waits at {}, attempt {}: {}",
                group,
                destination,
                attempt,
                failure == null
                        ? "?"
                        : NestedExceptionUtils.getMostSpecificCause(failure).toString());
    }
}
