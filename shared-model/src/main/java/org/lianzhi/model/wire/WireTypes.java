package org.lianzhi.model.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.EvidenceEvent;
import org.lianzhi.model.NoticeEvent;
import org.lianzhi.model.PublishedEvent;
import org.lianzhi.model.ReportEvent;

/** The explicit table: a class may be renamed or moved, its name on the wire may not. */
public final class WireTypes {

    private static final Map<Class<? extends PublishedEvent>, WireType> BY_CLASS = new LinkedHashMap<>();
    private static final Map<String, Class<? extends PublishedEvent>> BY_NAME = new LinkedHashMap<>();

    static {
        register(ReportEvent.ReportFiled.class, "report.filed");
        register(ReportEvent.ReportAccepted.class, "report.accepted");
        register(ReportEvent.ReportNotAccepted.class, "report.not-accepted");
        register(ReportEvent.SummaryReleased.class, "report.summary-released");
        register(ReportEvent.AcceptedAsCrossBorder.class, "report.accepted-as-cross-border");
        register(ReportEvent.ReportReplied.class, "report.replied");
        register(ReportEvent.FixConfirmed.class, "report.fix-confirmed");
        register(ReportEvent.FixContested.class, "report.fix-contested");
        register(CaseEvent.CaseOpened.class, "case.opened");
        register(CaseEvent.CaseJoined.class, "case.joined");
        register(CaseEvent.CaseAcknowledged.class, "case.acknowledged");
        register(CaseEvent.CaseDeclined.class, "case.declined");
        register(CaseEvent.AcknowledgementMissed.class, "case.acknowledgement-missed");
        register(CaseEvent.InspectionProposed.class, "case.inspection-proposed");
        register(CaseEvent.InspectionAccepted.class, "case.inspection-accepted");
        register(CaseEvent.InspectionDeclined.class, "case.inspection-declined");
        register(CaseEvent.InspectionRecorded.class, "case.inspection-recorded");
        register(CaseEvent.SampleTaken.class, "case.sample-taken");
        register(CaseEvent.SampleSent.class, "case.sample-sent");
        register(CaseEvent.SampleReceived.class, "case.sample-received");
        register(CaseEvent.ResultsReported.class, "case.results-reported");
        register(CaseEvent.FindingProposed.class, "case.finding-proposed");
        register(CaseEvent.FindingConfirmed.class, "case.finding-confirmed");
        register(CaseEvent.FindingDissented.class, "case.finding-dissented");
        register(CaseEvent.FindingWithdrawn.class, "case.finding-withdrawn");
        register(CaseEvent.RectificationOrdered.class, "case.rectification-ordered");
        register(CaseEvent.MeasureReportedDone.class, "case.measure-reported-done");
        register(CaseEvent.MeasureVerified.class, "case.measure-verified");
        register(CaseEvent.MeasureFoundWanting.class, "case.measure-found-wanting");
        register(CaseEvent.ClosureSigned.class, "case.closure-signed");
        register(CaseEvent.ClosureWithdrawn.class, "case.closure-withdrawn");
        register(CaseEvent.CaseClosed.class, "case.closed");
        register(CaseEvent.CaseReopened.class, "case.reopened");
        register(NoticeEvent.NoticeIssued.class, "notice.issued");
        register(NoticeEvent.NoticeRead.class, "notice.read");
        register(EvidenceEvent.CheckpointSigned.class, "checkpoint.signed");
    }

    private WireTypes() {}

    public static WireType of(PublishedEvent event) {
        return of(event.getClass());
    }

    /** The name under which events of this class are written. */
    public static WireType of(Class<? extends PublishedEvent> type) {
        WireType wireType = BY_CLASS.get(type);
        if (wireType == null) {
            throw new IllegalArgumentException(type.getSimpleName() + " has no wire name: add it to WireTypes");
        }
        return wireType;
    }

    /** The class for a name on the wire; null for a name that this version does not know. */
    public static @Nullable Class<? extends PublishedEvent> classOf(String wireType) {
        return BY_NAME.get(wireType);
    }

    public static Map<Class<? extends PublishedEvent>, WireType> all() {
        return Collections.unmodifiableMap(BY_CLASS);
    }

    private static void register(Class<? extends PublishedEvent> type, String name) {
        WireType wireType = new WireType(name, 1);
        BY_CLASS.put(type, wireType);
        BY_NAME.put(wireType.toString(), type);
    }
}
