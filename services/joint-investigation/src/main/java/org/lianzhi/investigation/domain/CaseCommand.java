package org.lianzhi.investigation.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.CaseEvent.Capacity;
import org.lianzhi.model.CaseEvent.CaseOpened;
import org.lianzhi.model.CaseEvent.EmergencyMeasureTaken;
import org.lianzhi.model.CaseEvent.InspectionRecorded;
import org.lianzhi.model.CaseEvent.Inspector;
import org.lianzhi.model.CaseEvent.LegalBasis;
import org.lianzhi.model.CaseEvent.MeasureReportedDone;
import org.lianzhi.model.CaseEvent.PaperIssued;
import org.lianzhi.model.CaseEvent.SampleReceived;
import org.lianzhi.model.CaseEvent.SampleSent;
import org.lianzhi.model.CaseEvent.SampleTaken;
import org.lianzhi.model.Ground;
import org.lianzhi.model.Photo;
import org.lianzhi.model.Place;
import org.lianzhi.model.Side;
import org.lianzhi.standards.Standard;

/** What can be asked of a case. Ids and times come from outside. */
public sealed interface CaseCommand {

    /** Opening, joining, acknowledging, declining. */
    sealed interface AboutTakingPart extends CaseCommand {}

    /** @param facts from the report that was accepted as crossing the border */
    record Open(CaseOpened facts) implements AboutTakingPart {}

    record Join(Instant acknowledgeBy, String acknowledgeRule) implements AboutTakingPart {}

    record Acknowledge() implements AboutTakingPart {}

    record Decline(String reason, String explanation) implements AboutTakingPart {}

    /** The clock looks at the record at {@code at}. */
    record MissAcknowledgement(Instant at) implements AboutTakingPart {}

    /** Which side leads, and why. */
    sealed interface AboutJurisdiction extends CaseCommand {}

    /** @param answerBy by the agreement's rule; null where it has none */
    record StateJurisdiction(
            Side lead,
            List<Ground> grounds,
            String explanation,
            @Nullable Instant answerBy) implements AboutJurisdiction {
        public StateJurisdiction {
            grounds = List.copyOf(grounds);
        }
    }

    record EnterDecision(
            String issuer, String number, LocalDate decidedOn, Side lead, List<Photo> pages, LocalDate today)
            implements AboutJurisdiction {
        public EnterDecision {
            pages = List.copyOf(pages);
        }
    }

    /** Visits to the site. */
    sealed interface AboutInspection extends CaseCommand {}

    record ProposeInspection(String inspection, Instant startsAt, Place meetingPoint, String purpose, Instant at)
            implements AboutInspection {}

    record AcceptInspection(String inspection, String digest) implements AboutInspection {}

    record DeclineInspection(String inspection, String digest, String reasons) implements AboutInspection {}

    record RecordInspection(InspectionRecorded facts, Instant at) implements AboutInspection {}

    /** Samples, their custody and their results. */
    sealed interface AboutSample extends CaseCommand {}

    record TakeSample(SampleTaken facts, Instant at) implements AboutSample {}

    record SendSample(SampleSent facts, Instant at) implements AboutSample {}

    record ReceiveSample(SampleReceived facts, Instant at) implements AboutSample {}

