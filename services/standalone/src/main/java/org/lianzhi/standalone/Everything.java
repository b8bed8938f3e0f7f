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
import org.lianzhi.embedded.BrokerSettings;
import org.lianzhi.embedded.DataFolder;
import org.lianzhi.embedded.EmbeddedStore;
import org.lianzhi.embedded.StoreSettings;
import org.lianzhi.intake.ReportIntake;
import org.lianzhi.investigation.JointInvestigation;
import org.lianzhi.notification.Notification;
import org.lianzhi.portal.WebPortal;
import org.lianzhi.standalone.identity.IdentityProvider;
import org.lianzhi.timeline.SupervisorTimeline;

/** Starts the parts, tells of each, and waits until somebody ends it. */
final class Everything {

    private final Path data;
    private final int portalPort;
    private final int identityPort;
    private final PrintStream out;
    private final Parts parts;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final long begin = System.nanoTime();

    Everything(Path data, int portalPort, int identityPort, PrintStream out) {
        this.data = data;
        this.portalPort = portalPort;
        this.identityPort = identityPort;
        this.out = out;
        this.parts = new Parts(out);
    }

    /** Returns when everything has stopped again. */
    void run() throws InterruptedException {
        Ports.assertFree(portalPort, "portal", "--port");
        Ports.assertFree(identityPort, "identity provider", "--identity-port");
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

    private void start() {
        DataFolder folder = parts.start("data folder", () -> DataFolder.open(data));
        LogFile.in(data.resolve("logs"));
        int[] internal = {Ports.free(), Ports.free(), Ports.free(), Ports.free()};
        ServiceSettings settings;
        // Each of the three keeps the others waiting for a disk or a processor, but not all of the time.
        try (ExecutorService three = Executors.newFixedThreadPool(3)) {
            DemoSecrets secrets = DemoSecrets.in(folder.keys());
            Map<String, Object> ofIdentity =
                    ServiceSettings.ofIdentityProvider(folder.keys(), portalPort, identityPort, secrets);
            Future<String> broker = three.submit(() -> broker(folder));
            Future<String> store =
                    three.submit(() -> parts.start("store", () -> EmbeddedStore.start(StoreSettings.in(folder.store())))
                            .uri());
            three.submit(() -> context("identity provider", IdentityProvider.class, "identity-provider", ofIdentity))
                    .get();
            settings = new ServiceSettings(broker.get(), store.get(), folder.keys(), portalPort, identityPort, secrets);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("Interrupted while starting.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new CompletionException(e.getCause());
        }
        startServices(settings, internal);
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
        service("report intake", ReportIntake.class, "report-intake", settings, ports);
        service("joint investigation", JointInvestigation.class, "joint-investigation", settings, ports);
        service("notification", Notification.class, "notification", settings, ports);
        service("supervisor timeline", SupervisorTimeline.class, "supervisor-timeline", settings, ports);
        context("web portal", WebPortal.class, "web-portal", settings.ofPortal(ports));
    }

    private void service(
            String part, Class<?> main, String name, ServiceSettings settings, Map<String, Integer> ports) {
        context(part, main, name, settings.of(name, ports));
    }

    private AutoCloseable context(String part, Class<?> main, String name, Map<String, Object> settings) {
        return parts.start(part, () -> ServiceContext.start(main, name, settings));
    }

    private void stop() {
        out.println("Stopping ...");
        parts.stop();
        out.println("Stopped. The data are in " + data);
        stopped.countDown();
    }
}
