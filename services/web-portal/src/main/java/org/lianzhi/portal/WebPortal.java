package org.lianzhi.portal;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the portal alone, or beside other services in one JVM: its settings are in {@code web-portal.yml}. */
@SpringBootApplication
public class WebPortal {

    /** The application without a command line, so that a process with several services can start it with its own properties. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(WebPortal.class).properties("spring.config.name=web-portal");
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }
}
