package org.lianzhi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTest {

    @Test
    void a_place_is_known_by_county_by_words_or_by_position() {
        assertThat(new Place("431129", null, null, null).county()).isEqualTo("431129");
        assertThat(new Place(null, "below the dam", null, null).name()).isEqualTo("below the dam");
        assertThat(new Place(null, null, -90.0, 180.0).latitude()).isEqualTo(-90);
    }

    @Test
    void a_place_that_says_nothing_or_half_a_position_is_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Place(null, null, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Place("431129", null, 25.0, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Place("431129", null, null, 111.0));
    }

    @Test
    void a_position_is_on_earth() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Place(null, null, 90.1, 111.0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Place(null, null, 25.0, -180.1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hn", "gx", "nmg"})
    void a_side_is_two_or_three_small_letters(String code) {
        assertThat(new Side(code)).hasToString(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "h", "HN", "hunan", "h1", "hn.shared", "湘"})
    void anything_else_is_no_side(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Side(code));
    }

    @Test
    void sides_have_one_order() {
        assertThat(new Side("gx")).isLessThan(new Side("hn"));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_role_is_found_by_its_code_in_small_letters_only(Role role) {
        assertThat(Role.of(role.code())).isEqualTo(role);
        assertThatIllegalArgumentException().isThrownBy(() -> Role.of(role.name()));
    }
}
