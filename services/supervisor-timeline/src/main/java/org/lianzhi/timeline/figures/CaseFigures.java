package org.lianzhi.timeline.figures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.lianzhi.timeline.board.CaseSummary;
import org.lianzhi.timeline.figures.CaseCourse.SideCourse;

/** What both sides' supervisors count, out of the shared records alone: the same for both. */
public final class CaseFigures {

    private final Map<String, CaseCourse> all;
    private final Asked asked;
    private final Instant now;
    private final BiFunction<String, Instant, Optional<Instant>> closeBy;

    /**
     * @param all cases of all times by their ids: resolutions are numbered over all of them
     * @param closeBy limit for closing a case, by its agreement and the moment of its opening
     */
    public CaseFigures(
            Map<String, CaseCourse> all,
            Asked asked,
            Instant now,
            BiFunction<String, Instant, Optional<Instant>> closeBy) {
        this.all = Map.copyOf(all);
        this.asked = asked;
        this.now = now;
        this.closeBy = closeBy;
    }

    /** Codes of the figures, in the order in which they are told. */
    public static final List<String> CODES = List.of(
            "opened",
            "accepting",
            "accepting-on-time",
            "settling",
            "closing",
            "closing-on-time",
            "in-state",
            "resolutions");

    /** What stands behind a figure, the earliest first; nothing for a code that is none. */
    public List<Unit> units(String code) {
        return switch (code) {
            case "opened" -> each((id, course, from) -> List.of(Unit.ofCase(id, course, from)));
            case "accepting", "accepting-on-time" -> each(this::accepting);
            case "settling" -> each(this::settling);
            case "closing", "closing-on-time" -> each(this::closing);
            case "in-state" -> each(this::inStates);
            case "resolutions" ->
                resolutions().stream()
                        .filter(unit -> asked.means(course(unit).summary()))
                        .filter(unit -> asked.covers(course(unit).summary().openedAt()))
                        .toList();
            default -> List.of();
        };
    }

    public Figure figure(String code) {
        List<Unit> units = units(code);
        return switch (code) {
            case "opened", "resolutions" -> Figure.count(code, units);
            case "accepting-on-time", "closing-on-time" -> Figure.share(code, units);
            default -> Figure.mean(code, units);
        };
    }

    /** Mean time in each state, in the order of the procedure. */
    public List<Figure> states() {
        return Stays.STATES.stream().map(this::state).toList();
    }

    public Figure state(String state) {
        return Figure.mean(
                state,
                units("in-state").stream()
                        .filter(unit -> state.equals(unit.word()))
                        .toList());
    }

    private interface Reading {
        List<Unit> of(String id, CaseCourse course, Instant openedAt);
    }

    private List<Unit> each(Reading reading) {
        List<Unit> units = new ArrayList<>();
        all.forEach((id, course) -> {
            Instant openedAt = course.summary().openedAt();
            if (openedAt != null && asked.means(course.summary()) && asked.covers(openedAt)) {
                units.addAll(reading.of(id, course, openedAt));
            }
        });
        units.sort(ORDER);
        return units;
    }

    private static final Comparator<Unit> ORDER = Comparator.comparing(Unit::from)
            .thenComparing(Unit::matter)
            .thenComparing(Unit::bureau, Comparator.nullsFirst(Comparator.naturalOrder()));

    private List<Unit> accepting(String id, CaseCourse course, Instant openedAt) {
        CaseSummary summary = course.summary();
        return course.parties()
                .filter(side -> asked.isOffice(bureau(summary, side)))
                .map(side -> {
                    Instant accepted =
                            course.of(side).map(SideCourse::acknowledgedAt).orElse(null);
                    Instant declined =
                            course.of(side).map(SideCourse::declinedAt).orElse(null);
                    return Unit.ofCase(id, course, openedAt)
                            .office(bureau(summary, side))
                            .ended(accepted)
                            .by(summary.acknowledgeBy(side), earlier(accepted, declined), now);
                })
                .toList();
    }

    private static @Nullable String bureau(CaseSummary summary, String side) {
        return side.equals(summary.lead()) ? summary.leadBureau() : summary.counterpartBureau();
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    /** Settled once both records say the same of who leads. */
    private List<Unit> settling(String id, CaseCourse course, Instant openedAt) {
        return List.of(Unit.ofCase(id, course, openedAt).ended(course.summary().settledAt()));
    }

    private List<Unit> closing(String id, CaseCourse course, Instant openedAt) {
        Instant closedAt = course.isClosed() ? closedAt(course) : null;
        String agreement = Objects.requireNonNullElse(course.summary().agreement(), "");
        return List.of(Unit.ofCase(id, course, openedAt)
                .ended(closedAt)
                .by(closeBy.apply(agreement, openedAt).orElse(null), closedAt, now));
    }

    private static @Nullable Instant closedAt(CaseCourse course) {
        return course.parties()
                .flatMap(side -> course.closedAt(side).stream())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private List<Unit> inStates(String id, CaseCourse course, Instant openedAt) {
        return Stays.of(course, openedAt, now).entrySet().stream()
                .map(stay -> Unit.ofCase(id, course, openedAt)
                        .word(stay.getKey())
                        .took(stay.getValue().toMillis()))
                .toList();
    }

    /** Cases that both sides closed, numbered within their agreement by when that was; what is made up counts apart. */
    private List<Unit> resolutions() {
        List<Unit> closed = new ArrayList<>();
        all.forEach((id, course) -> {
            Instant openedAt = course.summary().openedAt();
            boolean joint = course.parties()
                    .allMatch(side -> course.of(side)
                            .filter(each -> each.declinedAt() == null)
                            .flatMap(each -> course.closedAt(side))
                            .isPresent());
            if (openedAt != null && course.isClosed() && joint) {
                closed.add(Unit.ofCase(id, course, openedAt).ended(closedAt(course)));
            }
        });
        closed.sort(Comparator.comparing(Unit::until, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Unit::matter));
        Map<String, Integer> numbers = new HashMap<>();
        return closed.stream()
                .map(unit -> unit.number(numbers.merge(
                        unit.agreement() + " " + course(unit).summary().synthetic(), 1, Integer::sum)))
                .toList();
    }

    private CaseCourse course(Unit unit) {
        return Objects.requireNonNull(all.get(unit.matter()));
    }
}
