package org.lianzhi.intake.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.Ground;
import org.lianzhi.model.ReleasedSummary;
import org.lianzhi.model.ReportEvent.DecisionDue;
import org.lianzhi.model.ReportEvent.InformationRequested;
import org.lianzhi.model.ReportEvent.OutcomeProposed;
import org.lianzhi.model.ReportEvent.PlaceCorrected;
import org.lianzhi.model.ReportEvent.ReportFiled;
import org.lianzhi.model.ReportEvent.ReportTakenUp;
import org.lianzhi.model.ReportEvent.ReportTransferred;
import org.lianzhi.model.ReportEvent.ReviewRequested;
import org.lianzhi.model.Side;

/** What can be asked of a report. */
public sealed interface ReportCommand {

    /** @param facts what the checked form and the territory say, without any personal data */
    record FileReport(ReportFiled facts) implements ReportCommand {}

    /** @param bureau that accepts it */
    record Accept(String bureau) implements ReportCommand {}

    /** @param others how many other reports go on in it */
    record NotAccept(String reason, @Nullable String whereToGo, int others) implements ReportCommand {}

    /**
     * Release the summary and let the joint case open.
     *
     * @param side of the officer who releases
     * @param escalation who is to deal with it
     */
    record ReleaseAndEscalate(Side side, ReleasedSummary summary, Escalation escalation) implements ReportCommand {}

    /** Under which agreement, and who leads on which ground. */
    record Escalation(
            String agreement,
            int agreementVersion,
            Side lead,
            String leadBureau,
            Side counterpart,
            String counterpartBureau,
            Ground ground) {

        boolean involves(Side side) {
            return lead.equals(side) || counterpart.equals(side);
        }
    }

    /** @param facts what is missing, and until when the bureau waits */
    record AskReporter(InformationRequested facts) implements ReportCommand {}

    /**
     * Lets the report go on in another one.
     *
     * @param target whether the report can go on there
     * @param others what goes on in it so far
     */
    record Merge(String into, String reason, Target target, Others others) implements ReportCommand {}

    /**
     * Other reports that go on in one.
     *
     * @param count how many
     * @param come that an officer says that they go on where it goes on
     */
    record Others(int count, boolean come) {}

    /** What the report is that another one is to go on in. */
    enum Target {
        GOOD,
        /** Not there, or not one of the same bureau. */
        UNKNOWN,
        ITSELF,
        /** It goes on somewhere else itself, or is no matter that goes on. */
        NOT_GOING_ON
    }

    /** @param receiver whether the report can be handed to that office */
    record Transfer(ReportTransferred facts, Receiver receiver) implements ReportCommand {}

    /** What the office is that a report is to be handed to. */
    enum Receiver {
        GOOD,
        /** Not in the data, or none that deals with reports. */
        UNKNOWN,
        ITSELF,
        /** Nothing crosses the border but what is released. */
        OTHER_SIDE
    }

    /**
     * The office that got a report says that it is not its own.
     *
     * @param superior that it has in common with the office that handed it over
     * @param at when it says so
     */
    record ObjectToTransfer(
            String reason, String words, @Nullable String superior, Instant at) implements ReportCommand {}

    /** The bureau enters what the common superior decided. */
    record SettleTransfer(String to, String document, Receiver receiver) implements ReportCommand {}

    /**
     * Something is found against the reporter.
     *
     * @param facts with the officer who proposes
     * @param others how many other reports go on in it
     */
    record ProposeOutcome(OutcomeProposed facts, int others) implements ReportCommand {}

    /**
     * The second officer says so, too.
     *
     * @param officer who confirms
     * @param others how many other reports go on in it
     */
    record ConfirmOutcome(String officer, int others) implements ReportCommand {}

    /** @param officer who does not confirm */
    record RejectOutcome(String officer, String words) implements ReportCommand {}

    /** An officer takes up again what was decided. */
    record TakeUp(ReportTakenUp facts) implements ReportCommand {}

    /**
     * The reporter contests that the report repeats something or was made up.
     *
     * @param words whether there are any
     */
    record Contest(boolean words, ReportTakenUp facts) implements ReportCommand {}

    /**
     * What the bureau established.
     *
     * @param result code
     * @param words how
     */
    record Verify(String result, String words) implements ReportCommand {}

    /**
     * An officer corrects a detail.
     *
     * @param what code
     * @param known whether there is such a category or county
     */
    record Correct(String what, String after, String reason, boolean known) implements ReportCommand {}

    /**
     * An officer moves the pin of a place.
     *
     * @param moved whether it lies elsewhere than before
     * @param sideOpen what is proposed where it lies now, if a person has to say which side that is and has not; else null
     */
    record CorrectPlace(
            PlaceCorrected facts, boolean moved, @Nullable String sideOpen) implements ReportCommand {}

    /** An officer writes something down for the own office. */
    record Note(String words) implements ReportCommand {}

    /** The clock says that the time for telling the reporter is nearly over, or over. */
    record NoteTime(DecisionDue facts) implements ReportCommand {}

    /**
     * The bureau's public reply.
     *
     * @param verification code of what came out; null where the reply does not say
     * @param reviewable whether it is a handling opinion under the petition regulation
     */
    record Reply(String text, @Nullable String verification, boolean reviewable) implements ReportCommand {}

    /**
     * How often the reporter did the same.
     *
     * @param earlier how often before
     * @param most how often it may be done
     */
    record Times(int earlier, int most) {}

    /**
     * The reporter answers whether it is really fixed.
     *
     * @param question as it stands for this reporter now
     */
    record AnswerWhetherFixed(boolean fixed, Question question, Times times) implements ReportCommand {}

    /** Somebody whose own report goes on in this one says that it is not fixed. */
    record TakeContradiction() implements ReportCommand {}

    /** Whether the reporter is asked. */
    enum Question {
        /** Nothing has come to an end yet. */
        NOT_ASKED,
        OPEN,
        /** Answered since the end; the reporter may think better of it. */
        CONFIRMED,
        CONTESTED
    }

    /**
     * The reporter adds something.
     *
     * @param words whether there are any
     * @param earlier how often something was added before
     * @param most how often it may be
     * @param again the promise that is made where this answers what the bureau asked
     */
    record AddInformation(boolean words, int photos, int earlier, int most, ReportTakenUp again)
            implements ReportCommand {}

    record ReportPressure(Times times) implements ReportCommand {}

    record RateReply(String rating, Times times) implements ReportCommand {}

    /** @param standing of this reporter now */
    record AskForReview(ReviewRequested facts, Standing standing) implements ReportCommand {}

    /** Whether somebody may ask for a review. */
    enum Standing {
        GOOD,
        /** The regulation asks for a name. */
        NOT_NAMED,
        TOO_LATE
    }

    /**
     * Somebody else follows the report.
     *
     * @param earlier how many did before
     * @param most how many may
     */
    record Follow(int earlier, int most) implements ReportCommand {}

    /** The bureau gives the reporter, whom it has called or met, a new code. */
    record RenewCode(String reason) implements ReportCommand {}

    /** The bureau enters what the higher authority answered. */
    record AnswerReview(String outcome, String text) implements ReportCommand {}
}
