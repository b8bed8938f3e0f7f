package org.lianzhi.portal.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Public: what travels is no secret, only who may read it. */
@RestController
class ContractFiles {

    private static final String YAML = "application/yaml;charset=UTF-8";

    /** Where the file in the repository finds the schemas; from here they are next to it. */
    private static final String SCHEMAS_IN_THE_REPOSITORY = "../../shared-model/src/main/resources/schemas/";

    private static final Pattern SCHEMA = Pattern.compile("[a-z][a-z.-]*\\.v[0-9]+");

    @GetMapping(path = "/asyncapi.yaml", produces = YAML)
    String events() throws IOException {
        return new ClassPathResource("portal-contract/asyncapi.yaml")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace(SCHEMAS_IN_THE_REPOSITORY, "schemas/");
    }

    @GetMapping(path = "/schemas/{type}.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Resource schema(@PathVariable String type) {
        Resource schema = new ClassPathResource("schemas/" + type + ".json");
        if (!SCHEMA.matcher(type).matches() || !schema.exists()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return schema;
    }
}
