package org.lianzhi.timeline.api;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.territory.Agreement;
import org.lianzhi.territory.Territory;
import org.lianzhi.timeline.board.CaseSummaries;
import org.lianzhi.timeline.board.CaseSummary;
import org.lianzhi.timeline.board.DesignatedOffice;
import org.lianzhi.timeline.board.DesignatedOffices;
import org.springframework.stereotype.Component;

/** Which cases somebody may see. */
@Component
class VisibleCases {

    /** No joint case is older. */
    private static final int FIRST_YEAR = 2024;

    private final ReadModel<CaseSummary> summaries;
    private final ReadModel<DesignatedOffice> designated;
    private final Territory territory;
    private final Clock clock;

    VisibleCases(
            ReadModel<CaseSummary> summaries,
            ReadModel<DesignatedOffice> designated,
            Territory territory,
            Clock clock) {
        this.summaries = summaries;
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
        List<Case> all = new ArrayList<>();
        if (!view.equals("closed")) {
            all.addAll(sorted(List.of(CaseSummaries.open(reader.side()))));
        }
        if (!view.equals("open")) {
            all.addAll(sorted(closedBoards(reader.side())));
        }
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

    private List<String> closedBoards(String side) {
        int thisYear = clock.instant().atOffset(ZoneOffset.UTC).getYear();
        return IntStream.rangeClosed(FIRST_YEAR, thisYear)
                .mapToObj(year -> CaseSummaries.closed(side, year))
                .toList();
    }

    private List<Case> sorted(List<String> boards) {
        Map<String, CaseSummary> cases = new HashMap<>();
        boards.forEach(board -> cases.putAll(summaries.entries(board, CaseSummary.class)));
        return cases.entrySet().stream()
                .map(entry -> new Case(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing((Case each) -> each.summary().lastAt())
                        .reversed()
                        .thenComparing(Case::id))
                .toList();
    }
}
