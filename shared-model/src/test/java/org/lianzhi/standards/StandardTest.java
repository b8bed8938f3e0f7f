package org.lianzhi.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lianzhi.standards.Assessment.Verdict.EXCEEDED;
import static org.lianzhi.standards.Assessment.Verdict.NOT_ASSESSABLE;
import static org.lianzhi.standards.Assessment.Verdict.WITHIN;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class StandardTest {

    private static final Standard LIVESTOCK = Standard.livestockDischarge();

    @Test
    void a_value_that_equals_the_limit_is_within_it() {
        assertThat(assess("cod", "400", Unit.MILLIGRAM_PER_LITRE).verdict()).isEqualTo(WITHIN);
        assertThat(assess("cod", "400.1", Unit.MILLIGRAM_PER_LITRE).verdict()).isEqualTo(EXCEEDED);
    }

    @Test
    void an_exceedance_says_by_how_much() {
        assertThat(assess("nh3-n", "124", Unit.MILLIGRAM_PER_LITRE).factor()).isEqualByComparingTo("1.55");
    }

    @Test
    void coliforms_per_litre_are_not_confused_with_those_per_100_millilitres() {
        assertThat(assess("faecal-coliform", "9000", Unit.COUNT_PER_LITRE).verdict())
                .isEqualTo(WITHIN);
        assertThat(assess("faecal-coliform", "9000", Unit.COUNT_PER_100_ML).verdict())
                .isEqualTo(EXCEEDED);
        assertThat(assess("faecal-coliform", "9000", Unit.COUNT_PER_LITRE).limit())
                .isEqualByComparingTo("10000");
    }

    @Test
    void below_detection_is_within_only_if_the_method_can_see_the_limit() {
        assertThat(LIVESTOCK
                        .assess("tp", new LabValue.BelowDetection(new BigDecimal("0.01")), Unit.MILLIGRAM_PER_LITRE)
                        .verdict())
                .isEqualTo(WITHIN);
        assertThat(LIVESTOCK
                        .assess("tp", new LabValue.BelowDetection(new BigDecimal("10")), Unit.MILLIGRAM_PER_LITRE)
                        .verdict())
                .isEqualTo(NOT_ASSESSABLE);
    }

    @Test
    void without_a_limit_or_in_another_quantity_nothing_is_said() {
        assertThat(assess("ph", "9", Unit.MILLIGRAM_PER_LITRE).verdict()).isEqualTo(NOT_ASSESSABLE);
        assertThat(assess("cod", "9", Unit.COUNT_PER_LITRE).verdict()).isEqualTo(NOT_ASSESSABLE);
    }

    @Test
    void a_grab_sample_only_indicates_a_breach_of_a_daily_mean() {
        assertThat(LIVESTOCK.isOnlyIndicatedBy(true)).isTrue();
        assertThat(LIVESTOCK.isOnlyIndicatedBy(false)).isFalse();
    }

    @Test
    void a_negative_result_is_no_result() {
        assertThatThrownBy(() -> new LabValue.Measured(new BigDecimal("-1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Assessment assess(String parameter, String value, Unit unit) {
        return LIVESTOCK.assess(parameter, new LabValue.Measured(new BigDecimal(value)), unit);
    }
}
