package org.lianzhi.standards;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One parameter against a standard.
 *
 * @param limit in the unit of the result; null where the standard has none
 * @param factor value divided by limit with two decimals; null where not assessable
 */
public record Assessment(
        String parameter,
        Verdict verdict,
        @Nullable BigDecimal limit,
        @Nullable BigDecimal factor) {

    /** Limits are inclusive: a value that equals the limit is within it. */
    public enum Verdict {
        WITHIN("within"),
        EXCEEDED("exceeded"),
        /** No limit, a unit of another quantity, or a detection limit above the limit. */
        NOT_ASSESSABLE("not-assessable");

        private final String code;

        Verdict(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
