package org.lianzhi.standalone;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        this.parts = new Parts(out);
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
        DataFolder folder = parts.start("data folder", () -> DataFolder.open(data));
        LogFile.in(data.resolve("logs"));
        int[] internal = {Ports.pick(), Ports.pick(), Ports.pick(), Ports.pick()};
        // First: damaged data are to be told before anything else is started.
        EmbeddedStore store = parts.start("store", () -> EmbeddedStore.start(StoreSettings.in(folder.store())));
        DemoSecrets secrets = DemoSecrets.in(folder.keys());
        Map<String, Object> ofIdentity =
                ServiceSettings.ofIdentityProvider(folder.keys(), portalPort, identityPort, secrets);
        ServiceSettings settings;
        try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
            Future<String> broker = beside.submit(() -> broker(folder));
            DemoUsers users = context("identity provider", IdentityProvider.class, "identity-provider", ofIdentity)
                    .getBean(DemoUsers.class);
            settings = new ServiceSettings(
                    broker.get(), store.uri(), folder.keys(), portalPort, identityPort, secrets, users);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("Interrupted while starting.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new CompletionException(e.getCause());
        }
        startServices(settings, internal);
        ready = true;
        out.println(Banner.of(portalPort, data, System.nanoTime() - begin));
    }

    private String broker(DataFolder folder) {
        BrokerSettings settings = BrokerSettings.in(folder.broker()).withClusterId(folder.clusterId());
        return parts.start("broker", () -> BrokerWatch.start(settings)).bootstrapServers();
    }

    private void startServices(ServiceSettings settings, int[] internal) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("report-intake", internal[0]);
        ports.put("joint-investigation", internal[1]);
        ports.put("notification", internal[2]);
        ports.put("supervisor-timeline", internal[3]);
        // Who looks after it, and who measures it, must find the parts behind the portal.
        LoggerFactory.getLogger(Everything.class)
                .info("Behind the portal: broker={} store={} {}", settings.brokers(), settings.store(), listed(ports));
        service("report intake", ReportIntake.class, "report-intake", settings, ports);
        service("joint investigation", JointInvestigation.class, "joint-investigation", settings, ports);
        service("notification", Notification.class, "notification", settings, ports);
        service("supervisor timeline", SupervisorTimeline.class, "supervisor-timeline", settings, ports);
        context("web portal", WebPortal.class, "web-portal", settings.ofPortal(ports));
    }

    private static String listed(Map<String, Integer> ports) {
        return ports.entrySet().stream()
                .map(port -> port.getKey() + "=http://127.0.0.1:" + port.getValue())
                .collect(Collectors.joining(" "));
    }

    private void service(
            String part, Class<?> main, String name, ServiceSettings settings, Map<String, Integer> ports) {
        context(part, main, name, settings.of(name, ports));
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
