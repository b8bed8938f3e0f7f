package org.lianzhi.intake.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.RuleViolated;

/** Why somebody may read what a reporter said. */
public final class OpeningRules {

    /** Nobody is asked why a report is read that the office has put on the reader's own desk. */
    public static final String ON_THE_DESK = "on-the-desk";

    private static final String OTHER = "other";
    private static final int WORDS_AT_LEAST = 5;
    private static final int WORDS_AT_MOST = 500;

    private OpeningRules() {}

    /** @param words only where the code says nothing itself */
    public record Why(String code, @Nullable String words) {}

    /**
     * A reason as it is kept.
     *
     * @param known the codes that somebody can give
     * @throws RuleViolated with a code {@code report.opening-*}
     */
    public static Why why(Set<String> known, String code, String typed) {
        if (code.isBlank()) {
            throw missing();
        }
        if (!known.contains(code)) {
            throw new RuleViolated("report.opening-reason-unknown");
        }
        if (!code.equals(OTHER)) {
            return new Why(code, null);
        }
        String words = typed.strip();
        if (words.length() < WORDS_AT_LEAST) {
            throw new RuleViolated("report.opening-words-missing", WORDS_AT_LEAST);
        }
        if (words.length() > WORDS_AT_MOST) {
            throw new RuleViolated("report.opening-words-too-long", WORDS_AT_MOST);
        }
        return new Why(code, words);
    }

    public static RuleViolated missing() {
        return new RuleViolated("report.opening-reason-missing");
    }
}
