package org.lianzhi.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one side records of a joint case. Who did it, when, and which head of the other side's record was seen stand in
 * the commit around the event. A digest is the SHA-256, in hexadecimal, of the content that a promise is about: the event
 * itself without its digest ({@code ContentDigest}). A promise also names the epoch of the case: 1, raised by each reopening.
 */
public sealed interface CaseEvent extends PublishedEvent {

    /** Opening, joining, acknowledging, declining. */
    sealed interface AboutTakingPart extends CaseEvent {}

    /** Which side leads, and why. */
    sealed interface AboutJurisdiction extends CaseEvent {}

    /** Visits to the site. */
    sealed interface AboutInspection extends CaseEvent {}

    /** Samples, their custody and their results. */
    sealed interface AboutSample extends CaseEvent {}

    /** What the investigation holds for true. */
    sealed interface AboutFinding extends CaseEvent {}

    /** What is to be put right, and whether it was. */
    sealed interface AboutRectification extends CaseEvent {}

    /** Whether what was accepted is still there when nobody expects a look at it. */
    sealed interface AboutAfterCheck extends CaseEvent {}

    /** What a side decides about whoever caused the pollution. */
    sealed interface AboutDisposition extends CaseEvent {}

    /** What cannot wait, and who else has to know or to act. */
    sealed interface AboutEmergency extends CaseEvent {}

    /** Papers of the procedure, once they leave the office. */
    sealed interface AboutPaper extends CaseEvent {}

    /** What stands around the procedure: other cases of the same matter, and words from side to side. */
    sealed interface AboutContext extends CaseEvent {}

    /** Signatures, the end, and the beginning of a new epoch. */
    sealed interface AboutClosure extends CaseEvent {}

    /** What a side does while it waits for the other in vain. */
    sealed interface AboutSilence extends CaseEvent {}

    /**
     * The side that escalated a report opens the case.
     *
     * @param acknowledgeBy until when each bureau is to acknowledge
     * @param acknowledgeRule id of the deadline in the agreement's data
     * @param epoch 1, raised by each reopening
     */
    record CaseOpened(
            @Shared String agreement,
            int agreementVersion,
            Side lead,
            @Shared String leadBureau,
            Side counterpart,
            @Shared String counterpartBureau,
            Ground ground,
            ReleasedSummary summary,
            Instant acknowledgeBy,
            @Shared String acknowledgeRule,
            int epoch)
            implements AboutTakingPart {}

    /** The other side's own record begins. */
    record CaseJoined(
            @Shared String bureau,
            Instant acknowledgeBy,
            @Shared String acknowledgeRule,
            int epoch) implements AboutTakingPart {}

    record CaseAcknowledged(@Shared String bureau) implements AboutTakingPart {}

    /**
     * The side does not take part, with its reasons; the other side may go on alone.
     *
     * @param reason code, such as {@code no-cross-border-effect}
     */
    record CaseDeclined(@Shared String reason, @Shared String explanation) implements AboutTakingPart {}

    /** The own side's clock ran out before it acknowledged. */
    record AcknowledgementMissed(Instant dueAt) implements AboutTakingPart {}

    /**
     * Which side should lead, as this side sees it. Its last word counts; both together settle it.
     *
     * @param grounds why, what weighs most first
     * @param explanation may be empty where nothing is contradicted
     * @param answerBy until when the other side is to say how it sees it; null where the agreement has no figure
     */
    record JurisdictionStated(
            Side lead,
            List<Ground> grounds,
            @Shared String explanation,
            @Nullable Instant answerBy,
            int epoch) implements AboutJurisdiction {
        public JurisdictionStated {
            grounds = List.copyOf(grounds);
        }
    }

    /**
     * A decision from above about who leads, as this side received it. It binds nobody here: it settles the question once
     * both sides have entered the same one.
     *
     * @param digest of issuer, number, day and lead without differences of writing: equal where the decision is the same
     * @param number of the document
     * @param pages photographs or scans of it
     */
    record DecisionReceived(
            @Shared String digest,
            @Shared String issuer,
            @Shared String number,
            LocalDate decidedOn,
            Side lead,
            List<Photo> pages,
            int epoch)
            implements AboutJurisdiction {
        public DecisionReceived {
            pages = List.copyOf(pages);
        }
    }

    record InspectionProposed(
            @Shared String inspection,
            @Shared String digest,
            Instant startsAt,
            Place meetingPoint,
            @Shared String purpose,
            int epoch)
            implements AboutInspection {}

