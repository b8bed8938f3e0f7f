package org.lianzhi.standards;

import java.math.BigDecimal;

/** What a laboratory found. Not finding anything is a statement of its own, not a zero. */
public sealed interface LabValue {

    /** A number. */
    record Measured(BigDecimal value) implements LabValue {
        public Measured {
            if (value.signum() < 0) {
                throw new IllegalArgumentException("a result is not negative: " + value);
            }
        }
    }

    /** Less than the method can detect. */
    record BelowDetection(BigDecimal limit) implements LabValue {
        public BelowDetection {
            if (limit.signum() <= 0) {
                throw new IllegalArgumentException("a detection limit is positive: " + limit);
            }
        }
    }
}
