package org.lianzhi.investigation.casepage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.Ground;
import org.lianzhi.model.ReleasedSummary;
import org.lianzhi.model.Side;

/**
 * The case as a whole.
 *
 * @param lead as it is settled; until then as the case was opened
 * @param versions of the records, by side
 * @param turns who must act next, in the order of the procedure
 * @param tasks of the asking person's own side and role
 */
record CaseView(
        String id,
        String agreement,
        int agreementVersion,
        Side lead,
        String leadBureau,
        Side counterpart,
        String counterpartBureau,
        Ground ground,
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
        EmergencyView emergency,
        List<PaperView> papers,
        ContextView context,
        ClosureView closure,
        @Nullable JurisdictionView jurisdiction,
        @Nullable SilenceView silence) {

    record TurnView(
            String act,
            Side side,
            String bureau,
            String role,
            @Nullable String ref,
            @Nullable Instant dueAt,
            boolean overdue) {}

    record TaskView(
            String act,
            @Nullable String ref,
            String status,
            @Nullable Instant dueAt) {}

    record RecordView(
            Side side,
            String bureau,
            @Nullable Instant joinedAt,
            @Nullable Instant acknowledgeBy,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant missedAt,
            @Nullable DeclinedView declined,
            @Nullable HeadView head) {}

    record DeclinedView(String reason, String explanation, Instant at) {}

    record HeadView(long version, String hash) {}

    /** @param answer code of the kind of answer */
    record AnswerView(String answer, @Nullable String reasons, Instant at) {}

    /**
     * @param digest what is signed by {@code POST closure/signature}, whatever the outcome; null when closed
     * @param blockers codes of the rules that stand in the way of the usual outcome
     */
    record ClosureView(
            @Nullable String digest,
            List<String> outcomes,
            List<String> blockers,
            Map<String, SignatureView> signatures,
            Map<String, Instant> closedAt) {}

    record SignatureView(String digest, String outcome, Instant at, int epoch) {}
}
