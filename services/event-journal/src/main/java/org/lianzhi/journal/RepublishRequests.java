package org.lianzhi.journal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/** Hears what {@link Republishing} asks, on the side of the owner. */
final class RepublishRequests implements Consumer<Message<List<byte[]>>> {

    private static final Logger LOG = LoggerFactory.getLogger(RepublishRequests.class);

    private final Relay relay;
    private final Set<String> kinds;

    /** @param kinds of the streams that this service owns */
    RepublishRequests(Relay relay, Set<String> kinds) {
        this.relay = relay;
        this.kinds = Set.copyOf(kinds);
    }

    @Override
    public void accept(Message<List<byte[]>> batch) {
        Failures.asInfrastructure(() -> all(batch));
    }

    private void all(Message<List<byte[]>> batch) {
        Object keys = batch.getHeaders().get(KafkaHeaders.RECEIVED_KEY);
        List<byte[]> values = batch.getPayload();
        for (int i = 0; keys instanceof List<?> list && i < values.size(); i++) {
            accept(list.get(i), values.get(i));
        }
    }

    /** A request that is none must not hold up those of others. */
    private void accept(@Nullable Object key, byte @Nullable [] value) {
        StreamId stream;
        long last;
        try {
            stream = StreamId.parse(text(key));
            last = Long.parseLong(text(value));
        } catch (IllegalArgumentException e) {
            LOG.warn("a request to send again was passed over: {}", e.getMessage());
            return;
        }
        if (kinds.contains(stream.kind())) {
            relay.republish(stream, Math.max(1, last));
        }
    }

    private static String text(@Nullable Object written) {
        return written instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(written);
    }
}
