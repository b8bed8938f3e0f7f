package org.lianzhi.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one report, on the internal topics of the side that received it. No event carries the citizen's words,
 * name, contact or exact position: those stay in the vault.
 */
public sealed interface ReportEvent extends PublishedEvent {

    /**
     * A report came in.
     *
     * @param channel code: {@code web}, {@code phone}, {@code letter}, ...
     * @param county suggestion for the affected water, GB/T 2260; null where the point lies in no county of the data
     * @param bureau that is to triage it
     * @param inBorderZone no side is decided by machine here
     * @param suspectedCounty suggestion for the suspected source
     * @param triageBy when the reporter is to be told whether the report is accepted
     * @param triageRule id of the deadline in the agreement's data, with its legal basis
     */
    record ReportFiled(
            @SideInternal String channel,
            @SideInternal String category,
            @Nullable @SideInternal String county,
            @Nullable @SideInternal String suspectedCounty,
            @SideInternal String bureau,
            boolean inBorderZone,
            Instant observedAt,
            @SideInternal String weather,
            @Nullable Boolean stillGoingOn,
            int photos,
            boolean contactGiven,
            Instant triageBy,
            @SideInternal String triageRule,
            boolean synthetic)
            implements ReportEvent {}

    /** The bureau deals with it alone. */
    record ReportAccepted(@SideInternal String bureau) implements ReportEvent {}

    /**
     * The bureau does not deal with it.
     *
     * @param reason code, such as {@code not-environmental} or {@code already-accepted}
     * @param whereToGo words for the reporter, null where there is no other place
     */
    record ReportNotAccepted(
            @SideInternal String reason,
            @Nullable @SideInternal String whereToGo) implements ReportEvent {}

    /**
     * An officer released what the other side is to see.
     *
     * @param digest SHA-256 of the released content
     */
    record SummaryReleased(@SideInternal String digest, ReleasedSummary summary) implements ReportEvent {}

    /**
     * An officer confirmed that the matter crosses the border: the joint case opens by this event.
     *
     * @param digest of the released content
     * @param lead side proposed to lead, with {@code ground}
     * @param summary as released: the case opens with it, without asking anybody
     */
    record AcceptedAsCrossBorder(
            @SideInternal String digest,
            @SideInternal String agreement,
            int agreementVersion,
            Side lead,
            @SideInternal String leadBureau,
            Side counterpart,
            @SideInternal String counterpartBureau,
            Ground ground,
            ReleasedSummary summary)
            implements ReportEvent {}

    /**
     * The bureau's public reply: its words are for the reporter.
     *
     * @param verification code of what came out: {@code substantiated}, {@code partly} or {@code unsubstantiated}; null
     *     where the reply does not say
     * @param reviewable whether it is a handling opinion under the petition regulation, of which a named reporter may
     *     ask for a review; null means no
     */
    record ReportReplied(
            @SideInternal String text,
            @Nullable @SideInternal String verification,
            @Nullable Boolean reviewable) implements ReportEvent {}

    /** The reporter says that the matter is fixed. */
    record FixConfirmed() implements ReportEvent {}

    /** The reporter says that the matter is not fixed; the reporter's words are in the vault. */
    record FixContested() implements ReportEvent {}

    /**
     * The reporter added something later; words and photos are in the vault.
     *
     * @param words whether there are any
     */
    record InformationAdded(boolean words, int photos) implements ReportEvent {}

    /** The reporter says that somebody puts pressure on them; how and who is in the vault. */
    record PressureReported() implements ReportEvent {}

    /** @param rating code: {@code satisfied}, {@code partly} or {@code dissatisfied} */
    record ReplyRated(@SideInternal String rating) implements ReportEvent {}

    /**
     * The reporter asks a higher authority to review the reply; the reasons are in the vault.
     *
     * @param step code: {@code review} or {@code re-review}
     * @param answerBy when the reporter is to have the answer
     * @param rule id of the deadline in the agreement's data, with its legal basis
     */
    record ReviewRequested(
            @SideInternal String step,
            Instant answerBy,
            @SideInternal String rule) implements ReportEvent {}

    /**
     * What the higher authority answered, as the bureau received it.
     *
     * @param outcome code: {@code upheld} or {@code changed}
     * @param text for the reporter
     */
    record ReviewAnswered(
            @SideInternal String step,
            @SideInternal String outcome,
            @SideInternal String text) implements ReportEvent {}

    /** Somebody else met the same and follows this report with a code of their own; nothing is known of them. */
    record ReportFollowed() implements ReportEvent {}

    /**
     * The reporter got a new code, and the old one opens nothing any more. What the officer noted is in the vault.
     *
     * @param reason code: {@code lost} or {@code seen-by-others}
     */
    record CodeRenewed(@SideInternal String reason) implements ReportEvent {}

