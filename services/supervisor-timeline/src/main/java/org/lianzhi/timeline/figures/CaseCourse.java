package org.lianzhi.timeline.figures;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.timeline.board.CaseSummary;

/**
 * How a case went, as far as figures ask.
 *
 * @param openings as each side opened it; the earliest counts
 * @param sides in the order of their codes
 */
public record CaseCourse(CaseSummary summary, List<Instant> openings, List<SideCourse> sides) {

    public CaseCourse {
        openings = List.copyOf(openings);
        sides = List.copyOf(sides);
    }

    /**
     * What one side's record says.
     *
     * @param acknowledgedAt for the first time
     * @param closedAt when it was closed for the last time, whether that still holds or not; null where it never was
     * @param marks where its record came into another state, in its own order
     */
    public record SideCourse(
            String side,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant declinedAt,
            @Nullable Instant closedAt,
            List<Mark> marks) {

        public SideCourse {
            marks = List.copyOf(marks);
        }
    }

    /**
     * From when on a record is in a state.
     *
     * @param closed whether its own record alone says that the case is closed
     * @param epoch to which it had reopened the case; null in documents of an earlier version
     * @param closedEpoch the last that it had closed; null where it had closed none, and in such documents
     */
    public record Mark(
            Instant at,
            String phase,
            boolean acknowledged,
            boolean closed,
            boolean declined,
            @Nullable Integer epoch,
            @Nullable Integer closedEpoch) {

        Mark at(Instant other) {
            return new Mark(other, phase, acknowledged, closed, declined, epoch, closedEpoch);
        }

        boolean isSame(Mark other) {
            return at(other.at).equals(other);
        }
    }

    /** Lead and counterpart. */
    Stream<String> parties() {
        return Stream.of(summary.lead(), summary.counterpart()).flatMap(Stream::ofNullable);
    }

    Optional<SideCourse> of(String side) {
        return sides.stream().filter(course -> course.side().equals(side)).findFirst();
    }

    /** When a side closed the case; empty while it is not closed for it, or open again. */
    Optional<Instant> closedAt(String side) {
        boolean closed = summary.sides().stream().anyMatch(state -> state.side().equals(side) && state.closed());
        return closed ? of(side).map(SideCourse::closedAt) : Optional.empty();
    }

    public boolean isClosed() {
        return summary.state().equals("closed");
    }
}
