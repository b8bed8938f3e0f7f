package org.lianzhi.timeline;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianzhi.journal.Commit;
import org.lianzhi.journal.Draft;
import org.lianzhi.journal.EventData;
import org.lianzhi.journal.Head;
import org.lianzhi.journal.Journal;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.Rebuildable;
import org.lianzhi.journal.Rebuilding;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.Recorded;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.Ground;
import org.lianzhi.model.NoticeEvent.NoticeIssued;
import org.lianzhi.model.NoticeEvent.NoticeRead;
import org.lianzhi.model.Place;
import org.lianzhi.model.PublishedEvent;
import org.lianzhi.model.ReleasedSummary;
import org.lianzhi.model.ReportEvent;
import org.lianzhi.model.Side;
import org.lianzhi.model.SortableIds;
import org.lianzhi.model.SupervisionEvent.InstructionGiven;
import org.lianzhi.model.SupervisionEvent.OfficeDesignated;
import org.lianzhi.test.OnBackends;
import org.lianzhi.test.TestTokens;
import org.lianzhi.timeline.board.CaseSummary;
import org.lianzhi.timeline.board.ReportLink;
import org.lianzhi.timeline.figures.CaseCourse;
import org.lianzhi.timeline.record.RecordPage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as others meet it: events from the broker in, timelines over HTTP out. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=supervisor-timeline",
            "logging.level.root=warn",
            // The two sides are compared: none may be given what another test was told within the same second.
            "lianzhi.timeline.figures-fresh=0s",
            // The test plays the services that own these streams.
            "lianzhi.journal.topics.case=shared.cases",
            "lianzhi.journal.topics.report=internal.reports",
            "lianzhi.journal.topics.supervision=internal.supervision",
            "lianzhi.journal.topics.notice=internal.notices"
        })
@OnBackends
class TimelineTest {

    private static final Side HUNAN = new Side("hn");
    private static final Side GUANGXI = new Side("gx");
    private static final String JIANGHUA = "431129-branch";
    private static final String FUCHUAN = "451123-branch";
    private static final String JIANGHUA_OFFICER = "hn/431129-branch/officer/o-1";
    private static final String FUCHUAN_OFFICER = "gx/451123-branch/officer/o-2";
    private static final Instant AT = Instant.parse("2024-07-08T01:00:00Z");
    private static final Instant DUE = Instant.parse("2024-07-10T10:00:00Z");
    private static final Place OUTLET = new Place("431129", "storm drain outlet", 24.9, 111.5);

    private final Journal journal;
    private final MongoTemplate mongo;
    private final Rebuilding rebuilding;
    private final ReadModel<RecordPage> pages;
    private final ReadModel<CaseSummary> summaries;
    private final ReadModel<ReportLink> links;
    private final ReadModel<CaseCourse> courses;
    private final RestClient http;

    TimelineTest(
            @Autowired Journal journal,
            @Autowired MongoTemplate mongo,
            @Autowired Rebuilding rebuilding,
            @Autowired ReadModel<RecordPage> pages,
            @Autowired ReadModel<CaseSummary> summaries,
            @Autowired ReadModel<ReportLink> links,
            @Autowired ReadModel<CaseCourse> courses,
            @LocalServerPort int port) {
        this.journal = journal;
        this.mongo = mongo;
        this.rebuilding = rebuilding;
        this.pages = pages;
        this.summaries = summaries;
        this.links = links;
        this.courses = courses;
        this.http = RestClient.builder()
                .baseUrl("http://localhost:" + port + "/api/v1")
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
    }

    /** From the report to the acknowledgement of one side. */
    private String story() {
        String report = UUID.randomUUID().toString();
        append("report", report, HUNAN, "hn/-/citizen/-", AT, filed());
        Commit accepted = append("report", report, HUNAN, JIANGHUA_OFFICER, AT.plusSeconds(600), crossBorder());
        String id = SortableIds.derive(accepted.appendedAt(), accepted.eventId(0));
        append("case", id, HUNAN, "hn/-/policy/opening", AT.plusSeconds(601), opened());
        append("case", id, GUANGXI, "gx/-/policy/joining", AT.plusSeconds(603), joined());
        append("case", id, HUNAN, JIANGHUA_OFFICER, AT.plusSeconds(900), new CaseEvent.CaseAcknowledged(JIANGHUA));
        return id;
    }

