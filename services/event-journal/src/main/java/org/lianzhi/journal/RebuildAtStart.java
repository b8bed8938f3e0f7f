package org.lianzhi.journal;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
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

    /** Why the rebuild of a consumer's models has ended without having made them anew. */
    private final Map<String, String> failed = new ConcurrentHashMap<>();

    RebuildAtStart(Rebuilding rebuilding, ObjectProvider<Rebuildable> rebuildable, boolean asked) {
        this.rebuilding = rebuilding;
        this.rebuildable = rebuildable;
        this.asked = asked;
    }

    /** By consumer, why its models were to be made anew and are not. */
    Map<String, String> failed() {
        return new TreeMap<>(failed);
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        begin();
    }

    void begin() {
        Thread.ofPlatform().name("rebuild").daemon().start(() -> {
            rebuildable.forEach(this::untilDone);
            if (asked && failed.isEmpty()) {
                LOG.info("all read models are made anew");
            }
        });
    }

    private void untilDone(Rebuildable what) {
        while (!isDone(what)) {
            LockSupport.parkNanos(AGAIN.toNanos());
        }
    }

    /** False when it is to begin anew. */
    private boolean isDone(Rebuildable what) {
        try {
            if (asked || rebuilding.isUnsettled(what)) {
                rebuilding.rebuild(what);
            }
            return true;
        } catch (Rebuilding.AnotherWasFirst e) {
            LOG.warn("the rebuild of {} ended: {}", what.consumer(), e.getMessage());
            return true;
        } catch (RuntimeException | Error e) {
            if (e instanceof RuntimeException passing && Failures.isInfrastructure(passing)) {
                LOG.warn("the rebuild of {} begins anew: {}", what.consumer(), e.toString());
                return false;
            }
            // No waiting mends it: somebody has to look. What there is can be read on, and the others have their turn.
            LOG.error("the rebuild of {} has failed", what.consumer(), e);
            failed.put(what.consumer(), e.toString());
            return true;
        }
    }
}
