package org.lianzhi.system;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.lianzhi.model.wire.WireTypes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Whether what real people made the services publish is as the schemas and the description of the topics say. */
final class KeptPromises {

    private static final Path DESCRIPTION = Path.of("../docs/asyncapi.yaml");

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Schema ofHeaders;
    private final Map<String, Schema> ofData = new HashMap<>();
    private final Set<String> types = new TreeSet<>();
    private final Set<String> broken = new TreeSet<>();

    private KeptPromises() {
        JsonNode headers =
                YAMLMapper.shared().readTree(DESCRIPTION.toFile()).at("/components/messageTraits/cloudEvent/headers");
        ofHeaders = registry.getSchema(headers.toString());
    }

    /**
     * What was found.
     *
     * @param types of the events
     * @param broken what is not as it was promised, in words
     */
    record Found(Set<String> types, Set<String> broken) {}

    static Found of(Path data) {
        KeptPromises promises = new KeptPromises();
        LeftTopics.read(data, promises::look);
        return new Found(promises.types, promises.broken);
    }

    private void look(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        String type = headers.get("ce_type");
        if (type == null) {
            // A request to send again, or the broker's own.
            return;
        }
        types.add(type);
        note(type + " header", ofHeaders, JsonMapper.shared().writeValueAsString(headers));
        if (WireTypes.read().contains(type)) {
            note(type, ofData.computeIfAbsent(type, this::schema), text(record.value()));
        } else {
            broken.add(type + " is no published type");
        }
    }

    private void note(String what, Schema schema, String json) {
        List<?> faults = schema.validate(json, InputFormat.JSON);
        faults.forEach(fault -> broken.add(what + " " + fault));
    }

    private Schema schema(String type) {
        try (InputStream schema = WireTypes.class.getResourceAsStream("/schemas/" + type + ".json")) {
            return registry.getSchema(text(Objects.requireNonNull(schema, type).readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
