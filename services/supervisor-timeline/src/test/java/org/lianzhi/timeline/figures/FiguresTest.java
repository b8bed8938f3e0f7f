package org.lianzhi.timeline.figures;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.StreamId;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.Ground;
import org.lianzhi.model.Place;
import org.lianzhi.model.PublishedEvent;
import org.lianzhi.model.ReleasedSummary;
import org.lianzhi.model.ReportEvent;
import org.lianzhi.model.Side;
import org.lianzhi.model.wire.EventJson;
import org.lianzhi.model.wire.WireTypes;
import org.lianzhi.timeline.board.ReportLink;
import org.lianzhi.timeline.board.ReportLinks;

/** Figures against a plain recount of the events, which knows nothing of summaries, courses and lists. */
class FiguresTest {

    private static final Instant START = Instant.parse("2024-07-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2024-12-01T00:00:00Z");
    private static final Asked EVERYTHING = new Asked(null, null, null, null, false);
    private static final String JIANGHUA = "431129-branch";
    private static final String FUCHUAN = "451123-branch";
    private final CaseCourses courses = new CaseCourses();

    /** What one side said at a moment. */
    private record Told(String side, Instant at, CaseEvent event) {}

    @Property(tries = 200)
    void figures_are_what_a_plain_recount_of_all_events_gives(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int cases, @ForAll @IntRange(max = 30) int steps) {
        Random random = new Random(seed);
        Map<String, List<Told>> histories = new TreeMap<>();
        Map<String, CaseCourse> folded = new HashMap<>();
        for (int i = 0; i < cases; i++) {
            List<Told> history = history(random, steps, random.nextInt(100));
            histories.put("case" + i, history);
            folded.put("case" + i, delivered("case" + i, history, random));
        }

        CaseFigures figures = new CaseFigures(folded, EVERYTHING, NOW, FiguresTest::closeBy);

        Recount plain = new Recount(histories);
        assertThat(figures.figure("opened").counted()).isEqualTo(cases);
        assertThat(figures.figure("accepting")).isEqualTo(plain.accepting());
        assertThat(figures.figure("accepting-on-time")).isEqualTo(plain.acceptingOnTime());
        assertThat(figures.figure("settling")).isEqualTo(plain.settling());
        assertThat(figures.figure("closing")).isEqualTo(plain.closing());
        assertThat(figures.figure("closing-on-time")).isEqualTo(plain.closingOnTime());
        assertThat(figures.states()).isEqualTo(plain.states());
        assertThat(figures.units("resolutions").stream()
                        .map(unit -> unit.ordinal() + " " + unit.matter())
                        .toList())
                .isEqualTo(plain.resolutions());
    }

    @Example
    void each_figure_tells_what_it_counted_and_what_it_left_out() {
        CaseCourse open = course(
                List.of(told("hn", 0, opened("hn", START)), told("gx", 2, new CaseEvent.CaseAcknowledged(FUCHUAN))));
        CaseCourse closed = course(List.of(
                told("hn", 0, opened("hn", START)),
                told("hn", 1, new CaseEvent.CaseAcknowledged(JIANGHUA)),
                told("gx", 3, new CaseEvent.CaseAcknowledged(FUCHUAN)),
                told("gx", 4, stated("hn")),
                told("hn", 5, stated("hn")),
                told("hn", 10, closed()),
                told("gx", 12, closed())));
        CaseFigures figures = new CaseFigures(Map.of("a", open, "b", closed), EVERYTHING, NOW, FiguresTest::closeBy);

        assertThat(figures.figure("opened")).isEqualTo(new Figure("opened", 2, 0, null, null));
        assertThat(figures.figure("accepting")).isEqualTo(new Figure("accepting", 3, 1, days(2), null));
        assertThat(figures.figure("accepting-on-time")).isEqualTo(new Figure("accepting-on-time", 4, 0, null, 1));
        assertThat(figures.figure("settling")).isEqualTo(new Figure("settling", 1, 1, days(5), null));
        assertThat(figures.figure("closing")).isEqualTo(new Figure("closing", 1, 1, days(12), null));
        assertThat(figures.figure("closing-on-time")).isEqualTo(new Figure("closing-on-time", 2, 0, null, 1));
        assertThat(figures.state("signing")).isEqualTo(new Figure("signing", 1, 0, days(2), null));
        assertThat(figures.units("resolutions").getFirst().ordinal()).isEqualTo(1);
        assertThat(figures.units("no-such-figure")).isEmpty();
    }

