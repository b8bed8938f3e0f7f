package org.lianzhi.timeline.api;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.territory.Agreement;
import org.lianzhi.territory.Territory;
import org.lianzhi.timeline.board.CaseSummaries;
import org.lianzhi.timeline.board.CaseSummary;
import org.lianzhi.timeline.board.DesignatedOffice;
import org.lianzhi.timeline.board.DesignatedOffices;
import org.lianzhi.timeline.board.Months;
import org.lianzhi.timeline.figures.CaseCourse;
import org.lianzhi.timeline.figures.CaseCourses;
import org.springframework.stereotype.Component;

/** Which cases somebody may see. */
@Component
class VisibleCases {

    private final ReadModel<CaseSummary> summaries;
    private final ReadModel<CaseCourse> courses;
    private final ReadModel<DesignatedOffice> designated;
    private final Territory territory;
    private final Clock clock;

    VisibleCases(
            ReadModel<CaseSummary> summaries,
            ReadModel<CaseCourse> courses,
            ReadModel<DesignatedOffice> designated,
            Territory territory,
            Clock clock) {
        this.summaries = summaries;
        this.courses = courses;
        this.designated = designated;
        this.territory = territory;
        this.clock = clock;
    }

    record Case(String id, CaseSummary summary) {}

    /** @throws NotForYou also for a case that does not exist */
    CaseSummary find(Reader reader, String id) {
        CaseSummary summary = summaries.find(id).orElseThrow(NotForYou::new).state();
        CaseSummary seen = DesignatedOffices.of(designated, reader.side(), id)
                .map(office -> summary.designating(reader.side(), office))
                .orElse(summary);
        // The office that the case began with can still read.
        if (!reader.maySee(id, seen, zone(seen)) && !reader.maySee(id, summary, zone(summary))) {
            throw new NotForYou();
        }
        return seen;
    }

    private static Case seenBy(Reader reader, Case whole, @Nullable String office) {
        return office == null ? whole : new Case(whole.id(), whole.summary().designating(reader.side(), office));
    }

    /**
     * The cases that a supervisor or an inspector may see, the latest activity first: what is open, then what is closed.
     *
     * @throws NotForYou for everybody else
     */
    List<Case> of(Reader reader, String view) {
        if (!reader.supervises()) {
            throw new NotForYou();
        }
        List<Case> all = sorted(
                view.equals("open")
                        ? summaries.entries(CaseSummaries.open(reader.side()), CaseSummary.class)
                        : everyCase(reader.side(), view.equals("closed")));
        Map<String, String> offices = DesignatedOffices.of(designated, reader.side());
        return all.stream()
                .filter(each -> reader.maySee(each.id(), each.summary(), zone(each.summary())))
                .map(each -> seenBy(reader, each, offices.get(each.id())))
                .toList();
    }

    private ZoneId zone(CaseSummary summary) {
        return Optional.ofNullable(summary.agreement())
                .flatMap(territory::agreement)
                .map(Agreement::zone)
                .orElse(ZoneOffset.UTC);
    }

    private Map<String, CaseSummary> everyCase(String side, boolean closedOnly) {
        List<String> months = Months.between(Months.FIRST, Months.of(clock.instant())).stream()
                .map(month -> CaseCourses.list(side, month))
                .toList();
        Map<String, CaseSummary> cases = new HashMap<>();
        courses.entries(months, CaseCourse.class).forEach((id, course) -> {
            if (!closedOnly || course.isClosed()) {
                cases.put(id, course.summary());
            }
        });
        return cases;
    }

    private static List<Case> sorted(Map<String, CaseSummary> cases) {
        return cases.entrySet().stream()
                .map(entry -> new Case(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(
                                (Case each) -> each.summary().state().equals("closed"))
                        .thenComparing(each -> each.summary().lastAt(), Comparator.reverseOrder())
                        .thenComparing(Case::id))
                .toList();
    }
}
