package org.lianzhi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the compose file promises, as far as it can be read without an engine. */
class ComposeTest {

    private final JsonNode file = read();

    private static JsonNode read() {
        try {
            Object loaded = new Yaml().load(Files.readString(Path.of("..", "..", "docker-compose.yml")));
            return JsonMapper.shared().valueToTree(loaded);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everything_comes_back_after_the_machine_was_started_again() {
        assertThat(file.path("services").valueStream())
                .hasSize(8)
                .extracting(service -> service.path("restart").asString(""))
                .containsOnly("unless-stopped");
    }

    @ParameterizedTest
    @CsvSource({"kafka,/var/lib/kafka/data", "mongo,/data/db", "keycloak,/opt/keycloak/data"})
    void what_others_keep_for_the_services_lies_in_a_volume(String service, String folder) {
        List<String> volumes = file.path("services")
                .path(service)
                .path("volumes")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        assertThat(volumes).contains(service + ":" + folder);
        assertThat(file.path("volumes").has(service)).isTrue();
    }
}
