package org.lianzhi.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.test.Api;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Responsibility, stand-ins and words within a side, over HTTP, on a real broker and store. */
@InvestigationTest
class DeskOverHttpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PublishedReports reports;
    private final TestClock clock;

    @LocalServerPort
    private int port;

    private Api anybody = Api.anybody(0);

    DeskOverHttpTest(@Autowired PublishedReports reports, @Autowired TestClock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @BeforeEach
    void people() {
        anybody = Api.anybody(port);
    }

    private Bureau person(String name, String caseId) {
        return new Bureau(anybody.as("hn", "431129-branch", "officer", name), "hn", "431129-branch", caseId);
    }

    @Test
    void the_worklist_follows_who_is_responsible_and_who_stands_in() {
        String caseId = reports.accept().caseId();
        Bureau first = person("desk-1", caseId);
        Bureau second = person("desk-2", caseId);
        Bureau third = person("desk-3", caseId);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(mine(first)).contains(caseId));
        assertThat(mine(second))
                .as("what nobody is responsible for is everybody's")
                .contains(caseId);

        first.does("/desk/assignment", "{'person':'desk-1'}");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(mine(second)).doesNotContain(caseId));
        assertThat(mine(first)).contains(caseId);
        assertThat(third.ask("/desk/assignment", "{'person':'desk-3','note':'It is mine'}")
                        .code())
                .isEqualTo("desk.not-yours");

        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
        String away = "{'person':'desk-1','standIn':'desk-2','from':'%s','to':'%s'}"
                .formatted(today, today.plusDays(3))
                .replace('\'', '"');
        assertThat(first.api().post("/api/v1/absences", Bureau.key(), away).status())
                .isEqualTo(200);
        assertThat(mine(first)).doesNotContain(caseId);
        assertThat(mine(second)).contains(caseId);
        JsonNode responsible =
                second.api().get("/api/v1/cases/" + caseId + "/desk").json().path("responsible");
        assertThat(responsible.path("person").asString()).isEqualTo("desk-1");
        assertThat(responsible.path("acting").asString()).isEqualTo("desk-2");
        assertThat(second.api().get("/api/v1/absences").json().path("items").size())
                .isEqualTo(1);

        second.does("/desk/assignment", "{'person':'desk-3','note':'The laboratory calls back'}");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(mine(third)).contains(caseId));
        assertThat(first.api()
                        .post(
                                "/api/v1/absences/return",
                                Bureau.key(),
                                "{\"person\":\"desk-1\",\"from\":\"%s\"}".formatted(today))
                        .status())
                .isEqualTo(200);
        assertThat(mine(first)).doesNotContain(caseId);
    }

    @Test
    void what_the_own_people_tell_each_other_is_in_no_answer_to_the_other_side() {
        String caseId = reports.accept().caseId();
        Bureau jianghua = person("desk-4", caseId);
        Bureau fuchuan = Bureau.fuchuan(anybody, caseId);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                fuchuan.api().get("/api/v1/cases/" + caseId).status())
                        .isEqualTo(200));
        jianghua.does("/desk/remarks", "{'text':'Among ourselves only'}");

        assertThat(jianghua.api().get("/api/v1/cases/" + caseId + "/desk").text())
                .contains("Among ourselves only");
        for (String path : List.of("/api/v1/cases/" + caseId, "/api/v1/cases/" + caseId + "/desk")) {
            assertThat(fuchuan.api().get(path).text()).doesNotContain("Among ourselves only");
        }
        assertThat(anybody.as("hn", "431129-laboratory", "laboratory")
                        .get("/api/v1/cases/" + caseId + "/desk")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_paper_crosses_once_it_was_reviewed_and_approved_within_the_side() throws IOException {
        String caseId = reports.accept().caseId();
        Bureau clerk = person("desk-5", caseId);
        Bureau reviewer = person("desk-6", caseId);
        Bureau head = new Bureau(anybody.as("hn", "431129-branch", "lead", "desk-7"), "hn", "431129-branch", caseId);
        Bureau fuchuan = Bureau.fuchuan(anybody, caseId);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                fuchuan.api().get("/api/v1/cases/" + caseId).status())
                        .isEqualTo(200));
        String page = clerk.api()
                .upload("/api/v1/photos", "page.jpg", CaseOverHttpTest.photo())
                .json()
                .path("id")
                .asString();
        String paper = clerk.does(
                "/papers",
                "{'kind':'advance-notice','number':'1','about':'What is held','pages':['%s']}".formatted(page));
        String drafted = "/api/v1/cases/" + caseId + "/papers/" + paper + "/pages/" + page;
        assertThat(head.api().get(drafted).status()).isEqualTo(200);
        assertThat(fuchuan.api().get(drafted).status()).isEqualTo(404);
        String issue = "{'issuedOn':'2024-08-01','party':'not-needed'}";
        assertThat(clerk.ask("/papers/" + paper + "/issue", clerk.reading(paper, issue))
                        .code())
                .isEqualTo("case.paper.step-open");

        assertThat(clerk.ask("/papers/" + paper + "/steps", clerk.reading(paper, "{'step':'legal-review'}"))
                        .code())
                .isEqualTo("desk.paper.not-yourself");
        reviewer.does("/papers/" + paper + "/steps", reviewer.reading(paper, "{'step':'legal-review'}"));
        head.does(
                "/papers/" + paper + "/sending-back",
                head.reading(paper, "{'step':'approval','reasons':'The law is missing'}"));
        clerk.does(
                "/papers/" + paper + "/anew",
                "{'kind':'advance-notice','number':'1','about':'What is held','pages':['%s'],'office':'431100-department'}"
                        .formatted(page));
        assertThat(head.ask("/papers/" + paper + "/steps", head.reading(paper, "{'step':'legal-review'}"))
                        .code())
                .isEqualTo("desk.paper.reference-missing");
        head.does(
                "/papers/" + paper + "/steps", head.reading(paper, "{'step':'legal-review','reference':'City no. 6'}"));
        head.does("/papers/" + paper + "/steps", head.reading(paper, "{'step':'approval','reference':'City no. 7'}"));
        assertThat(fuchuan.page().path("papers").size()).isZero();
        clerk.does("/papers/" + paper + "/issue", clerk.reading(paper, issue));

        JsonNode issued = fuchuan.page().path("papers").path(0);
        assertThat(issued.path("office").asString()).isEqualTo("431100-department");
        assertThat(issued.path("pages").path(0).path("sha256").asString()).hasSize(64);
        assertThat(fuchuan.api()
                        .get("/api/v1/photos/" + page + "?case=" + caseId)
                        .status())
                .isEqualTo(200);
        assertThat(clerk.api()
                        .get("/api/v1/cases/" + caseId + "/papers")
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    private static List<String> mine(Bureau bureau) {
        return Bureau.stream(bureau.api()
                        .get("/api/v1/cases?size=200&view=mine")
                        .json()
                        .path("items"))
                .map(item -> item.path("id").asString())
                .toList();
    }
}
