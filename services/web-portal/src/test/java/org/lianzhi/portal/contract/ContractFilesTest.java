package org.lianzhi.portal.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lianzhi.model.wire.WireTypes;
import org.lianzhi.portal.OnStubServices;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yaml.snakeyaml.Yaml;

class ContractFilesTest extends OnStubServices {

    @Test
    void anybody_reads_the_description_of_the_events_as_it_stands_in_the_repository() throws Exception {
        var answer = pages.get().uri("/asyncapi.yaml").exchange();

        assertThat(answer).hasStatusOk().headers().hasValue(HttpHeaders.CONTENT_TYPE, "application/yaml;charset=UTF-8");
        Map<String, Object> served = new Yaml().load(body(answer));
        Map<String, Object> kept = new Yaml().load(Files.readString(Path.of("../docs/asyncapi.yaml")));
        assertThat(served).containsEntry("asyncapi", "3.0.0").containsOnlyKeys(kept.keySet());
        assertThat(served.get("channels")).isEqualTo(kept.get("channels"));
    }

    @Test
    void every_reference_to_a_schema_leads_to_one() throws Exception {
        List<String> references = new ArrayList<>();
        collect(new Yaml().load(body(pages.get().uri("/asyncapi.yaml").exchange())), references);

        assertThat(references)
                .hasSize(WireTypes.read().size())
                .allSatisfy(reference -> assertThat(pages.get().uri("/" + reference))
                        .as(reference)
                        .hasStatusOk()
                        .bodyText()
                        .contains("\"properties\""));
    }

    @Test
    void nothing_else_is_served_from_there() {
        assertThat(pages.get().uri("/schemas/case.none-such.v1.json")).hasStatus(404);
        assertThat(pages.get().uri("/schemas/approved.sha256")).hasStatus(404);
    }

    @Test
    void the_help_page_leads_there() {
        assertThat(pages.get().uri("/help")).hasStatusOk().bodyText().contains("href=\"/asyncapi.yaml\"");
    }

    private static String body(MvcTestResult answer) throws IOException {
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private static void collect(Object node, List<String> schemas) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if ("$ref".equals(name) && !String.valueOf(value).startsWith("#")) {
                    schemas.add(String.valueOf(value));
                }
                collect(value, schemas);
            });
        } else if (node instanceof List<?> list) {
            list.forEach(value -> collect(value, schemas));
        }
    }
}
