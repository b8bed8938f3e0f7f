package org.lianzhi.investigation.worklist;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.Place;

/**
 * What the lists say of a case. What is overdue depends on the clock and is added when it is read.
 *
 * @param asked sides whose clock of acknowledgement runs
 */
public record CaseLine(
        String category,
        Place affectedWater,
        @Nullable Place suspectedFacility,
        String lead,
        String leadBureau,
        String counterpart,
        String counterpartBureau,
        String state,
        List<Waiting> turns,
        List<String> asked,
        List<SampleLine> samples,
        boolean synthetic,
        Instant openedAt,
        Instant lastAt,
        int epoch) {

    public CaseLine {
        turns = List.copyOf(turns);
        asked = List.copyOf(asked);
        samples = List.copyOf(samples);
    }

    /** Who must act. */
    public record Waiting(
            String act,
            String side,
            String bureau,
            String role,
            @Nullable String ref,
            @Nullable Instant dueAt) {

        boolean isOverdue(Instant now) {
            return dueAt != null && now.isAfter(dueAt);
        }
    }

    /** A sample that was sent to a laboratory. */
    public record SampleLine(
            String id,
            String laboratory,
            String number,
            String medium,
            String state,
            List<String> parameters,
            Instant handedOverAt,
            String seal) {

        public SampleLine {
            parameters = List.copyOf(parameters);
        }
    }

    boolean isOver() {
        return state.equals("closed") || state.equals("declined");
    }
}
