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
        String reason = kept.read()
                .map(checkpoint -> Seal.of(kept.side(), checkpoint, keys.of(kept.side())))
                .map(seal -> seal instanceof Seal.Refused refused ? refused.reason() : "")
                .orElse("content");
        if (!reason.isEmpty()) {
            LOG.warn(
                    "{}/{}: kept by {}, but it proves nothing: {}",
                    kept.stream(),
                    kept.version(),
                    kept.keeper(),
                    reason);
            count(kept, reason);
        }
    }

    private void count(KeptCheckpoint kept, String reason) {
        if (meters != null) {
            meters.counter(METRIC, "side", kept.side(), "keeper", kept.keeper(), "reason", reason)
                    .increment();
        }
    }
}
