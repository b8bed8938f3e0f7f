package org.lianzhi.notification.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.AccessEvent;
import org.lianzhi.model.Actor;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.AcknowledgementMissed;
import org.lianzhi.model.CaseEvent.AfterCheckMissed;
import org.lianzhi.model.CaseEvent.AfterCheckPlanned;
import org.lianzhi.model.CaseEvent.AfterChecked;
import org.lianzhi.model.CaseEvent.CaseAcknowledged;
import org.lianzhi.model.CaseEvent.CaseClosed;
import org.lianzhi.model.CaseEvent.CaseDeclined;
import org.lianzhi.model.CaseEvent.CaseJoined;
import org.lianzhi.model.CaseEvent.CaseLinked;
import org.lianzhi.model.CaseEvent.CaseOpened;
import org.lianzhi.model.CaseEvent.CaseReopened;
import org.lianzhi.model.CaseEvent.CaseUnlinked;
import org.lianzhi.model.CaseEvent.ClosureSigned;
import org.lianzhi.model.CaseEvent.ClosureWithdrawn;
import org.lianzhi.model.CaseEvent.Commented;
import org.lianzhi.model.CaseEvent.CounterpartReminded;
import org.lianzhi.model.CaseEvent.DecisionReceived;
import org.lianzhi.model.CaseEvent.DispositionDecided;
import org.lianzhi.model.CaseEvent.EmergencyMeasureTaken;
import org.lianzhi.model.CaseEvent.FindingConfirmed;
import org.lianzhi.model.CaseEvent.FindingDissented;
import org.lianzhi.model.CaseEvent.FindingProposed;
import org.lianzhi.model.CaseEvent.FindingWithdrawn;
import org.lianzhi.model.CaseEvent.HeavyRainRecorded;
import org.lianzhi.model.CaseEvent.InspectionAccepted;
import org.lianzhi.model.CaseEvent.InspectionDeclined;
import org.lianzhi.model.CaseEvent.InspectionProposed;
import org.lianzhi.model.CaseEvent.InspectionRecorded;
import org.lianzhi.model.CaseEvent.JurisdictionStated;
import org.lianzhi.model.CaseEvent.LetterAnswered;
import org.lianzhi.model.CaseEvent.LetterSent;
import org.lianzhi.model.CaseEvent.MeasureExtended;
import org.lianzhi.model.CaseEvent.MeasureFoundWanting;
import org.lianzhi.model.CaseEvent.MeasureReportedDone;
import org.lianzhi.model.CaseEvent.MeasureVerified;
import org.lianzhi.model.CaseEvent.PaperIssued;
import org.lianzhi.model.CaseEvent.RecordConcluded;
import org.lianzhi.model.CaseEvent.RectificationOrdered;
import org.lianzhi.model.CaseEvent.ResultsReported;
import org.lianzhi.model.CaseEvent.SampleReceived;
import org.lianzhi.model.CaseEvent.SampleSent;
import org.lianzhi.model.CaseEvent.SampleTaken;
import org.lianzhi.model.DeskEvent;
import org.lianzhi.model.EvidenceEvent;
import org.lianzhi.model.NoticeEvent;
import org.lianzhi.model.PublishedEvent;
import org.lianzhi.model.ReportEvent;
import org.lianzhi.model.Role;
import org.lianzhi.model.Side;
import org.lianzhi.model.SupervisionEvent;
import org.lianzhi.model.SupervisionEvent.BureauReminded;
import org.lianzhi.model.SupervisionEvent.DeadlineExtended;
import org.lianzhi.model.SupervisionEvent.Graded;
import org.lianzhi.model.SupervisionEvent.InstructionClosed;
import org.lianzhi.model.SupervisionEvent.InstructionGiven;
import org.lianzhi.model.SupervisionEvent.InstructionWithdrawn;
import org.lianzhi.model.SupervisionEvent.OfficeDesignated;
import org.lianzhi.model.SupervisionEvent.ReportedBack;

/**
 * The table of which event tells whom what. It looks at nothing but the event, who did it and who takes part, so two
 * deployments that each host one side tell together exactly what one that hosts both tells. Nobody is told of an act of
 * the own bureau.
 */
public final class Audience {

    /** Rung of the ladder of reminders that writes to the department above the silent office. */
    private static final String DEPARTMENT = "department";

    private final List<Party> parties;
    private final Side record;
    private final Actor by;

    private Audience(List<Party> parties, Side record, Actor by) {
        this.parties = parties;
        this.record = record;
        this.by = by;
    }

    /**
     * Who is told.
     *
     * @param record side in whose record the event stands
     * @param parties bureaus that deal with the matter, one of each side at most
     */
    public static List<Told> of(PublishedEvent event, Side record, Actor by, List<Party> parties) {
        Audience audience = new Audience(parties, record, by);
        return switch (event) {
            case ReportEvent report -> audience.ofReport(report);
            case CaseEvent joint -> audience.ofCase(joint);
            case NoticeEvent notice -> List.of();
            case EvidenceEvent evidence -> List.of();
            case SupervisionEvent supervision -> audience.ofSupervision(supervision);
            case AccessEvent access -> List.of();
            // The own people see it where they work.
            case DeskEvent desk -> List.of();
        };
    }