    @Example
    void a_resolution_keeps_its_number_whatever_period_is_asked_for() {
        Map<String, CaseCourse> all = new HashMap<>();
        for (int day = 0; day < 7; day++) {
            all.put("case" + day, course(resolved(day)));
        }
        Asked last = new Asked(LocalDate.parse("2024-07-07"), LocalDate.parse("2024-07-07"), null, FUCHUAN, false);

        assertThat(new CaseFigures(all, last, NOW, FiguresTest::closeBy).units("resolutions"))
                .singleElement()
                .satisfies(unit -> {
                    assertThat(unit.ordinal()).isEqualTo(7);
                    assertThat(unit.matter()).isEqualTo("case6");
                });
    }

    @Example
    void the_period_is_counted_in_days_of_beijing_and_other_agreements_and_offices_are_not_counted() {
        Map<String, CaseCourse> all = Map.of(
                "a", course(List.of(new Told("hn", Instant.parse("2024-07-31T16:30:00Z"), opened("hn", START)))));

        assertThat(opened(all, new Asked(LocalDate.parse("2024-08-01"), null, null, JIANGHUA, false)))
                .isEqualTo(1);
        assertThat(opened(all, new Asked(null, LocalDate.parse("2024-07-31"), null, null, false)))
                .isZero();
        assertThat(opened(all, new Asked(null, null, "other", null, false))).isZero();
        assertThat(opened(all, new Asked(null, null, null, "450324-branch", false)))
                .isZero();
        assertThat(opened(all, new Asked(null, null, "hunan-guangxi", null, true)))
                .as("made up")
                .isZero();
        assertThat(courses.places("a", requireNonNull(all.get("a"))).keySet())
                .containsExactlyInAnyOrder("opened/hn/2024-08", "opened/gx/2024-08");
    }

    @Example
    void a_case_that_was_opened_twice_is_listed_in_the_month_of_the_earlier_opening_only() {
        CaseCourse twice = course(List.of(
                new Told("gx", Instant.parse("2024-07-31T16:30:00Z"), opened("gx", START)),
                new Told("hn", Instant.parse("2024-07-31T15:30:00Z"), opened("hn", START))));

        assertThat(courses.places("a", twice).get("opened/hn/2024-07")).isPresent();
        assertThat(courses.places("a", twice).get("opened/hn/2024-08")).isEmpty();
    }

    @Example
    void reports_are_counted_from_filing_to_the_first_decision_of_the_office() {
        ReportLink decided = report("r1", JIANGHUA, START.plus(Duration.ofDays(2)), START.plus(Duration.ofDays(3)));
        ReportLink late = report("r2", JIANGHUA, START.plus(Duration.ofDays(2)), START.plus(Duration.ofDays(1)));
        ReportLink waiting = report("r3", JIANGHUA, null, NOW.plusSeconds(1));
        ReportLink elsewhere = report("r4", "431124-branch", null, NOW);
        ReportFigures figures = new ReportFigures(
                List.of(decided, late, waiting, elsewhere), new Asked(null, null, null, JIANGHUA, false), NOW);

        assertThat(figures.figure("received")).isEqualTo(new Figure("received", 3, 0, null, null));
        assertThat(figures.figure("deciding")).isEqualTo(new Figure("deciding", 2, 1, days(2), null));
        assertThat(figures.figure("deciding-on-time")).isEqualTo(new Figure("deciding-on-time", 2, 1, null, 1));
        assertThat(figures.channels()).isEqualTo(Map.of("web", 3L));
        assertThat(figures.figure("led-to-a-case").counted()).isZero();
    }

