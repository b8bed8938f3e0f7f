package org.lianzhi.model.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The description of the topics is kept by hand; it tells of every event, of nothing else, and points at files that exist. What
 * was published once stands on the topics for ever, so it tells of the older versions, too.
 */
class AsyncApiTest {

    private static final Path FILE = Path.of("../services/docs/asyncapi.yaml");
    private static final JsonNode API = YAMLMapper.shared().readTree(FILE.toFile());
    private static final Map<String, String> CHANNEL_OF = Map.of(
            "case", "cases",
            "report", "reports",
            "notice", "notices",
            "checkpoint", "checkpoints",
            "supervision", "supervision",
            "access", "supervision",
            "desk", "supervision");

    /** Not an event: a request of one consumer. */
    private static final String REQUEST = "republish-request";

    @Test
    void every_event_is_described_and_nothing_else() {
        assertThat(API.path("components").path("messages").properties().stream()
                        .map(message -> message.getValue().path("name").asString())
                        .filter(name -> !name.equals(REQUEST)))
                .containsExactlyInAnyOrderElementsOf(WireTypes.read());
    }

    @Test
    void every_event_stands_on_the_topic_of_its_kind() {
        Set.copyOf(CHANNEL_OF.values())
                .forEach(channel -> assertThat(namesOn(channel))
                        .containsExactlyInAnyOrderElementsOf(WireTypes.read().stream()
                                .filter(type -> channel.equals(CHANNEL_OF.get(type.substring(0, type.indexOf('.')))))
                                .toList()));
        assertThat(namesOn("republish")).containsExactly(REQUEST);
    }

    @Test
    void the_topics_are_those_of_the_services_and_the_one_on_which_they_are_asked_to_send_again() throws IOException {
        Set<String> topics = new TreeSet<>(Set.of("{side}.internal.republish"));
        try (Stream<Path> services = Files.list(Path.of("../services"))) {
            services.map(service -> service.resolve("src/main/resources/" + service.getFileName() + ".yml"))
                    .filter(Files::exists)
                    .flatMap(settings ->
                            YAMLMapper.shared()
                                    .readTree(settings.toFile())
                                    .at("/lianzhi/journal/topics")
                                    .values()
                                    .stream())
                    .forEach(topic -> topics.add("{side}." + topic.asString()));
        }
        assertThat(topics).hasSizeGreaterThan(4);
        assertThat(API.path("channels").properties().stream()
                        .map(channel -> channel.getValue().path("address").asString()))
                .containsExactlyInAnyOrderElementsOf(topics);
    }

    @Test
    void no_two_events_are_told_in_the_same_words() {
        assertThat(API.path("components").path("messages").properties().stream()
                        .map(message -> message.getValue().path("summary").asString()))
                .doesNotContain("")
                .doesNotHaveDuplicates();
    }

    @Test
    void every_event_has_the_headers_of_a_cloud_event_and_its_own_schema() {
        API.path("components").path("messages").forEach(message -> {
            String name = message.path("name").asString();
            if (name.equals(REQUEST)) {
                return;
            }
            assertThat(message.at("/traits/0/$ref").asString()).isEqualTo("#/components/messageTraits/cloudEvent");
            String schema = message.at("/payload/$ref").asString();
            assertThat(schema).endsWith("/schemas/" + name + ".json");
            assertThat(Files.exists(FILE.resolveSibling(schema))).as(schema).isTrue();
        });
    }

    @Test
    void every_reference_within_the_file_leads_somewhere() {
        List<String> references = new ArrayList<>();
        API.findValues("$ref").forEach(value -> references.add(value.asString()));
        assertThat(references)
                .isNotEmpty()
                .filteredOn(reference -> reference.startsWith("#"))
                .allSatisfy(
                        reference -> assertThat(API.at(reference.substring(1)).isMissingNode())
                                .isFalse());
    }

    private static List<String> namesOn(String channel) {
        return API.path("channels").path(channel).path("messages").properties().stream()
                .map(message ->
                        API.at(message.getValue().path("$ref").asString().substring(1)))
                .map(message -> message.path("name").asString())
                .toList();
    }
}