    private List<Told> ofReport(ReportEvent event) {
        return switch (event) {
            case ReportEvent.ReportFiled e -> ownSide(Kind.REPORT_FILED, e.triageBy());
            case ReportEvent.FixContested e -> ownSide(Kind.FIX_CONTESTED, null);
            case ReportEvent.FixConfirmed e -> List.of();
            case ReportEvent.ReportAccepted e -> List.of();
            case ReportEvent.ReportNotAccepted e -> List.of();
            case ReportEvent.SummaryReleased e -> List.of();
            case ReportEvent.AcceptedAsCrossBorder e -> List.of();
            case ReportEvent.ReportReplied e -> List.of();
            case ReportEvent.InformationAdded e -> ownSide(Kind.INFORMATION_ADDED, null);
            case ReportEvent.PressureReported e -> ownSide(Kind.PRESSURE_REPORTED, null);
            case ReportEvent.ReplyRated e -> List.of();
            case ReportEvent.ReviewRequested e -> ownSide(Kind.REVIEW_REQUESTED, e.answerBy());
            case ReportEvent.ReviewAnswered e -> List.of();
            // A village that follows one report must not fill an inbox; the number stands on the report's page.
            case ReportEvent.ReportFollowed e -> List.of();
            case ReportEvent.CodeRenewed e -> List.of();
            // The reporter reads it on the status page; colleagues find it on the worklist.
            case ReportEvent.InformationRequested e -> List.of();
            case ReportEvent.ReportMerged e -> List.of();
            case ReportEvent.OutcomeProposed e -> List.of();
            case ReportEvent.OutcomeConfirmed e -> List.of();
            case ReportEvent.OutcomeRejected e -> List.of();
            case ReportEvent.DecisionDue e ->
                ownSide(e.stage().equals("soon") ? Kind.DECISION_DUE_SOON : Kind.DECISION_OVERDUE, e.decideBy());
            case ReportEvent.ReportVerified e -> List.of();
            case ReportEvent.DetailsCorrected e -> List.of();
            case ReportEvent.PlaceCorrected e -> List.of();
            case ReportEvent.ReportNoted e -> List.of();
            case ReportEvent.ReportTransferred e -> office(e.to(), Kind.REPORT_TRANSFERRED, e.objectBy());
            case ReportEvent.TransferObjected e ->
                Stream.of(e.from(), e.superior())
                        .filter(Objects::nonNull)
                        .flatMap(bureau -> office(bureau, Kind.TRANSFER_OBJECTED, null).stream())
                        .toList();
            case ReportEvent.TransferSettled e -> office(e.to(), Kind.TRANSFER_SETTLED, null);
            // What the reporter answered is told as what was added.
            case ReportEvent.ReportTakenUp e ->
                e.reason().equals("contested") ? ownSide(Kind.OUTCOME_CONTESTED, e.decideBy()) : List.of();
        };
    }

