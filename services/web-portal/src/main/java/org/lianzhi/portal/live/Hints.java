package org.lianzhi.portal.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Follows the topics from their end, in a group of its own: a hint that is missed costs a reload. It is no binding of Spring
 * Cloud Stream, because that asks the broker for partitions before the start goes on; this one just waits for a broker.
 * Where {@code lianzhi.portal.live-hints} is off, pages do not move by themselves.
 */
@Component
class Hints {

    private static final Logger LOG = LoggerFactory.getLogger(Hints.class);

    /** Components of events that name an office. */
    private static final List<String> OFFICES = List.of("bureau", "laboratory", "leadBureau", "counterpartBureau");

    private final Listeners listeners;

    Hints(Listeners listeners) {
        this.listeners = listeners;
    }

    @KafkaListener(
            topics = "#{'${lianzhi.portal.live-topics:}'.split(',')}",
            groupId = "portal-#{T(java.util.UUID).randomUUID()}",
            autoStartup = "${lianzhi.portal.live-hints:false}",
            properties = {
                "auto.offset.reset=latest",
                // As often as a page would look by itself; the client's own 50 ms fill the log while the broker is
                // away.
                "reconnect.backoff.ms=3000",
                "key.deserializer=org.apache.kafka.common.serialization.StringDeserializer",
                "value.deserializer=org.apache.kafka.common.serialization.ByteArrayDeserializer"
            })
    void heard(ConsumerRecord<String, byte[]> event) {
        listeners.tell(hint(event));
    }

    /** A notice is about another thing than its own stream. */
    static Hint hint(ConsumerRecord<String, byte[]> message) {
        JsonNode event = event(message.value());
        Header header = message.headers().lastHeader("ce_subject");
        String subject = header == null ? "" : new String(header.value(), UTF_8);
        Set<String> bureaus = new HashSet<>();
        OFFICES.forEach(office -> {
            String code = event.path(office).asString("");
            if (!code.isEmpty()) {
                bureaus.add(code);
            }
        });
        return new Hint(event.path("subject").asString(subject), bureaus);
    }

    private static JsonNode event(byte[] json) {
        try {
            return JsonMapper.shared().readTree(json);
        } catch (JacksonException unreadable) {
            LOG.debug("a hint that is not JSON");
            return JsonMapper.shared().createObjectNode();
        }
    }
}
