package org.lianzhi.notification;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianzhi.journal.Commit;
import org.lianzhi.journal.Draft;
import org.lianzhi.journal.Journal;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.Recorded;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.Ground;
import org.lianzhi.model.Place;
import org.lianzhi.model.PublishedEvent;
import org.lianzhi.model.ReleasedSummary;
import org.lianzhi.model.ReportEvent;
import org.lianzhi.model.Side;
import org.lianzhi.model.SupervisionEvent.InstructionGiven;
import org.lianzhi.model.SupervisionEvent.OfficeDesignated;
import org.lianzhi.model.SupervisionEvent.ReportedBack;
import org.lianzhi.test.OnBackends;
import org.lianzhi.test.TestTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.messaging.Message;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as others meet it: events from the broker in, notices over HTTP out. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=notification",
            "logging.level.root=warn",
            // The test plays the services that own these streams.
            "lianzhi.journal.topics.case=shared.cases",
            "lianzhi.journal.topics.report=internal.reports",
            "lianzhi.journal.topics.supervision=internal.supervision"
        })
@OnBackends
class NotificationTest {

    private static final Side HUNAN = new Side("hn");
    private static final Side GUANGXI = new Side("gx");
    private static final String JIANGHUA = "431129-branch";
    private static final String FUCHUAN = "451123-branch";
    private static final String JIANGHUA_OFFICER = "hn/431129-branch/officer/o-1";
    private static final String FUCHUAN_OFFICER = "gx/451123-branch/officer/o-2";
    private static final Instant AT = Instant.parse("2024-07-08T01:02:03.004Z");
    private static final Instant DUE = Instant.parse("2024-07-10T10:00:00Z");
    private static final Place OUTLET = new Place("431129", "storm drain outlet", 24.9, 111.5);

    @DynamicPropertySource
    static void identity(DynamicPropertyRegistry registry) {
        registry.add("lianzhi.identity.issuer", () -> TestTokens.ISSUER);
        registry.add("lianzhi.identity.jwk-set-uri", TestTokens::keys);
    }

    private final Journal journal;
    private final Consumer<Message<List<byte[]>>> tell;
    private final MongoTemplate mongo;
    private final RestClient http;
    private final RestClient actuator;

    NotificationTest(
            @Autowired Journal journal,
            @Autowired @Qualifier("tell") Consumer<Message<List<byte[]>>> tell,
            @Autowired MongoTemplate mongo,
            @LocalServerPort int port) {
        this.journal = journal;
        this.tell = tell;
        this.mongo = mongo;
        this.http = RestClient.builder()
                .baseUrl("http://localhost:" + port + "/api/v1")
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
        this.actuator =
                http.mutate().baseUrl("http://localhost:" + port + "/actuator").build();
    }

    @Test
    void both_bureaus_are_told_of_the_opening_with_the_time_until_when_they_must_acknowledge() {
        String id = UUID.randomUUID().toString();
        open(id);

        for (JsonNode told : List.of(theOne(jianghua(), id), theOne(fuchuan(), id))) {
            assertThat(told.path("kind").asString()).isEqualTo("case-opened");
            assertThat(told.path("subjectKind").asString()).isEqualTo("case");
            assertThat(told.path("at").asString()).isEqualTo("2024-07-08T01:02:03.004Z");
            assertThat(told.path("dueAt").asString()).isEqualTo("2024-07-10T10:00:00Z");
            assertThat(told.path("read").asBoolean()).isFalse();
        }
    }

    @Test
    void a_report_is_told_to_the_bureau_that_is_to_triage_it_and_to_nobody_else() {
        String id = UUID.randomUUID().toString();
        append("report", id, HUNAN, "hn/-/citizen/-", AT, filed());

        JsonNode told = theOne(jianghua(), id);

        assertThat(told.path("kind").asString()).isEqualTo("report-filed");
        assertThat(told.path("subjectKind").asString()).isEqualTo("report");
        assertThat(of(fuchuan(), id)).isEmpty();
    }

