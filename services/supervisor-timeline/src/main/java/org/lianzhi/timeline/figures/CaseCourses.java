package org.lianzhi.timeline.figures;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.Listed;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.wire.EventJson;
import org.lianzhi.model.wire.WireTypes;
import org.lianzhi.timeline.board.CaseSummaries;
import org.lianzhi.timeline.board.CaseSummary;
import org.lianzhi.timeline.board.CaseSummary.SideState;
import org.lianzhi.timeline.board.Months;
import org.lianzhi.timeline.figures.CaseCourse.Mark;
import org.lianzhi.timeline.figures.CaseCourse.SideCourse;

/** Folds both records of a case into its course, and lists it for each party by the month of its opening. */
public final class CaseCourses implements Listed<CaseCourse, CaseCourse> {

    private final CaseSummaries summaries = new CaseSummaries();

    @Override
    public String collection() {
        return "case_courses";
    }

    @Override
    public Class<CaseCourse> type() {
        return CaseCourse.class;
    }

    @Override
    public List<String> documents(IncomingEvent event) {
        return summaries.documents(event);
    }

    @Override
    public CaseCourse apply(String id, @Nullable CaseCourse current, IncomingEvent event) {
        CaseSummary summary = summaries.apply(id, current == null ? null : current.summary(), event);
        String side = event.stream().side();
        Optional<Integer> closedBefore = Optional.ofNullable(current).flatMap(before -> closedEpoch(before, side));
        List<SideCourse> sides = new ArrayList<>(current == null ? List.of() : current.sides());
        SideCourse before = sides.stream()
                .filter(course -> course.side().equals(side))
                .findFirst()
                .orElse(new SideCourse(side, null, null, null, List.of()));
        sides.remove(before);
        summary.sides().stream()
                .filter(state -> state.side().equals(side))
                .forEach(state -> sides.add(moved(before, closedBefore, state, event)));
        sides.sort(Comparator.comparing(SideCourse::side));
        return new CaseCourse(summary, openings(current, event), sides);
    }

    private static Optional<Integer> closedEpoch(CaseCourse course, String side) {
        return course.summary().sides().stream()
                .filter(state -> state.side().equals(side))
                .findFirst()
                .flatMap(SideState::closedEpoch);
    }

    private static List<Instant> openings(@Nullable CaseCourse current, IncomingEvent event) {
        List<Instant> openings = new ArrayList<>(current == null ? List.of() : current.openings());
        if (WireTypes.isA(CaseEvent.CaseOpened.class, event.type())) {
            openings.add(event.at());
            openings.sort(Comparator.naturalOrder());
        }
        return openings;
    }

    private static SideCourse moved(
            SideCourse before, Optional<Integer> closedBefore, SideState now, IncomingEvent event) {
        Instant at = event.at();
        Optional<CaseEvent> known = EventJson.read(event.type(), event.data())
                .filter(CaseEvent.class::isInstance)
                .map(CaseEvent.class::cast);
        boolean acknowledges =
                known.filter(CaseEvent.CaseAcknowledged.class::isInstance).isPresent();
        boolean declines =
                known.filter(CaseEvent.CaseDeclined.class::isInstance).isPresent();
        return new SideCourse(
                before.side(),
                before.acknowledgedAt() == null && acknowledges ? at : before.acknowledgedAt(),
                before.declinedAt() == null && declines ? at : before.declinedAt(),
                now.closedEpoch().equals(closedBefore) ? before.closedAt() : at,
                marks(
                        before.marks(),
                        new Mark(
                                at,
                                now.phase(),
                                now.acknowledged(),
                                now.closedEpoch()
                                        .filter(closed -> closed == now.epoch())
                                        .isPresent(),
                                now.declined(),
                                now.epoch(),
                                now.closedEpoch().orElse(null))));
    }

    private static List<Mark> marks(List<Mark> before, Mark next) {
        if (!before.isEmpty() && before.getLast().isSame(next)) {
            return before;
        }
        List<Mark> more = new ArrayList<>(before);
        more.add(next);
        return more;
    }

    @Override
    public Map<String, Optional<CaseCourse>> places(String id, CaseCourse state) {
        Map<String, Optional<CaseCourse>> places = new LinkedHashMap<>();
        state.parties().forEach(side -> {
            // The earlier of two openings may come later, from the month before.
            state.openings().forEach(at -> places.put(list(side, Months.of(at)), Optional.empty()));
            state.openings().stream()
                    .findFirst()
                    .ifPresent(at -> places.put(list(side, Months.of(at)), Optional.of(state)));
        });
        return places;
    }

    /** A side has many cases in a month. */
    @Override
    public int parts(String list) {
        return MANY;
    }

    /** Id of the list of a side's cases that were opened in a month. */
    public static String list(String side, YearMonth month) {
        return "opened/" + side + "/" + month;
    }
}
