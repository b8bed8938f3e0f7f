package org.lianzhi.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TimersTest {

    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Instant NOON = Instant.parse("2024-07-20T12:00:00Z");

    private volatile Instant now = NOON;
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final List<String> fired = new CopyOnWriteArrayList<>();
    private final Map<String, Instant> stored = new ConcurrentHashMap<>();

    @Test
    void what_is_due_fires_in_order_of_time_and_only_once() {
        Timers timers = new Timers(clock, fired::add);
        timers.set("late", NOON.plusSeconds(20));
        timers.set("early", NOON.plusSeconds(10));
        timers.set("far", NOON.plusSeconds(99));

        timers.fireDue();
        assertThat(fired).isEmpty();

        now = NOON.plusSeconds(20);
        timers.fireDue();
        timers.fireDue();
        assertThat(fired).containsExactly("early", "late");
    }

    @Test
    void a_timer_that_is_set_again_is_moved() {
        Timers timers = new Timers(clock, fired::add);
        timers.set("a", NOON.plusSeconds(10));
        timers.set("a", NOON.plusSeconds(30));

        now = NOON.plusSeconds(29);
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

        now = NOON.plus(Duration.ofSeconds(10));
        timers.fireDue();
        assertThat(fired).containsExactly("a", "a");
        assertThat(timers.size()).isZero();
    }

    @Test
    void an_error_of_one_firing_keeps_no_other_from_firing() {
        Consumer<String> fire = key -> {
            if (key.equals("broken") && now.equals(NOON)) {
                throw new AssertionError("a bug");
            }
            fired.add(key);
        };
        try (Timers timers = new Timers(clock, fire)) {
            timers.start(() -> Map.of("broken", NOON.minusSeconds(1), "sound", NOON), EVERY);
            awaitFired("sound");
            assertThat(timers.isRunning()).isTrue();

            now = NOON.plusSeconds(10);
            awaitFired("sound", "broken");
        }
    }

    @Test
    void timers_that_were_closed_can_be_started_again() {
        Timers timers = new Timers(clock, fired::add);
        timers.start(Map::of, EVERY);
        timers.close();
        assertThat(timers.isRunning()).isFalse();

        timers.start(() -> Map.of("a", NOON), EVERY);
        awaitFired("a");
        assertThat(timers.isRunning()).isTrue();
        timers.close();
    }

    @Test
    void running_timers_notice_that_the_clock_has_moved_on() {
        try (Timers timers = new Timers(clock, fired::add)) {
            timers.start(Map::of, EVERY);
            timers.set("a", NOON.plusSeconds(3600));
            assertThat(fired).isEmpty();

            now = NOON.plusSeconds(3600);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(fired).containsExactly("a"));
        }
    }

    @Test
    void what_became_due_while_nothing_ran_fires_at_the_start() {
        try (Timers timers = new Timers(clock, fired::add)) {
            timers.start(() -> Map.of("missed", NOON.minusSeconds(86_400)), EVERY);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(fired).containsExactly("missed"));
        }
    }

    @Test
    void what_somebody_else_was_told_of_is_seen_where_it_is_stored() {
        stored.put("first", NOON);
        try (Timers timers = new Timers(clock, fired::add)) {
            timers.start(() -> Map.copyOf(stored), EVERY);
            awaitFired("first");
            stored.put("second", NOON.plusSeconds(5));

            now = NOON.plus(EVERY);
            awaitFired("first", "second");
            stored.put("third", NOON.plusSeconds(5));
            stored.put("first", NOON.plusSeconds(6));

            now = NOON.plus(EVERY).plus(EVERY);
            awaitFired("first", "second", "third", "first");
        }
    }

    @Test
    void what_could_not_be_looked_at_is_looked_at_again_soon() {
        AtomicInteger looks = new AtomicInteger();
        try (Timers timers = new Timers(clock, fired::add)) {
            timers.start(
                    () -> {
                        if (looks.incrementAndGet() == 2) {
                            throw new IllegalStateException("the store is away");
                        }
                        return Map.copyOf(stored);
                    },
                    EVERY);
            stored.put("a", NOON);
            now = NOON.plus(EVERY);
            await().atMost(Duration.ofSeconds(10)).until(() -> looks.get() == 2);
            assertThat(fired).isEmpty();

            now = NOON.plus(EVERY).plusSeconds(10);
            awaitFired("a");
        }
    }

    @Test
    void what_is_stored_is_looked_at_when_a_clock_that_was_ahead_is_put_back() {
        now = NOON.plus(Duration.ofDays(30));
        try (Timers timers = new Timers(clock, fired::add)) {
            timers.start(() -> Map.copyOf(stored), EVERY);
            stored.put("a", NOON);

            now = NOON;
            awaitFired("a");
            stored.put("b", NOON);

            now = NOON.plus(EVERY);
            awaitFired("a", "b");
        }
    }

    @Test
    void what_failed_while_the_clock_was_ahead_is_due_again_when_it_is_put_back() {
        now = NOON.plus(Duration.ofDays(30));
        AtomicInteger attempts = new AtomicInteger();
        Consumer<String> fire = key -> {
            if (attempts.incrementAndGet() == 1) {
                throw new IllegalStateException("the store is away");
            }
            fired.add(key);
        };
        try (Timers timers = new Timers(clock, fire)) {
            timers.start(() -> Map.of("a", NOON), EVERY);
            await().atMost(Duration.ofSeconds(10)).until(() -> attempts.get() == 1);
            assertThat(fired).isEmpty();

            now = NOON;
            awaitFired("a");
        }
    }

    private void awaitFired(String... keys) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(fired).containsExactly(keys));
    }
}
