package org.lianzhi.intake.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The two times that a higher authority can be asked to look at a handling opinion again; the second is final. */
public enum ReviewStep {
    REVIEW,
    RE_REVIEW;

    /** Also the id of the deadline for the answer. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Id of the deadline until which it can be asked for. */
    public String askedBy() {
        return code() + "-request";
    }

    static ReviewStep of(String code) {
        return Arrays.stream(values())
                .filter(step -> step.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no step of a review: " + code));
    }

    static Optional<ReviewStep> after(List<ReviewStep> answered) {
        return Arrays.stream(values()).filter(step -> !answered.contains(step)).findFirst();
    }
}
