package org.lianzhi.investigation.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.Projector;
import org.lianzhi.model.ReportEvent.AcceptedAsCrossBorder;
import org.lianzhi.model.SortableIds;
import org.lianzhi.model.wire.WireTypes;

/** Remembers which report led to which case. */
final class ReportLinks implements Projector<ReportLink> {

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
        if (WireTypes.isA(AcceptedAsCrossBorder.class, event.type())) {
            return new ReportLink(caseOf(event));
        }
        return current == null ? new ReportLink(null) : current;
    }

    /** The case's id derives from the event that opens it. */
    static String caseOf(IncomingEvent opening) {
        return SortableIds.derive(opening.at(), opening.id());
    }
}
