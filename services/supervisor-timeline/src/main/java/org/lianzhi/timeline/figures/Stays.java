package org.lianzhi.timeline.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.timeline.board.CaseSummary;
import org.lianzhi.timeline.board.CaseSummary.SideState;
import org.lianzhi.timeline.board.Note;
import org.lianzhi.timeline.board.Note.Kind;
import org.lianzhi.timeline.figures.CaseCourse.Mark;

/** How long a case was in each state; it changes state when the record of one side does. */
final class Stays {

    /** Those that end, in the order of the procedure. */
    static final List<String> STATES =
            List.of("acknowledging", "inspecting", "sampling", "finding", "rectifying", "signing");

    private record Moved(String side, Mark mark) {}

    private Stays() {}

    static Map<String, Duration> of(CaseCourse course, Instant openedAt, Instant now) {
        Map<String, Duration> stays = new TreeMap<>();
        Map<String, SideState> sides = new HashMap<>();
        Instant since = openedAt;
        String state = "acknowledging";
        for (Moved moved : inOrder(course)) {
            Instant at = moved.mark().at().isBefore(openedAt)
                    ? openedAt
                    : moved.mark().at();
            stay(stays, state, since, at);
            since = at;
            sides.put(moved.side(), known(moved));
            state = state(course.summary(), sides);
        }
        stay(stays, state, since, now.isBefore(since) ? since : now);
        return stays;
    }

    private static List<Moved> inOrder(CaseCourse course) {
        List<Moved> all = new ArrayList<>();
        course.sides().forEach(side -> {
            Instant last = Instant.MIN;
            for (Mark mark : side.marks()) {
                // A record's own order holds, whatever its clock says.
                last = mark.at().isBefore(last) ? last : mark.at();
                all.add(new Moved(side.side(), mark.at(last)));
            }
        });
        all.sort(Comparator.comparing((Moved moved) -> moved.mark().at()).thenComparing(Moved::side));
        return all;
    }

    private static void stay(Map<String, Duration> stays, String state, Instant since, Instant until) {
        if (STATES.contains(state) && since.isBefore(until)) {
            stays.merge(state, Duration.between(since, until), Duration::plus);
        }
    }

    private static SideState known(Moved moved) {
        Mark mark = moved.mark();
        return new SideState(
                moved.side(),
                "",
                mark.at(),
                mark.phase(),
                mark.acknowledged(),
                null,
                false,
                mark.closed(),
                mark.declined(),
                Stream.of(epoch(Kind.REOPENED, mark, mark.epoch()), epoch(Kind.CLOSED, mark, mark.closedEpoch()))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<Note> epoch(Kind kind, Mark mark, @Nullable Integer epoch) {
        return Optional.ofNullable(epoch).map(in -> new Note(kind, "", mark.at(), null, in, null));
    }

    private static String state(CaseSummary summary, Map<String, SideState> sides) {
        Map<String, SideState> sorted = new LinkedHashMap<>(new TreeMap<>(sides));
        return summary.of(List.copyOf(sorted.values())).state();
    }
}
