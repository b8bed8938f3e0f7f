package org.lianzhi.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.journal.Commit;
import org.lianzhi.journal.Draft;
import org.lianzhi.journal.Journal;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.Recorded;
import org.lianzhi.model.AccessEvent.AccessEnded;
import org.lianzhi.model.AccessEvent.AccessGranted;
import org.lianzhi.model.AccessEvent.AccessUsed;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.Ground;
import org.lianzhi.model.Place;
import org.lianzhi.model.PublishedEvent;
import org.lianzhi.model.ReleasedSummary;
import org.lianzhi.model.Side;
import org.lianzhi.model.SupervisionEvent.InstructionGiven;
import org.lianzhi.test.Api;
import org.lianzhi.test.OnBackends;
import org.lianzhi.test.TestTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** What an inspector is shown: what the access covers, as long as it runs, and only for a look that is written down. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=supervisor-timeline",
            "server.port=0",
            "logging.level.root=warn",
            // The test plays the services that own these streams.
            "lianzhi.journal.topics.case=shared.cases",
            "lianzhi.journal.topics.supervision=internal.supervision",
            "lianzhi.journal.topics.access=internal.supervision"
        })
@OnBackends
class InspectorTest {

    private static final Side HUNAN = new Side("hn");
    private static final Side GUANGXI = new Side("gx");
    private static final String SUPERVISOR = "hn/430000-department/supervisor/s-1";
    private static final String INSPECTOR = "cn/100000-inspection/inspector/p-100000-inspection";
    private static final Instant DUE = Instant.parse("2024-07-10T10:00:00Z");

    private final Journal journal;
    private final Clock clock;

    @LocalServerPort
    private int port;

    private Api inspector = Api.anybody(0);
    private Api supervisor = Api.anybody(0);

