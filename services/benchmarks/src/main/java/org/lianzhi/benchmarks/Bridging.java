package org.lianzhi.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.messaging.support.MessageBuilder;

/**
 * The same records by Spring Cloud Stream. The relay may mark a commit only after the broker's acknowledgement, so the
 * producer has to be a synchronous one; the only way to have several on their way is several threads.
 */
final class Bridging {

    private static final String BINDING = "publishing-out-0";
    private static final String KAFKA = "spring.cloud.stream.kafka.bindings." + BINDING + ".producer.";

    private Bridging() {}

    static Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("spring.cloud.stream.output-bindings", "publishing");
        settings.put("spring.cloud.stream.bindings." + BINDING + ".destination", Publishing.TOPIC);
        settings.put("spring.cloud.stream.bindings." + BINDING + ".producer.use-native-encoding", true);
        settings.put(KAFKA + "sync", true);
        settings.put(KAFKA + "message-key-expression", "headers['key']");
        settings.put(KAFKA + "configuration.acks", "all");
        settings.put(KAFKA + "configuration.enable.idempotence", true);
        settings.put(
                KAFKA + "configuration.value.serializer", "org.apache.kafka.common.serialization.ByteArraySerializer");
        return settings;
    }

    static double perSecond(StreamBridge bridge, List<ProducerRecord<String, byte[]>> records, int threads)
            throws Exception {
        AtomicInteger next = new AtomicInteger();
        long begin = System.nanoTime();
        Threads.run(threads, () -> {
            for (int i = next.getAndIncrement(); i < records.size(); i = next.getAndIncrement()) {
                send(bridge, records.get(i));
            }
        });
        return records.size() / ((System.nanoTime() - begin) / 1e9);
    }

    private static void send(StreamBridge bridge, ProducerRecord<String, byte[]> each) {
        MessageBuilder<byte[]> message = MessageBuilder.withPayload(each.value())
                .setHeader("key", each.key().getBytes(StandardCharsets.UTF_8));
        for (Header header : each.headers()) {
            message.setHeader(header.key(), header.value());
        }
        if (!bridge.send(BINDING, message.build())) {
            throw new IllegalStateException("not sent");
        }
    }
}