    @Example
    void the_time_for_a_decision_stands_still_while_the_reporter_is_waited_for() {
        ReportEvent asked = new ReportEvent.InformationRequested("place", "where?", NOW, "rule");
        ReportEvent again = new ReportEvent.ReportTakenUp("answered", START.plus(Duration.ofDays(9)), "rule");
        ReportEvent accepted = new ReportEvent.ReportAccepted(JIANGHUA);

        ReportLink waiting = report(JIANGHUA, asked);
        assertThat(undecided(waiting)).isEqualTo(new Figure("undecided", 1, 0, null, 1));
        ReportLink answered = report(JIANGHUA, asked, again);
        assertThat(undecided(answered)).isEqualTo(new Figure("undecided", 1, 0, null, 0));
        ReportLink decided = report(JIANGHUA, asked, again, accepted, asked);
        assertThat(new ReportFigures(List.of(waiting, decided), EVERYTHING, NOW).figure("deciding-on-time"))
                .isEqualTo(new Figure("deciding-on-time", 1, 1, null, 1));
    }

    private static Figure undecided(ReportLink report) {
        return new ReportFigures(List.of(report), EVERYTHING, NOW).figure("undecided");
    }

    @Example
    void a_report_is_counted_where_the_office_is_that_has_to_decide() {
        String other = "431124-branch";
        String city = "431100-department";
        ReportEvent transferred =
                new ReportEvent.ReportTransferred(JIANGHUA, other, "not-competent", "words", NOW, "rule");
        ReportEvent objected = new ReportEvent.TransferObjected(JIANGHUA, city, "not-competent", "words");
        ReportEvent settled = new ReportEvent.TransferSettled(city, "paper");

        assertThat(held(report(JIANGHUA, transferred))).containsExactly(other);
        assertThat(held(report(JIANGHUA, transferred, objected))).containsExactly(JIANGHUA);
        assertThat(held(report(JIANGHUA, transferred, objected, settled))).containsExactly(city);
        assertThat(new ReportLinks().places("r", report(JIANGHUA, transferred, objected, settled)))
                .containsOnlyKeys(
                        "office/" + JIANGHUA + "/2024-07",
                        "office/" + other + "/2024-07",
                        "office/" + city + "/2024-07");
    }

    /** In whose lists it stands, and who is counted for it. */
    private static List<String> held(ReportLink report) {
        List<String> listed = new ReportLinks()
                .places("r", report).entrySet().stream()
                        .filter(place -> place.getValue().isPresent())
                        .map(place -> place.getKey().split("/")[1])
                        .toList();
        assertThat(new ReportFigures(List.of(report), EVERYTHING, NOW).units("received"))
                .extracting(Unit::bureau)
                .isEqualTo(listed);
        return listed;
    }

    private static int opened(Map<String, CaseCourse> all, Asked asked) {
        return new CaseFigures(all, asked, NOW, FiguresTest::closeBy)
                .figure("opened")
                .counted();
    }

    private static List<Told> resolved(int day) {
        return List.of(
                told("hn", day, opened("hn", START)),
                told("hn", day, new CaseEvent.CaseAcknowledged(JIANGHUA)),
                told("gx", day, new CaseEvent.CaseAcknowledged(FUCHUAN)),
                told("hn", day + 1, closed()),
                told("gx", day + 1, closed()));
    }

    private static Optional<Instant> closeBy(String agreement, Instant openedAt) {
        return Optional.of(openedAt.plus(Duration.ofDays(60)));
    }

    private static long days(int days) {
        return Duration.ofDays(days).toMillis();
    }

    private CaseCourse course(List<Told> history) {
        return delivered("a", history, new Random(1));
    }

    /** Each record in its own order, the two crossed anyhow. */
    private CaseCourse delivered(String id, List<Told> history, Random random) {
        Map<String, List<Told>> left = new TreeMap<>();
        history.forEach(told ->
                left.computeIfAbsent(told.side(), any -> new ArrayList<>()).add(told));
        Map<String, Long> versions = new HashMap<>();
        CaseCourse course = null;
        while (!left.isEmpty()) {
            List<String> sides = List.copyOf(left.keySet());
            String side = sides.get(random.nextInt(sides.size()));
            List<Told> record = requireNonNull(left.get(side));
            Told next = record.removeFirst();
            if (record.isEmpty()) {
                left.remove(side);
            }
            course = courses.apply(
                    id,
                    course,
                    event(
                            new StreamId("case", id, side),
                            versions.merge(side, 1L, Long::sum),
                            next.at(),
                            next.event()));
        }
        return requireNonNull(course);
    }