    InspectorTest(@Autowired Journal journal, @Autowired Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    @DynamicPropertySource
    static void identity(DynamicPropertyRegistry registry) {
        registry.add("lianzhi.identity.issuer", () -> TestTokens.ISSUER);
        registry.add("lianzhi.identity.jwk-set-uri", TestTokens::keys);
    }

    @BeforeEach
    void people() {
        inspector = Api.anybody(port).as("cn", "100000-inspection", "inspector");
        supervisor = Api.anybody(port).as("hn", "430000-department", "supervisor");
    }

    /** Opened on 2024-07-08 in Beijing, with something that is Hunan's own affair. */
    private String aCase() {
        String id = UUID.randomUUID().toString();
        Instant at = Instant.parse("2024-07-07T16:00:00Z");
        append("case", id, "hn/-/policy/opening", at, opened());
        append(
                "supervision",
                id,
                SUPERVISOR,
                at.plusSeconds(60),
                new InstructionGiven("i-1", "431129-branch", "430000-department", "Find out where it leads", DUE));
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            Api.Answer answer = supervisor.get("/api/v1/timelines/" + id);
            return answer.status() == 200 && answer.json().path("entries").size() == 2;
        });
        return id;
    }

    private AccessGranted granted(List<String> cases) {
        Instant now = clock.instant();
        return new AccessGranted(
                "p-100000-inspection",
                "Inspection bureau",
                "Check of the case",
                cases,
                null,
                null,
                null,
                now.minusSeconds(60),
                now.plus(Duration.ofDays(7)));
    }

    private String access(AccessGranted granted) {
        String id = UUID.randomUUID().toString();
        append("access", id, SUPERVISOR, clock.instant(), granted);
        return id;
    }

    private Commit append(String kind, String id, String actor, Instant at, PublishedEvent event) {
        StreamId stream = new StreamId(kind, id, "hn");
        return journal.append(
                journal.load(stream),
                new Draft(UUID.randomUUID().toString(), "cause", actor, at, Map.of(), List.of(Recorded.of(event))));
    }

    private Api.Answer shown(String access, String path, String subject, String part) {
        Commit look = append(
                "access", access, INSPECTOR, clock.instant(), new AccessUsed(subject.isEmpty() ? null : subject, part));
        return inspector.get(path, "Lianzhi-Await", "access-" + access + "@hn=" + look.version());
    }

    @Test
    void the_case_is_shown_as_the_granting_side_sees_it_for_a_look_that_is_written_down() {
        String id = aCase();
        String access = access(granted(List.of(id)));

        Api.Answer timeline = shown(access, "/api/v1/timelines/" + id, id, "timeline");
        assertThat(timeline.status()).isEqualTo(200);
        assertThat(timeline.text())
                .isEqualTo(supervisor.get("/api/v1/timelines/" + id).text())
                .contains("supervision.instruction-given");
        assertThat(shown(access, "/api/v1/timelines/" + id, id, "file").status())
                .isEqualTo(200);
        assertThat(shown(access, "/api/v1/timelines/" + id + "/verification", id, "timeline")
                        .status())
                .isEqualTo(200);
        assertThat(shown(access, "/api/v1/timelines/" + id + "/as-of?at=2024-07-09T00:00:00Z", id, "as-of")
                        .status())
                .isEqualTo(200);
        assertThat(shown(access, "/api/v1/timelines/" + id + "/proof/hn", id, "proof")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void without_a_look_of_this_kind_at_this_case_just_now_by_this_person_there_is_nothing() {
        String id = aCase();
        String access = access(granted(List.of(id)));
        String path = "/api/v1/timelines/" + id;

        assertThat(inspector.get(path).status()).isEqualTo(404);
        assertThat(shown(access, path, id, "proof").status()).isEqualTo(404);
        assertThat(shown(access, path + "/proof/hn", id, "timeline").status()).isEqualTo(404);
        assertThat(shown(access, path, aCase(), "timeline").status()).isEqualTo(404);
        Commit old =
                append("access", access, INSPECTOR, clock.instant().minusSeconds(121), new AccessUsed(id, "timeline"));
        assertThat(awaiting(inspector, path, access, old).status()).isEqualTo(404);
        Commit theirs = append("access", access, INSPECTOR, clock.instant(), new AccessUsed(id, "timeline"));
        assertThat(awaiting(Api.anybody(port).as("cn", "100001-inspection", "inspector"), path, access, theirs)
                        .status())
                .isEqualTo(404);
        assertThat(awaiting(inspector, path, access, theirs).status()).isEqualTo(200);
    }

    private static Api.Answer awaiting(Api who, String path, String access, Commit look) {
        return who.get(path, "Lianzhi-Await", "access-" + access + "@hn=" + look.version());
    }

    @Test
    void the_list_has_what_the_access_covers_and_nothing_else() {
        String id = aCase();
        String other = aCase();
        String named = access(granted(List.of(id)));
        JsonNode list = shown(named, "/api/v1/timelines?size=200", "", "list").json();
        assertThat(list.path("total").asInt()).isEqualTo(1);
        assertThat(list.path("cases").path(0).path("id").asString()).isEqualTo(id);
        assertThat(shown(named, "/api/v1/timelines/" + other, other, "timeline").status())
                .isEqualTo(404);

        assertThat(listed(LocalDate.of(2024, 7, 8), LocalDate.of(2024, 7, 8))).contains(id, other);
        assertThat(listed(LocalDate.of(2024, 7, 1), LocalDate.of(2024, 7, 7))).doesNotContain(id, other);
    }

    private String listed(LocalDate first, LocalDate last) {
        AccessGranted some = granted(List.of());
        String access = access(new AccessGranted(
                some.inspector(),
                some.authority(),
                some.reason(),
                List.of(),
                "hunan-guangxi",
                first,
                last,
                some.from(),
                some.until()));
        return shown(access, "/api/v1/timelines?size=200", "", "list").text();
    }

    @Test
    void before_it_begins_after_it_ends_and_when_it_was_ended_there_is_nothing_and_it_is_not_listed() {
        String id = aCase();
        Instant now = clock.instant();
        AccessGranted whole = granted(List.of(id));
        String over = access(at(whole, now.minusSeconds(600), now.minusSeconds(1)));
        String ahead = access(at(whole, now.plusSeconds(600), now.plusSeconds(1200)));
        String ended = access(whole);
        append("access", ended, SUPERVISOR, now, new AccessEnded("The check is over"));
        String runs = access(whole);

        for (String access : List.of(over, ahead, ended)) {
            assertThat(shown(access, "/api/v1/timelines/" + id, id, "timeline").status())
                    .isEqualTo(404);
        }
        assertThat(shown(runs, "/api/v1/timelines/" + id, id, "timeline").status())
                .isEqualTo(200);
        String mine = inspector.get("/api/v1/accesses?size=200").text();
        assertThat(mine).contains(runs).doesNotContain(over, ahead, ended, "Check of the case");
        JsonNode all = supervisor.get("/api/v1/accesses?size=200").json();
        assertThat(state(all, over)).isEqualTo("over");
        assertThat(state(all, ahead)).isEqualTo("ahead");
        assertThat(state(all, ended)).isEqualTo("ended");
        assertThat(state(all, runs)).isEqualTo("running");
        assertThat(Api.anybody(port)
                        .as("gx", "450000-department", "supervisor")
                        .get("/api/v1/accesses?size=200")
                        .text())
                .doesNotContain(over, ahead, ended, runs);
    }

    private static AccessGranted at(AccessGranted granted, Instant from, Instant until) {
        return new AccessGranted(
                granted.inspector(),
                granted.authority(),
                granted.reason(),
                granted.cases(),
                null,
                null,
                null,
                from,
                until);
    }

    private static String state(JsonNode all, String access) {
        return all.path("items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(access))
                .findFirst()
                .orElseThrow()
                .path("state")
                .asString();
    }

    private static CaseEvent.CaseOpened opened() {
        Place outlet = new Place("431129", "storm drain outlet", 24.9, 111.5);
        ReleasedSummary summary = new ReleasedSummary(
                "livestock-wastewater",
                "waste water",
                "discharge",
                outlet,
                null,
                null,
                DUE,
                "rain",
                null,
                List.of(),
                true);
        return new CaseEvent.CaseOpened(
                "hunan-guangxi",
                1,
                HUNAN,
                "431129-branch",
                GUANGXI,
                "451123-branch",
                Ground.OUTLET,
                summary,
                DUE,
                "rule",
                1);
    }
}
