package org.lianzhi.intake.report;

import java.time.Instant;
import org.lianzhi.journal.StreamId;
import org.lianzhi.model.ReportEvent.InformationRequested;
import org.lianzhi.model.ReportEvent.ReportTakenUp;
import org.lianzhi.model.ReportEvent.ReportTransferred;
import org.lianzhi.model.Side;
import org.lianzhi.territory.Territory;

/** Until when something is to be done about a report, by the clocks of its side's agreement. */
public final class Promises {

    private static final String TRIAGE = "triage";
    private static final String REPORTER_ANSWER = "reporter-answer";

    private static final String OBJECTION = "objection";

    private final Territory territory;

    public Promises(Territory territory) {
        this.territory = territory;
    }

    /** The reporter is to be told anew: the clock of triage begins again. */
    public ReportTakenUp takenUp(StreamId report, String reason, Instant at) {
        return new ReportTakenUp(reason, due(report, TRIAGE, at), TRIAGE);
    }

    public InformationRequested asked(StreamId report, String reason, String question, Instant at) {
        return new InformationRequested(reason, question, due(report, REPORTER_ANSWER, at), REPORTER_ANSWER);
    }

    /** What the office that gets the report is told, with the time in which it may object. */
    public ReportTransferred transferred(ReportRecord record, String to, String reason, String words, Instant at) {
        String from = record.report().filed().bureau();
        return new ReportTransferred(from, to, reason, words, due(record.stream(), OBJECTION, at), OBJECTION);
    }

    private Instant due(StreamId report, String rule, Instant at) {
        return territory
                .agreementOf(new Side(report.side()))
                .orElseThrow(() -> new IllegalStateException("no agreement of side " + report.side()))
                .due(rule, at);
    }
}
