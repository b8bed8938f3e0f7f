package org.lianzhi.investigation.checkpoint;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lianzhi.journal.Degraded;
import org.lianzhi.model.Side;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Whether the hosted sides sign, and with the known keys: what is not signed, or proves nothing, could be rewritten and nobody
 * could prove it. A side that cannot sign at one time may at the next, so it is told of when it has failed for longer than the
 * time between two.
 */
@Component
final class CheckpointsHealthIndicator implements HealthIndicator, MeterBinder {

    private final Checkpoints checkpoints;
    private final CheckpointProperties settings;
    private final Clock clock;

    CheckpointsHealthIndicator(Checkpoints checkpoints, CheckpointProperties settings, Clock clock) {
        this.checkpoints = checkpoints;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Map<String, Long> seconds = new TreeMap<>();
        checkpoints
                .failing()
                .forEach((side, since) -> seconds.put(side.code(), since(since).toSeconds()));
        List<String> unknownKeys =
                checkpoints.unknownKeys().stream().map(Side::code).sorted().toList();
        boolean well =
                longest().compareTo(settings.every()) <= 0 && unknownKeys.isEmpty() && checkpoints.withheld() == 0;
        return Health.status(well ? Status.UP : Degraded.STATUS)
                .withDetail("signs", settings.keys() != null)
                .withDetail("failingSeconds", seconds)
                .withDetail("unknownKeys", unknownKeys)
                .withDetail("withheldRecords", checkpoints.withheld())
                .build();
    }

    private Duration longest() {
        return checkpoints.failing().values().stream()
                .map(this::since)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Not negative where a clock was put back. */
    private Duration since(Instant begin) {
        Instant now = clock.instant();
        return begin.isAfter(now) ? Duration.ZERO : Duration.between(begin, now);
    }

    /** The same as metrics. */
    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("lianzhi.checkpoints.failing", () -> longest().toSeconds())
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder(
                        "lianzhi.checkpoints.unknown.keys",
                        () -> checkpoints.unknownKeys().size())
                .register(registry);
        Gauge.builder("lianzhi.checkpoints.withheld.records", checkpoints::withheld)
                .register(registry);
    }
}
