package org.lianzhi.portal.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Follows the topics from their end, in a group of its own: a hint that is missed costs a reload. Bound where {@code
 * spring.cloud.function.definition} names it; without it pages simply do not move by themselves.
 */
@Configuration(proxyBeanMethods = false)
class Hints {

    private static final Logger LOG = LoggerFactory.getLogger(Hints.class);

    /** Components of events that name an office. */
    private static final List<String> OFFICES = List.of("bureau", "laboratory", "leadBureau", "counterpartBureau");

    @Bean
    Consumer<Message<byte[]>> liveHints(Listeners listeners) {
        return message -> listeners.tell(hint(message));
    }

    /** A notice is about another thing than its own stream. */
    static Hint hint(Message<byte[]> message) {
        JsonNode event = event(message.getPayload());
        String subject = text(message.getHeaders().get("ce_subject"));
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

    private static String text(@Nullable Object header) {
        return header instanceof byte[] bytes ? new String(bytes, UTF_8) : header == null ? "" : header.toString();
    }
}
