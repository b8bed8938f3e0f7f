package org.lianzhi.investigation.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lianzhi.investigation.InvestigationTest;
import org.lianzhi.investigation.PublishedReports;
import org.lianzhi.investigation.casework.CaseStreams;
import org.lianzhi.investigation.casework.Casework;
import org.lianzhi.investigation.worklist.CaseLine;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.model.Side;
import org.springframework.beans.factory.annotation.Autowired;

@InvestigationTest
class DeadlinesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Side COUNTERPART = new Side("gx");

    private final CaseStreams streams;
    private final PublishedReports reports;
    private final Deadlines whereTimeIsOver;

    DeadlinesTest(
            @Autowired CaseStreams streams,
            @Autowired Casework casework,
            @Autowired ReadModel<CaseLine> lines,
            @Autowired PublishedReports reports,
            @Autowired Clock clock) {
        this.streams = streams;
        this.reports = reports;
        this.whereTimeIsOver = new Deadlines(
                streams, casework, lines, Clock.offset(clock, Duration.ofHours(25)), Duration.ofSeconds(1));
    }

    @Test
    void an_instance_that_no_event_came_to_lets_the_time_of_a_case_pass_that_was_opened_after_its_start() {
        whereTimeIsOver.start();
        try {
            String caseId = reports.accept().caseId();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(streams.load(caseId).heads().get(COUNTERPART))
                            .isNotNull()
                            .extracting(head -> head.version())
                            .isEqualTo(2L));
        } finally {
            whereTimeIsOver.stop();
        }
    }
}
