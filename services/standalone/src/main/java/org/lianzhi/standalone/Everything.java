package org.lianzhi.standalone;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.lianzhi.embedded.BrokerSettings;
import org.lianzhi.embedded.DataFolder;
import org.lianzhi.embedded.EmbeddedStore;
import org.lianzhi.embedded.PortTaken;
import org.lianzhi.embedded.Ports;
import org.lianzhi.embedded.StoreSettings;
import org.lianzhi.intake.ReportIntake;
import org.lianzhi.investigation.JointInvestigation;
import org.lianzhi.notification.Notification;
import org.lianzhi.portal.WebPortal;
import org.lianzhi.standalone.identity.DemoUsers;
import org.lianzhi.standalone.identity.IdentityProvider;
import org.lianzhi.timeline.SupervisorTimeline;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the parts, tells of each, and waits until somebody ends it. */
final class Everything {

    private static final String DATA_FOLDER = "data folder";
    private static final String STORE = "store";
    private static final String BROKER = "broker";
    private static final String IDENTITY_PROVIDER = "identity provider";
    private static final String REPORT_INTAKE = "report intake";
    private static final String JOINT_INVESTIGATION = "joint investigation";
    private static final String NOTIFICATION = "notification";
    private static final String SUPERVISOR_TIMELINE = "supervisor timeline";
    private static final String WEB_PORTAL = "web portal";

    /** Each behind those that it uses. */
    private static final List<String> ORDER = List.of(
            DATA_FOLDER,
            STORE,
            BROKER,
            IDENTITY_PROVIDER,
            REPORT_INTAKE,
            JOINT_INVESTIGATION,
            NOTIFICATION,
            SUPERVISOR_TIMELINE,
            WEB_PORTAL);

    private final Path data;
    private final int portalPort;
    private final int identityPort;
    private final PrintStream out;
    private final Parts parts;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final long begin = System.nanoTime();
    private volatile boolean ready;

    Everything(Path data, int portalPort, int identityPort, PrintStream out) {
        this.data = data;
        this.portalPort = portalPort;
        this.identityPort = identityPort;
        this.out = out;
        this.parts = new Parts(ORDER, out);
    }

    /** Returns when everything has stopped again. */
    void run() throws InterruptedException {
        requireFree(portalPort, "portal", "--port");
        requireFree(identityPort, "identity provider", "--identity-port");
        // Ctrl-C may come at any time, also while parts are still starting.
        Thread hook = new Thread(this::stop, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            start();
        } catch (RuntimeException e) {
            parts.stop();
            throw e;
        }
        stopped.await();
    }

    /** Looked at before anything is started, so that nothing has to be taken back. */
    private static void requireFree(int port, String part, String option) {
        try {
            Ports.requireFree(port);
        } catch (PortTaken e) {
            throw new PartFailed(
                    "Port " + port + " for the " + part
                            + " is taken: stop the other program, or choose another port with " + option + "=PORT.",
                    e);
        }
    }

    private void start() {
        DataFolder folder = parts.start(DATA_FOLDER, () -> DataFolder.open(data));
        LogFile.in(data.resolve("logs"));
        // First: damaged data are to be told before anything else is started.
        EmbeddedStore store = parts.start(STORE, () -> EmbeddedStore.start(StoreSettings.in(folder.store())));
        PartPorts ports = PartPorts.pick(portalPort, identityPort);
        BrokerSettings broker = BrokerSettings.in(folder.broker())
                .withClusterId(folder.clusterId())
                .withPort(ports.broker())
                .apartFrom(ports.all());
        ServiceSettings settings = new ServiceSettings(
                broker.bootstrapServers(),
                store.uri(),
                folder.keys(),
                portalPort,
                identityPort,
                DemoSecrets.in(folder.keys()),
                ports.services());
        // Who measures it, or looks after it, must find the parts behind the portal.
        LoggerFactory.getLogger(Everything.class)
                .info(
                        "Behind the portal: broker={} store={} {}",
                        settings.brokers(),
                        settings.store(),
                        listed(settings.ports()));
        // Reports are accepted as soon as they can be stored: a service needs the broker at the end of its start only,
        // and the identity provider when somebody with a token calls.
        Both.of(
                () -> parts.start(BROKER, () -> BrokerWatch.start(broker)),
                () -> service(REPORT_INTAKE, ReportIntake.class, "report-intake", settings));
        DemoUsers users = Both.of(
                () -> context(
                                IDENTITY_PROVIDER,
                                IdentityProvider.class,
                                "identity-provider",
                                settings.ofIdentityProvider())
                        .getBean(DemoUsers.class),
                () -> {
                    service(JOINT_INVESTIGATION, JointInvestigation.class, "joint-investigation", settings);
                    service(NOTIFICATION, Notification.class, "notification", settings);
                    service(SUPERVISOR_TIMELINE, SupervisorTimeline.class, "supervisor-timeline", settings);
                });
        context(WEB_PORTAL, WebPortal.class, "web-portal", settings.ofPortal(users));
        ready = true;
        out.println(Banner.of(portalPort, data, System.nanoTime() - begin));
    }

    private static String listed(Map<String, Integer> ports) {
        return ports.entrySet().stream()
                .map(port -> port.getKey() + "=http://127.0.0.1:" + port.getValue())
                .collect(Collectors.joining(" "));
    }

    private void service(String part, Class<?> main, String name, ServiceSettings settings) {
        context(part, main, name, settings.of(name));
    }

    private ConfigurableApplicationContext context(
            String part, Class<?> main, String name, Map<String, Object> settings) {
        return parts.start(part, () -> ServiceContext.start(main, name, settings));
    }

    private void stop() {
        if (ready) {
            out.println("Stopping ...");
        }
        parts.stop();
        if (ready) {
            out.println("Stopped. The data are in " + data);
        }
        stopped.countDown();
    }
}