    @Test
    void an_office_is_told_of_an_instruction_whether_it_takes_part_in_the_case_or_not_and_its_giver_of_the_answer() {
        String id = UUID.randomUUID().toString();
        String department = TestTokens.of("hn", "430000-department", "s-1", "supervisor");
        append(
                "supervision",
                id,
                HUNAN,
                "hn/430000-department/supervisor/s-1",
                AT,
                new InstructionGiven("i-1", JIANGHUA, "430000-department", "words", DUE));
        append(
                "supervision",
                id,
                HUNAN,
                JIANGHUA_OFFICER,
                AT,
                new ReportedBack("i-1", JIANGHUA, "430000-department", "words"));

        JsonNode asked = theOne(jianghua(), id);
        assertThat(asked.path("kind").asString()).isEqualTo("instruction-given");
        assertThat(asked.path("subjectKind").asString()).isEqualTo("supervision");
        assertThat(asked.path("dueAt").asString()).isEqualTo("2024-07-10T10:00:00Z");
        assertThat(theOne(department, id).path("kind").asString()).isEqualTo("reported-back");
        assertThat(of(fuchuan(), id)).isEmpty();
    }

    @Test
    void once_another_office_is_designated_it_is_told_what_happens_in_the_case() {
        String id = UUID.randomUUID().toString();
        String daoxian = TestTokens.of("hn", "431124-branch", "o-3", "officer");
        open(id);
        theOne(jianghua(), id);
        designate(id, AT);
        assertThat(theOne(daoxian, id).path("kind").asString()).isEqualTo("office-designated");

        append("case", id, GUANGXI, FUCHUAN_OFFICER, AT, new CaseEvent.CaseDeclined("other", "words"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(of(daoxian, id)).hasSize(2));
        assertThat(of(jianghua(), id).stream().map(told -> told.path("kind").asString()))
                .containsExactlyInAnyOrder("case-opened", "office-relieved");
    }

    @Test
    void an_office_that_is_designated_later_is_told_nothing_of_what_happened_before_however_often_it_comes()
            throws Exception {
        String id = UUID.randomUUID().toString();
        String daoxian = TestTokens.of("hn", "431124-branch", "o-3", "officer");
        open(id);
        append("case", id, GUANGXI, FUCHUAN_OFFICER, AT.plusSeconds(60), new CaseEvent.CaseDeclined("other", "words"));
        theLatest(jianghua(), id, "case-declined");
        // Said before the other side declined, and known here only afterwards: that was told to the office before.
        designate(id, AT.plusSeconds(30));
        theOne(daoxian, id);
        append("case", id, HUNAN, "hn/-/policy/clock", AT.plusSeconds(90), new CaseEvent.AcknowledgementMissed(DUE));
        theLatest(daoxian, id, "acknowledgement-missed");
        List<String> before = kinds(jianghua(), id);

        sentAgain(id);

        assertThat(kinds(jianghua(), id)).isEqualTo(before).contains("case-opened", "case-declined", "office-relieved");
        assertThat(kinds(daoxian, id)).containsExactly("acknowledgement-missed", "office-designated");
    }

    private void designate(String id, Instant at) {
        append(
                "supervision",
                id,
                HUNAN,
                "hn/430000-department/supervisor/s-1",
                at,
                new OfficeDesignated("431124-branch", JIANGHUA, "words", "law"));
    }

    /** The records of a case, and behind them in the same partitions the same of another case, which is told of. */
    private void sentAgain(String id) throws Exception {
        List<ConsumerRecord<String, byte[]>> records = Redelivery.read(id, 3, "hn.shared.cases", "gx.shared.cases");
        Redelivery.send(records);
        String after = UUID.randomUUID().toString();
        Redelivery.send(Redelivery.renamed(records, id, after));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(kinds(jianghua(), after))
                        .contains("case-opened", "case-declined", "acknowledgement-missed"));
    }

