package org.lianzhi.standalone;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** One service as a Spring context of its own; the class path is common to all, everything else is not. */
public final class ServiceContext {

    private ServiceContext() {}

    /**
     * Starts a service without pages, with its broker and store elsewhere.
     *
     * @param more settings, stronger than the usual ones
     */
    public static ConfigurableApplicationContext start(
            Class<?> main, String name, int port, String brokers, String store, Path keys, Map<String, Object> more) {
        Map<String, Object> settings = ServiceSettings.ofService(name, port, brokers, store, keys);
        settings.putAll(more);
        return start(main, name, settings);
    }

    /**
     * Starts a service.
     *
     * @param name of its configuration file
     * @param settings stronger than the file, the environment and the system properties: a SERVER_PORT that happens to be
     *     set must not send all services to one port
     */
    static ConfigurableApplicationContext start(Class<?> main, String name, Map<String, Object> settings) {
        SpringApplication application = new SpringApplicationBuilder(main)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                // On the embedded store a sweep reads the whole journal: at a start only, unless somebody asks for
                // more.
                .properties(Map.of("spring.config.name", name, "lianzhi.journal.sweep-every", "0s"))
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("standalone", settings)))
                .build();
        try {
            return application.run();
        } catch (PortInUseException e) {
            throw new PartFailed("Port " + e.getPort() + " is taken: stop the other program and start again.", e);
        }
    }
}
