package org.lianzhi.investigation.domain;

import java.util.Optional;
import java.util.stream.Stream;

/** The ladder on which a side that waits in vain goes up. No rung can be left out. */
public enum Rung {
    /** The office of the other side that deals with the case. */
    BUREAU("bureau"),
    /** The department above that office, in the other province. */
    DEPARTMENT("department");

    private final String code;

    Rung(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Id of the deadline in an agreement's data: how long an answer is waited for. */
    public String rule() {
        return "answer-to-" + code;
    }

    public static Optional<Rung> of(String code) {
        return Stream.of(values()).filter(rung -> rung.code.equals(code)).findFirst();
    }
}
