package org.lianzhi.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class TimersTest {

    private static final Instant NOON = Instant.parse("2024-07-20T12:00:00Z");

    private final SetClock clock = new SetClock();
    private final List<String> fired = new CopyOnWriteArrayList<>();

    /** A clock that a test sets. */
    private static final class SetClock extends Clock {

        private volatile Instant now = NOON;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void what_is_due_fires_in_order_of_time_and_only_once() {
        Timers timers = new Timers(clock, fired::add);
        timers.set("late", NOON.plusSeconds(20));
        timers.set("early", NOON.plusSeconds(10));
        timers.set("far", NOON.plusSeconds(99));

        timers.fireDue();
        assertThat(fired).isEmpty();

        clock.now = NOON.plusSeconds(20);
        timers.fireDue();
        timers.fireDue();
        assertThat(fired).containsExactly("early", "late");
    }

    @Test
    void a_timer_that_is_set_again_is_moved() {
        Timers timers = new Timers(clock, fired::add);
        timers.set("a", NOON.plusSeconds(10));
        timers.set("a", NOON.plusSeconds(30));

        clock.now = NOON.plusSeconds(29);
        timers.fireDue();
        assertThat(fired).isEmpty();
        assertThat(timers.size()).isEqualTo(1);
    }

    @Test
    void a_cancelled_timer_does_not_fire() {
        Timers timers = new Timers(clock, fired::add);
        timers.set("a", NOON);
        timers.cancel("a");

        timers.fireDue();
        assertThat(fired).isEmpty();
    }

    @Test
    void a_timer_whose_firing_fails_is_due_again_later() {
        Timers timers = new Timers(clock, key -> {
            fired.add(key);
            if (fired.size() == 1) {
                throw new IllegalStateException("the store is away");
            }
        });
        timers.set("a", NOON);

        timers.fireDue();
        assertThat(fired).containsExactly("a");

        clock.now = NOON.plus(Duration.ofSeconds(10));
        timers.fireDue();
        assertThat(fired).containsExactly("a", "a");
        assertThat(timers.size()).isZero();
    }

    @Test
    void running_timers_notice_that_the_clock_has_moved_on() {
        try (Timers timers = new Timers(clock, fired::add)) {
            timers.start();
            timers.set("a", NOON.plusSeconds(3600));
            assertThat(fired).isEmpty();

            clock.now = NOON.plusSeconds(3600);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(fired).containsExactly("a"));
        }
    }

    @Test
    void what_became_due_while_nothing_ran_fires_at_the_start() {
        try (Timers timers = new Timers(clock, fired::add)) {
            timers.set("missed", NOON.minusSeconds(86_400));
            timers.start();
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(fired).containsExactly("missed"));
        }
    }
}
