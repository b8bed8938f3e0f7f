package org.lianzhi.investigation.access;

import java.time.Duration;
import org.lianzhi.investigation.access.domain.AccessCommand.Limits;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much one access of an inspector can hold. No source gives figures: defaults of this software, for the operator to
 * settle.
 *
 * @param longest from its beginning to its end
 * @param mostCases how many can be named
 */
@ConfigurationProperties("lianzhi.access")
record AccessLimits(Duration longest, int mostCases) {

    AccessLimits {
        if (!longest.isPositive() || mostCases < 1) {
            throw new IllegalArgumentException("lianzhi.access: a time and a number above zero");
        }
    }

    Limits asRule() {
        return new Limits(longest, mostCases);
    }
}
