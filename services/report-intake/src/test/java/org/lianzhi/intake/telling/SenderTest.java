package org.lianzhi.intake.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The address of the office is looked at when the service starts. */
class SenderTest {

    @ParameterizedTest
    @ValueSource(strings = {"office", "office@", "two words@example.org", ""})
    void what_is_no_address_is_refused(String from) {
        assertThatThrownBy(() -> ReporterMails.domain(from))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lianzhi.intake.mail.from");
    }

    @Test
    void an_address_may_have_a_name() {
        assertThat(ReporterMails.domain("The office <office@example.org>")).isEqualTo("example.org");
    }
}