    /** Filed on the first day, to be decided on within one; of each day after that one event. */
    private static ReportLink report(String bureau, ReportEvent... later) {
        ReportLinks links = new ReportLinks();
        StreamId stream = new StreamId("report", "r", "hn");
        Instant at = START;
        ReportLink link = links.apply(
                stream.toString(), null, event(stream, 1, at, filed(bureau, START.plus(Duration.ofDays(1)))));
        long version = 1;
        for (ReportEvent each : later) {
            at = at.plus(Duration.ofDays(1));
            link = links.apply(stream.toString(), link, event(stream, ++version, at, each));
        }
        return link;
    }

    private static ReportEvent.ReportFiled filed(String bureau, Instant triageBy) {
        return new ReportEvent.ReportFiled(
                "web",
                "livestock-wastewater",
                "431129",
                null,
                bureau,
                true,
                START,
                "rain",
                null,
                0,
                false,
                triageBy,
                "rule",
                false);
    }

    private static ReportLink report(String id, String bureau, @Nullable Instant decidedAt, Instant triageBy) {
        ReportLinks links = new ReportLinks();
        StreamId stream = new StreamId("report", id, "hn");
        ReportLink link = links.apply(stream.toString(), null, event(stream, 1, START, filed(bureau, triageBy)));
        if (decidedAt == null) {
            return link;
        }
        ReportLink decided = links.apply(
                stream.toString(), link, event(stream, 2, decidedAt, new ReportEvent.ReportAccepted(bureau)));
        return links.apply(
                stream.toString(), decided, event(stream, 3, NOW, new ReportEvent.ReportNotAccepted("other", null)));
    }

    private static IncomingEvent event(StreamId stream, long version, Instant at, PublishedEvent event) {
        String commit = stream + "-" + version;
        return new IncomingEvent(
                commit + "#0",
                WireTypes.of(event).toString(),
                stream,
                version,
                0,
                1,
                at,
                commit,
                "cause",
                stream.side() + "/-/policy/test",
                Map.of(),
                "",
                "",
                EventJson.write(event).getBytes(StandardCharsets.UTF_8));
    }

    private static Told told(String side, int day, CaseEvent event) {
        return new Told(side, START.plus(Duration.ofDays(day)), event);
    }

    private static List<Told> history(Random random, int steps, int firstDay) {
        List<CaseEvent> possible = List.of(
                new CaseEvent.CaseAcknowledged("b"),
                new CaseEvent.CaseAcknowledged("b"),
                new CaseEvent.CaseDeclined("other", "words"),
                stated("hn"),
                stated("gx"),
                decision("d1"),
                decision("d2"),
                new CaseEvent.InspectionAccepted("i", "d", 1),
                new CaseEvent.SampleReceived("s", "l", true, START),
                new CaseEvent.FindingDissented("f", "d", "words", 1),
                new CaseEvent.FindingConfirmed("f", "d", 1),
                new CaseEvent.ClosureSigned("d", "o", 1),
                closed(),
                closed(),
                closed(2),
                new CaseEvent.CaseReopened("not-fixed", "words", 2),
                new CaseEvent.CaseReopened("not-fixed", "words", 3));
        List<Told> history = new ArrayList<>();
        Map<String, Integer> hours = new HashMap<>(Map.of("hn", 0, "gx", 0));
        history.add(at(firstDay, 0, "hn", opened("hn", START)));
        history.add(
                random.nextInt(4) == 0
                        ? at(firstDay, 0, "gx", opened("gx", START))
                        : at(firstDay, 0, "gx", new CaseEvent.CaseJoined(FUCHUAN, START, "rule", 1)));
        for (int i = 0; i < steps; i++) {
            String side = random.nextBoolean() ? "hn" : "gx";
            int hour = hours.merge(side, random.nextInt(30), Integer::sum);
            CaseEvent event = possible.get(random.nextInt(possible.size()));
            if (!(event instanceof CaseEvent.CaseDeclined) || random.nextInt(5) == 0) {
                history.add(at(firstDay, hour, side, event));
            }
        }
        return history;
    }

