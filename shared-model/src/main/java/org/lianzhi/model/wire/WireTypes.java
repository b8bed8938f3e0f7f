package org.lianzhi.model.wire;

import java.util.List;
import java.util.Map;
import org.lianzhi.model.AccessEvent;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.DeskEvent;
import org.lianzhi.model.EvidenceEvent;
import org.lianzhi.model.NoticeEvent;
import org.lianzhi.model.PublishedEvent;
import org.lianzhi.model.ReportEvent;
import org.lianzhi.model.SupervisionEvent;

/**
 * The explicit table: a class may be renamed or moved, its name on the wire may not. An event that changes in a way that
 * readers cannot ignore is registered with its new version and the upcasters from all that were published.
 */
public final class WireTypes {

    static final WireTable PUBLISHED = new WireTable();

    static {
        PUBLISHED.register(ReportEvent.ReportFiled.class, "report.filed");
        PUBLISHED.register(ReportEvent.ReportAccepted.class, "report.accepted");
        PUBLISHED.register(ReportEvent.ReportNotAccepted.class, "report.not-accepted");
        PUBLISHED.register(ReportEvent.SummaryReleased.class, "report.summary-released");
        PUBLISHED.register(ReportEvent.AcceptedAsCrossBorder.class, "report.accepted-as-cross-border");
        PUBLISHED.register(ReportEvent.ReportReplied.class, "report.replied");
        PUBLISHED.register(ReportEvent.FixConfirmed.class, "report.fix-confirmed");
        PUBLISHED.register(ReportEvent.FixContested.class, "report.fix-contested");
        PUBLISHED.register(ReportEvent.InformationAdded.class, "report.information-added");
        PUBLISHED.register(ReportEvent.PressureReported.class, "report.pressure-reported");
        PUBLISHED.register(ReportEvent.ReplyRated.class, "report.reply-rated");
        PUBLISHED.register(ReportEvent.ReviewRequested.class, "report.review-requested");
        PUBLISHED.register(ReportEvent.ReviewAnswered.class, "report.review-answered");
        PUBLISHED.register(ReportEvent.ReportFollowed.class, "report.followed");
        PUBLISHED.register(ReportEvent.CodeRenewed.class, "report.code-renewed");
        PUBLISHED.register(ReportEvent.InformationRequested.class, "report.information-requested");
        PUBLISHED.register(ReportEvent.ReportMerged.class, "report.merged");
        PUBLISHED.register(ReportEvent.OutcomeProposed.class, "report.outcome-proposed");
        PUBLISHED.register(ReportEvent.OutcomeConfirmed.class, "report.outcome-confirmed");
        PUBLISHED.register(ReportEvent.OutcomeRejected.class, "report.outcome-rejected");
        PUBLISHED.register(ReportEvent.ReportTakenUp.class, "report.taken-up");
        PUBLISHED.register(ReportEvent.ReportTransferred.class, "report.transferred");
        PUBLISHED.register(ReportEvent.TransferObjected.class, "report.transfer-objected");
        PUBLISHED.register(ReportEvent.TransferSettled.class, "report.transfer-settled");
        PUBLISHED.register(ReportEvent.ReportVerified.class, "report.verified");
        PUBLISHED.register(ReportEvent.DetailsCorrected.class, "report.details-corrected");
        PUBLISHED.register(ReportEvent.ReportNoted.class, "report.noted");
        PUBLISHED.register(ReportEvent.PlaceCorrected.class, "report.place-corrected");
        PUBLISHED.register(ReportEvent.DecisionDue.class, "report.decision-due");
        PUBLISHED.register(CaseEvent.CaseOpened.class, "case.opened");
        PUBLISHED.register(CaseEvent.CaseJoined.class, "case.joined");
        PUBLISHED.register(CaseEvent.CaseAcknowledged.class, "case.acknowledged");
        PUBLISHED.register(CaseEvent.CaseDeclined.class, "case.declined");
        PUBLISHED.register(CaseEvent.AcknowledgementMissed.class, "case.acknowledgement-missed");
        PUBLISHED.register(CaseEvent.JurisdictionStated.class, "case.jurisdiction-stated");
        PUBLISHED.register(CaseEvent.DecisionReceived.class, "case.decision-received");
        PUBLISHED.register(CaseEvent.InspectionProposed.class, "case.inspection-proposed");
        PUBLISHED.register(CaseEvent.InspectionAccepted.class, "case.inspection-accepted");
        PUBLISHED.register(CaseEvent.InspectionDeclined.class, "case.inspection-declined");
        PUBLISHED.register(CaseEvent.InspectionRecorded.class, "case.inspection-recorded");
        PUBLISHED.register(CaseEvent.SampleTaken.class, "case.sample-taken");
        PUBLISHED.register(CaseEvent.SampleSent.class, "case.sample-sent");
        PUBLISHED.register(CaseEvent.SampleReceived.class, "case.sample-received");
        PUBLISHED.register(CaseEvent.ResultsReported.class, "case.results-reported");
        PUBLISHED.register(CaseEvent.FindingProposed.class, "case.finding-proposed");
        PUBLISHED.register(CaseEvent.FindingConfirmed.class, "case.finding-confirmed");
        PUBLISHED.register(CaseEvent.FindingDissented.class, "case.finding-dissented");
        PUBLISHED.register(CaseEvent.FindingWithdrawn.class, "case.finding-withdrawn");
        PUBLISHED.register(CaseEvent.RectificationOrdered.class, "case.rectification-ordered");
        PUBLISHED.register(CaseEvent.MeasureReportedDone.class, "case.measure-reported-done");
        PUBLISHED.register(CaseEvent.MeasureExtended.class, "case.measure-extended");
        PUBLISHED.register(CaseEvent.MeasureVerified.class, "case.measure-verified");
        PUBLISHED.register(CaseEvent.MeasureFoundWanting.class, "case.measure-found-wanting");
        PUBLISHED.register(CaseEvent.AfterCheckPlanned.class, "case.after-check-planned");
        PUBLISHED.register(CaseEvent.HeavyRainRecorded.class, "case.heavy-rain-recorded");
        PUBLISHED.register(CaseEvent.AfterChecked.class, "case.after-checked");
        PUBLISHED.register(CaseEvent.AfterCheckMissed.class, "case.after-check-missed");
        PUBLISHED.register(CaseEvent.DispositionDecided.class, "case.disposition-decided");
        PUBLISHED.register(CaseEvent.EmergencyMeasureTaken.class, "case.emergency-measure-taken");
        PUBLISHED.register(CaseEvent.LetterSent.class, "case.letter-sent");
        PUBLISHED.register(CaseEvent.LetterAnswered.class, "case.letter-answered");
        PUBLISHED.register(CaseEvent.PaperIssued.class, "case.paper-issued");
        PUBLISHED.register(CaseEvent.CaseLinked.class, "case.linked");
        PUBLISHED.register(CaseEvent.CaseUnlinked.class, "case.unlinked");
        PUBLISHED.register(CaseEvent.Commented.class, "case.commented");
        PUBLISHED.register(CaseEvent.ClosureSigned.class, "case.closure-signed");
        PUBLISHED.register(CaseEvent.ClosureWithdrawn.class, "case.closure-withdrawn");
        PUBLISHED.register(CaseEvent.CaseClosed.class, "case.closed");
        PUBLISHED.register(CaseEvent.CaseReopened.class, "case.reopened");
        PUBLISHED.register(CaseEvent.CounterpartReminded.class, "case.counterpart-reminded");
        PUBLISHED.register(CaseEvent.RecordConcluded.class, "case.record-concluded");
        PUBLISHED.register(NoticeEvent.NoticeIssued.class, "notice.issued");
        PUBLISHED.register(NoticeEvent.NoticeRead.class, "notice.read");
        PUBLISHED.register(EvidenceEvent.CheckpointSigned.class, "checkpoint.signed");
        PUBLISHED.register(SupervisionEvent.InstructionGiven.class, "supervision.instruction-given");
        PUBLISHED.register(SupervisionEvent.BureauReminded.class, "supervision.bureau-reminded");
        PUBLISHED.register(SupervisionEvent.DeadlineExtended.class, "supervision.deadline-extended");
        PUBLISHED.register(SupervisionEvent.ReportedBack.class, "supervision.reported-back");
        PUBLISHED.register(SupervisionEvent.InstructionClosed.class, "supervision.instruction-closed");
        PUBLISHED.register(SupervisionEvent.InstructionWithdrawn.class, "supervision.instruction-withdrawn");
        PUBLISHED.register(SupervisionEvent.Graded.class, "supervision.graded");
        PUBLISHED.register(SupervisionEvent.OfficeDesignated.class, "supervision.office-designated");
        PUBLISHED.register(AccessEvent.AccessGranted.class, "access.granted");
        PUBLISHED.register(AccessEvent.AccessEnded.class, "access.ended");
        PUBLISHED.register(AccessEvent.AccessUsed.class, "access.used");
        PUBLISHED.register(DeskEvent.CaseAssigned.class, "desk.case-assigned");
        PUBLISHED.register(DeskEvent.Remarked.class, "desk.remarked");
        PUBLISHED.register(DeskEvent.PaperPrepared.class, "desk.paper-prepared");
        PUBLISHED.register(DeskEvent.PaperStepDone.class, "desk.paper-step-done");
        PUBLISHED.register(DeskEvent.PaperSentBack.class, "desk.paper-sent-back");
        PUBLISHED.register(DeskEvent.StandInNamed.class, "desk.stand-in-named");
        PUBLISHED.register(DeskEvent.Returned.class, "desk.returned");
    }

    private WireTypes() {}

    public static WireType of(PublishedEvent event) {
        return of(event.getClass());
    }

    /** The name under which events of this class are written. */
    public static WireType of(Class<? extends PublishedEvent> type) {
        WireType wireType = PUBLISHED.all().get(type);
        if (wireType == null) {
            throw new IllegalArgumentException(type.getSimpleName() + " has no wire name: add it to WireTypes");
        }
        return wireType;
    }

    /** Whether this version reads such data: the present version of a name, or an older one. */
    public static boolean knows(String wireType) {
        try {
            return PUBLISHED.wayOf(wireType).isPresent();
        } catch (UnreadableEvent newer) {
            return false;
        }
    }

    /** Whether data of this type are read as this event, also when they were written as an older version of it. */
    public static boolean isA(Class<? extends PublishedEvent> type, String wireType) {
        return WireType.parse(wireType)
                .filter(written -> written.name().equals(of(type).name()))
                .isPresent();
    }

    /** Every name that is read, in each of its versions: what stands in journals and on topics for ever. */
    public static List<String> read() {
        return PUBLISHED.read().stream().map(WireType::toString).toList();
    }

    public static Map<Class<? extends PublishedEvent>, WireType> all() {
        return PUBLISHED.all();
    }
}
