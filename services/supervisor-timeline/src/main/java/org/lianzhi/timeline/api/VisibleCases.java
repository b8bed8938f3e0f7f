package org.lianzhi.timeline.api;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.Role;
import org.lianzhi.timeline.board.CaseSummaries;
import org.lianzhi.timeline.board.CaseSummary;
import org.springframework.stereotype.Component;

/** Which cases somebody may see. */
@Component
class VisibleCases {

    /** No joint case is older. */
    private static final int FIRST_YEAR = 2024;

    private final ReadModel<CaseSummary> summaries;
    private final Clock clock;

    VisibleCases(ReadModel<CaseSummary> summaries, Clock clock) {
        this.summaries = summaries;
        this.clock = clock;
    }

    record Case(String id, CaseSummary summary) {}

    /** @throws NotForYou also for a case that does not exist */
    CaseSummary find(SignedIn who, String id) {
        CaseSummary summary = summaries.find(id).orElseThrow(NotForYou::new).state();
        String side = who.side().code();
        boolean party = side.equals(summary.lead()) || side.equals(summary.counterpart());
        boolean own = who.bureau().equals(summary.leadBureau()) || who.bureau().equals(summary.counterpartBureau());
        if (!party || !(who.is(Role.SUPERVISOR) || (own && who.is(Role.OFFICER)))) {
            throw new NotForYou();
        }
        return summary;
    }

    /** The cases of a side, the latest activity first: what is open, then what is closed. */
    List<Case> of(String side, String view) {
        List<Case> all = new ArrayList<>();
        if (!view.equals("closed")) {
            all.addAll(sorted(List.of(CaseSummaries.open(side))));
        }
        if (!view.equals("open")) {
            all.addAll(sorted(closedBoards(side)));
        }
        return all;
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
