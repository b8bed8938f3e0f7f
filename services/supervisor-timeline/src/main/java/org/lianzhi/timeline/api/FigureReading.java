package org.lianzhi.timeline.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.kit.Paged;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.Role;
import org.lianzhi.model.Side;
import org.lianzhi.territory.Territory;
import org.lianzhi.timeline.board.Months;
import org.lianzhi.timeline.board.ReportLink;
import org.lianzhi.timeline.board.ReportLinks;
import org.lianzhi.timeline.figures.Asked;
import org.lianzhi.timeline.figures.CaseCourse;
import org.lianzhi.timeline.figures.CaseCourses;
import org.lianzhi.timeline.figures.CaseFigures;
import org.lianzhi.timeline.figures.Figure;
import org.lianzhi.timeline.figures.ReportFigures;
import org.lianzhi.timeline.figures.Unit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures for supervisors, and what stands behind each. Those of cases are the same on both sides. */
@RestController
@RequestMapping("/api/v1/figures")
class FigureReading {

    private static final int MOST_PER_PAGE = 200;
    private static final String CLOSE = "close";

    private final ReadModel<CaseCourse> courses;
    private final ReadModel<ReportLink> links;
    private final Territory territory;
    private final Clock clock;

    /** Each answer says of when it is. When something happens everybody who has the board open asks again at once. */
    private final Cache<Side, Readings> readings;

    /** @param fresh how long an answer is given again; nothing: each is counted anew */
    FigureReading(
            ReadModel<CaseCourse> courses,
            ReadModel<ReportLink> links,
            Territory territory,
            Clock clock,
            @Value("${lianzhi.timeline.figures-fresh:1s}") Duration fresh) {
        this.readings = Caffeine.newBuilder().expireAfterWrite(fresh).build();
        this.courses = courses;
        this.links = links;
        this.territory = territory;
        this.clock = clock;
    }

    /**
     * All figures.
     *
     * @param data {@code real} or {@code synthetic}: what is counted
     * @param real and {@code synthetic}: how many cases and reports there are of each in the period
     * @param states mean time in each state
     * @param channels how many reports came by each
     */
    record Figures(
            Instant asOf,
            String data,
            int real,
            int synthetic,
            List<Figure> cases,
            List<Figure> states,
            List<Figure> reports,
            Map<String, Long> channels) {}

    /** What stands behind a figure, page by page, the latest first. */
    record Behind(String code, String data, Figure figure, List<Unit> units, int page, int size, int total) {}

    /**
     * What was asked for.
     *
     * @param data absent: what is real, or what is made up where nothing is real
     */
    record Question(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String agreement,
            @Nullable String office,
            @Nullable String data) {

        Asked asked(boolean synthetic) {
            return new Asked(from, to, known(agreement), known(office), synthetic);
        }

        private static @Nullable String known(@Nullable String text) {
            return text == null || text.isBlank() ? null : text;
        }
    }

    @GetMapping
    Figures figures(SignedIn who, Question question) {
        who.require(Role.SUPERVISOR);
        Readings read = readings.get(who.side(), this::read);
        int real = read.size(question.asked(false));
        int synthetic = read.size(question.asked(true));
        boolean madeUp = isSynthetic(question, real, synthetic);
        CaseFigures cases = read.cases(question.asked(madeUp));
        ReportFigures reports = read.reports(question.asked(madeUp));
        return new Figures(
                read.now(),
                madeUp ? "synthetic" : "real",
                real,
                synthetic,
                CaseFigures.CODES.stream()
                        .filter(code -> !code.equals("in-state"))
                        .map(cases::figure)
                        .toList(),
                cases.states(),
                ReportFigures.CODES.stream().map(reports::figure).toList(),
                reports.channels());
    }

    @GetMapping("/{code}")
    Behind behind(
            SignedIn who,
            @PathVariable String code,
            Question question,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        who.require(Role.SUPERVISOR);
        Readings read = readings.get(who.side(), this::read);
        boolean madeUp = isSynthetic(question, read.size(question.asked(false)), read.size(question.asked(true)));
        Asked asked = question.asked(madeUp);
        List<Unit> units;
        Figure figure;
        if (CaseFigures.CODES.contains(code)) {
            CaseFigures cases = read.cases(asked);
            units = cases.units(code).stream()
                    .filter(unit -> state.isEmpty() || state.equals(unit.word()))
                    .toList();
            figure = state.isEmpty() ? cases.figure(code) : cases.state(state);
        } else if (ReportFigures.CODES.contains(code)) {
            units = read.reports(asked).units(code);
            figure = read.reports(asked).figure(code);
        } else {
            throw new NotForYou();
        }
        Paged<Unit> paged = Paged.of(units.reversed(), page, size, MOST_PER_PAGE);
        return new Behind(
                code, madeUp ? "synthetic" : "real", figure, paged.items(), paged.page(), paged.size(), paged.total());
    }

    private static boolean isSynthetic(Question question, int real, int synthetic) {
        return "synthetic".equals(question.data()) || (question.data() == null && real == 0 && synthetic > 0);
    }

    /** What is there for a side, read once and counted once for each question. */
    private static final class Readings {

        private final Map<String, CaseCourse> courses;
        private final Map<String, ReportLink> links;
        private final Territory territory;
        private final Instant now;
        private final Map<Asked, CaseFigures> cases = new ConcurrentHashMap<>();
        private final Map<Asked, ReportFigures> reports = new ConcurrentHashMap<>();

        Readings(Map<String, CaseCourse> courses, Map<String, ReportLink> links, Territory territory, Instant now) {
            this.courses = courses;
            this.links = links;
            this.territory = territory;
            this.now = now;
        }

        Instant now() {
            return now;
        }

        CaseFigures cases(Asked asked) {
            return cases.computeIfAbsent(asked, any -> new CaseFigures(courses, any, now, this::closeBy));
        }

        ReportFigures reports(Asked asked) {
            return reports.computeIfAbsent(asked, any -> new ReportFigures(links.values(), any, now));
        }

        int size(Asked asked) {
            return cases(asked).units("opened").size()
                    + reports(asked).units("received").size();
        }

        private Optional<Instant> closeBy(String agreement, Instant openedAt) {
            return territory
                    .agreement(agreement)
                    .filter(known -> known.deadline(CLOSE).isPresent())
                    .map(known -> known.due(CLOSE, openedAt));
        }
    }

    private Readings read(Side side) {
        Instant now = clock.instant();
        List<YearMonth> months = Months.between(Months.FIRST, Months.of(now));
        Map<String, CaseCourse> cases = courses.entries(
                months.stream()
                        .map(month -> CaseCourses.list(side.code(), month))
                        .toList(),
                CaseCourse.class);
        Map<String, ReportLink> reports = links.entries(
                territory.officesOf(side).stream()
                        .flatMap(office -> months.stream().map(month -> ReportLinks.ofOffice(office, month)))
                        .toList(),
                ReportLink.class);
        return new Readings(cases, reports, territory, now);
    }
}
