package org.lianzhi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatiosTest {

    @Test
    void each_round_measures_a_b_b_a() throws Exception {
        List<String> order = new ArrayList<>();
        Ratios.abba(2, () -> note(order, "A"), () -> note(order, "B"));
        assertThat(String.join("", order)).isEqualTo("ABBAABBA");
    }

    private static double note(List<String> order, String side) {
        order.add(side);
        return 1;
    }

    @Test
    void the_line_says_the_median_of_the_rounds_with_least_and_most() throws Exception {
        Deque<Double> a = new ArrayDeque<>(List.of(60.0, 60.0, 70.0, 74.0, 90.0, 90.0));
        Ratios ratios = Ratios.abba(3, a::pop, () -> 100);
        assertThat(new Figure("P1", Target.atLeast(0.6), ratios)
                        .with("writes_per_report", 7)
                        .line())
                .isEqualTo("P1 ratio=0.72 min=0.60 max=0.90 target>=0.6 durability=group-commit rounds=3 control=1.00"
                        + " met=true writes_per_report=7");
    }

    @Test
    void a_machine_that_is_not_quiet_is_told() throws Exception {
        Deque<Double> a = new ArrayDeque<>(List.of(1.0, 2.0));
        Figure figure = new Figure("P9", Target.atMost(3), Ratios.abba(1, a::pop, () -> 0.4));
        assertThat(figure.line()).contains("control=2.00 control_off=true met=false");
    }

    @Test
    void what_drifts_during_a_round_drifts_for_both() throws Exception {
        double[] drifting = {100};
        Ratios ratios = Ratios.abba(1, () -> drifting[0]++, () -> drifting[0]++);
        assertThat(ratios.median()).isEqualTo(1);
    }
}