    @Test
    void what_came_in_one_batch_with_a_transfer_is_told_to_the_office_that_had_the_report_then() {
        String id = UUID.randomUUID().toString();
        String daoxian = TestTokens.of("hn", "431124-branch", "o-3", "officer");
        append("report", id, HUNAN, "hn/-/citizen/-", AT, filed());
        append("report", id, HUNAN, JIANGHUA_OFFICER, AT.plusSeconds(1), transferred());
        append("report", id, HUNAN, "hn/-/citizen/-", AT.plusSeconds(2), new ReportEvent.InformationAdded(true, 0));
        String moved = UUID.randomUUID().toString();

        tell.accept(Redelivery.batch(Redelivery.renamed(Redelivery.read(id, 3, "hn.internal.reports"), id, moved)));

        assertThat(theOne(jianghua(), moved).path("kind").asString()).isEqualTo("report-filed");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(kinds(daoxian, moved)).containsExactly("information-added", "report-transferred"));
    }

    @Test
    void the_newest_stand_first_and_are_counted_and_turned_page_by_page() {
        String bureau = "450324-branch";
        String officer = TestTokens.of("gx", bureau, "o-9", "officer");
        List<String> ids = new ArrayList<>();
        for (int day = 0; day < 5; day++) {
            for (int hour = 0; hour < 2; hour++) {
                String id = UUID.randomUUID().toString();
                Instant at = AT.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour));
                append("case", id, HUNAN, "hn/-/policy/opening", at, opened(bureau));
                ids.addFirst(id);
            }
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(list(officer, "").path("total").asInt()).isEqualTo(10));

        assertThat(subjects(list(officer, "?page=0&size=3"))).isEqualTo(ids.subList(0, 3));
        assertThat(subjects(list(officer, "?page=1&size=3"))).isEqualTo(ids.subList(3, 6));
        assertThat(subjects(list(officer, "?page=3&size=3"))).isEqualTo(ids.subList(9, 10));
        assertThat(subjects(list(officer, "?page=4&size=3"))).isEmpty();
        assertThat(list(officer, "").path("unread").asInt()).isEqualTo(10);
    }

    @Test
    void who_opened_a_notice_sees_it_read_on_the_next_page_and_opening_it_again_changes_nothing() {
        String id = UUID.randomUUID().toString();
        open(id);
        String notice = theOne(jianghua(), id).path("id").asString();
        int unread = list(jianghua(), "").path("unread").asInt();

        JsonNode receipt = body(post(jianghua(), notice, "key-of-the-reader-" + id));
        assertThat(receipt.path("stream").asString()).isEqualTo("notice-" + notice + "@hn");
        assertThat(receipt.path("version").asLong()).isEqualTo(2);
        assertThat(receipt.path("repeated").asBoolean()).isFalse();

        JsonNode page = body(http.get()
                .uri("/notices?size=100")
                .header("Authorization", "Bearer " + jianghua())
                .header("Lianzhi-Await", "notice-" + notice + "@hn=2")
                .retrieve()
                .toEntity(String.class));
        assertThat(page.path("unread").asInt()).isEqualTo(unread - 1);
        assertThat(find(page, id).getFirst().path("read").asBoolean()).isTrue();
        JsonNode again = body(post(jianghua(), notice, "another-key-" + id));
        assertThat(again.path("repeated").asBoolean()).isTrue();
        assertThat(again.path("version").asLong()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{2} of {1} ({0})")
    @CsvSource({
        "gx, 451123-branch, officer",
        "hn, 431124-branch, officer",
        "hn, 430000-department, supervisor",
        "hn, 431129-laboratory, laboratory",
        "gx, 431129-branch, officer",
        "hn, 431129-branch, administrator"
    })
    void nobody_but_the_bureau_that_was_told_sees_or_opens_its_notice(String side, String bureau, String role) {
        String id = UUID.randomUUID().toString();
        append("report", id, HUNAN, "hn/-/citizen/-", AT, filed());
        String notice = theOne(jianghua(), id).path("id").asString();
        String stranger = TestTokens.of(side, bureau, "x-1", role);

        assertThat(post(stranger, notice, "key-of-a-stranger-1").getStatusCode().value())
                .isEqualTo(404);
        assertThat(find(list(stranger, "?size=100"), id)).isEmpty();
        assertThat(journal.load(new StreamId("notice", notice, "hn")).version()).isEqualTo(1);
    }

    @Test
    void without_sign_in_there_is_nothing_and_unknown_ids_look_like_forbidden_ones() {
        assertThat(http.get()
                        .uri("/notices")
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
        assertThat(post(jianghua(), "01hzzzzzzzzzzzzzzzzzzzzzzz", "key-unknown-1")
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(post(jianghua(), "not an id", "key-unknown-2")
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    @Test
    void metrics_can_be_read_inside_and_hold_nothing_of_anybody() {
        String notice = "01hzzzzzzzzzzzzzzzzzzzzzzz";
        http.get().uri("/none/{id}?about={id}", notice, notice).retrieve().toBodilessEntity();
        http.get()
                .uri("/none/{id}", notice)
                .header("Authorization", "Bearer " + jianghua())
                .retrieve()
                .toBodilessEntity();
        post(jianghua(), notice, "key-of-what-is-counted");

        // What was asked is counted after its answer has gone out.
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(metrics())
                        .contains("uri=\"/api/v1/notices/{id}/reading\"")
                        .contains("lianzhi_relay_backlog_streams ")
                        .doesNotContain(notice, "o-1", "key-of-what-is-counted"));
        assertThat(actuator.get()
                        .uri("/metrics")
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode()
                        .value())
                .as("nothing else is open")
                .isEqualTo(401);
    }

    private String metrics() {
        return requireNonNull(actuator.get().uri("/prometheus").retrieve().body(String.class));
    }

    @Test
    void what_the_other_record_says_before_the_opening_arrived_is_told_once_the_opening_is_there() throws Exception {
        String id = UUID.randomUUID().toString();
        open(id);
        append("case", id, GUANGXI, FUCHUAN_OFFICER, AT.plusSeconds(60), new CaseEvent.CaseDeclined("other", "words"));
        theLatest(jianghua(), id, "case-declined");
        String moved = UUID.randomUUID().toString();

        Redelivery.send(Redelivery.renamed(Redelivery.read(id, 1, "gx.shared.cases"), id, moved));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(early(moved)).isEqualTo(1));
        assertThat(of(jianghua(), moved)).isEmpty();
        Redelivery.send(Redelivery.renamed(Redelivery.read(id, 1, "hn.shared.cases"), id, moved));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(of(jianghua(), moved))
                        .extracting(told -> told.path("kind").asString())
                        .containsExactly("case-declined", "case-opened"));
        await().atMost(Duration.ofSeconds(20)).until(() -> early(moved) == 0);
    }

    @Test
    void events_that_come_again_in_any_order_tell_nobody_twice() throws Exception {
        String id = UUID.randomUUID().toString();
        open(id);
        append("case", id, GUANGXI, "gx/-/policy/joining", AT.plusSeconds(1), joined());
        append(
                "case",
                id,
                HUNAN,
                JIANGHUA_OFFICER,
                AT.plusSeconds(60),
                new CaseEvent.InspectionProposed("i", "d", DUE, OUTLET, "visit", 1));
        append(
                "case",
                id,
                GUANGXI,
                FUCHUAN_OFFICER,
                AT.plusSeconds(120),
                new CaseEvent.InspectionAccepted("i", "d", 1));
        List<String> jianghua = List.of("inspection-accepted", "case-joined", "case-opened");
        List<String> fuchuan = List.of("inspection-proposed", "case-opened");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(kinds(jianghua(), id)).isEqualTo(jianghua);
            assertThat(kinds(fuchuan(), id)).isEqualTo(fuchuan);
        });
        long notices = mongo.getCollection("journal").countDocuments();
        List<ConsumerRecord<String, byte[]>> records = Redelivery.read(id, 4, "hn.shared.cases", "gx.shared.cases");

        for (long seed = 1; seed <= 5; seed++) {
            Redelivery.sendAgain(records, seed);
        }
        // The last to come in, on every partition that the records used: all before it was dealt with.
        String after = UUID.randomUUID().toString();
        Redelivery.send(Redelivery.renamed(records, id, after));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(kinds(jianghua(), after)).isEqualTo(jianghua);
            assertThat(kinds(fuchuan(), after)).isEqualTo(fuchuan);
        });

        assertThat(kinds(jianghua(), id)).isEqualTo(jianghua);
        assertThat(kinds(fuchuan(), id)).isEqualTo(fuchuan);
        assertThat(mongo.getCollection("journal").countDocuments()).isEqualTo(notices + 5);
    }

    private long early(String id) {
        return mongo.getCollection("early_events").countDocuments(Filters.eq("_id", "case-" + id));
    }

    private void open(String id) {
        append("case", id, HUNAN, "hn/-/policy/opening", AT, opened(FUCHUAN));
    }

    private Commit append(String kind, String id, Side side, String actor, Instant at, PublishedEvent event) {
        StreamId stream = new StreamId(kind, id, side.code());
        return journal.append(
                journal.load(stream),
                new Draft(UUID.randomUUID().toString(), "cause", actor, at, Map.of(), List.of(Recorded.of(event))));
    }

    private JsonNode theOne(String token, String subject) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(of(token, subject)).hasSize(1));
        return of(token, subject).getFirst();
    }

    private void theLatest(String token, String subject, String kind) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(kinds(token, subject)).first().isEqualTo(kind));
    }

    private List<String> kinds(String token, String subject) {
        return of(token, subject).stream()
                .map(told -> told.path("kind").asString())
                .toList();
    }

    private List<JsonNode> of(String token, String subject) {
        return find(list(token, "?size=100"), subject);
    }

    private static List<JsonNode> find(JsonNode list, String subject) {
        return list.path("items")
                .valueStream()
                .filter(item -> item.path("subject").asString().equals(subject))
                .toList();
    }

    private static List<String> subjects(JsonNode list) {
        return list.path("items")
                .valueStream()
                .map(item -> item.path("subject").asString())
                .toList();
    }

    private JsonNode list(String token, String query) {
        return body(http.get()
                .uri("/notices" + query)
                .header("Authorization", "Bearer " + token)
                .retrieve()
                .toEntity(String.class));
    }

    private ResponseEntity<String> post(String token, String notice, String key) {
        return http.post()
                .uri("/notices/{id}/reading", notice)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .retrieve()
                .toEntity(String.class);
    }

    private static JsonNode body(ResponseEntity<String> answer) {
        return JsonMapper.shared().readTree(requireNonNull(answer.getBody()));
    }

    private static String jianghua() {
        return TestTokens.of("hn", JIANGHUA, "o-1", "officer");
    }

    private static String fuchuan() {
        return TestTokens.of("gx", FUCHUAN, "o-2", "officer");
    }

    private static CaseEvent.CaseJoined joined() {
        return new CaseEvent.CaseJoined(FUCHUAN, DUE, "acknowledgement", 1);
    }

    private static CaseEvent.CaseOpened opened(String counterpart) {
        return new CaseEvent.CaseOpened(
                "hunan-guangxi", 1, HUNAN, JIANGHUA, GUANGXI, counterpart, Ground.OUTLET, summary(), DUE, "rule", 1);
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

    private static ReportEvent.ReportTransferred transferred() {
        return new ReportEvent.ReportTransferred(JIANGHUA, "431124-branch", "place", "words", DUE, "rule");
    }

    private static ReportEvent.ReportFiled filed() {
        return new ReportEvent.ReportFiled(
                "web",
                "livestock-wastewater",
                "431129",
                "451123",
                JIANGHUA,
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
