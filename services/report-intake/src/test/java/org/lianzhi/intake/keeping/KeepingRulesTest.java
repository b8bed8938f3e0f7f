package org.lianzhi.intake.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianzhi.intake.keeping.KeepingRules.Asked;
import org.lianzhi.intake.keeping.Kept.Erased;
import org.lianzhi.intake.keeping.Kept.Held;
import org.lianzhi.intake.keeping.Kept.Kind;
import org.lianzhi.intake.keeping.Kept.Line;
import org.lianzhi.model.RuleViolated;

class KeepingRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Kept HELD = new Held("a court asked", "hn/431129-branch/lead/p-1", NOW, TODAY.plusDays(90));
    private static final Kept ERASED = new Erased("asked by the reporter", "hn/431129-branch/lead/p-1", NOW);

    @Test
    void what_nothing_holds_can_be_erased_once() {
        Asked erase = asked(Kind.ERASED, null);

        assertThat(KeepingRules.decide(Kept.FREE, erase, TODAY)).contains(erase);
        assertThat(KeepingRules.decide(ERASED, erase, TODAY)).isEmpty();
    }

    @Test
    void a_legal_hold_stops_an_erasure_and_says_when_it_is_to_be_reviewed() {
        assertThatThrownBy(() -> KeepingRules.decide(HELD, asked(Kind.ERASED, null), TODAY))
                .isInstanceOfSatisfying(RuleViolated.class, violated -> {
                    assertThat(violated.code()).isEqualTo("vault.held");
                    assertThat(violated.arguments()).containsExactly("2026-05-31");
                });
    }

    @Test
    void a_hold_goes_on_beyond_its_review_until_a_person_ends_it() {
        LocalDate longAfter = TODAY.plusYears(1);
        assertRefused(HELD, asked(Kind.ERASED, null), longAfter, "vault.held");

        Asked end = asked(Kind.RELEASED, null);
        assertThat(KeepingRules.decide(HELD, end, longAfter)).contains(end);
        assertRefused(Kept.FREE, end, TODAY, "vault.not-held");
    }

    @Test
    void a_hold_needs_a_day_of_review_that_is_to_come_and_can_be_prolonged() {
        assertRefused(Kept.FREE, asked(Kind.HELD, null), TODAY, "vault.review-date-passed");
        assertRefused(Kept.FREE, asked(Kind.HELD, TODAY), TODAY, "vault.review-date-passed");
        Asked hold = asked(Kind.HELD, TODAY.plusDays(1));
        assertThat(KeepingRules.decide(Kept.FREE, hold, TODAY)).contains(hold);
        assertThat(KeepingRules.decide(HELD, hold, TODAY)).contains(hold);
    }

    @Test
    void what_is_erased_can_neither_be_held_nor_released() {
        assertRefused(ERASED, asked(Kind.HELD, TODAY.plusDays(1)), TODAY, "vault.erased");
        assertRefused(ERASED, asked(Kind.RELEASED, null), TODAY, "vault.erased");
    }

    @Test
    void nothing_is_done_without_a_reason() {
        for (Kind kind : Kind.values()) {
            assertRefused(HELD, new Asked(kind, "  no  ", TODAY.plusDays(1)), TODAY, "vault.reason-missing");
            assertRefused(HELD, new Asked(kind, "x".repeat(501), TODAY.plusDays(1)), TODAY, "vault.reason-too-long");
        }
    }

    @Test
    void lines_are_folded_in_their_order_and_what_is_erased_stays_erased() {
        Kept held = Kept.after(Kept.FREE, line(Kind.HELD));
        Kept free = Kept.after(held, line(Kind.RELEASED));
        Kept erased = Kept.after(free, line(Kind.ERASED));

        assertThat(held).isInstanceOf(Held.class);
        assertThat(free).isEqualTo(Kept.FREE);
        assertThat(Kept.after(erased, line(Kind.RELEASED))).isEqualTo(erased);
    }

    @Test
    void the_retention_period_runs_from_the_end_and_a_hold_stops_it() {
        Instant ended = Instant.parse("2021-03-01T16:30:00Z");
        Period years = Period.ofYears(5);

        assertThat(KeepingRules.isOver(Kept.FREE, ended, years, NOW, CHINA)).isTrue();
        assertThat(KeepingRules.isOver(Kept.FREE, ended, years, NOW.minusSeconds(86_400), CHINA))
                .isFalse();
        assertThat(KeepingRules.isOver(Kept.FREE, null, years, NOW, CHINA)).isFalse();
        assertThat(KeepingRules.isOver(HELD, ended, years, NOW, CHINA)).isFalse();
        assertThat(KeepingRules.isOver(ERASED, ended, years, NOW, CHINA)).isFalse();
    }

    private static Asked asked(Kind kind, @Nullable LocalDate reviewOn) {
        return new Asked(kind, "for a good reason", reviewOn);
    }

    private static Line line(Kind kind) {
        return new Line(
                kind, "report-1@hn", kind.name(), "hn/431129-branch/lead/p-1", NOW, "reason", TODAY.plusDays(9));
    }

    private static void assertRefused(Kept kept, Asked asked, LocalDate today, String code) {
        assertThatThrownBy(() -> KeepingRules.decide(kept, asked, today))
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        violated -> assertThat(violated.code()).isEqualTo(code));
    }
}
