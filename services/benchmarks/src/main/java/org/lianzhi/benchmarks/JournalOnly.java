package org.lianzhi.benchmarks;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A service that has a journal and a relay and nothing else, in this process. */
@SpringBootConfiguration
@EnableAutoConfiguration
class JournalOnly {

    static final String DATABASE = "journal-only";

    /** What only the peers bring onto the class path. */
    static final String PEERS = "org.springframework.modulith,org.springframework.boot.jdbc";

    static final String WITHOUT_PAGES = "org.lianzhi.kit,org.springdoc,io.github.wimdeblauwe,"
            + "org.springframework.boot.thymeleaf,org.springframework.boot.security";

    /** @param more settings beside those of every service */
    static ConfigurableApplicationContext start(Bare bare, Map<String, Object> more) {
        return start(bare.broker(), bare.storeUri(), more);
    }

    static ConfigurableApplicationContext start(String broker, String store, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("spring.mongodb.uri", store);
        settings.put("spring.mongodb.database", DATABASE);
        settings.put("spring.kafka.bootstrap-servers", broker);
        settings.put("spring.cloud.stream.kafka.binder.brokers", broker);
        settings.put("spring.cloud.stream.kafka.binder.auto-create-topics", false);
        // Its function is of no use without streams that are asked for.
        settings.put("spring.cloud.function.definition", "");
        settings.put("spring.cloud.stream.function.autodetect", false);
        settings.put("lianzhi.journal.topics.report", "internal.reports");
        settings.put("management.health.mongodb.enabled", false);
        settings.put("spring.jmx.enabled", false);
        settings.put("lianzhi.standalone.without", WITHOUT_PAGES + "," + PEERS);
        return new SpringApplicationBuilder(JournalOnly.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("benchmark", settings)))
                .run();
    }
}
