package org.lianzhi.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.core.io.FileSystemResource;

class CloudEventHeadersTest {

    private static final Instant AT = Instant.parse("2024-07-29T01:00:00Z");
    private static final EventData EVENT = new EventData("case.noted.v1", "{}");

    @Test
    void a_record_has_the_headers_that_are_described_and_those_that_are_required_always() {
        Object described = described();
        assertThat(headers(Map.of("gx", new Head(1, "a".repeat(64))), EVENT, EVENT))
                .isEqualTo(names(described, "properties"));
        assertThat(headers(Map.of(), EVENT)).isEqualTo(names(described, "required"));
    }

    private static Set<String> headers(Map<String, Head> seen, EventData... events) {
        Commit commit = new Commit(
                new StreamId("case", "a", "hn"),
                1,
                "c1",
                "cause",
                "hn/-/policy/test",
                AT,
                seen,
                List.of(events),
                CommitHash.GENESIS,
                "b".repeat(64));
        ProducerRecord<String, byte[]> message = CloudEventHeaders.record("topic", "/test", commit, 0);
        Set<String> names = new TreeSet<>();
        for (Header header : message.headers()) {
            names.add(header.key());
        }
        return names;
    }

    private static @Nullable Object described() {
        YamlMapFactoryBean yaml = new YamlMapFactoryBean();
        yaml.setResources(new FileSystemResource("../docs/asyncapi.yaml"));
        Object found = yaml.getObject();
        for (String name : List.of("components", "messageTraits", "cloudEvent", "headers")) {
            found = found instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return found;
    }

    private static Set<String> names(@Nullable Object headers, String which) {
        Set<String> names = new TreeSet<>();
        Object found = headers instanceof Map<?, ?> map ? map.get(which) : null;
        if (found instanceof Map<?, ?> properties) {
            properties.keySet().forEach(name -> names.add(String.valueOf(name)));
        } else if (found instanceof List<?> required) {
            required.forEach(name -> names.add(String.valueOf(name)));
        }
        return names;
    }
}