    record InspectionAccepted(
            @Shared String inspection, @Shared String digest, int epoch) implements AboutInspection {}

    record InspectionDeclined(
            @Shared String inspection,
            @Shared String digest,
            @Shared String reasons,
            int epoch) implements AboutInspection {}

    /**
     * What a side's officers did on site (at least two of them, Administrative Penalties Law 2021, article 42).
     *
     * @param weather code, such as {@code rain}
     */
    record InspectionRecorded(
            @Shared String inspection,
            Instant startedAt,
            Instant endedAt,
            Place place,
            Capacity capacity,
            List<Inspector> inspectors,
            @Shared String weather,
            @Shared String notes,
            List<Photo> photos)
            implements AboutInspection {
        public InspectionRecorded {
            inspectors = List.copyOf(inspectors);
            photos = List.copyOf(photos);
        }
    }

    /** In whose power a party acts on site: power stops at the border. */
    enum Capacity {
        @JsonProperty("enforcing")
        ENFORCING,
        @JsonProperty("attending")
        ATTENDING
    }

    /**
     * An officer on site.
     *
     * @param person opaque reference
     * @param credentialsShown whether the credentials were shown (article 55)
     */
    record Inspector(@Shared String bureau, @Shared String person, boolean credentialsShown) {}

    /**
     * One side's part of a sample.
     *
     * @param number of the joint sample, the same for both parts
     * @param part code: {@code split}, {@code field-duplicate} or {@code retained}
     * @param medium code: {@code wastewater} or {@code surface-water}
     * @param grab true for a single grab sample, which says nothing of a daily mean
     * @param parameters codes of what is to be analysed
     */
    record SampleTaken(
            @Shared String sample,
            @Shared String number,
            @Shared String part,
            @Shared String medium,
            boolean grab,
            Place point,
            Instant takenAt,
            @Shared String seal,
            List<Inspector> takenBy,
            List<@Shared String> parameters)
            implements AboutSample {
        public SampleTaken {
            takenBy = List.copyOf(takenBy);
            parameters = List.copyOf(parameters);
        }
    }

    /** The custody record: handed over to the own laboratory. */
    record SampleSent(
            @Shared String sample,
            @Shared String laboratory,
            @Shared String seal,
            Instant handedOverAt) implements AboutSample {}

    record SampleReceived(@Shared String sample, @Shared String laboratory, boolean sealIntact, Instant receivedAt)
            implements AboutSample {}

    /**
     * The laboratory's results, and what they mean against a standard.
     *
     * @param standard id and edition, such as {@code GB 18596-2001}
     * @param indicative true where the results cannot prove a breach, with the reason's code in {@code caveat}
     */
    record ResultsReported(
            @Shared String sample,
            @Shared String laboratory,
            Instant analysedAt,
            @Shared String standard,
            List<Result> results,
            boolean indicative,
            @Nullable @Shared String caveat)
            implements AboutSample {
        public ResultsReported {
            results = List.copyOf(results);
        }
    }

    /**
     * One parameter.
     *
     * @param value decimal number as written by the laboratory, or the detection limit
     * @param unit code, such as {@code mg/L}
     * @param limit of the standard in the same unit, null where it has none
     * @param verdict code: {@code within}, {@code exceeded} or {@code not-assessable}
     * @param factor value divided by limit, rounded to two decimals, null where not assessable
     */
    record Result(
            @Shared String parameter,
            @Shared String value,
            @Shared String unit,
            boolean belowDetection,
            @Shared String method,
            @Nullable @Shared String limit,
            @Shared String verdict,
            @Nullable @Shared String factor) {}

    /**
     * A finding is proposed.
     *
     * @param allegedCause what the report alleged
     * @param establishedCause what the investigation holds for true; the two may differ
     * @param evidence ids of inspections and samples of either record
     */
    record FindingProposed(
            @Shared String finding,
            @Shared String digest,
            @Shared String allegedCause,
            @Shared String establishedCause,
            @Shared String source,
            @Shared String pathway,
            Place outlet,
            @Shared String affectedWater,
            List<@Shared String> evidence,
            int epoch)
            implements AboutFinding {
        public FindingProposed {
            evidence = List.copyOf(evidence);
        }
    }

    record FindingConfirmed(@Shared String finding, @Shared String digest, int epoch) implements AboutFinding {}

    record FindingDissented(
            @Shared String finding,
            @Shared String digest,
            @Shared String reasons,
            int epoch) implements AboutFinding {}

