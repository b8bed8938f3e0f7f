package org.lianzhi.model.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lianzhi.model.CaseEvent.CaseAcknowledged;
import org.lianzhi.model.PublishedEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every version of every event has one example, one approved form and one schema, and they agree. */
class PublishedLanguageTest {

    private static final Path APPROVED = Path.of("src/test/resources/approved");
    private static final Path SCHEMAS = Path.of("src/main/resources/schemas");
    private static final Path WRITTEN = Path.of("target/written");
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static List<PublishedEvent> examples() {
        return Examples.all();
    }

    @Test
    void every_type_has_exactly_one_example() {
        assertThat(examples().stream().map(PublishedEvent::getClass))
                .as("add an example of a new type to Examples")
                .containsExactlyInAnyOrderElementsOf(WireTypes.all().keySet());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_event_is_written_as_it_was_approved(PublishedEvent event) throws IOException {
        String name = fileOf(event);
        byte[] written = EventJson.write(event).getBytes(StandardCharsets.UTF_8);
        Path approved = APPROVED.resolve(name);
        if (Files.exists(approved) && new String(written, StandardCharsets.UTF_8).equals(Files.readString(approved))) {
            return;
        }
        Files.createDirectories(WRITTEN);
        Files.write(WRITTEN.resolve(name), written);
        fail(
                "%s is not written as in %s; see target/written. If the type is new, copy that file there. If it was"
                        + " published, never edit the approved file: journals and the other side hold events like it."
                        + " Undo the change, or register a new version with its own approved file and an upcaster.",
                name, approved);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void what_was_approved_is_still_read(PublishedEvent event) throws IOException {
        String approved = Files.readString(APPROVED.resolve(fileOf(event)));
        assertThat(EventJson.read(WireTypes.of(event).toString(), approved)).isEqualTo(Optional.of(event));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_event_fits_its_schema(PublishedEvent event) throws IOException {
        assertThat(faults(fileOf(event), EventJson.write(event))).isEmpty();
    }

    @Test
    void a_schema_refuses_what_lacks_a_part_or_has_an_unknown_code() throws IOException {
        String signed = "case.closure-signed.v1.json";
        String digest = "0".repeat(64);
        assertThat(faults(signed, "{\"digest\":\"%s\",\"epoch\":1}".formatted(digest)))
                .isNotEmpty();
        assertThat(faults(signed, "{\"digest\":\"%s\",\"epoch\":1,\"outcome\":\"fixed\"}".formatted(digest)))
                .isNotEmpty();
        assertThat(faults(signed, "{\"digest\":\"not hex\",\"epoch\":1,\"outcome\":\"handed-on\"}"))
                .isNotEmpty();
    }

    @Test
    void a_schema_lets_pass_what_a_later_program_added() throws IOException {
        assertThat(faults("case.acknowledged.v1.json", "{\"bureau\":\"451123-branch\",\"added\":{\"later\":1}}"))
                .isEmpty();
    }

    @Test
    void there_is_a_schema_and_an_approved_form_for_each_type_and_none_besides() throws IOException {
        assertThat(misfits(WireTypes.PUBLISHED, jsonFiles(SCHEMAS))).isEmpty();
        assertThat(misfits(WireTypes.PUBLISHED, jsonFiles(APPROVED))).isEmpty();
    }

    /**
     * Also of versions that are not written any more: journals and the other side hold them. What is read of them is whole:
     * in the present form it says all that its schema requires.
     */
    @Test
    void every_version_that_was_ever_approved_is_still_read() throws IOException {
        for (String file : jsonFiles(APPROVED)) {
            String type = file.substring(0, file.length() - ".json".length());
            String approved = Files.readString(APPROVED.resolve(file));
            PublishedEvent read = EventJson.read(type, approved).orElseThrow(() -> new AssertionError(type));
            assertThat(faults(file, approved)).as(type).isEmpty();
            assertThat(faults(fileOf(read), EventJson.write(read)))
                    .as("%s in its present form", type)
                    .isEmpty();
        }
    }

    /** A part that an example leaves out would travel without a word in any schema. */
    @ParameterizedTest
    @MethodSource("examples")
    void every_part_of_an_event_is_described(PublishedEvent event) throws IOException {
        JsonNode schema = JsonMapper.shared().readTree(Files.readString(SCHEMAS.resolve(fileOf(event))));
        assertThat(undescribed(event.getClass(), schema, schema)).isEmpty();
    }

    private static List<String> undescribed(Class<?> type, JsonNode described, JsonNode schema) {
        if (described.path("type").asString().equals("string")) {
            // Written as one value, as a side is.
            return List.of();
        }
        List<String> missing = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            JsonNode property = described.path("properties").path(component.getName());
            if (property.isMissingNode()) {
                missing.add(type.getSimpleName() + "." + component.getName());
            } else if (component.getType().isRecord()) {
                missing.addAll(undescribed(component.getType(), followed(property, schema), schema));
            } else if (component.getGenericType() instanceof ParameterizedType list
                    && list.getActualTypeArguments()[0] instanceof Class<?> item
                    && item.isRecord()) {
                missing.addAll(undescribed(item, followed(property.path("items"), schema), schema));
            }
        }
        return missing;
    }

    private static JsonNode followed(JsonNode property, JsonNode schema) {
        return property.has("$ref") ? schema.at(property.path("$ref").asString().substring(1)) : property;
    }

    @Test
    void an_old_version_may_neither_go_nor_be_left_without_a_way_to_the_new_one() {
        List<String> both = List.of("case.acknowledged.v1.json", "case.acknowledged.v2.json");
        WireTable forgotten = new WireTable().register(CaseAcknowledged.class, "case.acknowledged");
        WireTable done =
                new WireTable().register(CaseAcknowledged.class, "case.acknowledged", 2, List.of(first -> first));

        assertThat(misfits(forgotten, both))
                .as("a second version was approved and the table does not know it")
                .containsExactly("case.acknowledged.v2.json");
        assertThat(misfits(done, both)).isEmpty();
        assertThat(misfits(done, List.of("case.acknowledged.v2.json")))
                .as("the first one was taken away")
                .containsExactly("case.acknowledged.v1.json");
    }

    /** Files without a type that is read, and types that are read and have no file. */
    private static List<String> misfits(WireTable table, List<String> files) {
        Set<String> misfits = new TreeSet<>(files);
        table.read().stream().map(type -> type + ".json").forEach(name -> {
            if (!misfits.remove(name)) {
                misfits.add(name);
            }
        });
        return List.copyOf(misfits);
    }

    private static List<String> jsonFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> faults(String schema, String json) throws IOException {
        return REGISTRY.getSchema(Files.readString(SCHEMAS.resolve(schema))).validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static String fileOf(PublishedEvent event) {
        return WireTypes.of(event) + ".json";
    }
}
