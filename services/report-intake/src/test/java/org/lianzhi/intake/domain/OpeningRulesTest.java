package org.lianzhi.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lianzhi.intake.domain.OpeningRules.Why;
import org.lianzhi.model.RuleViolated;

class OpeningRulesTest {

    private static final Set<String> KNOWN = Set.of("handling", "other");

    private static void assertRefused(String code, String words, String why) {
        assertThatThrownBy(() -> OpeningRules.why(KNOWN, code, words))
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        refused -> assertThat(refused.code()).isEqualTo(why));
    }

    @Test
    void a_reason_of_the_list_says_enough_and_keeps_no_words_beside_it() {
        assertThat(OpeningRules.why(KNOWN, "handling", "Li wrote it")).isEqualTo(new Why("handling", null));
    }

    @Test
    void what_is_not_on_the_list_takes_words() {
        assertThat(OpeningRules.why(KNOWN, "other", " Asked by the court "))
                .isEqualTo(new Why("other", "Asked by the court"));
        assertRefused("other", " why ", "report.opening-words-missing");
        assertRefused("other", "x".repeat(501), "report.opening-words-too-long");
    }

    @Test
    void nobody_gives_no_reason_nor_one_that_is_not_known_nor_says_themselves_that_it_is_on_the_desk() {
        assertRefused(" ", "", "report.opening-reason-missing");
        assertRefused("curious", "", "report.opening-reason-unknown");
        assertRefused(OpeningRules.ON_THE_DESK, "", "report.opening-reason-unknown");
    }
}