    private static Told at(int day, int hour, String side, CaseEvent event) {
        return new Told(side, START.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour)), event);
    }

    private static CaseEvent.JurisdictionStated stated(String lead) {
        return new CaseEvent.JurisdictionStated(new Side(lead), List.of(Ground.OUTLET), "words", null, 1);
    }

    private static CaseEvent.DecisionReceived decision(String digest) {
        return new CaseEvent.DecisionReceived(
                digest, "issuer", "1", LocalDate.parse("2024-07-01"), new Side("gx"), List.of(), 1);
    }

    private static CaseEvent.CaseClosed closed() {
        return closed(1);
    }

    private static CaseEvent.CaseClosed closed(int epoch) {
        return new CaseEvent.CaseClosed("d", "o", epoch);
    }

    private static CaseEvent.CaseOpened opened(String side, Instant acknowledgeFrom) {
        Place outlet = new Place("431129", "outlet", null, null);
        return new CaseEvent.CaseOpened(
                "hunan-guangxi",
                1,
                new Side("hn"),
                JIANGHUA,
                new Side("gx"),
                FUCHUAN,
                Ground.OUTLET,
                new ReleasedSummary(
                        "livestock-wastewater", "t", "a", outlet, null, null, START, "rain", null, List.of(), false),
                side.equals("hn") ? acknowledgeFrom.plus(Duration.ofDays(1)) : acknowledgeFrom.plus(Duration.ofDays(2)),
                "rule",
                1);
    }

    /** Reads the events of both sides one after the other, each time from the beginning. */
    private static final class Recount {

        private static final List<String> STATES =
                List.of("acknowledging", "inspecting", "sampling", "finding", "rectifying", "signing");

        private final Map<String, List<Told>> histories;

        Recount(Map<String, List<Told>> histories) {
            this.histories = histories;
        }

        Figure accepting() {
            List<Long> took = new ArrayList<>();
            int out = 0;
            for (List<Told> history : histories.values()) {
                for (String side : List.of("hn", "gx")) {
                    Optional<Instant> accepted = first(history, side, CaseEvent.CaseAcknowledged.class);
                    accepted.ifPresent(at -> took.add(between(opening(history), at)));
                    out += accepted.isEmpty() ? 1 : 0;
                }
            }
            return mean("accepting", took, out);
        }

        Figure acceptingOnTime() {
            int told = 0;
            int onTime = 0;
            int out = 0;
            for (List<Told> history : histories.values()) {
                for (String side : List.of("hn", "gx")) {
                    Instant due = due(history, side);
                    Optional<Instant> answered = history.stream()
                            .filter(each -> each.side().equals(side))
                            .filter(each -> each.event() instanceof CaseEvent.CaseAcknowledged
                                    || each.event() instanceof CaseEvent.CaseDeclined)
                            .map(Told::at)
                            .min(Comparator.naturalOrder());
                    if (answered.isPresent()) {
                        told++;
                        onTime += answered.get().isAfter(due) ? 0 : 1;
                    } else if (due.isBefore(NOW)) {
                        told++;
                    } else {
                        out++;
                    }
                }
            }
            return new Figure("accepting-on-time", told, out, null, onTime);
        }

        Figure settling() {
            List<Long> took = new ArrayList<>();
            int out = 0;
            for (List<Told> history : histories.values()) {
                Optional<Instant> settled = same(history, CaseEvent.DecisionReceived.class, event -> event.digest())
                        .or(() -> same(
                                history,
                                CaseEvent.JurisdictionStated.class,
                                event -> event.lead().code()))
                        .filter(at -> !isDeclined(history));
                settled.ifPresent(at -> took.add(between(opening(history), at)));
                out += settled.isEmpty() ? 1 : 0;
            }
            return mean("settling", took, out);
        }

        /** When the later of the two last words was said, if they are the same. */
        private static <E extends CaseEvent> Optional<Instant> same(
                List<Told> history, Class<E> type, Function<E, String> content) {
            List<Told> last = Stream.of("hn", "gx")
                    .flatMap(side -> history.stream()
                            .filter(told -> told.side().equals(side) && type.isInstance(told.event()))
                            .reduce((earlier, later) -> later)
                            .stream())
                    .toList();
            boolean same = last.size() == 2
                    && content.apply(type.cast(last.getFirst().event()))
                            .equals(content.apply(type.cast(last.getLast().event())));
            return same ? last.stream().map(Told::at).max(Comparator.naturalOrder()) : Optional.empty();
        }

        Figure closing() {
            List<Long> took = new ArrayList<>();
            histories
                    .values()
                    .forEach(history -> closedAt(history).ifPresent(at -> took.add(between(opening(history), at))));
            return mean("closing", took, histories.size() - took.size());
        }

        Figure closingOnTime() {
            int told = 0;
            int onTime = 0;
            for (List<Told> history : histories.values()) {
                Instant due = opening(history).plus(Duration.ofDays(60));
                Optional<Instant> closed = closedAt(history);
                told += closed.isPresent() || due.isBefore(NOW) ? 1 : 0;
                onTime += closed.filter(at -> !at.isAfter(due)).isPresent() ? 1 : 0;
            }
            return new Figure("closing-on-time", told, histories.size() - told, null, onTime);
        }

        List<String> resolutions() {
            List<Map.Entry<String, Instant>> closed = new ArrayList<>();
            histories.forEach((id, history) -> closedAt(history)
                    .filter(at -> !isDeclined(history))
                    .ifPresent(at -> closed.add(Map.entry(id, at))));
            closed.sort(Map.Entry.<String, Instant>comparingByValue().thenComparing(Map.Entry.comparingByKey()));
            List<String> numbered = new ArrayList<>();
            closed.forEach(each -> numbered.add((numbered.size() + 1) + " " + each.getKey()));
            return numbered;
        }

        List<Figure> states() {
            Map<String, List<Long>> stays = new HashMap<>();
            for (List<Told> history : histories.values()) {
                stays(history)
                        .forEach((state, time) -> stays.computeIfAbsent(state, any -> new ArrayList<>())
                                .add(time));
            }
            return STATES.stream()
                    .map(state -> mean(state, stays.getOrDefault(state, List.of()), 0))
                    .toList();
        }

        private static Map<String, Long> stays(List<Told> history) {
            List<Instant> moments = new ArrayList<>(history.stream()
                    .map(Told::at)
                    .filter(at -> at.isAfter(opening(history)))
                    .distinct()
                    .sorted()
                    .toList());
            Map<String, Long> stays = new TreeMap<>();
            moments.addFirst(opening(history));
            moments.addLast(NOW);
            for (int i = 0; i + 1 < moments.size(); i++) {
                String state = state(history, moments.get(i));
                // Only what changes a side's state can change that of the case; where nothing is between, time runs on.
                if (STATES.contains(state)) {
                    stays.merge(state, between(moments.get(i), moments.get(i + 1)), Long::sum);
                }
            }
            return stays;
        }

        /** The state at a moment: that of the record which was the last to come into another one. */
        private static String state(List<Told> history, Instant moment) {
            Map<String, Instant> since = new TreeMap<>();
            Map<String, String> phases = new TreeMap<>();
            Map<String, String> whole = new TreeMap<>();
            List<String> declined = new ArrayList<>();
            List<String> acknowledged = new ArrayList<>();
            List<Told> known =
                    history.stream().filter(told -> !told.at().isAfter(moment)).toList();
            List<String> closed = closed(known);
            for (Told told : known) {
                String side = told.side();
                if (told.event() instanceof CaseEvent.CaseDeclined) {
                    declined.add(side);
                }
                if (told.event() instanceof CaseEvent.CaseAcknowledged) {
                    acknowledged.add(side);
                }
                // Who leads is settled beside everything else.
                String phase = told.event() instanceof CaseEvent.AboutJurisdiction
                        ? phases.getOrDefault(side, "acknowledging")
                        : phase(told.event());
                phases.put(side, phase);
                List<Told> own = history.subList(0, history.indexOf(told) + 1).stream()
                        .filter(each -> each.side().equals(side))
                        .toList();
                String now = phase
                        + acknowledged.contains(side)
                        + declined.contains(side)
                        + epoch(own)
                        + closedEpoch(own, side);
                if (!now.equals(whole.put(side, now))) {
                    since.put(side, told.at());
                }
            }
            List<String> taking = since.keySet().stream()
                    .filter(side -> !declined.contains(side))
                    .toList();
            if (!taking.isEmpty() && closed.containsAll(taking) && since.size() == 2) {
                return "closed";
            }
            if (!declined.isEmpty()) {
                return "declined";
            }
            if (!acknowledged.containsAll(List.of("hn", "gx"))) {
                return "acknowledging";
            }
            Optional<String> latest = taking.stream()
                    .filter(side -> closed.contains(side) || !"closed".equals(phases.get(side)))
                    .max(Comparator.comparing((String side) -> requireNonNull(since.get(side)))
                            .thenComparing(Comparator.naturalOrder()));
            return latest.map(side -> closed.contains(side) ? "signing" : requireNonNull(phases.get(side)))
                    .orElse("inspecting");
        }

        /** Of the case: the highest to which either side opened it again. */
        private static int epoch(List<Told> known) {
            return known.stream()
                    .map(Told::event)
                    .filter(CaseEvent.CaseReopened.class::isInstance)
                    .mapToInt(event -> ((CaseEvent.CaseReopened) event).epoch())
                    .max()
                    .orElse(1);
        }

        private static int closedEpoch(List<Told> known, String side) {
            return known.stream()
                    .filter(told -> told.side().equals(side) && told.event() instanceof CaseEvent.CaseClosed)
                    .mapToInt(told -> ((CaseEvent.CaseClosed) told.event()).epoch())
                    .max()
                    .orElse(0);
        }

        /** A closing counts in its own epoch only, whoever opened the case again. */
        private static List<String> closed(List<Told> known) {
            return Stream.of("hn", "gx")
                    .filter(side -> closedEpoch(known, side) == epoch(known))
                    .toList();
        }

        private static String phase(CaseEvent event) {
            String name = event.getClass().getSimpleName();
            return switch (name) {
                case "CaseOpened", "CaseJoined" -> "acknowledging";
                case "CaseAcknowledged", "InspectionAccepted", "CaseReopened" -> "inspecting";
                case "SampleReceived" -> "sampling";
                case "FindingDissented" -> "finding";
                case "FindingConfirmed" -> "rectifying";
                case "ClosureSigned" -> "signing";
                case "CaseDeclined" -> "declined";
                default -> "closed";
            };
        }

        private static Instant opening(List<Told> history) {
            return history.stream()
                    .filter(told -> told.event() instanceof CaseEvent.CaseOpened)
                    .map(Told::at)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
        }

        /** Its own record's, or that of the opening which counts. */
        private static Instant due(List<Told> history, String side) {
            return history.stream()
                    .filter(told -> told.side().equals(side))
                    .flatMap(told -> switch (told.event()) {
                        case CaseEvent.CaseOpened opened -> Optional.of(opened.acknowledgeBy()).stream();
                        case CaseEvent.CaseJoined joined -> Optional.of(joined.acknowledgeBy()).stream();
                        default -> Optional.<Instant>empty().stream();
                    })
                    .findFirst()
                    .orElseThrow();
        }

        private static Optional<Instant> closedAt(List<Told> history) {
            Map<String, Instant> closed = new TreeMap<>();
            history.forEach(told -> {
                if (told.event() instanceof CaseEvent.CaseClosed closing && closing.epoch() == epoch(history)) {
                    closed.putIfAbsent(told.side(), told.at());
                }
            });
            closed.keySet().retainAll(closed(history));
            List<String> declined = history.stream()
                    .filter(told -> told.event() instanceof CaseEvent.CaseDeclined)
                    .map(Told::side)
                    .distinct()
                    .toList();
            List<String> taking = List.of("hn", "gx").stream()
                    .filter(side -> !declined.contains(side))
                    .toList();
            return taking.isEmpty() || !closed.keySet().containsAll(taking)
                    ? Optional.empty()
                    : closed.values().stream().max(Comparator.naturalOrder());
        }

        private static boolean isDeclined(List<Told> history) {
            return history.stream().anyMatch(told -> told.event() instanceof CaseEvent.CaseDeclined);
        }

        private static Optional<Instant> first(List<Told> history, String side, Class<? extends CaseEvent> type) {
            return history.stream()
                    .filter(told -> told.side().equals(side) && type.isInstance(told.event()))
                    .map(Told::at)
                    .min(Comparator.naturalOrder());
        }

        private static long between(Instant from, Instant to) {
            return Math.max(0, Duration.between(from, to).toMillis());
        }

        private static Figure mean(String code, List<Long> took, int out) {
            long sum = took.stream().mapToLong(Long::longValue).sum();
            return new Figure(code, took.size(), out, took.isEmpty() ? null : sum / took.size(), null);
        }
    }
}
