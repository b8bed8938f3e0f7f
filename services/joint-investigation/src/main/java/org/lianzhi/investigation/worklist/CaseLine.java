package org.lianzhi.investigation.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.Place;

/**
 * What the lists say of a case. What is overdue depends on the clock and is added when it is read.
 *
 * @param designated offices that act instead of those that the case began with; for the eyes of their own side
 * @param left offices that were designated before others were
 * @param assigned who is responsible in each office; for the eyes of that office
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
        List<Designated> designated,
        List<String> left,
        List<Assigned> assigned,
        boolean synthetic,
        Instant openedAt,
        Instant lastAt,
        int epoch) {

    public CaseLine {
        turns = List.copyOf(turns);
        asked = List.copyOf(asked);
        samples = List.copyOf(samples);
        // Documents of an earlier version have none.
        designated = List.copyOf(Objects.requireNonNullElse(designated, List.of()));
        left = List.copyOf(Objects.requireNonNullElse(left, List.of()));
        assigned = List.copyOf(Objects.requireNonNullElse(assigned, List.of()));
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

    /** An office that a side made handle the case. */
    public record Designated(String side, String office) {}

    /** Who of an office is responsible; for the eyes of that office. */
    public record Assigned(String office, String person) {}

    /** Whoever is responsible in an office. */
    Optional<String> responsible(String office) {
        return assigned.stream()
                .filter(each -> each.office().equals(office))
                .map(Assigned::person)
                .findFirst();
    }

    /** Which office of a side must act, as that side itself sees it. */
    String officeOf(Waiting turn) {
        return designated.stream()
                .filter(each -> each.side().equals(turn.side()) && turn.role().equals("officer"))
                .map(Designated::office)
                .findFirst()
                .orElse(turn.bureau());
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
