package org.lianzhi.intake.triage;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lianzhi.intake.Bodies;
import org.lianzhi.intake.IntakeTest;
import org.lianzhi.intake.report.Reports;
import org.lianzhi.intake.worklist.BoardEntry;
import org.lianzhi.journal.JournalProperties;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.StreamId;
import org.lianzhi.model.ReportEvent.DecisionDue;
import org.lianzhi.model.Side;
import org.lianzhi.territory.Territory;
import org.lianzhi.test.Api;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two instances: one gets the events, the other one is there when it has gone. */
@IntakeTest
class DecisionClocksTest {

    private final Reports reports;
    private final DecisionClock remindsAtOnce;

    @LocalServerPort
    private int port;

    DecisionClocksTest(
            @Autowired Reports reports,
            @Autowired ReadModel<BoardEntry> board,
            @Autowired Territory territory,
            @Autowired JournalProperties journal,
            @Autowired Clock clock) {
        this.reports = reports;
        this.remindsAtOnce = new DecisionClock(
                reports, board, territory, journal, clock, Duration.ofDays(365), Duration.ofSeconds(1));
    }

    @Test
    void an_instance_that_no_event_came_to_reminds_of_a_report_that_was_filed_after_its_start() {
        remindsAtOnce.start();
        try {
            String id = Api.anybody(port)
                    .post("/api/v1/reports", Bodies.report("Nobody looks"))
                    .json()
                    .path("number")
                    .asString();
            StreamId report = Reports.stream(id, new Side("hn"));

            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            reports.load(report).lastEvent(DecisionDue.class).isPresent());
        } finally {
            remindsAtOnce.stop();
        }
    }
}
