package org.lianzhi.timeline.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.Listed;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.wire.EventJson;
import org.lianzhi.timeline.board.CaseSummary.SideState;

/**
 * Folds both records of a case into its summary and puts it on the board of each party while it is open: a board stays as
 * small as the work in hand. What is closed is found by the month of its opening, where figures look for it too.
 */
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
        CaseEvent known = EventJson.read(event.type(), event.data())
                .filter(CaseEvent.class::isInstance)
                .map(CaseEvent.class::cast)
                .orElse(null);
        CaseSummary opened = known instanceof CaseEvent.CaseOpened opening && isEarlier(event, before)
                ? opened(before, opening, event)
                : before;
        return moved(opened, event, known);
    }

    /** The summary of a part of the records; empty where there is none. */
    public static Optional<CaseSummary> of(String id, List<IncomingEvent> ordered) {
        CaseSummaries summaries = new CaseSummaries();
        @Nullable CaseSummary summary = null;
        for (IncomingEvent event : ordered) {
            summary = summaries.apply(id, summary, event);
        }
        return Optional.ofNullable(summary);
    }

    private static CaseSummary empty(Instant at) {
        return new CaseSummary(null, null, null, null, null, null, null, null, null, at, false, List.of());
    }

    /** Two sides may each have opened: the same one counts, in whatever order they came. */
    private static boolean isEarlier(IncomingEvent opening, CaseSummary before) {
        if (before.openedAt() == null || before.openedBy() == null) {
            return true;
        }
        int byTime = opening.at().compareTo(before.openedAt());
        return byTime < 0 || (byTime == 0 && opening.stream().side().compareTo(before.openedBy()) < 0);
    }

    private static CaseSummary opened(CaseSummary before, CaseEvent.CaseOpened opening, IncomingEvent event) {
        return new CaseSummary(
                opening.agreement(),
                opening.lead().code(),
                opening.leadBureau(),
                opening.counterpart().code(),
                opening.counterpartBureau(),
                opening.summary().category(),
                event.at(),
                event.stream().side(),
                opening.acknowledgeBy(),
                before.lastAt(),
                opening.summary().synthetic(),
                before.sides());
    }

    private static CaseSummary moved(CaseSummary before, IncomingEvent event, @Nullable CaseEvent known) {
        String side = event.stream().side();
        SideState old = before.sides().stream()
                .filter(state -> state.side().equals(side))
                .findFirst()
                .orElse(SideState.empty(side, event.at()));
        List<SideState> sides = new ArrayList<>(before.sides());
        sides.removeIf(state -> state.side().equals(side));
        sides.add(moved(old, event, known));
        sides.sort(Comparator.comparing(SideState::side));
        return new CaseSummary(
                before.agreement(),
                before.lead(),
                before.leadBureau(),
                before.counterpart(),
                before.counterpartBureau(),
                before.category(),
                before.openedAt(),
                before.openedBy(),
                before.acknowledgeBy(),
                event.at().isAfter(before.lastAt()) ? event.at() : before.lastAt(),
                before.synthetic(),
                sides);
    }

    private static SideState moved(SideState old, IncomingEvent event, @Nullable CaseEvent known) {
        String last = event.type().replaceFirst("\\.v\\d+$", "");
        if (known == null) {
            // Of a newer version than this one: it happened, and that is all that can be said.
            return new SideState(
                    old.side(),
                    last,
                    event.at(),
                    old.phase(),
                    old.acknowledged(),
                    old.acknowledgeBy(),
                    old.signed(),
                    old.closed(),
                    old.declined(),
                    old.notes());
        }
        boolean reopened = known instanceof CaseEvent.CaseReopened;
        boolean withdrawn = known instanceof CaseEvent.ClosureWithdrawn;
        return new SideState(
                old.side(),
                last,
                event.at(),
                Phases.of(known, old.phase()),
                old.acknowledged() || known instanceof CaseEvent.CaseAcknowledged,
                acknowledgeBy(old, known),
                // Where it was signed and closed in a known epoch, the notes tell.
                old.signed() && !withdrawn && !reopened,
                old.closed() && !reopened,
                old.declined() || known instanceof CaseEvent.CaseDeclined,
                Note.after(old.notes(), known, event));
    }

    private static @Nullable Instant acknowledgeBy(SideState old, CaseEvent event) {
        return switch (event) {
            case CaseEvent.CaseOpened opened -> opened.acknowledgeBy();
            case CaseEvent.CaseJoined joined -> joined.acknowledgeBy();
            default -> old.acknowledgeBy();
        };
    }

    @Override
    public Map<String, Optional<CaseSummary>> places(String id, CaseSummary state) {
        Map<String, Optional<CaseSummary>> places = new LinkedHashMap<>();
        if (state.openedAt() != null) {
            boolean closed = state.state().equals("closed");
            Stream.of(state.lead(), state.counterpart())
                    .flatMap(Stream::ofNullable)
                    .forEach(side -> places.put(open(side), closed ? Optional.empty() : Optional.of(state)));
        }
        return places;
    }

    /** A side has many cases at a time. */
    @Override
    public int parts(String list) {
        return MANY;
    }

    /** Id of the list of a side's open cases. */
    public static String open(String side) {
        return "board/" + side + "/open";
    }
}
