package org.lianzhi.evidence;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts and logs, as they arrive, the checkpoints whose signature does not count. */
public final class Refusals implements Consumer<KeptCheckpoint> {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final String METRIC = "lianzhi.checkpoints.refused";

    private final KnownKeys keys;
    private final @Nullable MeterRegistry meters;

    public Refusals(KnownKeys keys, @Nullable MeterRegistry meters) {
        this.keys = keys;
        this.meters = meters;
    }

    @Override
    public void accept(KeptCheckpoint kept) {
        if (sealOf(kept) instanceof Seal.Refused(String reason)) {
            LOG.warn(
                    "{}/{}: kept by {}, but it proves nothing: {}",
                    kept.stream(),
                    kept.version(),
                    kept.keeper(),
                    reason);
            count(kept, reason);
        }
    }

    /** Null when the known keys cannot be read: who keeps it goes on, and it is asked again whenever it matters. */
    private @Nullable Seal sealOf(KeptCheckpoint kept) {
        try {
            return Seal.of(kept, keys::of);
        } catch (RuntimeException e) {
            LOG.warn(
                    "{}/{}: nobody knows yet whether it proves anything: {}",
                    kept.stream(),
                    kept.version(),
                    e.toString());
            return null;
        }
    }

    private void count(KeptCheckpoint kept, String reason) {
        if (meters != null) {
            meters.counter(METRIC, "side", kept.side(), "keeper", kept.keeper(), "reason", reason)
                    .increment();
        }
    }
}
