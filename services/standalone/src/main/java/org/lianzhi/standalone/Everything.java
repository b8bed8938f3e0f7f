package org.lianzhi.standalone;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lianzhi.embedded.BrokerSettings;
import org.lianzhi.embedded.DataFolder;
import org.lianzhi.embedded.EmbeddedBroker;
import org.lianzhi.embedded.EmbeddedStore;
import org.lianzhi.embedded.StoreSettings;
import org.lianzhi.intake.ReportIntake;
import org.lianzhi.investigation.JointInvestigation;
import org.lianzhi.notification.Notification;
import org.lianzhi.portal.WebPortal;
import org.lianzhi.standalone.identity.IdentityProvider;
import org.lianzhi.timeline.SupervisorTimeline;

/** Starts the parts one after the other, tells of each, and stops them in the opposite order. */
final class Everything {

    private static final Duration LONGEST_STOP = Duration.ofSeconds(25);

    private final Path data;
    private final int portalPort;
    private final int identityPort;
    private final PrintStream out;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final long begin = System.nanoTime();

    Everything(Path data, int portalPort, int identityPort, PrintStream out) {
        this.data = data;
        this.portalPort = portalPort;
        this.identityPort = identityPort;
        this.out = out;
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
            stop();
            throw e;
        }
        stopped.await();
    }

    private void start() {
        DataFolder folder = opened("data folder", () -> DataFolder.open(data));
        System.setProperty("lianzhi.log.folder", data.resolve("logs").toString());
        ServiceSettings settings;
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            Future<EmbeddedBroker> broker =
                    two.submit(() -> opened("broker", () -> EmbeddedBroker.start(BrokerSettings.in(folder.broker()))));
            Future<EmbeddedStore> store =
                    two.submit(() -> opened("store", () -> EmbeddedStore.start(StoreSettings.in(folder.store()))));
            settings = new ServiceSettings(
                    result(broker).bootstrapServers(),
                    result(store).uri(),
                    folder.keys(),
                    portalPort,
                    identityPort,
                    DemoSecrets.in(folder.keys()));
        }
        startServices(settings);
        out.println(Banner.of(portalPort, data, System.nanoTime() - begin));
    }

    private void startServices(ServiceSettings settings) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (String name :
                new String[] {"report-intake", "joint-investigation", "notification", "supervisor-timeline"}) {
            ports.put(name, Ports.free());
        }
        context("identity provider", IdentityProvider.class, "identity-provider", settings.ofIdentityProvider());
        context("report intake", ReportIntake.class, "report-intake", settings.of("report-intake", ports));
        context(
                "joint investigation",
                JointInvestigation.class,
                "joint-investigation",
                settings.of("joint-investigation", ports));
        context("notification", Notification.class, "notification", settings.of("notification", ports));
        context(
                "supervisor timeline",
                SupervisorTimeline.class,
                "supervisor-timeline",
                settings.of("supervisor-timeline", ports));
        context("web portal", WebPortal.class, "web-portal", settings.ofPortal(ports));
    }

    private void context(String part, Class<?> main, String name, Map<String, Object> settings) {
        opened(part, () -> ServiceContext.start(main, name, settings));
    }

    private interface Opening<T> {
        T open() throws Exception;
    }

    private <T extends AutoCloseable> T opened(String part, Opening<T> opening) {
        long from = System.nanoTime();
        try {
            T open = opening.open();
            synchronized (started) {
                started.push(open);
            }
            out.printf("  %-20s ready in %.1f s%n", part, (System.nanoTime() - from) / 1e9);
            return open;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new PartFailed("The " + part + " did not start: " + e.getMessage(), e);
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("Interrupted while starting.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new PartFailed("A part did not start: " + e.getCause(), e);
        }
    }

    private void stop() {
        long deadline = System.nanoTime() + LONGEST_STOP.toNanos();
        while (true) {
            AutoCloseable last;
            synchronized (started) {
                last = started.poll();
            }
            if (last == null) {
                break;
            }
            try {
                last.close();
            } catch (Exception e) {
                out.println("  while stopping: " + e);
            }
            if (System.nanoTime() > deadline) {
                out.println("  stopping took too long; the rest is recovered at the next start");
                break;
            }
        }
        stopped.countDown();
    }
}
