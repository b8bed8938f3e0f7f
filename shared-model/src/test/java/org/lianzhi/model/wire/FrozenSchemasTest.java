package org.lianzhi.model.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a published schema says stays said. {@code approved.sha256} holds a digest of each part of each schema: of the
 * frame of every object (with the list of required properties) and of every property. Lines are only ever added, so a
 * schema can gain an optional property and nothing else.
 */
class FrozenSchemasTest {

    private static final Path SCHEMAS = Path.of("src/main/resources/schemas");
    private static final Path LIST = SCHEMAS.resolve("approved.sha256");
    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Test
    void a_published_schema_only_gains_optional_properties() throws IOException {
        Map<String, String> now = partsNow();
        List<String> broken = new ArrayList<>();
        approved().forEach((part, digest) -> {
            if (!digest.equals(now.get(part))) {
                broken.add(part);
            }
        });
        assertThat(broken)
                .as("these parts of published schemas were changed or taken away, on which readers rely. Undo it, or"
                        + " register a new version of the event with a schema of its own")
                .isEmpty();
    }

    @Test
    void every_part_of_a_schema_is_on_the_list() throws IOException {
        Map<String, String> missing = partsNow();
        missing.keySet().removeAll(approved().keySet());
        assertThat(missing.entrySet().stream().map(part -> part.getValue() + "  " + part.getKey()))
                .as("parts of schemas that are new: publishing them means to add these lines to " + LIST)
                .isEmpty();
    }

    @Test
    void another_required_property_is_noticed_and_an_optional_one_is_not() {
        String before = "{\"type\":\"object\",\"required\":[\"a\"],\"properties\":{\"a\":{\"type\":\"string\"}}}";
        String optional = before.replace("}}}", "},\"b\":{\"type\":\"string\"}}}");
        String required = optional.replace("[\"a\"]", "[\"a\",\"b\"]");

        assertThat(parts(optional)).containsAllEntriesOf(parts(before));
        assertThat(parts(required)).doesNotContainEntry("x", parts(before).get("x"));
    }

    @Test
    void a_property_that_is_called_like_a_definition_is_frozen_too() {
        String before =
                "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#/$defs/a\"}},\"$defs\":{\"a\":{\"type\":\"string\"}}}";
        String changed = before.replace("\"#/$defs/a\"", "\"#/$defs/b\"");

        assertThat(parts(before)).containsOnlyKeys("x", "x/a", "x/properties/a");
        assertThat(parts(changed))
                .doesNotContainEntry("x/properties/a", parts(before).get("x/properties/a"));
    }

    private static Map<String, String> approved() throws IOException {
        Map<String, String> lines = new TreeMap<>();
        for (String line : Files.readAllLines(LIST)) {
            String[] digestAndPart = line.split(" {2}", 2);
            lines.put(digestAndPart[1], digestAndPart[0]);
        }
        return lines;
    }

    private static Map<String, String> partsNow() throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                String name = file.getFileName().toString();
                add(parts, name, SORTED.readTree(Files.readString(file)));
            }
        }
        return parts;
    }

    private static Map<String, String> parts(String schema) {
        Map<String, String> parts = new TreeMap<>();
        add(parts, "x", SORTED.readTree(schema));
        return parts;
    }

    private static void add(Map<String, String> parts, String place, JsonNode schema) {
        ObjectNode frame = (ObjectNode) schema.deepCopy();
        frame.remove(List.of("description", "properties", "$defs"));
        assertThat(parts.put(place, digest(canonical(frame))))
                .as("two parts are called %s, and only one of them would be frozen", place)
                .isNull();
        JsonNode definitions = schema.path("$defs");
        schema.path("properties").properties().forEach(entry -> {
            // What all properties of a kind have in common is often called like one of them.
            String group = definitions.has(entry.getKey()) ? "/properties/" : "/";
            add(parts, place + group + entry.getKey(), entry.getValue());
        });
        definitions.properties().forEach(entry -> add(parts, place + "/" + entry.getKey(), entry.getValue()));
    }

    private static String canonical(JsonNode node) {
        return SORTED.writeValueAsString(SORTED.treeToValue(node, Object.class));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