    @Test
    void every_step_is_told_with_who_and_when_and_what_had_been_seen() {
        String id = story();

        List<JsonNode> steps = steps(supervisor("hn"), id, 5);

        assertThat(steps.stream().map(step -> step.path("type").asString()))
                .containsExactly(
                        "report.filed.v1",
                        "report.accepted-as-cross-border.v1",
                        "case.opened.v1",
                        "case.joined.v1",
                        "case.acknowledged.v1");
        JsonNode joined = steps.get(3);
        assertThat(joined.path("side").asString()).isEqualTo("gx");
        assertThat(joined.path("role").asString()).isEqualTo("policy");
        assertThat(joined.path("machine").asBoolean()).isTrue();
        assertThat(joined.path("elapsedMs").asLong()).isEqualTo(2000);
        assertThat(joined.path("causationId").asString()).isEqualTo("cause");
        assertThat(joined.path("seen").path(0).path("side").asString()).isEqualTo("hn");
        assertThat(joined.path("seen").path(0).path("version").asLong()).isEqualTo(1);
        JsonNode acknowledged = steps.get(4);
        assertThat(acknowledged.path("bureau").asString()).isEqualTo(JIANGHUA);
        assertThat(acknowledged.path("role").asString()).isEqualTo("officer");
        assertThat(acknowledged.path("machine").asBoolean()).isFalse();
        assertThat(acknowledged.path("at").asString()).isEqualTo("2024-07-08T01:15:00Z");
        assertThat(acknowledged.path("elapsedMs").asLong()).isEqualTo(297_000);
        assertThat(acknowledged.has("person")).isFalse();
        assertThat(steps.getFirst().path("elapsedMs").isNull()).isTrue();
    }

    @Test
    void a_step_tells_because_of_what_it_was_done_and_how_long_its_answer_took_and_who_is_silent() {
        String id = story();
        JsonNode first = steps(supervisor("hn"), id, 5).get(2);
        journal.append(
                journal.load(new StreamId("case", id, "gx")),
                new Draft(
                        UUID.randomUUID().toString(),
                        first.path("id").asString(),
                        "gx/-/policy/missing",
                        DUE.plusSeconds(1),
                        Map.of(),
                        List.of(event(new CaseEvent.AcknowledgementMissed(DUE)))));

        List<JsonNode> steps = steps(supervisor("hn"), id, 6);
        assertThat(steps.get(5).path("causedBy").asString())
                .isEqualTo(first.path("id").asString());
        assertThat(steps.get(4).path("causedBy").isNull()).isTrue();
        JsonNode answer = steps.get(4).path("answers");
        assertThat(answer.path("act").asString()).isEqualTo("acknowledge");
        assertThat(answer.path("asked").asString()).isEqualTo(first.path("id").asString());
        assertThat(answer.path("waitedMs").asLong()).isEqualTo(299_000);
        assertThat(answer.path("late").asBoolean()).isFalse();
        JsonNode silences = body(get(supervisor("hn"), "/timelines/" + id)).path("silences");
        assertThat(silences.size()).isEqualTo(1);
        assertThat(silences.path(0).path("side").asString()).isEqualTo("gx");
        assertThat(silences.path(0).path("bureau").asString()).isEqualTo(FUCHUAN);
        assertThat(silences.path(0).path("dueAt").asString()).isEqualTo("2024-07-10T10:00:00Z");
        assertThat(silences.path(0).path("overdue").asBoolean()).isTrue();
    }

