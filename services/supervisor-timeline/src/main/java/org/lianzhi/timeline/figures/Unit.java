package org.lianzhi.timeline.figures;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a figure counts, or leaves out.
 *
 * @param matter id of the case or of the report
 * @param caseId of the case, or to which the report led; null where there is none
 * @param bureau of whom the figure tells; null where it is the case as a whole
 * @param word state or channel; null where there is no such thing
 * @param ms how long it took; null where it is left out
 * @param limit until when it was to be done; null where there is no limit
 * @param onTime null where there is no limit, or it has neither passed nor been kept
 * @param ordinal number among the joint resolutions of its agreement; 0 where it is none
 */
public record Unit(
        String matter,
        @Nullable String caseId,
        @Nullable String agreement,
        @Nullable String bureau,
        @Nullable String word,
        Instant from,
        @Nullable Instant until,
        @Nullable Long ms,
        @Nullable Instant limit,
        @Nullable Boolean onTime,
        int ordinal) {

    static Unit ofCase(String id, CaseCourse course, Instant from) {
        return new Unit(id, id, course.summary().agreement(), null, null, from, null, null, null, null, 0);
    }

    Unit office(@Nullable String other) {
        return new Unit(matter, caseId, agreement, other, word, from, until, ms, limit, onTime, ordinal);
    }

    Unit word(String other) {
        return new Unit(matter, caseId, agreement, bureau, other, from, until, ms, limit, onTime, ordinal);
    }

    Unit number(int other) {
        return new Unit(matter, caseId, agreement, bureau, word, from, until, ms, limit, onTime, other);
    }

    Unit took(long other) {
        return new Unit(matter, caseId, agreement, bureau, word, from, until, other, limit, onTime, ordinal);
    }

    /** The sides' clocks may differ by some seconds: nothing ever took less than no time. */
    Unit ended(@Nullable Instant end) {
        Long took = end == null ? null : Math.max(0, Duration.between(from, end).toMillis());
        return new Unit(matter, caseId, agreement, bureau, word, from, end, took, limit, onTime, ordinal);
    }

    Unit by(@Nullable Instant due, @Nullable Instant done, Instant now) {
        return new Unit(
                matter, caseId, agreement, bureau, word, from, until, ms, due, isOnTime(due, done, now), ordinal);
    }

    private static @Nullable Boolean isOnTime(@Nullable Instant due, @Nullable Instant done, Instant now) {
        if (due == null) {
            return null;
        }
        if (done != null) {
            return !done.isAfter(due);
        }
        return due.isBefore(now) ? Boolean.FALSE : null;
    }
}
