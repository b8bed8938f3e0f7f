package org.lianzhi.timeline.board;

import java.time.Instant;
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
import org.lianzhi.model.PublishedEvent;
import org.lianzhi.model.wire.EventJson;

/** Folds both records of a case into its summary and puts it on the board of each party. */
public final class CaseSummaries implements Listed<CaseSummary, CaseSummary> {

    @Override
    public String collection() {
        return "case_summaries";
    }

    @Override
    public Class<CaseSummary> type() {
        return CaseSummary.class;
    }

    @Override
    public List<String> documents(IncomingEvent event) {
        return event.stream().kind().equals("case") ? List.of(event.stream().id()) : List.of();
    }

    @Override
    public CaseSummary apply(String id, @Nullable CaseSummary current, IncomingEvent event) {
        CaseSummary before = current == null ? empty(event.at()) : current;
        PublishedEvent published = EventJson.read(event.type(), event.data()).orElse(null);
        CaseSummary opened =
                published instanceof CaseEvent.CaseOpened opening ? opened(before, opening, event.at()) : before;
        return moved(opened, event, published);
    }

    private static CaseSummary empty(Instant at) {
        return new CaseSummary(null, null, null, null, null, null, null, at, false, List.of());
    }

    private static CaseSummary opened(CaseSummary before, CaseEvent.CaseOpened opening, Instant at) {
        return new CaseSummary(
                opening.agreement(),
                opening.lead().code(),
                opening.leadBureau(),
                opening.counterpart().code(),
                opening.counterpartBureau(),
                opening.summary().category(),
                at,
                before.lastAt(),
                opening.summary().synthetic(),
                before.sides());
    }

    private static CaseSummary moved(CaseSummary before, IncomingEvent event, @Nullable PublishedEvent published) {
        String side = event.stream().side();
        CaseSummary.SideState old = before.sides().stream()
                .filter(state -> state.side().equals(side))
                .findFirst()
                .orElse(new CaseSummary.SideState(side, "", event.at(), false, false));
        CaseSummary.SideState now = new CaseSummary.SideState(
                side,
                event.type().replaceFirst("\\.v\\d+$", ""),
                event.at(),
                published instanceof CaseEvent.CaseClosed
                        || (old.closed() && !(published instanceof CaseEvent.CaseReopened)),
                old.declined() || published instanceof CaseEvent.CaseDeclined);
        List<CaseSummary.SideState> sides = new ArrayList<>(before.sides());
        sides.removeIf(state -> state.side().equals(side));
        sides.add(now);
        sides.sort(Comparator.comparing(CaseSummary.SideState::side));
        return new CaseSummary(
                before.agreement(),
                before.lead(),
                before.leadBureau(),
                before.counterpart(),
                before.counterpartBureau(),
                before.category(),
                before.openedAt(),
                event.at().isAfter(before.lastAt()) ? event.at() : before.lastAt(),
                before.synthetic(),
                sides);
    }

    @Override
    public Map<String, Optional<CaseSummary>> places(String id, CaseSummary state) {
        Map<String, Optional<CaseSummary>> places = new LinkedHashMap<>();
        if (state.lead() != null) {
            places.put(board(state.lead()), Optional.of(state));
        }
        if (state.counterpart() != null) {
            places.put(board(state.counterpart()), Optional.of(state));
        }
        return places;
    }

    /** Id of the list of a side's cases. */
    public static String board(String side) {
        return "board/" + side;
    }
}
