package org.lianzhi.timeline.board;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.Listed;
import org.lianzhi.model.ReportEvent;
import org.lianzhi.model.SortableIds;
import org.lianzhi.model.wire.WireTypes;

/** Ties reports to the case that they opened; the case's id derives from the event that opened it. */
public final class ReportLinks implements Listed<ReportLink, ReportLink> {

    @Override
    public String collection() {
        return "report_links";
    }

    @Override
    public Class<ReportLink> type() {
        return ReportLink.class;
    }

    @Override
    public List<String> documents(IncomingEvent event) {
        return event.stream().kind().equals("report") ? List.of(event.stream().toString()) : List.of();
    }

    @Override
    public ReportLink apply(String id, @Nullable ReportLink current, IncomingEvent event) {
        String before = current == null ? null : current.caseId();
        String caseId = WireTypes.isA(ReportEvent.AcceptedAsCrossBorder.class, event.type())
                ? SortableIds.derive(event.at(), event.id())
                : before;
        return new ReportLink(event.stream().toString(), caseId);
    }

    @Override
    public Map<String, Optional<ReportLink>> places(String id, ReportLink state) {
        return state.caseId() == null ? Map.of() : Map.of(ofCase(state.caseId()), Optional.of(state));
    }

    /** Id of the list of a case's reports. */
    public static String ofCase(String caseId) {
        return "case/" + caseId;
    }
}
