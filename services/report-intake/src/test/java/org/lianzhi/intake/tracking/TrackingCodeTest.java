package org.lianzhi.intake.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianzhi.intake.secret.SecretBytes;

class TrackingCodeTest {

    private static final SecretBytes KEY = SecretBytes.of(new byte[32]);
    private static final TrackingCode CODE = TrackingCode.derive(KEY, "commit-1");

    @Test
    void a_commit_has_one_code_that_looks_as_it_is_shown() {
        assertThat(CODE).isEqualTo(TrackingCode.derive(KEY, "commit-1"));
        assertThat(CODE).isNotEqualTo(TrackingCode.derive(KEY, "commit-2"));
        assertThat(CODE.inGroups()).matches("(\\d{4} ){3}\\d{4}");
        assertThat(CODE).hasToString("a tracking code");
    }

    @Test
    void it_is_read_however_it_is_typed() {
        assertThat(TrackingCode.parse(CODE.inGroups())).contains(CODE);
        assertThat(TrackingCode.parse(CODE.digits())).contains(CODE);
        assertThat(TrackingCode.parse(" " + CODE.inGroups().replace(' ', '-') + "\u3000"))
                .contains(CODE);
        assertThat(TrackingCode.parse(fullWidth(CODE.digits()))).contains(CODE);
    }

    @Test
    void every_wrong_digit_and_every_swap_of_neighbours_is_noticed() {
        String digits = CODE.digits();
        for (int i = 0; i < digits.length(); i++) {
            for (char wrong = '0'; wrong <= '9'; wrong++) {
                String typed = digits.substring(0, i) + wrong + digits.substring(i + 1);
                assertThat(TrackingCode.parse(typed).isPresent()).isEqualTo(typed.equals(digits));
            }
            if (i > 0 && digits.charAt(i) != digits.charAt(i - 1)) {
                String swapped =
                        digits.substring(0, i - 1) + digits.charAt(i) + digits.charAt(i - 1) + digits.substring(i + 1);
                assertThat(TrackingCode.parse(swapped)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234", "12345678901234567", "abcd efgh ijkl mnop", "1234 5678 9012 345x"})
    void other_things_are_no_code(String typed) {
        assertThat(TrackingCode.parse(typed)).isEmpty();
    }

    private static String fullWidth(String digits) {
        StringBuilder wide = new StringBuilder();
        digits.chars().forEach(digit -> wide.append((char) (digit - '0' + '\uFF10')));
        return wide.toString();
    }
}
