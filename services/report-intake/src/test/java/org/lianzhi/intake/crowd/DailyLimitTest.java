package org.lianzhi.intake.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.lianzhi.kit.ComeBackLater;

class DailyLimitTest {

    private static final Instant EVENING = Instant.parse("2024-07-08T23:59:50Z");

    private Instant now = EVENING;
    private final InstantSource source = () -> now;
    private final DailyLimit limit =
            new DailyLimit("too-many", 3, Duration.ofMinutes(1), source.withZone(ZoneOffset.UTC));

    @Test
    void who_tries_too_often_comes_back_later_and_others_do_not_notice() {
        take("192.0.2.1", 3);

        assertThatExceptionOfType(ComeBackLater.class)
                .isThrownBy(() -> take("192.0.2.1"))
                .satisfies(later -> {
                    assertThat(later.status().value()).isEqualTo(429);
                    assertThat(later.after()).isPositive();
                });
        assertThatNoException().isThrownBy(() -> take("192.0.2.2"));
    }

    @Test
    void what_is_given_back_costs_nothing() {
        for (int i = 0; i < 10; i++) {
            limit.take(Network.of("192.0.2.1")).run();
        }
        assertThatNoException().isThrownBy(() -> take("192.0.2.1"));
    }

    @Test
    void all_addresses_of_one_household_count_together() {
        take("2001:db8:1:2::1");
        take("2001:db8:1:2::2");
        take("2001:db8:1:2:ffff::3%eth0");

        assertThatExceptionOfType(ComeBackLater.class).isThrownBy(() -> take("2001:db8:1:2::4"));
        assertThatNoException().isThrownBy(() -> take("2001:db8:1:3::1"));
    }

    @Test
    void nothing_of_a_network_outlives_the_day() {
        take("192.0.2.1", 3);
        now = EVENING.plusSeconds(20);

        assertThatNoException().isThrownBy(() -> take("192.0.2.1", 3));
        assertThatExceptionOfType(ComeBackLater.class).isThrownBy(() -> take("192.0.2.1"));
    }

    private void take(String address, int times) {
        for (int i = 0; i < times; i++) {
            take(address);
        }
    }

    private void take(String address) {
        limit.take(Network.of(address));
    }
}
