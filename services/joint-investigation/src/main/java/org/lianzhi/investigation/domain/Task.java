package org.lianzhi.investigation.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.CaseAcknowledged;
import org.lianzhi.model.CaseEvent.CaseReopened;
import org.lianzhi.model.CaseEvent.ClosureSigned;
import org.lianzhi.model.CaseEvent.FindingConfirmed;
import org.lianzhi.model.CaseEvent.FindingDissented;
import org.lianzhi.model.CaseEvent.FindingProposed;
import org.lianzhi.model.CaseEvent.InspectionAccepted;
import org.lianzhi.model.CaseEvent.InspectionDeclined;
import org.lianzhi.model.CaseEvent.InspectionProposed;
import org.lianzhi.model.CaseEvent.InspectionRecorded;
import org.lianzhi.model.CaseEvent.MeasureFoundWanting;
import org.lianzhi.model.CaseEvent.MeasureReportedDone;
import org.lianzhi.model.CaseEvent.MeasureVerified;
import org.lianzhi.model.CaseEvent.RectificationOrdered;
import org.lianzhi.model.CaseEvent.ResultsReported;
import org.lianzhi.model.CaseEvent.SampleReceived;
import org.lianzhi.model.CaseEvent.SampleSent;
import org.lianzhi.model.CaseEvent.SampleTaken;
import org.lianzhi.model.Side;

/**
 * A line of a side's task list.
 *
 * @param ref id of what is to be acted on; null where the act is about the case as a whole
 */
public record Task(
        Act act,
        @Nullable String ref,
        Status status,
        @Nullable Instant dueAt) {

    /** How a task stands. */
    public enum Status {
        OPEN,
        DONE,
        NOT_YET,
        /** Somebody else must act first. */
        WAITING;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** For each act the acts of others that it waits for. */
    private static final Map<Act, List<Act>> WAITS_FOR = new EnumMap<>(Map.of(
            Act.STATE_JURISDICTION, List.of(Act.STATE_JURISDICTION),
            Act.PROPOSE_INSPECTION, List.of(Act.PROPOSE_INSPECTION),
            Act.RECORD_INSPECTION, List.of(Act.ANSWER_INSPECTION),
            Act.RECEIVE_SAMPLE, List.of(Act.RECEIVE_SAMPLE),
            Act.REPORT_RESULTS, List.of(Act.RECEIVE_SAMPLE, Act.REPORT_RESULTS),
            Act.PROPOSE_FINDING, List.of(Act.RECEIVE_SAMPLE, Act.REPORT_RESULTS, Act.PROPOSE_FINDING),
            Act.ORDER, List.of(Act.ANSWER_FINDING, Act.ORDER),
            Act.VERIFY_MEASURE, List.of(Act.MEASURE_DONE),
            Act.SIGN, List.of(Act.VERIFY_MEASURE, Act.SIGN)));

    /**
     * What a side's officers, or its laboratories, have done and have to do.
     *
     * @param laboratory code of the laboratory that asks; null for an officer
     */
    public static List<Task> of(JointCase joint, Side side, @Nullable String laboratory, ZoneId zone) {
        List<Turn> turns = Turns.of(joint, zone).stream()
                .filter(turn -> laboratory == null || turn.bureau().equals(laboratory))
                .toList();
        List<Task> tasks = new ArrayList<>();
        for (Act act : Act.values()) {
            if (laboratory == null || act.isOfLaboratory()) {
                tasks.addAll(of(joint, side, act, turns, laboratory != null));
            }
        }
        return tasks;
    }

    private static List<Task> of(JointCase joint, Side side, Act act, List<Turn> turns, boolean laboratory) {
        boolean mayDoIt = laboratory == act.isOfLaboratory();
        List<Task> open = turns.stream()
                .filter(turn -> mayDoIt && turn.act() == act && turn.side().equals(side))
                .map(turn -> new Task(act, turn.ref(), Status.OPEN, turn.dueAt()))
                .toList();
        if (!open.isEmpty()) {
            return open;
        }
        Status status = status(joint, side, act, turns);
        return act.isRare() && status == Status.NOT_YET ? List.of() : List.of(new Task(act, null, status, null));
    }

    private static Status status(JointCase joint, Side side, Act act, List<Turn> turns) {
        if (May.at(joint, side, turns).does(act)) {
            return Status.OPEN;
        }
        boolean waits = turns.stream()
                .anyMatch(turn -> WAITS_FOR.getOrDefault(act, List.of()).contains(turn.act()));
        if (waits) {
            return Status.WAITING;
        }
        boolean did = joint.recordOf(side).entries().stream().anyMatch(entry -> act == actOf(entry.event()));
        return did ? Status.DONE : Status.NOT_YET;
    }

    private static @Nullable Act actOf(CaseEvent event) {
        return switch (event) {
            case CaseAcknowledged any -> Act.ACKNOWLEDGE;
            case CaseEvent.JurisdictionStated any -> Act.STATE_JURISDICTION;
            case CaseEvent.DecisionReceived any -> Act.ENTER_DECISION;
            case InspectionProposed any -> Act.PROPOSE_INSPECTION;
            case InspectionAccepted any -> Act.ANSWER_INSPECTION;
            case InspectionDeclined any -> Act.ANSWER_INSPECTION;
            case InspectionRecorded any -> Act.RECORD_INSPECTION;
            case SampleTaken any -> Act.TAKE_SAMPLE;
            case SampleSent any -> Act.SEND_SAMPLE;
            case SampleReceived any -> Act.RECEIVE_SAMPLE;
            case ResultsReported any -> Act.REPORT_RESULTS;
            case FindingProposed any -> Act.PROPOSE_FINDING;
            case FindingConfirmed any -> Act.ANSWER_FINDING;
            case FindingDissented any -> Act.ANSWER_FINDING;
            case RectificationOrdered any -> Act.ORDER;
            case MeasureReportedDone any -> Act.MEASURE_DONE;
            case MeasureVerified any -> Act.VERIFY_MEASURE;
            case MeasureFoundWanting any -> Act.VERIFY_MEASURE;
            case CaseEvent.HeavyRainRecorded any -> Act.HEAVY_RAIN;
            case CaseEvent.AfterChecked any -> Act.AFTER_CHECK;
            case CaseEvent.LetterAnswered any -> Act.RECORD_REPLY;
            case ClosureSigned any -> Act.SIGN;
            case CaseReopened any -> Act.REOPEN;
            case CaseEvent.CaseOpened any -> null;
            case CaseEvent.CaseJoined any -> null;
            case CaseEvent.CaseDeclined any -> null;
            case CaseEvent.AcknowledgementMissed any -> null;
            case CaseEvent.MeasureExtended any -> null;
            case CaseEvent.AfterCheckPlanned any -> null;
            case CaseEvent.AfterCheckMissed any -> null;
            case CaseEvent.EmergencyMeasureTaken any -> null;
            case CaseEvent.LetterSent any -> null;
            case CaseEvent.DispositionDecided any -> null;
            case CaseEvent.FindingWithdrawn any -> null;
            case CaseEvent.ClosureWithdrawn any -> null;
            case CaseEvent.CaseClosed any -> null;
            case CaseEvent.AboutPaper any -> null;
            case CaseEvent.AboutContext any -> null;
            case CaseEvent.AboutSilence any -> null;
        };
    }
}
