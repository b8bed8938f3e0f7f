package org.lianzhi.intake.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianzhi.intake.secret.SecretBytes;
import org.lianzhi.kit.ComeBackLater;
import org.lianzhi.test.PieceOfWork;

class AdmissionTest {

    private static final int BITS = 10;
    private static final String TOWN = "192.0.2.1";
    private static final Clock NOON = Clock.fixed(Instant.parse("2024-07-08T04:00:00Z"), ZoneOffset.UTC);
    private static final SecretBytes KEY = SecretBytes.random(new SecureRandom());

    private final Admission admission = at(NOON);

    private static Admission at(Clock clock) {
        Duration later = Duration.ofSeconds(5);
        return new Admission(
                new CrowdSettings(2, 2, 5, 3, Duration.ofMinutes(15), 3, 1, 1, 1, later, BITS, Duration.ofMinutes(10)),
                () -> KEY,
                clock);
    }

    @Test
    void beyond_its_share_a_network_is_asked_for_work_and_with_it_comes_in() {
        twice("key-of-one", null);
        String work = solved("key-of-two");

        assertThatNoException().isThrownBy(() -> file("key-of-two", work));
        assertThatNoException().isThrownBy(() -> file("key-of-two", work));
        assertThatNoException().isThrownBy(() -> admission.toFile("192.0.2.2", "key-of-three", null));
    }

    @Test
    void work_is_worth_one_report_for_some_time_and_cannot_be_made_up() {
        twice("key-of-one", null);
        String work = solved("key-of-two");
        Admission later = at(Clock.offset(NOON, Duration.ofMinutes(11)));
        later.toFile(TOWN, "key-of-two", null);
        later.toFile(TOWN, "key-of-two", null);

        assertThat(refused(admission, "key-of-three", work)).isEqualTo(429);
        assertThat(refused(later, "key-of-two", work)).isEqualTo(429);
        assertThat(refused(admission, "key-of-two", work.replaceFirst("\\.10\\.", ".0.")))
                .isEqualTo(429);
        assertThat(refused(admission, "key-of-two", work + "0000000000000000")).isEqualTo(429);
        assertThat(refused(admission, "key-of-two", "anything")).isEqualTo(429);
    }

    @Test
    void who_finds_it_full_is_told_at_once_and_it_costs_nothing() {
        admission.toUpload(TOWN);
        ComeBackLater full = catchThrowableOfType(ComeBackLater.class, () -> admission.toUpload(TOWN));

        assertThat(full.status().value()).isEqualTo(503);
        assertThat(full.after()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
        ComeBackLater again = catchThrowableOfType(ComeBackLater.class, () -> admission.toUpload(TOWN));
        assertThat(again.status().value()).isEqualTo(503);
    }

    @Test
    void a_place_is_free_again_whatever_happened_inside() {
        for (String network : new String[] {"192.0.2.3", "192.0.2.4", "192.0.2.5"}) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> admission.toUpload(network).run(() -> {
                        throw new IllegalStateException("inside");
                    }));
        }
    }

    @Test
    void the_rest_of_a_half_known_code_cannot_be_tried_from_many_networks() {
        for (int i = 0; i < 3; i++) {
            lookUp("198.51.100." + i, "48210937");
        }

        ComeBackLater locked = catchThrowableOfType(ComeBackLater.class, () -> lookUp("198.51.100.77", "48210937"));
        assertThat(locked.code()).isEqualTo("tracking.locked");
        assertThat(locked.after()).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(5));
        assertThatNoException().isThrownBy(() -> lookUp("198.51.100.77", "11112222"));
        assertThatNoException().isThrownBy(() -> lookUp("198.51.100.77", null));
    }

    private void lookUp(String address, @Nullable String beginning) {
        admission.toLookUp(address, beginning).run(() -> "");
    }

    private void twice(String key, @Nullable String work) {
        file(key, work);
        file(key, work);
    }

    private void file(String key, @Nullable String work) {
        admission.toFile(TOWN, key, work).run(() -> "");
    }

    private static int refused(Admission admission, String key, String work) {
        return catchThrowableOfType(ComeBackLater.class, () -> admission.toFile(TOWN, key, work))
                .status()
                .value();
    }

    private String solved(String key) {
        ComeBackLater asked = catchThrowableOfType(ComeBackLater.class, () -> admission.toFile(TOWN, key, null));
        assertThat(asked.code()).isEqualTo("report.too-many");
        Map<?, ?> work = (Map<?, ?>) Objects.requireNonNull(asked.more().get("work"));
        assertThat(work.get("bits")).isEqualTo(BITS);
        return PieceOfWork.solve(String.valueOf(work.get("challenge")), BITS);
    }
}
