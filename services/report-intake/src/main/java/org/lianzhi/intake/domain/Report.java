package org.lianzhi.intake.domain;

import org.lianzhi.model.ReportEvent.AcceptedAsCrossBorder;
import org.lianzhi.model.ReportEvent.InformationRequested;
import org.lianzhi.model.ReportEvent.OutcomeProposed;
import org.lianzhi.model.ReportEvent.ReportFiled;
import org.lianzhi.model.ReportEvent.ReportTransferred;
import org.lianzhi.model.ReportEvent.TransferObjected;

/** A report, a type for each state in which something else may be done with it. */
public sealed interface Report {

    Report NONE = new NotFiled();

    /** Nothing has been recorded yet. */
    record NotFiled() implements Report {}

    /** A report that came in. */
    sealed interface Filed extends Report {
        /** What was filed; its bureau is the one that holds the report now, and its details are as corrected. */
        ReportFiled filed();

        /** Nothing went to and fro where nothing has been decided. */
        default Correspondence correspondence() {
            return Correspondence.NONE;
        }
    }

    /** The bureau may decide on it. */
    sealed interface Undecided extends Filed {}

    /** Waits for the bureau to say whether it is accepted. */
    record Received(ReportFiled filed) implements Undecided {}

    /** Waits for the reporter, who was asked for what is missing; the bureau need not wait. */
    record Returned(ReportFiled filed, InformationRequested asked) implements Undecided {}

    /** Was handed to the bureau by another one; it decides on it, or says in time that it is not its own. */
    record Transferred(ReportFiled filed, ReportTransferred transfer) implements Undecided {}

    /** Came back, because the other bureau says that it is not its own. The bureau may still decide on it. */
    record Disputed(ReportFiled filed, TransferObjected objection) implements Undecided {}

    /** Waits for a second officer, without whom the outcome is none. */
    record Proposed(ReportFiled filed, OutcomeProposed proposal) implements Filed {}

    /** The bureau did not accept it. */
    record NotAccepted(ReportFiled filed, String reason, Correspondence correspondence) implements Filed {}

    /**
     * It repeats what was answered, or it was made up: two officers of the bureau said so.
     *
     * @param outcome code
     */
    record Dismissed(ReportFiled filed, String outcome, Correspondence correspondence) implements Filed {}

    /**
     * It goes on in another report of the same bureau.
     *
     * @param into id of that report
     */
    record Merged(ReportFiled filed, String into) implements Filed {}

    /** The bureau deals with it alone. */
    record Accepted(ReportFiled filed, Correspondence correspondence) implements Filed {}

    /** A joint case deals with it. */
    record CrossBorder(ReportFiled filed, AcceptedAsCrossBorder accepted, Correspondence correspondence)
            implements Filed {}

    /** The code of the state, as pages and read models name it. */
    static String code(Report report) {
        return switch (report) {
            case NotFiled none -> "none";
            case Received received -> "received";
            case Returned returned -> "returned";
            case Transferred transferred -> "transferred";
            case Disputed disputed -> "disputed";
            case Proposed proposed -> "proposed";
            case NotAccepted notAccepted -> "not-accepted";
            case Dismissed dismissed -> dismissed.outcome();
            case Merged merged -> "merged";
            case Accepted accepted -> "accepted";
            case CrossBorder crossBorder -> "cross-border";
        };
    }
}
