package org.lianzhi.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianzhi.test.Api;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The bureau of a city decides the papers that its branches put to it, over HTTP, on a real broker and store. */
@InvestigationTest
class ApprovalOverHttpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ISSUE = "{'issuedOn':'2024-08-01','party':'not-needed'}";

    private final PublishedReports reports;

    @LocalServerPort
    private int port;

    private Api anybody = Api.anybody(0);

    ApprovalOverHttpTest(@Autowired PublishedReports reports) {
        this.reports = reports;
    }

    @BeforeEach
    void people() {
        anybody = Api.anybody(port);
    }

    private static String path(String caseId, String paper) {
        return "/api/v1/papers/" + caseId + "/" + paper;
    }

    private Bureau branch(String side, String office) {
        Bureau branch = new Bureau(
                anybody.as(side, office, "officer", "clerk-" + side),
                side,
                office,
                reports.accept().caseId());
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(branch.ask("/acknowledgement", "{}").status())
                                .isEqualTo(200));
        return branch;
    }

    private static String page(Bureau branch) throws IOException {
        return branch.api()
                .upload("/api/v1/photos", "page.jpg", CaseOverHttpTest.photo())
                .json()
                .path("id")
                .asString();
    }

    private static String paper(Bureau branch, String kind, String office, String page) {
        return branch.does("/papers", paper(kind, office, page));
    }

    private static String paper(String kind, String office, String page) {
        return "{'kind':'%s','number':'1','about':'What is held','pages':['%s'],'office':'%s'}"
                .formatted(kind, page, office);
    }

    private static Api.Answer ask(Api who, String path, String body) {
        return who.post(path, body.replace('\'', '"'));
    }

    /** Of what the paper is now, as somebody has read it who may; whoever may not knows no better. */
    private static Api.Answer decide(Api who, String there, String what, String body) {
        String at = who.get(there).json().path("at").asString("2024-07-08T01:00:00Z");
        return ask(who, there + "/" + what, body.replace("}", ",'preparedAt':'%s'}".formatted(at)));
    }

    private static List<String> listed(Api who, String view) {
        return Bureau.stream(
                        who.get("/api/v1/papers?size=200&view=" + view).json().path("items"))
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static void awaitOn(Api who, String view, String paper) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(listed(who, view)).contains(paper));
    }

    @ParameterizedTest
    @CsvSource({
        "hn,431129-branch,431100-department,gx,451123-branch",
        "gx,451123-branch,451100-department,hn,431129-branch"
    })
    void the_citys_bureau_reviews_and_approves_and_only_then_the_paper_crosses(
            String side, String office, String city, String otherSide, String otherOffice) throws IOException {
        Bureau branch = branch(side, office);
        Api reviewer = anybody.as(side, city, "officer", "city-1");
        Api head = anybody.as(side, city, "lead", "city-2");
        Bureau others =
                new Bureau(anybody.as(otherSide, otherOffice, "officer"), otherSide, otherOffice, branch.caseId());
        String page = page(branch);
        String paper = paper(branch, "advance-notice", city, page);
        String there = path(branch.caseId(), paper);

        awaitOn(reviewer, "open", paper);
        JsonNode asked = reviewer.get(there).json();
        assertThat(asked.path("asking").asString()).isEqualTo(office);
        assertThat(asked.path("next").asString()).isEqualTo("legal-review");
        assertThat(reviewer.get(there + "/pages/" + page).status()).isEqualTo(200);
        assertThat(decide(head, there, "steps", "{'step':'approval'}").code()).isEqualTo("desk.paper.step-too-early");
        assertThat(decide(reviewer, there, "steps", "{'step':'legal-review'}").status())
                .isEqualTo(200);
        assertThat(decide(reviewer, there, "steps", "{'step':'approval'}").code())
                .isEqualTo("desk.paper.head-only");
        assertThat(branch.ask("/papers/" + paper + "/issue", branch.reading(paper, ISSUE))
                        .code())
                .isEqualTo("case.paper.step-open");
        assertThat(others.page().path("papers").size()).isZero();

        assertThat(decide(head, there, "steps", "{'step':'approval'}").status()).isEqualTo(200);
        awaitOn(head, "done", paper);
        assertThat(listed(head, "open")).doesNotContain(paper);
        assertThat(others.page().path("papers").size())
                .as("approved, and not yet issued")
                .isZero();
        JsonNode acts = branch.api()
                .get("/api/v1/cases/" + branch.caseId() + "/papers")
                .json()
                .path("items")
                .path(0)
                .path("acts");
        assertThat(acts.size()).isEqualTo(2);
        assertThat(acts.path(1).path("office").asString()).isEqualTo(city);
        assertThat(acts.path(1).path("person").asString()).isEqualTo("city-2");
        assertThat(acts.path(1).path("at").asString()).isNotEmpty();

        branch.does("/papers/" + paper + "/issue", branch.reading(paper, ISSUE));
        Api.Answer crossed = others.api().get("/api/v1/cases/" + branch.caseId());
        assertThat(crossed.json().path("papers").path(0).path("office").asString())
                .isEqualTo(city);
        assertThat(crossed.text()).as("who decided stays within the side").doesNotContain("city-1", "city-2");
        assertThat(head.get(there).json().path("issuedOn").asString()).isEqualTo("2024-08-01");
        assertThat(branch.api()
                        .get("/api/v1/cases/" + branch.caseId() + "/papers")
                        .json()
                        .path("issued")
                        .path(0)
                        .path("acts")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void what_the_citys_bureau_sends_back_comes_to_it_again_when_it_was_prepared_anew() throws IOException {
        Bureau branch = branch("hn", "431129-branch");
        Api head = anybody.as("hn", "431100-department", "lead", "city-2");
        String page = page(branch);
        String paper = paper(branch, "order-to-correct", "431100-department", page);
        String there = path(branch.caseId(), paper);
        awaitOn(head, "open", paper);

        assertThat(decide(head, there, "sending-back", "{'step':'approval','reasons':'no'}")
                        .code())
                .isEqualTo("desk.words.too-short");
        assertThat(decide(head, there, "sending-back", "{'step':'approval','reasons':'The law is missing'}")
                        .status())
                .isEqualTo(200);
        assertThat(decide(head, there, "steps", "{'step':'approval'}").code()).isEqualTo("desk.paper.sent-back");
        assertThat(branch.ask("/papers/" + paper + "/issue", branch.reading(paper, ISSUE))
                        .code())
                .isEqualTo("case.paper.step-open");
        awaitOn(head, "done", paper);

        branch.does("/papers/" + paper + "/anew", paper("order-to-correct", "431100-department", page));
        awaitOn(head, "open", paper);
        assertThat(listed(head, "done")).doesNotContain(paper);
        assertThat(head.get(there).json().path("acts").path(0).path("reasons").asString())
                .isEqualTo("The law is missing");

        branch.does("/papers/" + paper + "/anew", paper("order-to-correct", "431129-branch", page));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(listed(head, "open")).doesNotContain(paper));
        assertThat(listed(head, "done")).doesNotContain(paper);
        assertThat(head.get(there).status()).isEqualTo(404);
    }

    @Test
    void for_everybody_else_there_is_no_such_paper_and_for_the_citys_bureau_no_such_case() throws IOException {
        Bureau branch = branch("hn", "431129-branch");
        String page = page(branch);
        String put = paper(branch, "order-to-correct", "431100-department", page);
        String own = paper(branch, "order-to-correct", "431129-branch", page);
        Api head = anybody.as("hn", "431100-department", "lead", "city-2");
        awaitOn(head, "open", put);
        assertThat(listed(head, "open")).doesNotContain(own);

        String there = path(branch.caseId(), put);
        String unknown = head.get(path(branch.caseId(), "none")).text().replace("none", put);
        Stream.of(
                        anybody.as("gx", "451100-department", "lead"),
                        anybody.as("hn", "430500-department", "lead"),
                        anybody.as("hn", "431129-branch", "lead"),
                        anybody.as("gx", "451123-branch", "officer"),
                        anybody.as("hn", "431100-department", "laboratory"),
                        anybody.as("hn", "431100-department", "supervisor"))
                .forEach(other -> {
                    assertThat(other.get(there).text()).isEqualTo(unknown);
                    assertThat(other.get(there + "/pages/" + page).status()).isEqualTo(404);
                    assertThat(decide(other, there, "steps", "{'step':'approval'}")
                                    .status())
                            .isEqualTo(404);
                    assertThat(decide(
                                            other,
                                            there,
                                            "sending-back",
                                            "{'step':'approval','reasons':'The law is missing'}")
                                    .status())
                            .isEqualTo(404);
                });
        assertThat(anybody.get(there).status()).isEqualTo(401);
        assertThat(head.get(path(branch.caseId(), own)).text().replace(own, put))
                .isEqualTo(unknown);
        assertThat(head.get(there + "/pages/none").status()).isEqualTo(404);

        String caseApi = "/api/v1/cases/" + branch.caseId();
        for (String forbidden : List.of(
                caseApi,
                caseApi + "/desk",
                caseApi + "/papers",
                "/api/v1/photos/" + page + "?case=" + branch.caseId())) {
            assertThat(head.get(forbidden).status()).as(forbidden).isEqualTo(404);
        }
        assertThat(anybody.as("hn", "431129-laboratory", "laboratory")
                        .get("/api/v1/papers")
                        .status())
                .isEqualTo(404);
        assertThat(head.get("/api/v1/papers?view=all").status()).isEqualTo(400);
    }
}
