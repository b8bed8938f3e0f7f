package org.lianzhi.benchmarks;

import java.io.PrintStream;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * A web application of Spring Boot that does nothing: what the time of a start is held against. It configures itself from
 * what the web starter brings; the rest of the common class path is not for it.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
public class EmptyApplication {

    static final String READY = "READY";

    private static final PrintStream OUT = System.out;
    private static final String BOOT = "org.springframework.boot.";
    private static final String WITHOUT = String.join(
            ",",
            "org.lianzhi",
            "org.springdoc",
            "io.github.wimdeblauwe",
            "org.springframework.cloud",
            BOOT + "mongodb",
            BOOT + "data",
            BOOT + "persistence",
            BOOT + "transaction",
            BOOT + "kafka",
            BOOT + "integration",
            BOOT + "thymeleaf",
            BOOT + "security",
            BOOT + "actuate",
            BOOT + "health",
            BOOT + "micrometer",
            BOOT + "validation");

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(EmptyApplication.class)
                .properties(Map.of(
                        "spring.config.name",
                        "none",
                        "server.address",
                        "127.0.0.1",
                        "lianzhi.standalone.without",
                        WITHOUT))
                .run(arguments);
        OUT.println(READY);
    }
}
