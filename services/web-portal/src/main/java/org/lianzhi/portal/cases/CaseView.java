package org.lianzhi.portal.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.Inspector;
import org.lianzhi.model.Ground;
import org.lianzhi.model.Photo;
import org.lianzhi.model.Place;
import org.lianzhi.model.ReleasedSummary;

/**
 * A joint case as joint-investigation tells it to one person.
 *
 * @param versions of both records
 * @param tasks for the asking person's side and role, in the order of the procedure
 * @param records by side
 */
public record CaseView(
        String id,
        String agreement,
        int agreementVersion,
        String lead,
        String leadBureau,
        String counterpart,
        String counterpartBureau,
        @Nullable Ground ground,
        int epoch,
        String state,
        Instant openedAt,
        ReleasedSummary summary,
        Map<String, Long> versions,
        List<TurnView> turns,
        List<TaskView> tasks,
        Map<String, RecordView> records,
        List<InspectionView> inspections,
        List<SampleView> samples,
        List<FindingView> findings,
        List<OrderView> orders,
        Map<String, DispositionView> dispositions,
        @Nullable EmergencyView emergency,
        List<PaperView> papers,
        @Nullable ContextView context,
        @Nullable ClosureView closure,
        @Nullable JurisdictionView jurisdiction,
        @Nullable SilenceView silence) {

    public CaseView {
        versions = map(versions);
        turns = list(turns);
        tasks = list(tasks);
        records = map(records);
        inspections = list(inspections);
        samples = list(samples);
        findings = list(findings);
        orders = list(orders);
        dispositions = map(dispositions);
        papers = list(papers);
    }

    /**
     * Who leads, and how each side sees it.
     *
     * @param state {@code open}, {@code agreed}, {@code decided} or {@code disputed}
     * @param proposed side that the rule proposes
     * @param grounds what the records tell for each side
     * @param positions by side
     * @param decisions from above, by the side that entered them
     */
    public record JurisdictionView(
            String state,
            @Nullable Instant settledAt,
            String proposed,
            Ground reason,
            Map<String, List<Ground>> grounds,
            Map<String, Position> positions,
            Map<String, Decision> decisions) {

        public JurisdictionView {
            grounds = map(grounds);
            positions = map(positions);
            decisions = map(decisions);
        }
    }

    public record Position(
            String lead,
            List<Ground> grounds,
            String explanation,
            Instant at,
            @Nullable Instant answerBy) {

        public Position {
            grounds = list(grounds);
        }
    }

    /** A decision from above, as a side received it. */
    public record Decision(
            String digest,
            String issuer,
            String number,
            LocalDate decidedOn,
            String lead,
            List<Photo> pages,
            Instant at) {

        public Decision {
            pages = list(pages);
        }
    }

    /**
     * Waiting for the other side.
     *
     * @param since when the own side began to wait
     * @param next what the own side may send next; absent where the ladder has ended
     * @param conclusions by side
     */
    public record SilenceView(
            boolean outstanding,
            @Nullable Instant since,
            @Nullable Next next,
            @Nullable Instant waitUntil,
            List<String> remindBlockers,
            List<String> concludeBlockers,
            List<String> outcomes,
            List<Reminder> reminders,
            Map<String, Conclusion> conclusions) {

        public SilenceView {
            remindBlockers = list(remindBlockers);
            concludeBlockers = list(concludeBlockers);
            outcomes = list(outcomes);
            reminders = list(reminders);
            conclusions = map(conclusions);
        }
    }

    public record Next(String rung, String to) {}

    public record Reminder(String side, String rung, String to, String words, Instant at, Instant waitUntil) {}

    /** @param holds whether the other side has written nothing since */
    public record Conclusion(String outcome, String explanation, Instant at, boolean holds) {}

    /** An act that somebody must do next. */
    public record TurnView(
            String act,
            String side,
            @Nullable String bureau,
            @Nullable String role,
            @Nullable String ref,
            @Nullable Instant dueAt,
            @Nullable Boolean overdue) {

        public boolean late() {
            return Boolean.TRUE.equals(overdue);
        }
    }

    /**
     * An act of the asking person's own side.
     *
     * @param status {@code open}, {@code done}, {@code not-yet} or {@code waiting}
     */
    public record TaskView(
            String act,
            @Nullable String ref,
            String status,
            @Nullable Instant dueAt) {}

    /** What one record says of taking part. */
    public record RecordView(
            String side,
            String bureau,
            @Nullable Instant joinedAt,
            @Nullable Instant acknowledgeBy,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant missedAt,
            @Nullable Declined declined) {}

    public record Declined(String reason, String explanation, Instant at) {}

    public record InspectionView(
            String id,
            String digest,
            String side,
            Instant startsAt,
            Place meetingPoint,
            String purpose,
            Instant proposedAt,
            Map<String, Answer> answers,
            Map<String, Recording> recordings) {

        public InspectionView {
            answers = map(answers);
            recordings = map(recordings);
        }
    }

    /** A yes or a no in the words of what it answers: {@code accepted}, {@code dissented}, ... */
    public record Answer(String answer, @Nullable String reasons, Instant at) {}

    public record Recording(
            Instant startedAt,
            Instant endedAt,
            Place place,
            CaseEvent.Capacity capacity,
            List<Inspector> inspectors,
            String weather,
            String notes,
            List<Photo> photos,
            Instant at) {

        public Recording {
            inspectors = list(inspectors);
            photos = list(photos);
        }
    }

    public record SampleView(
            String id,
            String side,
            String number,
            String part,
            String medium,
            @Nullable Boolean grab,
            @Nullable Place point,
            @Nullable Instant takenAt,
            @Nullable String seal,
            List<Inspector> takenBy,
            List<String> parameters,
            @Nullable Sent sent,
            @Nullable Received received,
            @Nullable Results results) {

        public SampleView {
            takenBy = list(takenBy);
            parameters = list(parameters);
        }

        /** Whether it was taken at one moment; taken for true where the record is silent, since it claims less. */
        public boolean isGrab() {
            return !Boolean.FALSE.equals(grab);
        }
    }

    public record Sent(
            String laboratory,
            String seal,
            Instant handedOverAt,
            @Nullable Instant at) {}

    public record Received(
            String laboratory,
            @Nullable Boolean sealIntact,
            Instant receivedAt,
            @Nullable Instant at) {}

    public record Results(
            String laboratory,
            Instant analysedAt,
            String standard,
            List<CaseEvent.Result> results,
            @Nullable Boolean indicative,
            @Nullable String caveat,
            @Nullable Instant at) {

        public Results {
            results = list(results);
        }
    }

    /** What the investigation holds for true; {@code state} is proposed, agreed, dissented or withdrawn. */
    public record FindingView(
            String id,
            String digest,
            String side,
            String allegedCause,
            String establishedCause,
            String source,
            String pathway,
            Place outlet,
            String affectedWater,
            List<String> evidence,
            Instant proposedAt,
            String state,
            Map<String, Answer> answers,
            @Nullable Withdrawn withdrawn,
            @Nullable Integer epoch) {

        public FindingView {
            evidence = list(evidence);
            answers = map(answers);
        }
    }

    public record Withdrawn(
            @Nullable String reasons, @Nullable Instant at) {}

    public record OrderView(
            String id,
            String digest,
            String side,
            String addressee,
            String legalBasis,
            Instant orderedAt,
            List<MeasureView> measures,
            @Nullable AfterCheckView afterCheck) {

        public OrderView {
            measures = list(measures);
        }
    }

    /** What was done at once, and who else was written to. */
    public record EmergencyView(List<Taken> measures, List<Letter> letters) {

        public EmergencyView {
            measures = list(measures);
            letters = list(letters);
        }
    }

    public record Taken(
            String side, String kind, Place place, Instant takenAt, String account, List<Photo> photos, Instant at) {

        public Taken {
            photos = list(photos);
        }
    }

    public record Letter(
            String id,
            String side,
            String addressee,
            String number,
            String text,
            Instant at,
            Instant dueAt,
            @Nullable Reply reply) {}

    public record Reply(LocalDate answeredOn, String account, Instant at) {}

    public Optional<Letter> letter(String letter) {
        return emergency == null
                ? Optional.empty()
                : emergency.letters().stream()
                        .filter(entry -> entry.id().equals(letter))
                        .findFirst();
    }

    /** A paper that has left its office. */
    public record PaperView(
            String side,
            String kind,
            String number,
            String office,
            String about,
            LocalDate issuedOn,
            List<Photo> pages,
            String party,
            @Nullable String partyWords,
            Instant at) {

        public PaperView {
            pages = list(pages);
        }
    }

    /** Other cases of the same matter, and words from side to side, in the order in which they were said. */
    public record ContextView(List<LinkView> links, List<CommentView> comments) {

        public ContextView {
            links = list(links);
            comments = list(comments);
        }
    }

    /** @param undone why it does not hold any more; absent while it does */
    public record LinkView(
            String side,
            String linked,
            String kind,
            String reason,
            Instant at,
            @Nullable Undone undone) {}

    public record Undone(String reason, Instant at) {}

    public record CommentView(String side, String text, Instant at) {}

    /** What a side decided last about whoever caused the pollution. */
    public record DispositionView(
            String kind,
            String number,
            LocalDate decidedOn,
            List<CaseEvent.LegalBasis> bases,
            List<String> conditions,
            @Nullable Integer periodMonths,
            String reasons,
            Instant at) {

        public DispositionView {
            bases = list(bases);
            conditions = list(conditions);
        }
    }

    /**
     * How an order was looked at again after it had been accepted.
     *
     * @param accepted digest of what may be looked at again now; absent where nothing is accepted
     * @param missed occasions that passed without a look: {@code date}, {@code rain}
     */
    public record AfterCheckView(
            @Nullable String accepted,
            @Nullable Instant dueAt,
            @Nullable Rain rain,
            List<String> missed,
            List<AfterCheck> checks) {

        public AfterCheckView {
            missed = list(missed);
            checks = list(checks);
        }
    }

    public record Rain(String side, Instant cameAt, String account, Instant dueAt, Instant at) {}

    /** @param shams ids of measures that were for show only */
    public record AfterCheck(
            String side,
            Instant checkedAt,
            CaseEvent.Capacity capacity,
            int inspectors,
            String weather,
            String account,
            List<String> shams,
            List<Photo> photos,
            Instant at) {

        public AfterCheck {
            shams = list(shams);
            photos = list(photos);
        }
    }

    public record MeasureView(
            String id,
            String description,
            LocalDate dueOn,
            List<Extension> extensions,
            @Nullable Done done,
            Map<String, Check> answers) {

        public MeasureView {
            extensions = list(extensions);
            answers = map(answers);
        }
    }

    public record Extension(LocalDate dueOn, String reasons, Instant at) {}

    public record Done(
            @Nullable String side,
            String account,
            LocalDate doneOn,
            List<Photo> photos,
            String digest,
            @Nullable Instant at) {

        public Done {
            photos = list(photos);
        }
    }

    /** One side's look at a measure: {@code verified} or {@code wanting}. */
    public record Check(
            String answer,
            CaseEvent.@Nullable Capacity capacity,
            @Nullable String words,
            @Nullable String digest,
            @Nullable Instant at) {}

    /**
     * The end of the case.
     *
     * @param digest what may be signed now; absent while something stands in the way
     * @param blockers codes of the rules that stand in the way
     */
    public record ClosureView(
            @Nullable String digest,
            List<String> outcomes,
            List<String> blockers,
            Map<String, Signature> signatures,
            Map<String, Instant> closedAt) {

        public ClosureView {
            outcomes = list(outcomes);
            blockers = list(blockers);
            signatures = map(signatures);
            closedAt = map(closedAt);
        }
    }

    public record Signature(
            String digest,
            String outcome,
            @Nullable Instant at,
            @Nullable Integer epoch) {}

    /** A measure and the order it belongs to. */
    public record Ordered(OrderView order, MeasureView measure) {}

    public Optional<InspectionView> inspection(String inspection) {
        return inspections.stream()
                .filter(entry -> entry.id().equals(inspection))
                .findFirst();
    }

    public Optional<SampleView> sample(String sample) {
        return samples.stream().filter(entry -> entry.id().equals(sample)).findFirst();
    }

    public Optional<FindingView> finding(String finding) {
        return findings.stream().filter(entry -> entry.id().equals(finding)).findFirst();
    }

    public Stream<Ordered> measures() {
        return orders.stream().flatMap(order -> order.measures().stream().map(measure -> new Ordered(order, measure)));
    }

    public Optional<Signature> signature(String side) {
        return closure == null
                ? Optional.empty()
                : Optional.ofNullable(closure.signatures().get(side));
    }

    public boolean isClosed() {
        return state.equals("closed");
    }

    private static <T> List<T> list(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }

    private static <T> Map<String, T> map(@Nullable Map<String, T> given) {
        return given == null ? Map.of() : Map.copyOf(given);
    }
}
