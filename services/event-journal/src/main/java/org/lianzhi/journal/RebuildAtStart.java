package org.lianzhi.journal;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * Rebuilds every read model of the service, which answers all the while, if it is asked to. A rebuild that died in the middle
 * of its end is done again without being asked for.
 */
final class RebuildAtStart implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildAtStart.class);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Rebuilding rebuilding;
    private final ObjectProvider<Rebuildable> rebuildable;
    private final boolean asked;

    RebuildAtStart(Rebuilding rebuilding, ObjectProvider<Rebuildable> rebuildable, boolean asked) {
        this.rebuilding = rebuilding;
        this.rebuildable = rebuildable;
        this.asked = asked;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        Thread.ofPlatform().name("rebuild").daemon().start(() -> {
            rebuildable.forEach(this::untilDone);
            if (asked) {
                LOG.info("all read models are made anew");
            }
        });
    }

    private void untilDone(Rebuildable what) {
        boolean done = false;
        while (!done) {
            try {
                if (asked || rebuilding.isUnsettled(what)) {
                    rebuilding.rebuild(what);
                }
                done = true;
            } catch (IllegalStateException anotherOne) {
                LOG.warn("the rebuild of {} ended: {}", what.consumer(), anotherOne.getMessage());
                done = true;
            } catch (RuntimeException e) {
                if (!Failures.isInfrastructure(e)) {
                    throw e;
                }
                LOG.warn("the rebuild of {} begins anew: {}", what.consumer(), e.toString());
                LockSupport.parkNanos(AGAIN.toNanos());
            }
        }
    }
}