    record ReportResults(
            String sample, String laboratory, Instant analysedAt, Standard standard, List<Line> lines, Instant at)
            implements AboutSample {
        public ReportResults {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One line of a laboratory's report.
     *
     * @param value decimal number as written, or the detection limit
     */
    record Line(
            String parameter,
            String value,
            String unit,
            boolean belowDetection,
            @Nullable String method) {}

    /** What the investigation holds for true. */
    sealed interface AboutFinding extends CaseCommand {}

    record ProposeFinding(
            String finding,
            String establishedCause,
            String source,
            String pathway,
            Place outlet,
            String affectedWater,
            List<String> evidence)
            implements AboutFinding {
        public ProposeFinding {
            evidence = List.copyOf(evidence);
        }
    }

    record ConfirmFinding(String finding, String digest) implements AboutFinding {}

    record DissentFromFinding(String finding, String digest, String reasons) implements AboutFinding {}

    record WithdrawFinding(String finding, String digest, String reasons) implements AboutFinding {}

    /** What is to be put right, and whether it was. */
    sealed interface AboutRectification extends CaseCommand {}

    record OrderRectification(
            String order, String addressee, String legalBasis, List<NewMeasure> measures, LocalDate today)
            implements AboutRectification {
        public OrderRectification {
            measures = List.copyOf(measures);
        }
    }

    record NewMeasure(String description, LocalDate dueOn) {}

    record ReportMeasureDone(MeasureReportedDone facts, LocalDate today) implements AboutRectification {}

    /** The head of the office has approved it: whoever asks is to be that. */
    record ExtendMeasure(String order, String measure, LocalDate dueOn, String reasons, LocalDate today)
            implements AboutRectification {}

    record VerifyMeasure(String order, String measure, String digest, Capacity capacity, String remarks)
            implements AboutRectification {}

    record FindMeasureWanting(String order, String measure, String digest, String reasons)
            implements AboutRectification {}

    /** Whether what was accepted is still there when nobody expects a look at it. */
    sealed interface AboutAfterCheck extends CaseCommand {}

    /**
     * The policy looks what this side has to look at again.
     *
     * @param rule id of the deadline in the agreement's data
     */
    record PlanAfterChecks(Instant dueAt, String rule) implements AboutAfterCheck {}

    record RecordHeavyRain(Instant cameAt, String account, Instant dueAt, String rule, Instant at)
            implements AboutAfterCheck {}

    /**
     * @param accepted digest of what was before the officer's eyes, {@link AfterCheck#accepted()}
     * @param shams ids of measures that were only for show
     */
    record RecordAfterCheck(
            String order,
            String accepted,
            Instant checkedAt,
            Place place,
            Capacity capacity,
            List<Inspector> inspectors,
            String weather,
            String account,
            List<String> shams,
            List<Photo> photos,
            Instant at)
            implements AboutAfterCheck {
        public RecordAfterCheck {
            inspectors = List.copyOf(inspectors);
            shams = List.copyOf(shams);
            photos = List.copyOf(photos);
        }
    }

    /** The clock looks at the record at {@code at}. */
    record MissAfterChecks(Instant at) implements AboutAfterCheck {}

    /** What a side decides about whoever caused the pollution. */
    sealed interface AboutDisposition extends CaseCommand {}

    /**
     * The head of the office has approved it: whoever asks is to be that.
     *
     * @param required codes of the conditions of the kind, by the list
     * @param confirmed codes of what was checked and found to be so
     * @param bases that the list has for the side, by id; each of them valid on that day
     */
    record DecideDisposition(
            String disposition,
            String kind,
            String number,
            LocalDate decidedOn,
            List<LegalBasis> bases,
            List<String> required,
            List<String> confirmed,
            @Nullable Integer periodMonths,
            String reasons,
            LocalDate today)
            implements AboutDisposition {
        public DecideDisposition {
            bases = List.copyOf(bases);
            required = List.copyOf(required);
            confirmed = List.copyOf(confirmed);
        }
    }

    /** What cannot wait, and who else has to know or to act. */
    sealed interface AboutEmergency extends CaseCommand {}

    record TakeEmergencyMeasure(EmergencyMeasureTaken facts, Instant at) implements AboutEmergency {}

    /** @param rule id of the deadline in the agreement's data */
    record SendLetter(String letter, String addressee, String number, String text, Instant dueAt, String rule)
            implements AboutEmergency {}

    record RecordReply(String letter, LocalDate answeredOn, String account, LocalDate today)
            implements AboutEmergency {}

    /** Papers that leave the office. */
    sealed interface AboutPaper extends CaseCommand {}

    /**
     * @param openSteps codes of what the side wants to have done within itself before
     * @param needsParty whether whoever is concerned signs such a paper
     */
    record IssuePaper(PaperIssued facts, List<String> openSteps, boolean needsParty, LocalDate today)
            implements AboutPaper {
        public IssuePaper {
            openSteps = List.copyOf(openSteps);
        }
    }

    /** Other cases of the same matter, and words from side to side. */
    sealed interface AboutContext extends CaseCommand {}

    /**
     * @param own id of this case
     * @param other id of the other case, and what its records say
     */
    record LinkCase(String own, String other, JointCase there, String kind, String reason) implements AboutContext {}

    /** @param other id of the case that was linked */
    record UnlinkCase(String other, String reason) implements AboutContext {}

    record Comment(String comment, String text) implements AboutContext {}

    /** Signatures, the end, and a new beginning. */
    sealed interface AboutClosure extends CaseCommand {}

    /** @param digest of the content that was before the officer's eyes, {@link Closure#content()} */
    record SignClosure(String digest, String outcome) implements AboutClosure {}

    /** @param digest of the own signature */
    record WithdrawSignature(String digest, String reasons) implements AboutClosure {}

    /** The policy looks whether both signatures are there. */
    record NoteClosure() implements AboutClosure {}

    record Reopen(String reason, String explanation) implements AboutClosure {}

    /** Waiting for the other side in vain. */
    sealed interface AboutSilence extends CaseCommand {}

    /**
     * @param rung that the officer saw as the next one
     * @param to code of the office that is written to
     * @param waitUntil by the agreement's rule for that rung
     */
    record RemindCounterpart(Rung rung, String to, String words, Instant waitUntil, Instant at)
            implements AboutSilence {}

    record ConcludeRecord(String outcome, String explanation, Instant at) implements AboutSilence {}
}
