package org.lianzhi.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.test.Api;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Who sees a case and who acts on it. For everybody else there is none. */
@InvestigationTest
class RightsTest {

    private final PublishedReports reports;

    @LocalServerPort
    private int port;

    private Api anybody = Api.anybody(0);
    private String caseId = "";

    RightsTest(@Autowired PublishedReports reports) {
        this.reports = reports;
    }

    @BeforeEach
    void aCase() {
        anybody = Api.anybody(port);
        caseId = reports.accept().caseId();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(anybody.as("gx", "451123-branch", "officer")
                                .get("/api/v1/cases/" + caseId)
                                .json()
                                .path("versions")
                                .size())
                        .isEqualTo(2));
    }

    @Test
    void reading_is_for_both_bureaus_and_both_supervisors() {
        Map<Api, Integer> readers = Map.of(
                anybody.as("hn", "431129-branch", "officer"),
                200,
                anybody.as("gx", "451123-branch", "lead"),
                200,
                anybody.as("hn", "430000-department", "supervisor"),
                200,
                anybody.as("gx", "450000-department", "supervisor"),
                200,
                anybody.as("hn", "431102-branch", "officer"),
                404,
                anybody.as("gx", "431129-branch", "officer"),
                404,
                anybody.as("hn", "431129-laboratory", "laboratory"),
                404,
                anybody.as("hn", "431129-branch", "administrator"),
                404,
                anybody.as("gd", "440000-department", "supervisor"),
                404,
                anybody,
                401);
        readers.forEach((reader, status) -> assertThat(
                        reader.get("/api/v1/cases/" + caseId).status())
                .as(reader.toString())
                .isEqualTo(status));
    }

    @Test
    void acting_is_for_officers_of_both_bureaus_only() {
        String path = "/api/v1/cases/" + caseId + "/acknowledgement";
        assertThat(anybody.as("hn", "430000-department", "supervisor")
                        .post(path, "{}")
                        .status())
                .isEqualTo(404);
        assertThat(anybody.as("hn", "431102-branch", "officer").post(path, "{}").status())
                .isEqualTo(404);
        assertThat(anybody.as("hn", "431129-laboratory", "laboratory")
                        .post(path, "{}")
                        .status())
                .isEqualTo(404);
        assertThat(anybody.post(path, "{}").status()).isEqualTo(401);
        assertThat(anybody.as("gx", "451123-branch", "lead").post(path, "{}").status())
                .isEqualTo(200);
    }

    @Test
    void an_unknown_case_and_a_malformed_id_look_like_one_that_is_not_for_you() {
        Api officer = anybody.as("hn", "431129-branch", "officer");
        Api stranger = anybody.as("hn", "431102-branch", "officer");
        String forbidden = stranger.get("/api/v1/cases/" + caseId).text().replace(caseId, "ID");

        assertThat(officer.get("/api/v1/cases/00000000000000000000000000")
                        .text()
                        .replace("00000000000000000000000000", "ID"))
                .isEqualTo(forbidden);
        assertThat(officer.get("/api/v1/cases/no_such$id").status()).isEqualTo(404);
    }

    @Test
    void a_laboratory_sees_the_sample_that_was_sent_to_it_and_nothing_else() {
        Bureau jianghua = Bureau.jianghua(anybody, caseId);
        jianghua.acknowledge();
        String sent = jianghua.takeSample("A-1");
        String kept = jianghua.takeSample("A-2");
        jianghua.does(
                "/samples/" + sent + "/dispatch",
                "{'laboratory':'431129-laboratory','seal':'A-1','handedOverAt':'%s'}"
                        .formatted(Instant.now().minusSeconds(3000)));
        Api laboratory = anybody.as("hn", "431129-laboratory", "laboratory");

        JsonNode page = laboratory.get("/api/v1/cases/" + caseId).json();
        assertThat(Bureau.stream(page.path("samples"))
                        .map(sample -> sample.path("id").asString()))
                .containsExactly(sent);
        assertThat(page.path("records").isEmpty()).isTrue();
        assertThat(laboratory.get("/api/v1/cases?view=all").status())
                .as("the list says what is alleged against whom")
                .isEqualTo(404);
        assertThat(page.path("summary").path("allegedCause").asString()).isEmpty();
        Bureau asLaboratory = new Bureau(laboratory, "hn", "431129-laboratory", caseId);
        String receipt =
                "{'sealIntact':true,'receivedAt':'%s'}".formatted(Instant.now().minusSeconds(2000));
        assertThat(asLaboratory.ask("/samples/" + kept + "/receipt", receipt).status())
                .isEqualTo(404);
        Bureau other =
                new Bureau(anybody.as("gx", "451123-laboratory", "laboratory"), "gx", "451123-laboratory", caseId);
        assertThat(other.ask("/samples/" + sent + "/receipt", receipt).status()).isEqualTo(404);
        assertThat(jianghua.ask("/samples/" + sent + "/receipt", receipt).status())
                .isEqualTo(404);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Bureau.stream(
                                        laboratory.get("/api/v1/samples").json().path("items"))
                                .map(item -> item.path("sampleId").asString()))
                        .contains(sent)
                        .doesNotContain(kept));
    }
}