    /**
     * The bureau asks the reporter for what is missing.
     *
     * @param reason code of what is missing
     * @param question for the reporter
     * @param answerBy until when the bureau waits; then it decides with what there is
     * @param rule id of that deadline in the agreement's data
     */
    record InformationRequested(
            @SideInternal String reason,
            @SideInternal String question,
            Instant answerBy,
            @SideInternal String rule) implements ReportEvent {}

    /**
     * The report goes on in another one of the same bureau; both keep their numbers.
     *
     * @param into id of the report in which it goes on
     * @param reason code
     */
    record ReportMerged(
            @SideInternal String into, @SideInternal String reason) implements ReportEvent {}

    /**
     * An officer proposes an outcome that only a second officer of the bureau can make valid.
     *
     * @param outcome code: {@code repeated} or {@code fabricated}
     * @param reason code
     * @param words for the reporter
     * @param officer who proposes, by an opaque reference
     */
    record OutcomeProposed(
            @SideInternal String outcome,
            @SideInternal String reason,
            @SideInternal String words,
            @SideInternal String officer)
            implements ReportEvent {}

    /** A second officer confirms the proposed outcome: now it is one. */
    record OutcomeConfirmed(
            @SideInternal String outcome, @SideInternal String officer) implements ReportEvent {}

    /** @param words why the second officer does not confirm it */
    record OutcomeRejected(
            @SideInternal String outcome,
            @SideInternal String words,
            @SideInternal String officer) implements ReportEvent {}

    /**
     * The report is to be decided on again.
     *
     * @param reason code: the reporter {@code answered} or {@code contested}, or an officer found {@code new-facts} or a
     *     {@code mistake}
     * @param decideBy when the reporter is to be told
     * @param rule id of that deadline in the agreement's data
     */
    record ReportTakenUp(
            @SideInternal String reason,
            Instant decideBy,
            @SideInternal String rule) implements ReportEvent {}

    /**
     * The report is handed to another office of the same side, which deals with it from now on or objects.
     *
     * @param reason code
     * @param words for that office
     * @param objectBy until when it may object
     * @param rule id of that deadline in the agreement's data
     */
    record ReportTransferred(
            @SideInternal String from,
            @SideInternal String to,
            @SideInternal String reason,
            @SideInternal String words,
            Instant objectBy,
            @SideInternal String rule)
            implements ReportEvent {}

    /**
     * The office that got the report says that it is not its own: it is back where it came from until that office deals
     * with it or a superior has decided.
     *
     * @param from office that had handed it over
     * @param superior that both offices have in common; null where the data know none
     * @param reason code
     */
    record TransferObjected(
            @SideInternal String from,
            @Nullable @SideInternal String superior,
            @SideInternal String reason,
            @SideInternal String words)
            implements ReportEvent {}

    /**
     * What the common superior decided, as the office received it.
     *
     * @param to office that deals with it from now on
     * @param document by which it was told
     */
    record TransferSettled(
            @SideInternal String to, @SideInternal String document) implements ReportEvent {}

    /**
     * What the bureau established about what was reported. It is neither what the bureau decided about the report nor what
     * it replied.
     *
     * @param result code: {@code substantiated}, {@code partly} or {@code unsubstantiated}
     * @param words how it was established
     */
    record ReportVerified(
            @SideInternal String result, @SideInternal String words) implements ReportEvent {}

    /**
     * The bureau corrects a detail of the report. What the reporter wrote stays as it is.
     *
     * @param what code: {@code category}, {@code place} or {@code source}
     * @param before code that it had; null where it had none
     * @param after code: a category, or a county by GB/T 2260
     */
    record DetailsCorrected(
            @SideInternal String what,
            @Nullable @SideInternal String before,
            @SideInternal String after,
            @SideInternal String reason)
            implements ReportEvent {}

    /** An officer wrote something down for the own office; the words are the vault's. */
    record ReportNoted() implements ReportEvent {}

    /**
     * The bureau moves the pin of a place. Where it was and is, is nobody's but the vault's; what the reporter wrote stays.
     *
     * @param kind code: {@code water}, {@code outlet}, {@code facility} or {@code source}
     * @param before county by GB/T 2260 in which the water, or what is suspected, was believed to be; null where in none
     * @param after the same with the pin moved
     * @param inBorderZone whether the place by which the report is read now lies near the line
     */
    record PlaceCorrected(
            @SideInternal String kind,
            @Nullable @SideInternal String before,
            @Nullable @SideInternal String after,
            @SideInternal boolean inBorderZone,
            @SideInternal String reason)
            implements ReportEvent {}

    /**
     * The time for telling the reporter is nearly over, or over.
     *
     * @param stage code: {@code soon} or {@code over}
     * @param decideBy when it is or was over
     * @param rule id of that deadline in the agreement's data
     */
    record DecisionDue(
            @SideInternal String stage,
            Instant decideBy,
            @SideInternal String rule) implements ReportEvent {}
}
