package org.lianzhi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same people sign in to the standalone and, by Keycloak, to the compose file, and look the same to the services. */
class DemoUsersTest {

    private static final Path REALM = Path.of("..", "docs", "keycloak", "lianzhi-realm.json");

    private final JsonNode realm = JsonMapper.shared().readTree(REALM.toFile());

    @Test
    void both_providers_know_the_same_people() throws IOException {
        assertThat(ofKeycloak()).isNotEmpty().isEqualTo(ofStandalone());
    }

    @Test
    void the_realm_puts_into_tokens_what_the_services_demand() {
        JsonNode client = realm.path("clients").path(0);
        assertThat(client.path("clientId").asString()).isEqualTo("lianzhi-portal");
        Map<String, String> accessClaims = new TreeMap<>();
        for (JsonNode mapper : client.path("protocolMappers")) {
            JsonNode config = mapper.path("config");
            if (config.path("access.token.claim").asString().equals("true")) {
                accessClaims.put(
                        config.path("claim.name").asString(mapper.path("name").asString()),
                        config.path("included.custom.audience").asString(""));
            }
        }
        assertThat(accessClaims).containsOnlyKeys("audience", "bureau", "roles", "side");
        assertThat(accessClaims).containsEntry("audience", "lianzhi");
    }

    @Test
    void the_portal_of_the_compose_file_knows_their_names() throws IOException {
        Map<String, String> names = new TreeMap<>();
        for (JsonNode colleague :
                portalOfCompose().path("lianzhi").path("portal").path("colleagues")) {
            names.put(
                    colleague.path("person").asString(),
                    colleague.path("name").asString() + colleague.path("bureau").asString());
        }
        Map<String, String> expected = new TreeMap<>();
        ofKeycloak()
                .values()
                .forEach(person -> expected.put(
                        String.valueOf(person.get("subject")),
                        String.valueOf(person.get("name")) + person.get("bureau")));
        assertThat(names).isNotEmpty().isEqualTo(expected);
    }

    private static JsonNode portalOfCompose() throws IOException {
        String json = yaml(Files.readString(Path.of("..", "..", "docker-compose.yml")))
                .path("services")
                .path("web-portal")
                .path("environment")
                .path("SPRING_APPLICATION_JSON")
                .asString();
        return JsonMapper.shared().readTree(json);
    }

    private static JsonNode yaml(String text) {
        Object loaded = new Yaml().load(text);
        return JsonMapper.shared().valueToTree(loaded);
    }

    private Map<String, Map<String, Object>> ofKeycloak() {
        Map<String, Map<String, Object>> people = new TreeMap<>();
        for (JsonNode user : realm.path("users")) {
            JsonNode attributes = user.path("attributes");
            people.put(
                    user.path("username").asString(),
                    person(
                            user.path("id").asString(),
                            user.path("firstName").asString(),
                            attributes.path("side").path(0).asString(),
                            attributes.path("bureau").path(0).asString(),
                            attributes.path("office").path(0).asString(),
                            user.path("realmRoles")
                                    .valueStream()
                                    .map(JsonNode::asString)
                                    .toList()));
        }
        return people;
    }

    private static Map<String, Map<String, Object>> ofStandalone() throws IOException {
        Path file = Path.of("..", "standalone", "src", "main", "resources", "identity-provider.yml");
        Map<String, Map<String, Object>> people = new TreeMap<>();
        for (JsonNode user :
                yaml(Files.readString(file)).path("lianzhi").path("demo").path("users")) {
            people.put(
                    user.path("login").asString(),
                    person(
                            user.path("person").asString(),
                            user.path("name").asString(),
                            user.path("side").asString(),
                            user.path("bureau").asString(),
                            user.path("office").asString(),
                            strings(user.path("roles"))));
        }
        return people;
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static Map<String, Object> person(
            String subject, String name, String side, String bureau, String office, List<String> roles) {
        return Map.of(
                "subject",
                subject,
                "name",
                name,
                "side",
                side,
                "bureau",
                bureau,
                "office",
                office,
                "roles",
                new TreeSet<>(roles));
    }
}
