package org.lianzhi.intake.progress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The case in plain steps.
 *
 * @param steps all of them in order; those without a time are still ahead
 * @param closedAt null while the case is open
 * @param outcome code with which it was closed; null while it is open
 */
public record CaseProgress(
        String caseId,
        List<Stage> steps,
        @Nullable Instant closedAt,
        @Nullable String outcome) {

    private static final String NO_BREACH = "no-breach-found";

    static final String OPENED = "opened";
    static final String ACKNOWLEDGED = "acknowledged";
    static final String INSPECTED = "inspected";
    static final String SAMPLED = "sampled";
    static final String FOUND = "found";
    static final String ORDERED = "ordered";
    static final String RECTIFIED = "rectified";
    static final String VERIFIED = "verified";
    static final String CONCLUDED = "concluded";
    static final String CLOSED = "closed";
    static final String REOPENED = "reopened";

    /** Steps that the own bureau takes for itself. */
    private static final List<String> OWN = List.of(OPENED, ACKNOWLEDGED);

    /** Steps that count whoever took them: a finding, for instance, is confirmed in the record of the other side. */
    private static final List<String> OF_EITHER = List.of(INSPECTED, SAMPLED, FOUND, ORDERED, RECTIFIED, VERIFIED);

    /**
     * A step.
     *
     * @param at null while it is ahead
     */
    public record Stage(String key, @Nullable Instant at) {}

    /** Whether there was something to put right at all. */
    public boolean substantiated() {
        return !NO_BREACH.equals(outcome);
    }

    static CaseProgress of(String caseId, SideProgress own, Collection<SideProgress> all) {
        List<Stage> steps = new ArrayList<>();
        OWN.forEach(key -> steps.add(new Stage(key, own.at(key))));
        OF_EITHER.forEach(key -> steps.add(new Stage(key, first(key, all))));
        if (own.at(REOPENED) != null) {
            steps.add(new Stage(REOPENED, own.at(REOPENED)));
        }
        if (own.at(CONCLUDED) != null) {
            steps.add(new Stage(CONCLUDED, own.at(CONCLUDED)));
        }
        steps.add(new Stage(CLOSED, own.at(CLOSED)));
        return new CaseProgress(caseId, steps, own.at(CLOSED), own.outcome());
    }

    private static @Nullable Instant first(String key, Collection<SideProgress> all) {
        return all.stream()
                .map(side -> side.at(key))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