    record FindingWithdrawn(
            @Shared String finding,
            @Shared String digest,
            @Shared String reasons,
            int epoch) implements AboutFinding {}

    /**
     * The competent side orders what is to be put right.
     *
     * @param addressee words for the facility, not a person's name
     * @param legalBasis as an officer entered it
     */
    record RectificationOrdered(
            @Shared String order,
            @Shared String digest,
            @Shared String addressee,
            @Shared String legalBasis,
            List<Measure> measures,
            int epoch)
            implements AboutRectification {
        public RectificationOrdered {
            measures = List.copyOf(measures);
        }
    }

    record Measure(@Shared String measure, @Shared String description, LocalDate dueOn) {}

    record MeasureReportedDone(
            @Shared String order,
            @Shared String measure,
            @Shared String account,
            LocalDate doneOn,
            List<Photo> photos) implements AboutRectification {
        public MeasureReportedDone {
            photos = List.copyOf(photos);
        }
    }

    /**
     * The side that ordered gives more time for a measure. The head of the office approved it: only the head can record it.
     *
     * @param dueOn the new day, later than the one before
     */
    record MeasureExtended(
            @Shared String order,
            @Shared String measure,
            LocalDate dueOn,
            @Shared String reasons,
            int epoch) implements AboutRectification {}

    /**
     * A side saw that a measure is in place.
     *
     * @param digest of the report of done that was verified
     */
    record MeasureVerified(
            @Shared String order,
            @Shared String measure,
            @Shared String digest,
            Capacity capacity,
            @Shared String remarks,
            int epoch)
            implements AboutRectification {}

    record MeasureFoundWanting(
            @Shared String order,
            @Shared String measure,
            @Shared String digest,
            @Shared String reasons,
            int epoch) implements AboutRectification {}

    /**
     * All sides accepted what the order asked for: by this date the side that ordered is to look again, unannounced.
     *
     * @param accepted digest of what was accepted: the reports of done of all measures, in this epoch
     * @param rule id of the deadline in the agreement's data
     */
    record AfterCheckPlanned(
            @Shared String order,
            @Shared String accepted,
            Instant dueAt,
            @Shared String rule,
            int epoch) implements AboutAfterCheck {}

    /**
     * The first heavy rain came after something was accepted. No machine says so: an officer does.
     *
     * @param account where it is known from
     * @param dueAt until when whoever ordered is to look again
     * @param rule id of the deadline in the agreement's data
     */
    record HeavyRainRecorded(
            Instant cameAt,
            @Shared String account,
            Instant dueAt,
            @Shared String rule,
            int epoch) implements AboutAfterCheck {}

    /**
     * A side looked again, unannounced.
     *
     * @param accepted digest of what was accepted
     * @param shams measures that were only for show; none where all of it holds
     */
    record AfterChecked(
            @Shared String order,
            @Shared String accepted,
            Instant checkedAt,
            Place place,
            Capacity capacity,
            List<Inspector> inspectors,
            @Shared String weather,
            @Shared String account,
            List<Sham> shams,
            List<Photo> photos,
            int epoch)
            implements AboutAfterCheck {

        public AfterChecked {
            inspectors = List.copyOf(inspectors);
            shams = List.copyOf(shams);
            photos = List.copyOf(photos);
        }
    }

    /** @param digest of the report of done that was believed */
    record Sham(@Shared String measure, @Shared String digest) {}

    /** @param occasion {@code date} or {@code rain} */
    record AfterCheckMissed(
            @Shared String order,
            @Shared String accepted,
            @Shared String occasion,
            Instant dueAt,
            int epoch) implements AboutAfterCheck {}

