package org.lianzhi.standalone;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.lianzhi.standalone.identity.DemoUser;
import org.lianzhi.standalone.identity.DemoUsers;

/**
 * What each part is told about those around it.
 *
 * @param ports of the services behind the portal, by name
 */
record ServiceSettings(
        String brokers,
        String store,
        Path keys,
        int portalPort,
        int identityPort,
        DemoSecrets secrets,
        Map<String, Integer> ports) {

    private static final String BOOT = "org.springframework.boot.";
    private static final String CLOUD = "org.springframework.cloud.";
    private static final String IDENTITY_SERVER = BOOT + "security.oauth2.server.authorization";
    private static final String IDENTITY_CLIENT = BOOT + "security.oauth2.client";
    private static final String RESOURCE_SERVER = BOOT + "security.oauth2.server.resource";
    private static final String STORE = BOOT + "mongodb," + BOOT + "data.mongodb";
    private static final String STREAM = CLOUD + "stream," + CLOUD + "function";
    private static final String BROKER = BOOT + "kafka," + STREAM;
    private static final String PAGES = BOOT + "thymeleaf,io.github.wimdeblauwe";
    private static final String OWN = "org.lianzhi.journal,org.lianzhi.kit";

    Map<String, Object> ofIdentityProvider() {
        Map<String, Object> settings = common(
                identityPort, String.join(",", STORE, BROKER, OWN, IDENTITY_CLIENT, RESOURCE_SERVER, "org.springdoc"));
        settings.put("lianzhi.identity.issuer", local(identityPort));
        settings.put("lianzhi.identity.portal", local(portalPort));
        settings.put("lianzhi.identity.client-secret", secrets.client());
        settings.put("lianzhi.identity.keys", keys.toString());
        return settings;
    }

    /** As the browser calls it. */
    private static String local(int port) {
        return "http://localhost:" + port;
    }

    Map<String, Object> of(String name) {
        Integer port = ports.get(name);
        if (port == null) {
            throw new IllegalArgumentException("no port for " + name);
        }
        Map<String, Object> settings = ofService(name, port, brokers, store, keys);
        settings.put("lianzhi.identity.issuer", local(identityPort));
        return settings;
    }

    /** Of one of the services without pages, apart from whose tokens it believes. */
    static Map<String, Object> ofService(String name, int port, String brokers, String store, Path keys) {
        Map<String, Object> settings = common(port, String.join(",", PAGES, IDENTITY_SERVER, IDENTITY_CLIENT));
        settings.put("spring.mongodb.uri", store);
        settings.put("spring.mongodb.database", name);
        settings.put("spring.kafka.bootstrap-servers", brokers);
        settings.put("spring.cloud.stream.kafka.binder.brokers", brokers);
        settings.put("lianzhi.vault.keys", keys.toString());
        // Beside the keys and in no backup, see FolderContents: what was erased stays so whatever is restored.
        settings.put("lianzhi.vault.register", keys.resolveSibling("register").toString());
        settings.put("lianzhi.checkpoints.keys", keys.toString());
        settings.put("lianzhi.checkpoints.every", "1m");
        settings.put("lianzhi.evidence.known", keys.toString());
        return settings;
    }

    Map<String, Object> ofPortal(DemoUsers users) {
        Map<String, Object> settings = common(
                portalPort, String.join(",", STORE, STREAM, OWN, IDENTITY_SERVER, RESOURCE_SERVER, "org.springdoc"));
        settings.put("spring.kafka.bootstrap-servers", brokers);
        settings.put("spring.security.oauth2.client.registration.lianzhi.client-id", "lianzhi-portal");
        settings.put("spring.security.oauth2.client.registration.lianzhi.client-secret", secrets.client());
        settings.put("spring.security.oauth2.client.provider.lianzhi.issuer-uri", local(identityPort));
        settings.put("lianzhi.portal.demo", true);
        settings.putAll(colleagues(users));
        ports.forEach((name, port) -> settings.put("lianzhi.services." + name, "http://127.0.0.1:" + port));
        return settings;
    }

    private static Map<String, Object> colleagues(DemoUsers users) {
        Map<String, Object> settings = new HashMap<>();
        for (DemoUser user : users.users()) {
            String prefix = "lianzhi.portal.colleagues[" + settings.size() / 3 + "].";
            settings.put(prefix + "person", user.person());
            settings.put(prefix + "name", user.name());
            settings.put(prefix + "bureau", user.bureau());
        }
        return settings;
    }

    private static Map<String, Object> common(int port, String without) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", port);
        settings.put(OwnModulesOnly.WITHOUT, without);
        settings.put("server.address", "127.0.0.1");
        settings.put("spring.jmx.enabled", false);
        settings.put("spring.lifecycle.timeout-per-shutdown-phase", "5s");
        // Logging is set up once for the whole process, by logback.xml.
        settings.put("spring.main.banner-mode", "off");
        return settings;
    }
}
