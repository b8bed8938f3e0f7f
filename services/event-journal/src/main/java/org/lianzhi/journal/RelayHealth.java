package org.lianzhi.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Whether what was committed gets to the broker. A backlog degrades a service and does not stop it: commits are safe. */
record RelayHealth(Relay relay, Clock clock) implements HealthIndicator {

    /** The service works, and somebody should look at it. */
    static final Status DEGRADED = new Status("DEGRADED", "works, but somebody should look at it");

    private static final Duration LATE = Duration.ofSeconds(30);

    @Override
    public Health health() {
        Relay.Backlog backlog = relay.backlog();
        Instant oldest = backlog.oldest();
        Duration age = oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
        return Health.status(age.compareTo(LATE) > 0 ? DEGRADED : Status.UP)
                .withDetail("waitingStreams", backlog.streams())
                .withDetail("oldestSeconds", age.toSeconds())
                .build();
    }
}
