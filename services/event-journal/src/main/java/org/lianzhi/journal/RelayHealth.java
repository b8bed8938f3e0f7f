package org.lianzhi.journal;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Whether what was committed gets to the broker. A backlog degrades a service and does not stop it: commits are safe. */
record RelayHealth(Relay relay, Clock clock) implements HealthIndicator {

    /** What waits longer should be looked at. */
    static final Duration LATE = Duration.ofSeconds(30);

    @Override
    public Health health() {
        Relay.Backlog backlog = relay.backlog();
        Duration age = backlog.age(clock.instant());
        Duration asOf = relay.backlogAsOf(clock.instant());
        boolean well = age.compareTo(LATE) <= 0 && asOf.compareTo(LATE) <= 0 && backlog.parked() == 0;
        return Health.status(well ? Status.UP : Degraded.STATUS)
                .withDetail("waitingStreams", backlog.streams())
                .withDetail("parkedStreams", backlog.parked())
                .withDetail("oldestSeconds", age.toSeconds())
                .withDetail("asOfSecondsAgo", asOf.toSeconds())
                .build();
    }
}
