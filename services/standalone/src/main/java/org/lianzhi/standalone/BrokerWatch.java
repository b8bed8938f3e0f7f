package org.lianzhi.standalone;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lianzhi.embedded.BrokerSettings;
import org.lianzhi.embedded.EmbeddedBroker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The broker, started again on the same port when it has given up, for instance because the disk was full for a while. */
final class BrokerWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(BrokerWatch.class);
    private static final long SECONDS = 5;

    private final BrokerSettings settings;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "broker-watch"));
    private volatile EmbeddedBroker broker;

    private BrokerWatch(EmbeddedBroker broker, BrokerSettings settings) {
        this.broker = broker;
        this.settings = settings;
    }

    static BrokerWatch start(BrokerSettings settings) {
        EmbeddedBroker first = EmbeddedBroker.start(settings);
        BrokerWatch watch = new BrokerWatch(first, settings.withPort(first.port()));
        watch.timer.scheduleWithFixedDelay(watch::look, SECONDS, SECONDS, TimeUnit.SECONDS);
        return watch;
    }

    private void look() {
        if (broker.failed()) {
            log.error("The broker has given up; it is started again. Is the disk full?");
            try {
                broker.close();
                broker = EmbeddedBroker.start(settings);
                log.info("The broker is back");
            } catch (RuntimeException e) {
                log.error("The broker cannot be started again yet", e);
            }
        }
    }

    @Override
    public void close() {
        timer.close();
        broker.close();
    }
}
