package org.lianzhi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActorTest {

    private static final Side HUNAN = new Side("hn");

    @ParameterizedTest
    @EnumSource(Role.class)
    void what_is_written_is_read_again_in_every_role(Role role) {
        Actor actor = new Actor(HUNAN, "431129-branch", role, "p-4k7q2m");
        assertThat(Actor.parse(actor.written())).isEqualTo(actor);
    }

    @Test
    void a_part_that_does_not_apply_is_written_as_a_hyphen() {
        assertThat(Actor.policy(HUNAN, "opening").written()).isEqualTo("hn/-/policy/opening");
        assertThat(Actor.citizen(HUNAN).written()).isEqualTo("hn/-/citizen/-");
        assertThat(Actor.parse("hn/-/citizen/-")).isEqualTo(Actor.citizen(HUNAN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hn/431129-branch/officer",
                "hn/431129-branch/officer/p-1/more",
                "HN/431129-branch/officer/p-1",
                "hn/431129-branch/mayor/p-1",
                "hn//officer/p-1",
                "hn/431129-branch/officer/Li Lei",
                "hn/431129-branch/officer/李雷"
            })
    void anything_else_is_no_actor(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> Actor.parse(written));
    }

    @Test
    void a_hyphen_cannot_pose_as_a_person() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Actor(HUNAN, null, Role.OFFICER, "-"));
    }
}