    /**
     * What a side decided about whoever caused the pollution, by its own law; the other side may decide otherwise. Whom it
     * is about stands in the paper, not here. The head of the office approved it. A later one takes its place.
     *
     * @param kind code of the outcome
     * @param number of the paper
     * @param conditions codes of what was checked and found to be so
     * @param periodMonths within which it is the first offence
     */
    record DispositionDecided(
            @Shared String disposition,
            @Shared String kind,
            @Shared String number,
            LocalDate decidedOn,
            List<LegalBasis> bases,
            List<@Shared String> conditions,
            @Nullable Integer periodMonths,
            @Shared String reasons,
            int epoch)
            implements AboutDisposition {

        public DispositionDecided {
            bases = List.copyOf(bases);
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * What a decision rests on, as the list of its side had it on that day.
     *
     * @param verified whether the text was read by those who keep the list
     */
    record LegalBasis(
            @Shared String basis,
            @Shared String name,
            @Shared String version,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            boolean verified) {}

    /**
     * What a side did at once: the outlet blocked, the water not used any more. It may come before everything else.
     *
     * @param kind {@code block-outlet}, {@code stop-using-water} or {@code other}
     */
    record EmergencyMeasureTaken(
            @Shared String measure,
            @Shared String kind,
            Place place,
            Instant takenAt,
            @Shared String account,
            List<Photo> photos,
            int epoch)
            implements AboutEmergency {

        public EmergencyMeasureTaken {
            photos = List.copyOf(photos);
        }
    }

    /**
     * A letter to another authority of the own side.
     *
     * @param addressee code of the kind of authority
     * @param dueAt until when a reply is waited for
     * @param rule id of the deadline in the agreement's data
     */
    record LetterSent(
            @Shared String letter,
            @Shared String addressee,
            @Shared String number,
            @Shared String text,
            Instant dueAt,
            @Shared String rule,
            int epoch)
            implements AboutEmergency {}

    record LetterAnswered(
            @Shared String letter,
            LocalDate answeredOn,
            @Shared String account,
            int epoch) implements AboutEmergency {}

    /**
     * A paper is issued: all that the side wants to have done within itself before has been done.
     *
     * @param kind code, such as {@code order-to-correct}; the agreement's data name it
     * @param number as the paper itself has it
     * @param office that decided, which may be the city's bureau
     * @param about what it is about, in a few words
     * @param pages photographs or scans of it, each with its hash
     * @param party {@code signed}, {@code refused}, {@code absent} or {@code not-needed}
     * @param partyWords how the party refused, or why it was not there; null where it signed or need not
     */
    record PaperIssued(
            @Shared String paper,
            @Shared String kind,
            @Shared String number,
            @Shared String office,
            @Shared String about,
            LocalDate issuedOn,
            List<Photo> pages,
            @Shared String party,
            @Nullable @Shared String partyWords,
            int epoch)
            implements AboutPaper {

        public PaperIssued {
            pages = List.copyOf(pages);
        }
    }

    /**
     * The side holds another case to be about the same matter. Its record of that case says so, too.
     *
     * @param linked id of the other case
     * @param kind code: {@code same-matter}, {@code same-source} or {@code repeat}
     */
    record CaseLinked(
            @Shared String linked,
            @Shared String kind,
            @Shared String reason,
            int epoch) implements AboutContext {}

    /** The side does not hold the other case to be about the same matter any more. That it did stays in the record. */
    record CaseUnlinked(@Shared String linked, @Shared String reason, int epoch) implements AboutContext {}

    /** Words to the other side beside the procedure: nothing is promised by them, and nothing answered. */
    record Commented(@Shared String comment, @Shared String text, int epoch) implements AboutContext {}

    /**
     * A side signs the closure.
     *
     * @param digest of outcome, epoch and both records' material versions
     * @param outcome code, such as {@code rectified-and-verified}; never read as "fixed"
     */
    record ClosureSigned(@Shared String digest, @Shared String outcome, int epoch) implements AboutClosure {}

    record ClosureWithdrawn(@Shared String digest, @Shared String reasons, int epoch) implements AboutClosure {}

    /** Both signatures are there for the same content. */
    record CaseClosed(@Shared String digest, @Shared String outcome, int epoch) implements AboutClosure {}

    /** The case is open again, in a new epoch. */
    record CaseReopened(@Shared String reason, @Shared String explanation, int epoch) implements AboutClosure {}

    /**
     * The side reminds the other of what is outstanding, one rung of the ladder after the other.
     *
     * @param rung code of whom is written to: {@code bureau} or {@code department}
     * @param to code of that office
     * @param waitUntil before which no further rung is taken
     * @param theirVersion how many entries the other side had written itself: with the next one the reminder is answered
     */
    record CounterpartReminded(
            @Shared String rung,
            @Shared String to,
            @Shared String words,
            Instant waitUntil,
            long theirVersion,
            int epoch)
            implements AboutSilence {}

    /**
     * The side ends its own record although the other is outstanding: the case is not closed, and nothing is agreed.
     *
     * @param outcome code, such as {@code own-part-done}
     * @param theirVersion how many entries the other side had written itself: with the next one the record is open again
     */
    record RecordConcluded(@Shared String outcome, @Shared String explanation, long theirVersion, int epoch)
            implements AboutSilence {}
}
