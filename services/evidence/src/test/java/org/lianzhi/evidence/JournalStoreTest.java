package org.lianzhi.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.core.io.FileSystemResource;

class JournalStoreTest {

    @Test
    void every_kind_that_a_service_owns_is_missed_when_it_is_not_there() throws IOException {
        Map<String, Set<String>> owned = new HashMap<>();
        try (Stream<Path> services = Files.list(Path.of(".."))) {
            for (Path service : services.toList()) {
                Path settings = service.resolve("src/main/resources/" + service.getFileName() + ".yml");
                Set<String> kinds = Files.exists(settings) ? kinds(settings) : Set.of();
                if (!kinds.isEmpty()) {
                    owned.put(service.getFileName().toString(), kinds);
                }
            }
        }
        assertThat(JournalStore.KINDS).isEqualTo(owned);
    }

    private static Set<String> kinds(Path settings) {
        YamlMapFactoryBean yaml = new YamlMapFactoryBean();
        yaml.setResources(new FileSystemResource(settings));
        Object found = yaml.getObject();
        for (String name : List.of("lianzhi", "journal", "topics")) {
            found = found instanceof Map<?, ?> map ? map.get(name) : null;
        }
        Set<String> kinds = new HashSet<>();
        if (found instanceof Map<?, ?> topics) {
            topics.keySet().forEach(kind -> kinds.add(String.valueOf(kind)));
        }
        return kinds;
    }
}
