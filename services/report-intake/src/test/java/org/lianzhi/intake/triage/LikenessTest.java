package org.lianzhi.intake.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lianzhi.intake.place.PinnedPlace;

class LikenessTest {

    private static PinnedPlace at(double latitude, double longitude) {
        return new PinnedPlace(latitude, longitude, 0);
    }

    @Test
    void places_lie_as_far_apart_as_on_the_map() {
        assertThat(Likeness.metres(at(25, 111.4), at(25, 111.4))).isZero();
        assertThat(Likeness.metres(at(25, 111.4), at(25.01, 111.4))).isCloseTo(1112, within(1.0));
        assertThat(Likeness.metres(at(25, 111.4), at(25, 111.41)))
                .as("a degree of longitude is shorter here")
                .isCloseTo(1008, within(2.0));
    }

    @Test
    void the_same_words_are_alike_whatever_stands_around_them() {
        assertThat(Likeness.words("水库北岸流出黑水", "水库北岸流出黑水")).isEqualTo(1);
        assertThat(Likeness.words("今天早上，水库北岸流出黑水，很臭！", "水库北岸流出黑水")).isEqualTo(1);
        assertThat(Likeness.words("Black WATER", "black water")).isEqualTo(1);
    }

    @Test
    void other_words_are_not() {
        assertThat(Likeness.words("水库北岸流出黑水", "夜里工地噪声很大")).isZero();
        assertThat(Likeness.words("水库里的水变黑了", "夜里水库边有噪声")).isBetween(0.0, 0.3);
    }

    @Test
    void where_nothing_is_said_nothing_is_alike() {
        assertThat(Likeness.words("", "")).isZero();
        assertThat(Likeness.words("！", "水库")).isZero();
    }
}
