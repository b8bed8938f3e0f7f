package org.lianzhi.model.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.lianzhi.model.PublishedEvent;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one JSON form of an event: names sorted, no blanks, nothing for null, instants in ISO 8601 UTC. The bytes are what
 * the hash chain covers, so they are written once and never again.
 */
public final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            // Without this the components of a record come first, in the order in which they are declared.
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private EventJson() {}

    public static String write(PublishedEvent event) {
        return MAPPER.writeValueAsString(event);
    }

    /** The same form for a record that is no event, such as what is signed. */
    public static String writeRecord(Record content) {
        return MAPPER.writeValueAsString(content);
    }

    /**
     * Reads what {@link #writeRecord} wrote.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static <T extends Record> T readRecord(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a " + type.getSimpleName(), e);
        }
    }

    /** The same form for any record, without one of its components. */
    static String writeWithout(String component, Object content) {
        JsonNode tree = MAPPER.valueToTree(content);
        if (tree instanceof ObjectNode object) {
            object.remove(component);
        }
        return MAPPER.writeValueAsString(tree);
    }

    /**
     * Reads an event in its present form, whatever version it was written in. The text itself stays as it is kept.
     *
     * @param wireType as in {@code ce_type}
     * @return empty for a type that this version does not know, which a reader passes over
     * @throws UnreadableEvent for a known type whose data do not fit or that is of a later version: a reader who passed it
     *     over would hold something to be so that is not
     */
    public static Optional<PublishedEvent> read(String wireType, byte[] json) {
        return read(WireTypes.PUBLISHED, wireType, json);
    }

    static Optional<PublishedEvent> read(WireTable table, String wireType, byte[] json) {
        return table.wayOf(wireType).map(way -> {
            try {
                return way.upcasters().isEmpty()
                        ? MAPPER.readValue(json, way.type())
                        : MAPPER.treeToValue(upcast(way, MAPPER.readTree(json)), way.type());
            } catch (RuntimeException e) {
                // Jackson's own, and whatever an upcaster stumbles over.
                throw UnreadableEvent.misfit(wireType, e);
            }
        });
    }

    private static ObjectNode upcast(WireTable.Way way, JsonNode written) {
        if (!(written instanceof ObjectNode data)) {
            throw new IllegalArgumentException("the data of an event are an object");
        }
        ObjectNode now = data;
        for (Upcaster upcaster : way.upcasters()) {
            now = upcaster.up(now);
        }
        return now;
    }

    /** As {@link #read(String, byte[])}, for the text that the journal keeps. */
    public static Optional<PublishedEvent> read(String wireType, String json) {
        return read(wireType, json.getBytes(StandardCharsets.UTF_8));
    }
}
