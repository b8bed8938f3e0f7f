package org.lianzhi.intake.domain;

import org.lianzhi.model.ReportEvent.AcceptedAsCrossBorder;
import org.lianzhi.model.ReportEvent.ReportFiled;

/** A report, a type for each state in which something else may be done with it. */
public sealed interface Report {

    Report NONE = new NotFiled();

    /** Nothing has been recorded yet. */
    record NotFiled() implements Report {}

    /** A report that came in. */
    sealed interface Filed extends Report {
        ReportFiled filed();

        Correspondence correspondence();
    }

    /** Waits for the bureau to say whether it is accepted. */
    record Received(ReportFiled filed) implements Filed {

        @Override
        public Correspondence correspondence() {
            return Correspondence.NONE;
        }
    }

    /** The bureau did not accept it. */
    record NotAccepted(ReportFiled filed, String reason, Correspondence correspondence) implements Filed {}

    /** The bureau deals with it alone. */
    record Accepted(ReportFiled filed, Correspondence correspondence) implements Filed {}

    /** A joint case deals with it. */
    record CrossBorder(ReportFiled filed, AcceptedAsCrossBorder accepted, Correspondence correspondence)
            implements Filed {}

    /** What the reporter answered to the question whether it is really fixed. */
    enum FixAnswer {
        CONFIRMED,
        CONTESTED
    }

    /** The code of the state, as pages and read models name it. */
    static String code(Report report) {
        return switch (report) {
            case NotFiled none -> "none";
            case Received received -> "received";
            case NotAccepted notAccepted -> "not-accepted";
            case Accepted accepted -> "accepted";
            case CrossBorder crossBorder -> "cross-border";
        };
    }
}
