package org.lianzhi.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lianzhi.test.Api;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A side that says nothing: its own clock notes it, and the other side goes on. */
@InvestigationTest
class DeadlineTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PublishedReports reports;
    private final TestClock clock;

    @LocalServerPort
    private int port;

    DeadlineTest(@Autowired PublishedReports reports, @Autowired TestClock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @Test
    void a_silent_counterpart_is_noted_in_its_own_record_once_and_the_lead_goes_on_with_a_visit_alone() {
        Api anybody = Api.anybody(port);
        Bureau jianghua = Bureau.jianghua(anybody, reports.accept().caseId());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(versionOf(jianghua, "gx")).isEqualTo(1));
        jianghua.acknowledge();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(jianghua.api()
                                .get("/api/v1/cases?view=ours&size=200")
                                .text())
                        .contains(jianghua.caseId()));
        assertThat(overdue(jianghua)).isZero();

        clock.putForward(Duration.ofHours(25));

        assertThat(overdue(jianghua)).isPositive();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(jianghua.page()
                                .path("records")
                                .path("gx")
                                .path("missedAt")
                                .asString(""))
                        .isNotEmpty());
        assertThat(versionOf(jianghua, "gx")).isEqualTo(2);
        assertThat(versionOf(jianghua, "hn")).isEqualTo(2);
        String visit = jianghua.proposeVisit();
        jianghua.recordVisit(visit, "attending", "");

        Bureau fuchuan = Bureau.fuchuan(anybody, jianghua.caseId());
        fuchuan.acknowledge();
        assertThat(fuchuan.page().path("state").asString()).isEqualTo("sampling");
    }

    private static int overdue(Bureau bureau) {
        return bureau.api()
                .get("/api/v1/cases?view=overdue")
                .json()
                .path("counts")
                .path("overdue")
                .asInt();
    }

    private static long versionOf(Bureau bureau, String side) {
        return bureau.api()
                .get("/api/v1/cases/" + bureau.caseId())
                .json()
                .path("versions")
                .path(side)
                .asLong();
    }
}
