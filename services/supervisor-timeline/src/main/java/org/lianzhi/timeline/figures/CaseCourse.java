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
     * @param closedAt null while it is not closed, or open again
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

    /** From when on a record is in a state. */
    public record Mark(Instant at, String phase, boolean acknowledged, boolean closed, boolean declined) {}

    /** Lead and counterpart. */
    Stream<String> parties() {
        return Stream.of(summary.lead(), summary.counterpart()).flatMap(Stream::ofNullable);
    }

    Optional<SideCourse> of(String side) {
        return sides.stream().filter(course -> course.side().equals(side)).findFirst();
    }

    public boolean isClosed() {
        return summary.state().equals("closed");
    }
}
