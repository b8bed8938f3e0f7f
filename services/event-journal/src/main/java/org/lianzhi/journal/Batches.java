package org.lianzhi.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/** A batch of records as Spring Cloud Stream hands it over. */
final class Batches {

    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);

    private Batches() {}

    /**
     * Records that are no event of a journal have no case that could be parked: they are told of and left.
     *
     * @param passedOver is told the topic of each
     */
    static List<Arrived> read(String consumer, Message<List<byte[]>> batch, Consumer<String> passedOver) {
        List<byte[]> data = batch.getPayload();
        List<Map<String, Object>> headers = ofEach(batch, KafkaHeaders.BATCH_CONVERTED_HEADERS);
        List<String> topics = ofEach(batch, KafkaHeaders.RECEIVED_TOPIC);
        List<Arrived> events = new ArrayList<>(data.size());
        for (int i = 0; i < data.size(); i++) {
            try {
                events.add(Arrived.at(topics.get(i), headers.get(i), data.get(i)));
            } catch (RuntimeException e) {
                LOG.warn("{}: a record that is no event was passed over: {}", consumer, e.getMessage());
                passedOver.accept(topics.get(i));
            }
        }
        return events;
    }

    /** What the binding says of each record. */
    @SuppressWarnings("unchecked")
    private static <T> List<T> ofEach(Message<List<byte[]>> batch, String header) {
        if (batch.getHeaders().get(header) instanceof List<?> list) {
            return (List<T>) list;
        }
        throw new IllegalStateException("the binding is not in batch mode; headers: "
                + batch.getHeaders().keySet());
    }
}
