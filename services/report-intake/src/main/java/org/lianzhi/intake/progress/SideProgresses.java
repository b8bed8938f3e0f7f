package org.lianzhi.intake.progress;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.Projector;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.PublishedEvent;
import org.lianzhi.model.wire.EventJson;

/** One document per record of a case: which kinds of step it has. */
public final class SideProgresses implements Projector<SideProgress> {

    @Override
    public String collection() {
        return "case_progress";
    }

    @Override
    public Class<SideProgress> type() {
        return SideProgress.class;
    }

    @Override
    public List<String> documents(IncomingEvent event) {
        return event.stream().kind().equals("case") ? List.of(event.stream().toString()) : List.of();
    }

    @Override
    public SideProgress apply(String id, @Nullable SideProgress current, IncomingEvent event) {
        SideProgress before = current == null ? SideProgress.NONE : current;
        PublishedEvent published = EventJson.read(event.type(), event.data()).orElse(null);
        if (published instanceof CaseEvent.CaseReopened) {
            return before.reopened(event.at());
        }
        if (published instanceof CaseEvent.CaseClosed closed) {
            return before.closed(closed.outcome(), event.at());
        }
        String key = key(published);
        return key == null ? before : before.with(key, event.at());
    }

    private static @Nullable String key(@Nullable PublishedEvent published) {
        return switch (published) {
            case CaseEvent.CaseOpened opened -> CaseProgress.OPENED;
            case CaseEvent.CaseJoined joined -> CaseProgress.OPENED;
            case CaseEvent.CaseAcknowledged acknowledged -> CaseProgress.ACKNOWLEDGED;
            case CaseEvent.InspectionRecorded recorded -> CaseProgress.INSPECTED;
            case CaseEvent.SampleTaken taken -> CaseProgress.SAMPLED;
            case CaseEvent.FindingConfirmed confirmed -> CaseProgress.FOUND;
            case CaseEvent.RectificationOrdered ordered -> CaseProgress.ORDERED;
            case CaseEvent.MeasureReportedDone done -> CaseProgress.RECTIFIED;
            case CaseEvent.MeasureVerified verified -> CaseProgress.VERIFIED;
            case CaseEvent.RecordConcluded concluded -> CaseProgress.CONCLUDED;
            case null, default -> null;
        };
    }
}
