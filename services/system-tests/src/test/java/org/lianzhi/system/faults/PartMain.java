package org.lianzhi.system.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.lianzhi.embedded.BrokerSettings;
import org.lianzhi.embedded.Durability;
import org.lianzhi.embedded.EmbeddedBroker;
import org.lianzhi.embedded.EmbeddedStore;
import org.lianzhi.embedded.StoreSettings;
import org.lianzhi.intake.ReportIntake;
import org.lianzhi.investigation.JointInvestigation;
import org.lianzhi.notification.Notification;
import org.lianzhi.standalone.ServiceContext;
import org.lianzhi.timeline.SupervisorTimeline;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One process of the running whole: a broker, a store, some services, or all together. It is told what to be by a file of
 * properties, says {@code READY}, and then takes orders on its input, a line each.
 */
final class PartMain {

    static final String READY = "READY";

    private static final Map<String, Class<?>> SERVICES = Map.of(
            "report-intake", ReportIntake.class,
            "joint-investigation", JointInvestigation.class,
            "notification", Notification.class,
            "supervisor-timeline", SupervisorTimeline.class);

    private static final Map<String, ConfigurableApplicationContext> RUNNING = new LinkedHashMap<>();

    private PartMain() {}

    public static void main(String[] arguments) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(arguments[0]))) {
            properties.load(reader);
        }
        Sabotage.begin(properties.getProperty("sabotage", ""));
        try {
            for (String part : properties.getProperty("parts").split(",")) {
                start(part, properties);
            }
        } catch (RuntimeException e) {
            e.printStackTrace();
            // Threads of parts that did start would keep it alive.
            Runtime.getRuntime().halt(1);
        }
        System.out.println(READY);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            obey(order);
            System.out.println("DONE " + order);
        }
        // Who started this process is gone.
        Runtime.getRuntime().halt(0);
    }

    private static void start(String part, Properties properties) {
        switch (part) {
            case "broker" ->
                EmbeddedBroker.start(BrokerSettings.in(Path.of(properties.getProperty("broker.folder")))
                        .withPort(number(properties, "broker.port")));
            case "store" ->
                EmbeddedStore.start(StoreSettings.in(Path.of(properties.getProperty("store.folder")))
                        .withPort(number(properties, "store.port"))
                        .withDurability(Durability.valueOf(properties.getProperty("store.durability"))));
            default -> RUNNING.put(part, service(part, properties));
        }
    }

    private static ConfigurableApplicationContext service(String name, Properties properties) {
        Class<?> main = SERVICES.get(name);
        if (main == null) {
            throw new IllegalArgumentException(name);
        }
        Map<String, Object> more = new HashMap<>();
        List.of("", name + ":")
                .forEach(prefix -> properties.stringPropertyNames().stream()
                        .filter(key -> key.startsWith(prefix + "lianzhi.") || key.startsWith(prefix + "spring."))
                        .forEach(key -> more.put(key.substring(prefix.length()), properties.getProperty(key))));
        return ServiceContext.start(
                main,
                name,
                number(properties, name + ".port"),
                "127.0.0.1:" + number(properties, "broker.port"),
                properties.getProperty("store.uri"),
                Path.of(properties.getProperty("keys.folder")),
                more);
    }

    private static int number(Properties properties, String key) {
        return Integer.parseInt(properties.getProperty(key));
    }

    private static void obey(String order) {
        switch (order) {
            case "leave" -> bindings(false);
            case "join" -> bindings(true);
            default -> Sabotage.order(order);
        }
    }

    private static void bindings(boolean on) {
        RUNNING.values().forEach(context -> {
            BindingsLifecycleController bindings = context.getBean(BindingsLifecycleController.class);
            var state = on ? BindingsLifecycleController.State.STARTED : BindingsLifecycleController.State.STOPPED;
            context.getBean(BindingServiceProperties.class)
                    .getBindings()
                    .keySet()
                    .forEach(name -> bindings.changeState(name, state));
        });
    }
}
