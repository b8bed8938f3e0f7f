package org.lianzhi.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lianzhi.test.Api;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

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
        int before = overdue(jianghua);

        clock.putForward(Duration.ofHours(25));

        assertThat(overdue(jianghua)).isGreaterThan(before);
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

    @Test
    void a_side_that_waits_in_vain_goes_up_the_ladder_and_concludes_its_own_record_until_the_other_answers() {
        Api anybody = Api.anybody(port);
        Bureau jianghua = Bureau.jianghua(anybody, reports.accept().caseId());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(versionOf(jianghua, "gx")).isEqualTo(1));
        jianghua.acknowledge();
        clock.putForward(Duration.ofHours(25));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(versionOf(jianghua, "gx")).isEqualTo(2));
        String visit = jianghua.proposeVisit();
        jianghua.recordVisit(visit, "attending", "");
        jianghua.proposeFinding(visit);
        String why = "Please acknowledge the case";
        JsonNode silence = jianghua.page().path("silence");
        assertThat(silence.path("outstanding").asBoolean()).isTrue();
        assertThat(silence.path("next").path("to").asString()).isEqualTo("451123-branch");
        assertThat(Bureau.texts(silence.path("concludeBlockers"))).containsExactly("case.silence.ladder");

        jianghua.does("/reminder", "{'rung':'bureau','words':'%s'}".formatted(why));
        assertThat(jianghua.ask("/reminder", "{'rung':'department','words':'%s'}".formatted(why))
                        .code())
                .isEqualTo("case.silence.too-early");
        clock.putForward(Duration.ofDays(8));
        assertThat(jianghua.page().path("silence").path("next").path("to").asString())
                .isEqualTo("450000-department");
        jianghua.does("/reminder", "{'rung':'department','words':'%s'}".formatted(why));
        clock.putForward(Duration.ofDays(12));
        jianghua.does("/conclusion", "{'outcome':'own-part-done','explanation':'%s'}".formatted(why));

        assertThat(conclusion(jianghua).path("holds").asBoolean()).isTrue();
        assertThat(jianghua.page().path("state").asString()).isNotEqualTo("closed");
        assertThat(jianghua.ask("/reminder", "{'rung':'bureau','words':'%s'}".formatted(why))
                        .code())
                .isEqualTo("case.record-concluded");
        Bureau fuchuan = Bureau.fuchuan(anybody, jianghua.caseId());
        fuchuan.acknowledge();
        assertThat(conclusion(jianghua).path("holds").asBoolean()).isFalse();
    }

    @Test
    void who_does_not_look_again_in_time_has_it_noted_in_its_own_record() {
        Api anybody = Api.anybody(port);
        Bureau jianghua = Bureau.jianghua(anybody, reports.accept().caseId());
        Bureau fuchuan = Bureau.fuchuan(anybody, jianghua.caseId());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(versionOf(jianghua, "gx")).isEqualTo(1));
        jianghua.acknowledge();
        fuchuan.acknowledge();
        String visit = jianghua.proposeVisit();
        jianghua.recordVisit(visit, "attending", "");
        String finding = jianghua.proposeFinding(visit);
        fuchuan.does(
                "/findings/" + finding + "/confirmation",
                "{'digest':'%s'}".formatted(fuchuan.digestOf("findings", finding)));
        String order = fuchuan.does(
                "/orders",
                "{'addressee':'the farm','legalBasis':'article 39','measures':[{'description':'Prevent it',"
                        + "'dueOn':'2024-07-30'}]}");
        fuchuan.does(
                "/orders/" + order + "/measures/m1/done",
                "{'account':'A wall was built','doneOn':'2024-07-29','photos':[]}");
        fuchuan.verify(order, "enforcing");
        jianghua.verify(order, "attending");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(afterCheck(jianghua).path("dueAt").asString(""))
                                .isNotEmpty());
        assertThat(afterCheck(jianghua).path("missed").size()).isZero();

        clock.putForward(Duration.ofDays(62));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(Bureau.texts(afterCheck(jianghua).path("missed")))
                                .containsExactly("date"));
    }

    private static JsonNode afterCheck(Bureau bureau) {
        return bureau.page().path("orders").path(0).path("afterCheck");
    }

    private static JsonNode conclusion(Bureau bureau) {
        return bureau.page().path("silence").path("conclusions").path(bureau.side());
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