    private List<Told> ofCase(CaseEvent event) {
        return switch (event) {
            case CaseOpened e -> everybody(Kind.CASE_OPENED, e.acknowledgeBy());
            case CaseJoined e -> otherSide(Kind.CASE_JOINED);
            case CaseAcknowledged e -> List.of();
            case CaseDeclined e -> everybody(Kind.CASE_DECLINED, null);
            case AcknowledgementMissed e -> everybody(Kind.ACKNOWLEDGEMENT_MISSED, null);
            case JurisdictionStated e -> everybody(Kind.JURISDICTION_STATED, e.answerBy());
            case DecisionReceived e -> everybody(Kind.DECISION_RECEIVED, null);
            case InspectionProposed e -> everybody(Kind.INSPECTION_PROPOSED, e.startsAt());
            case InspectionAccepted e -> everybody(Kind.INSPECTION_ACCEPTED, null);
            case InspectionDeclined e -> everybody(Kind.INSPECTION_DECLINED, null);
            case InspectionRecorded e -> everybody(Kind.INSPECTION_RECORDED, null);
            // Custody between a bureau and its laboratory is their own affair until there are results.
            case SampleTaken e -> List.of();
            case SampleSent e -> List.of();
            case SampleReceived e -> List.of();
            case ResultsReported e -> everybody(Kind.RESULTS_REPORTED, null);
            case FindingProposed e -> everybody(Kind.FINDING_PROPOSED, null);
            case FindingConfirmed e -> everybody(Kind.FINDING_CONFIRMED, null);
            case FindingDissented e -> everybody(Kind.FINDING_DISSENTED, null);
            case FindingWithdrawn e -> everybody(Kind.FINDING_WITHDRAWN, null);
            case RectificationOrdered e -> everybody(Kind.RECTIFICATION_ORDERED, null);
            case MeasureReportedDone e -> everybody(Kind.MEASURE_REPORTED_DONE, null);
            case MeasureExtended e -> everybody(Kind.MEASURE_EXTENDED, null);
            case MeasureVerified e -> everybody(Kind.MEASURE_VERIFIED, null);
            case MeasureFoundWanting e -> everybody(Kind.MEASURE_FOUND_WANTING, null);
            // Whose turn it is stands in its worklist; nobody else is told when an unannounced look is due.
            case AfterCheckPlanned e -> List.of();
            case HeavyRainRecorded e -> everybody(Kind.HEAVY_RAIN_RECORDED, e.dueAt());
            case AfterChecked e -> everybody(Kind.AFTER_CHECKED, null);
            case AfterCheckMissed e -> everybody(Kind.AFTER_CHECK_MISSED, null);
            case DispositionDecided e -> everybody(Kind.DISPOSITION_DECIDED, null);
            case EmergencyMeasureTaken e -> everybody(Kind.EMERGENCY_MEASURE_TAKEN, null);
            // A side's letters to its own authorities are its own affair; the case page shows them.
            case LetterSent e -> List.of();
            case LetterAnswered e -> List.of();
            case PaperIssued e -> everybody(Kind.PAPER_ISSUED, null);
            case CaseLinked e -> everybody(Kind.CASE_LINKED, null);
            case CaseUnlinked e -> everybody(Kind.CASE_UNLINKED, null);
            case Commented e -> everybody(Kind.COMMENTED, null);
            case ClosureSigned e -> everybody(Kind.CLOSURE_SIGNED, null);
            case ClosureWithdrawn e -> everybody(Kind.CLOSURE_WITHDRAWN, null);
            // Each record closes by itself: the other side is told by its own.
            case CaseClosed e -> ownSide(Kind.CASE_CLOSED, null);
            // A policy follows a reopening that was told already.
            case CaseReopened e -> by.role() == Role.POLICY ? List.of() : everybody(Kind.CASE_REOPENED, null);
            case CounterpartReminded e -> reminded(e);
            case RecordConcluded e -> everybody(Kind.RECORD_CONCLUDED, null);
        };
    }

    /** Whom a higher rung writes to takes no part in the case, and is told all the same. */
    private List<Told> reminded(CounterpartReminded event) {
        List<Told> told = new ArrayList<>(everybody(Kind.COUNTERPART_REMINDED, event.waitUntil()));
        if (event.rung().equals(DEPARTMENT)) {
            parties.stream()
                    .map(Party::side)
                    .filter(side -> !side.equals(record))
                    .findFirst()
                    .map(side -> new Told(new Party(side, event.to()), Kind.COUNTERPART_REMINDED, event.waitUntil()))
                    .ifPresent(told::add);
        }
        return told;
    }

    /** It stays within the side: who is told stands in the event itself, and need not take part in the case. */
    private List<Told> ofSupervision(SupervisionEvent event) {
        return switch (event) {
            case InstructionGiven e -> office(e.bureau(), Kind.INSTRUCTION_GIVEN, e.dueAt());
            case BureauReminded e -> office(e.bureau(), Kind.BUREAU_REMINDED, e.dueAt());
            case DeadlineExtended e -> office(e.bureau(), Kind.DEADLINE_EXTENDED, e.dueAt());
            case ReportedBack e -> office(e.giver(), Kind.REPORTED_BACK, null);
            case InstructionClosed e -> office(e.bureau(), Kind.INSTRUCTION_CLOSED, null);
            case InstructionWithdrawn e -> office(e.bureau(), Kind.INSTRUCTION_WITHDRAWN, null);
            case Graded e -> office(e.bureau(), Kind.GRADED, null);
            case OfficeDesignated e ->
                List.of(
                        new Told(new Party(record, e.bureau()), Kind.OFFICE_DESIGNATED, null),
                        new Told(new Party(record, e.instead()), Kind.OFFICE_RELIEVED, null));
        };
    }

    /** Also where somebody of the office itself did it: a department may supervise itself. */
    private List<Told> office(String bureau, Kind kind, @Nullable Instant dueAt) {
        return List.of(new Told(new Party(record, bureau), kind, dueAt));
    }

    private List<Told> everybody(Kind kind, @Nullable Instant dueAt) {
        return told(party -> true, kind, dueAt);
    }

    private List<Told> ownSide(Kind kind, @Nullable Instant dueAt) {
        return told(party -> party.side().equals(record), kind, dueAt);
    }

    private List<Told> otherSide(Kind kind) {
        return told(party -> !party.side().equals(record), kind, null);
    }

    private List<Told> told(Predicate<Party> whom, Kind kind, @Nullable Instant dueAt) {
        return parties.stream()
                .filter(whom)
                .filter(party -> !party.bureau().equals(by.bureau()))
                .map(party -> new Told(party, kind, dueAt))
                .toList();
    }
}