    @Test
    void the_case_is_told_as_each_side_knew_it_at_a_moment_beside_today() {
        String id = story();
        steps(supervisor("hn"), id, 5);

        JsonNode early = asOf(supervisor("gx"), id, AT.plusSeconds(602));
        assertThat(early.path("then").path(0).path("side").asString()).isEqualTo("hn");
        assertThat(early.path("then").path(0).path("state").asString()).isEqualTo("acknowledging");
        assertThat(early.path("then").path(0).path("versions").toString()).isEqualTo("{\"hn\":1}");
        assertThat(early.path("then").path(1).path("state").isNull()).isTrue();
        assertThat(early.path("today").path("versions").toString()).isEqualTo("{\"gx\":1,\"hn\":2}");
        assertThat(early.path("today").path("unanswered").size()).isEqualTo(1);
        assertThat(early.path("lines").path(0).path("today").asString()).isEqualTo("acknowledged");
        assertThat(early.path("lines").path(0).path("then").path("hn").asString())
                .isEqualTo("opened");

        JsonNode later = asOf(supervisor("hn"), id, AT.plusSeconds(603));
        assertThat(later.path("then").path(1).path("versions").toString()).isEqualTo("{\"gx\":1,\"hn\":1}");
        assertThat(get(TestTokens.of("hn", "431124-branch", "o-1", "officer"), "/timelines/" + id + "/as-of?at=" + AT)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    private JsonNode asOf(String token, String id, Instant at) {
        return body(get(token, "/timelines/" + id + "/as-of?at=" + at));
    }

    @Test
    void what_a_side_asks_of_its_own_offices_is_told_to_its_supervisors_and_to_nobody_else() {
        String id = story();
        append(
                "supervision",
                id,
                HUNAN,
                "hn/430000-department/supervisor/s-1",
                AT.plusSeconds(1200),
                new InstructionGiven("i-1", JIANGHUA, "430000-department", "Find out where it leads", DUE));

        JsonNode given = steps(supervisor("hn"), id, 6).get(5);

        assertThat(given.path("type").asString()).isEqualTo("supervision.instruction-given.v1");
        assertThat(given.path("role").asString()).isEqualTo("supervisor");
        assertThat(given.path("bureau").asString()).isEqualTo("430000-department");
        assertThat(body(get(supervisor("gx"), "/timelines/" + id)).toString()).doesNotContain("supervision");
        assertThat(body(get(TestTokens.of("hn", JIANGHUA, "o-1", "officer"), "/timelines/" + id))
                        .toString())
                .contains("case.opened")
                .doesNotContain("supervision");
    }

    @Test
    void both_supervisors_see_the_same_shared_facts_and_nothing_internal_of_the_other_side() {
        String id = story();
        List<JsonNode> hunan = steps(supervisor("hn"), id, 5);
        List<JsonNode> guangxi = steps(supervisor("gx"), id, 3);

        assertThat(guangxi.stream().map(step -> step.path("id").asString()))
                .containsExactlyElementsOf(hunan.subList(2, 5).stream()
                        .map(step -> step.path("id").asString())
                        .toList());
        assertThat(guangxi.toString()).doesNotContain("report.").doesNotContain("/citizen/");
        assertThat(get(supervisor("gx"), "/timelines/" + id).getBody()).doesNotContain("triageRule");
    }

    @ParameterizedTest(name = "{2} of {1} ({0}): {3}")
    @CsvSource({
        "hn, 430000-department, supervisor, 200",
        "gx, 450000-department, supervisor, 200",
        "hn, 431129-branch, officer, 200",
        "gx, 451123-branch, officer, 200",
        "hn, 431124-branch, officer, 404",
        "gx, 450324-branch, officer, 404",
        "hn, 431129-laboratory, laboratory, 404",
        "hn, 431129-branch, administrator, 404",
        "gd, 440000-department, supervisor, 404"
    })
    void a_timeline_and_its_proof_are_for_the_parties_and_their_supervisors(
            String side, String bureau, String role, int status) {
        String id = story();
        steps(supervisor("hn"), id, 5);
        String token = TestTokens.of(side, bureau, "x-1", role);

        assertThat(get(token, "/timelines/" + id).getStatusCode().value()).isEqualTo(status);
        assertThat(get(token, "/timelines/" + id + "/verification")
                        .getStatusCode()
                        .value())
                .isEqualTo(status);
    }

    @Test
    void by_waiting_nobody_learns_how_long_a_record_is_that_is_not_shown() {
        String id = story();
        String report = steps(supervisor("hn"), id, 5).getFirst().path("stream").asString();
        String officer = TestTokens.of("gx", FUCHUAN, "o-2", "officer");

        assertThat(stale(supervisor("hn"), id, report)).containsExactly("true");
        assertThat(stale(officer, id, "case-" + id + "@hn")).containsExactly("true");
        for (String hidden : List.of(report, "supervision-" + id + "@hn", "supervision-" + id + "@gx", "desk-1@hn")) {
            assertThat(stale(officer, id, hidden)).as(hidden).isEmpty();
        }
        String stranger = TestTokens.of("gx", "450324-branch", "o-3", "officer");
        assertThat(stale(stranger, id, "case-" + id + "@hn")).isEmpty();
    }

    /** What the answer says to who waits for a version that no record has. */
    private List<String> stale(String token, String id, String stream) {
        return http.get()
                .uri("/timelines/" + id)
                .header("Authorization", "Bearer " + token)
                .header("Lianzhi-Await", stream + "=99")
                .retrieve()
                .toBodilessEntity()
                .getHeaders()
                .getOrEmpty("Lianzhi-Stale");
    }

    @Test
    void the_list_is_for_supervisors_and_unknown_cases_look_like_forbidden_ones() {
        assertThat(get(TestTokens.of("hn", JIANGHUA, "o-1", "officer"), "/timelines")
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(get(supervisor("hn"), "/timelines/no-such-case")
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(http.get()
                        .uri("/timelines")
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
    }

    @Test
    void the_list_tells_how_far_a_case_is_for_whom_it_waits_and_that_it_is_overdue() {
        String id = story();
        steps(supervisor("hn"), id, 5);

        JsonNode listed = listed(supervisor("gx"), id);
        assertThat(listed.path("state").asString()).isEqualTo("acknowledging");
        assertThat(listed.path("waitingFor").asString()).isEqualTo("gx");
        assertThat(listed.path("dueAt").asString()).isEqualTo("2024-07-10T10:00:00Z");
        assertThat(listed.path("overdue").asBoolean()).isTrue();
        assertThat(listed.path("owing").toString())
                .isEqualTo(
                        "[{\"side\":\"gx\",\"bureau\":\"451123-branch\",\"act\":\"acknowledge\",\"since\":\"2024-07-08T01:10:01Z\","
                            + "\"dueAt\":\"2024-07-10T10:00:00Z\",\"overdue\":true}]");

        append("case", id, GUANGXI, FUCHUAN_OFFICER, AT.plusSeconds(1000), new CaseEvent.CaseAcknowledged(FUCHUAN));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                listed(supervisor("gx"), id).path("state").asString())
                        .isEqualTo("inspecting"));
        assertThat(listed(supervisor("gx"), id).path("overdue").asBoolean()).isFalse();
    }

    @Test
    void a_closed_case_leaves_the_board_of_what_is_open_and_comes_back_when_it_is_reopened() {
        String id = story();
        append("case", id, GUANGXI, FUCHUAN_OFFICER, AT.plusSeconds(1000), new CaseEvent.CaseAcknowledged(FUCHUAN));
        append("case", id, HUNAN, "hn/-/policy/closing", AT.plusSeconds(2000), closed());
        append("case", id, GUANGXI, "gx/-/policy/closing", AT.plusSeconds(2001), closed());

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(ids(supervisor("hn"), "closed")).contains(id);
            assertThat(ids(supervisor("hn"), "open")).doesNotContain(id);
        });
        append(
                "case",
                id,
                GUANGXI,
                FUCHUAN_OFFICER,
                AT.plusSeconds(3000),
                new CaseEvent.CaseReopened("not-fixed", "words", 2));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(ids(supervisor("hn"), "open")).contains(id);
            assertThat(ids(supervisor("hn"), "closed")).doesNotContain(id);
        });
    }

    @Test
    void figures_of_cases_are_the_same_on_both_sides_and_those_of_reports_are_the_own_ones() {
        String id = story();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(behind(supervisor("gx"), "accepting").toString()).contains(id);
            assertThat(behind(supervisor("hn"), "led-to-a-case").toString()).contains(id);
        });

        JsonNode hunan = body(get(supervisor("hn"), "/figures?office=" + FUCHUAN));
        JsonNode guangxi = body(get(supervisor("gx"), "/figures?office=" + FUCHUAN));
        assertThat(hunan.path("data").asString()).isEqualTo("synthetic");
        assertThat(hunan.path("cases")).isEqualTo(guangxi.path("cases"));
        assertThat(hunan.path("cases").path(0).path("counted").asInt()).isPositive();
        assertThat(body(get(supervisor("hn"), "/figures"))
                        .path("channels")
                        .path("web")
                        .asInt())
                .isPositive();
        JsonNode theirs = body(get(supervisor("gx"), "/figures"));
        assertThat(theirs.path("channels").isEmpty()).isTrue();
        assertThat(theirs.path("reports").path(0).path("counted").asInt()).isZero();
        assertThat(behind(supervisor("gx"), "received").path("units").isEmpty()).isTrue();
        JsonNode real = body(get(supervisor("hn"), "/figures?data=real&from=2024-07-01&to=2024-07-31"));
        assertThat(real.path("cases").path(0).path("counted").asInt()).isZero();
        assertThat(real.path("synthetic").asInt()).isPositive();
    }

    @Test
    void reports_to_bureaus_of_cities_are_counted_too() {
        String report = UUID.randomUUID().toString();
        append("report", report, HUNAN, "hn/-/citizen/-", AT, filed("431100-department"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(behind(supervisor("hn"), "received").toString())
                                .contains(report));
    }

    @ParameterizedTest(name = "{2} of {1} ({0}): {3}")
    @CsvSource({
        "hn, 430000-department, supervisor, 200",
        "gx, 450000-department, supervisor, 200",
        "hn, 431129-branch, officer, 404",
        "hn, 431129-branch, lead, 404",
        "hn, 431129-laboratory, laboratory, 404",
        "hn, 431129-branch, administrator, 404",
        "gd, 440000-department, supervisor, 200"
    })
    void figures_are_for_supervisors_and_tell_other_sides_nothing(String side, String bureau, String role, int status) {
        String id = story();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> behind(supervisor("hn"), "opened").toString().contains(id));
        String token = TestTokens.of(side, bureau, "x-1", role);

        for (String path : List.of("/figures", "/figures/opened", "/figures/received")) {
            ResponseEntity<String> answer = get(token, path);
            assertThat(answer.getStatusCode().value()).as(path).isEqualTo(status);
            if (side.equals("gd")) {
                assertThat(answer.getBody()).doesNotContain(id).containsAnyOf("\"synthetic\":0", "\"total\":0");
            }
        }
        assertThat(get(token, "/figures/no-such-figure").getStatusCode().value())
                .isEqualTo(404);
    }

    private static final List<String> WHO = List.of(
            "hn 430000-department supervisor",
            "gx 450000-department supervisor",
            "gd 440000-department supervisor",
            "hn 431129-branch officer",
            "hn 431129-branch lead",
            "gx 451123-branch officer",
            "hn 431124-branch officer",
            "hn 431129-laboratory laboratory",
            "hn 430000-department administrator",
            "cn 100000-inspection inspector");

    @Test
    void every_path_answers_whom_it_is_for_and_everybody_else_as_if_there_were_nothing() {
        String id = story();
        steps(supervisor("hn"), id, 5);
        List<Integer> ofCase = List.of(200, 200, 404, 200, 200, 200, 404, 404, 404, 404);
        List<Integer> ofSide = List.of(200, 200, 200, 404, 404, 404, 404, 404, 404, 404);
        Map<String, List<Integer>> rights = new TreeMap<>();
        rights.put("/timelines", ofSide);
        rights.put("/timelines/{id}", ofCase);
        rights.put("/timelines/{id}/as-of?at=2024-07-09T00:00:00Z", ofCase);
        rights.put("/timelines/{id}/verification", ofCase);
        rights.put("/timelines/{id}/proof/hn", ofCase);
        rights.put("/records", ofSide);
        rights.put("/figures", ofSide);
        rights.put("/figures/opened", ofSide);
        // The inspector is told the own accesses: none.
        rights.put("/accesses", List.of(200, 200, 200, 404, 404, 404, 404, 404, 404, 200));

        rights.forEach((path, expected) -> {
            String address = path.replace("{id}", id);
            assertThat(WHO.stream()
                            .map(who -> who.split(" "))
                            .map(who -> get(TestTokens.of(who[0], who[1], "x-1", who[2]), address)
                                    .getStatusCode()
                                    .value()))
                    .as(path)
                    .containsExactlyElementsOf(expected);
            assertThat(http.get()
                            .uri(address)
                            .retrieve()
                            .toBodilessEntity()
                            .getStatusCode()
                            .value())
                    .as(path)
                    .isEqualTo(401);
        });
        assertThat(documented())
                .as("a path that this test does not know")
                .containsExactlyElementsOf(rights.keySet().stream()
                        .map(path -> path.replaceAll("\\?.*", "")
                                .replace("/hn", "/{side}")
                                .replace("/opened", "/{code}"))
                        .sorted()
                        .toList());
    }

    /** Paths of the service's own description, but for those that every service has. */
    private List<String> documented() {
        String description = http.get()
                .uri(own -> own.replacePath("/v3/api-docs").build())
                .retrieve()
                .body(String.class);
        return JsonMapper.shared().readTree(requireNonNull(description)).path("paths").propertyNames().stream()
                .filter(path -> !path.startsWith("/api/v1/operations"))
                .map(path -> path.replace("/api/v1", ""))
                .sorted()
                .toList();
    }

    @Test
    void the_own_side_sees_the_office_that_handles_the_case_now_and_the_other_side_the_one_it_began_with() {
        String id = story();
        String daoxian = "431124-branch";
        steps(supervisor("hn"), id, 5);
        append(
                "supervision",
                id,
                HUNAN,
                "hn/430000-department/supervisor/s-1",
                AT.plusSeconds(1200),
                new OfficeDesignated(daoxian, JIANGHUA, "Two branches dispute", "Penalties Law, 25"));

        steps(supervisor("hn"), id, 6);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(lead("hn", id)).isEqualTo(daoxian));
        assertThat(lead("gx", id)).isEqualTo(JIANGHUA);
        for (String office : List.of(daoxian, JIANGHUA)) {
            assertThat(get(TestTokens.of("hn", office, "o-1", "officer"), "/timelines/" + id)
                            .getStatusCode()
                            .value())
                    .as(office)
                    .isEqualTo(200);
        }
    }

    private String lead(String side, String id) {
        return listed(supervisor(side), id).path("summary").path("leadBureau").asString();
    }

    @Test
    void what_its_offices_were_told_is_told_to_supervisors_of_the_side_if_they_want_it() {
        String id = story();
        steps(supervisor("hn"), id, 5);
        String notice = SortableIds.derive(AT.plusSeconds(700), "notice");
        append(
                "notice",
                notice,
                HUNAN,
                "hn/-/policy/notice",
                AT.plusSeconds(700),
                new NoticeIssued(JIANGHUA, "case-opened", id, "cause", DUE));
        append("notice", notice, HUNAN, JIANGHUA_OFFICER, AT.plusSeconds(800), new NoticeRead());

        List<JsonNode> steps = steps(supervisor("hn"), id, 7);
        assertThat(steps.stream().map(step -> step.path("type").asString()))
                .containsSubsequence("case.joined.v1", "notice.issued.v1", "notice.read.v1", "case.acknowledged.v1");
        assertThat(steps.get(4).path("machine").asBoolean()).isTrue();
        assertThat(steps.get(5).path("machine").asBoolean()).isFalse();
        assertThat(get(supervisor("hn"), "/timelines/" + id + "?notices=false").getBody())
                .doesNotContain("notice.");
        assertThat(get(supervisor("gx"), "/timelines/" + id).getBody()).doesNotContain("notice.");
        assertThat(get(TestTokens.of("hn", JIANGHUA, "o-1", "officer"), "/timelines/" + id)
                        .getBody())
                .doesNotContain("notice.");
    }

    private JsonNode behind(String token, String code) {
        return body(get(token, "/figures/" + code + "?size=200"));
    }

    @Test
    void the_records_verify_and_a_changed_one_is_told_with_its_place() {
        String id = story();
        steps(supervisor("hn"), id, 5);
        JsonNode good = body(get(supervisor("gx"), "/timelines/" + id + "/verification"));
        assertThat(good.path("intact").asBoolean()).isTrue();
        assertThat(good.path("records").size()).isEqualTo(2);
        String page = "case-" + id + "@hn/p0";
        Document document = requireNonNull(mongo.getCollection("record_pages" + suffix())
                .find(Filters.eq("_id", page))
                .first());

        List<Document> entries =
                requireNonNull(document.get("state", Document.class)).getList("entries", Document.class);
        entries.getLast().put("actor", "hn/431124-branch/officer/o-9");
        mongo.getCollection("record_pages" + suffix()).replaceOne(Filters.eq("_id", page), document);

        JsonNode bad = body(get(supervisor("gx"), "/timelines/" + id + "/verification"));
        assertThat(bad.path("intact").asBoolean()).isFalse();
        assertThat(bad.path("records").path(0).path("brokenAt").asLong()).isEqualTo(2);
        assertThat(bad.path("records").path(0).path("problem").asString()).isEqualTo("changed");
    }

    @Test
    void what_is_rebuilt_from_the_topics_is_byte_for_byte_what_was_kept_up_to_date() {
        String before = story();
        String id = story();
        steps(supervisor("hn"), id, 5);
        steps(supervisor("hn"), before, 5);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ids(supervisor("hn"), "open").contains(id));
        Map<String, String> kept = contents(suffix());
        List<String> listed = ids(supervisor("hn"), "open");

        Rebuildable models = new Rebuildable(
                "timeline",
                List.of("shared.cases", "internal.reports", "internal.supervision"),
                List.of(pages, links, summaries, courses));
        long read = rebuilding.rebuild(models);

        assertThat(read).isGreaterThanOrEqualTo(10);
        assertThat(suffix()).as("a generation of its own").isNotEmpty();
        assertThat(kept.keySet()).isSubsetOf(contents(suffix()).keySet());
        Map<String, String> rebuilt = contents(suffix());
        kept.forEach((key, value) -> {
            if (key.contains(id) || key.contains(before)) {
                assertThat(rebuilt.get(key)).as(key).isEqualTo(value);
            }
        });
        assertThat(ids(supervisor("hn"), "open")).containsAll(listed);
        assertThat(steps(supervisor("hn"), id, 5)).hasSize(5);
        // And it goes on from there.
        append("case", id, GUANGXI, FUCHUAN_OFFICER, AT.plusSeconds(1000), new CaseEvent.CaseAcknowledged(FUCHUAN));
        steps(supervisor("hn"), id, 6);
        rebuilding.rebuild(models);
        steps(supervisor("hn"), id, 6);
    }

    private String suffix() {
        Document current = mongo.getCollection("generations")
                .find(Filters.eq("_id", "record_pages"))
                .first();
        return current == null ? "" : "." + current.getString("current");
    }

    /** Everything that readers can see, without the count of writes. */
    private Map<String, String> contents(String suffix) {
        Map<String, String> contents = new TreeMap<>();
        for (String name : List.of("record_pages", "case_summaries", "report_links", "case_courses")) {
            for (Document document : mongo.getCollection(name + suffix).find()) {
                document.remove("revision");
                contents.put(name + " " + document.getString("_id"), document.toJson());
            }
        }
        for (String name : List.of("case_summaries_lists", "report_links_lists", "case_courses_lists")) {
            for (Document document : mongo.getCollection(name + suffix).find()) {
                document.get("entries", new Document())
                        .forEach((key, entry) -> contents.put(
                                name + " " + document.getString("_id") + " " + key,
                                entry instanceof Document fields ? fields.toJson() : ""));
            }
        }
        return contents;
    }

    private Commit append(String kind, String id, Side side, String actor, Instant at, PublishedEvent event) {
        StreamId stream = new StreamId(kind, id, side.code());
        StreamId other = new StreamId(kind, id, side.equals(HUNAN) ? "gx" : "hn");
        Head head = journal.load(other).head();
        Map<String, Head> seen = new LinkedHashMap<>();
        if (head.version() > 0) {
            seen.put(other.side(), head);
        }
        return journal.append(
                journal.load(stream),
                new Draft(UUID.randomUUID().toString(), "cause", actor, at, seen, List.of(event(event))));
    }

    private static EventData event(PublishedEvent event) {
        return Recorded.of(event);
    }

    private List<JsonNode> steps(String token, String id, int expected) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(steps(token, id)).hasSize(expected));
        return steps(token, id);
    }

    private List<JsonNode> steps(String token, String id) {
        return body(get(token, "/timelines/" + id + "?order=oldest"))
                .path("entries")
                .valueStream()
                .toList();
    }

    private JsonNode listed(String token, String id) {
        return body(get(token, "/timelines?size=200"))
                .path("cases")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> ids(String token, String view) {
        List<String> ids = new ArrayList<>();
        body(get(token, "/timelines?size=200&view=" + view))
                .path("cases")
                .forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }

    private ResponseEntity<String> get(String token, String path) {
        return http.get()
                .uri(path)
                .header("Authorization", "Bearer " + token)
                .retrieve()
                .toEntity(String.class);
    }

    private static JsonNode body(ResponseEntity<String> answer) {
        return JsonMapper.shared().readTree(requireNonNull(answer.getBody()));
    }

    private static String supervisor(String side) {
        return TestTokens.of(side, side.equals("hn") ? "430000-department" : "450000-department", "s-1", "supervisor");
    }

    private static CaseEvent.CaseClosed closed() {
        return new CaseEvent.CaseClosed("d", "rectified-and-verified", 1);
    }

    private static CaseEvent.CaseJoined joined() {
        return new CaseEvent.CaseJoined(FUCHUAN, DUE, "acknowledgement", 1);
    }

    private static CaseEvent.CaseOpened opened() {
        return new CaseEvent.CaseOpened(
                "hunan-guangxi", 1, HUNAN, JIANGHUA, GUANGXI, FUCHUAN, Ground.OUTLET, summary(), DUE, "rule", 1);
    }

    private static ReportEvent.AcceptedAsCrossBorder crossBorder() {
        return new ReportEvent.AcceptedAsCrossBorder(
                "d", "hunan-guangxi", 1, HUNAN, JIANGHUA, GUANGXI, FUCHUAN, Ground.OUTLET, summary());
    }

    private static ReleasedSummary summary() {
        return new ReleasedSummary(
                "livestock-wastewater",
                "waste water",
                "discharge",
                OUTLET,
                null,
                null,
                AT,
                "rain",
                null,
                List.of(),
                true);
    }

    private static ReportEvent.ReportFiled filed() {
        return filed(JIANGHUA);
    }

    private static ReportEvent.ReportFiled filed(String bureau) {
        return new ReportEvent.ReportFiled(
                "web",
                "livestock-wastewater",
                "431129",
                "451123",
                bureau,
                true,
                AT,
                "rain",
                null,
                0,
                false,
                DUE,
                "rule",
                true);
    }
}
