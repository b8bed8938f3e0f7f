package org.lianzhi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.intake.keeping.Keeping;
import org.lianzhi.intake.keeping.Retention;
import org.lianzhi.intake.progress.CaseProgresses;
import org.lianzhi.intake.report.Reports;
import org.lianzhi.intake.worklist.BoardEntry;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.Rebuildable;
import org.lianzhi.journal.Rebuilding;
import org.lianzhi.territory.Territory;
import org.lianzhi.test.Api;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import tools.jackson.databind.JsonNode;

/** Who the reporter is, is told for a reason; what was erased no backup brings back; what the law needs is not erased. */
@IntakeTest
class KeepingOverHttpTest {

    private static final String LOG = "/api/v1/access-log?size=1000";
    private static final List<String> VAULT = List.of("vault_data_keys", "vault_parts");

    @LocalServerPort
    private int port;

    @Autowired
    private MongoDatabaseFactory database;

    @Autowired
    private Retention retention;

    @Autowired
    private Keeping keeping;

    @Autowired
    private Reports reports;

    @Autowired
    private ReadModel<BoardEntry> board;

    @Autowired
    private CaseProgresses cases;

    @Autowired
    private Territory territory;

    @Autowired
    private Clock clock;

    @Autowired
    private Rebuilding rebuilding;

    @Autowired
    private List<Rebuildable> models;

    private Api officer = Api.anybody(0);
    private Api lead = Api.anybody(0);
    private Api supervisor = Api.anybody(0);
    private String report = "";

    @BeforeEach
    void aReport() {
        Api anybody = Api.anybody(port);
        officer = anybody.as("hn", "431129-branch", "officer");
        lead = anybody.as("hn", "431129-branch", "lead");
        supervisor = anybody.as("hn", "430000-department", "supervisor");
        report = "/api/v1/reports/"
                + anybody.post("/api/v1/reports", Bodies.report("Brown water"))
                        .json()
                        .path("number")
                        .asString();
    }

    @Test
    void who_the_reporter_is_is_told_for_a_reason_only_and_the_reason_is_in_the_access_log() {
        assertThat(Bodies.opened(officer, report).toString())
                .doesNotContain("+86 746")
                .doesNotContain("li@example.org");
        for (String without : List.of("{}", "{\"reason\":\"\"}", "{\"reason\":\" no \"}")) {
            Api.Answer refused = officer.post(report + "/identity", without);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.code()).isEqualTo("vault.reason-missing");
        }
        assertThat(looks("identity")).isEmpty();

        JsonNode told = officer.post(report + "/identity", "{\"reason\":\"To ask where the pipe is\"}")
                .json();
        assertThat(told.path("contact").path("name").asString()).isEqualTo("Li");
        assertThat(looks("identity")).singleElement().satisfies(look -> {
            assertThat(look.path("reason").asString()).isEqualTo("To ask where the pipe is");
            assertThat(look.path("person").asString()).isEqualTo("p-431129-branch");
        });
    }

    private List<JsonNode> looks(String part) {
        List<JsonNode> looks = new ArrayList<>();
        supervisor.get(LOG).json().path("items").forEach(item -> {
            if (item.path("part").asString().equals(part)
                    && report.endsWith(item.path("report").asString())) {
                looks.add(item);
            }
        });
        return looks;
    }

    @Test
    void what_was_erased_stays_unreadable_after_the_last_backup_is_restored_and_everything_is_rebuilt() {
        assertThat(Bodies.opened(officer, report).path("description").asString())
                .isEqualTo("Brown water");
        Map<String, List<Document>> backup = backup();

        String key = UUID.randomUUID().toString();
        String why = "{\"reason\":\"The reporter asked for it\"}";
        assertThat(lead.post(report + "/erasure", key, why).json().path("state").asString())
                .isEqualTo("erased");
        assertThat(lead.post(report + "/erasure", key, why).json().path("state").asString())
                .isEqualTo("erased");
        assertUnreadable();

        restore(backup);
        assertThat(key()).as("the backup brings the key back").hasSize(1);
        assertUnreadable();
        retention.run();
        models.forEach(rebuilding::rebuild);
        assertThat(key()).as("and the next sweep destroys it").isEmpty();
        assertUnreadable();
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        officer.get("/api/v1/reports?view=all&size=200").text().contains(id(report)));
    }

    private void assertUnreadable() {
        JsonNode view = Bodies.opened(officer, report);
        assertThat(view.path("description").isNull()).isTrue();
        assertThat(view.path("keep").path("state").asString()).isEqualTo("erased");
        assertThat(view.path("line").path("category").asString()).isEqualTo("livestock-wastewater");
        assertThat(officer.post(report + "/identity", "{\"reason\":\"Just to see\"}")
                        .json()
                        .path("contact")
                        .isNull())
                .isTrue();
        assertThat(officer.post(report + "/release", Bodies.release()).code()).isEqualTo("report.erased");
    }

    private List<Document> key() {
        String holder = "report/" + id(report);
        return database.getMongoDatabase()
                .getCollection("vault_data_keys")
                .find(new Document("_id", holder))
                .into(new ArrayList<>());
    }

    private Map<String, List<Document>> backup() {
        Map<String, List<Document>> backup = new TreeMap<>();
        VAULT.forEach(name -> backup.put(
                name, database.getMongoDatabase().getCollection(name).find().into(new ArrayList<>())));
        return backup;
    }

    private void restore(Map<String, List<Document>> backup) {
        backup.forEach((name, documents) -> {
            var collection = database.getMongoDatabase().getCollection(name);
            documents.forEach(document -> collection.deleteOne(new Document("_id", document.get("_id"))));
            collection.insertMany(documents);
        });
    }

    @Test
    void a_legal_hold_stops_an_erasure_until_the_lead_ends_it() {
        String court = "{\"reason\":\"A court asked for it\",\"reviewOn\":\"2099-01-31\"}";
        assertThat(lead.post(report + "/hold", "{\"reason\":\"A court asked\",\"reviewOn\":\"2020-01-31\"}")
                        .code())
                .isEqualTo("vault.review-date-passed");
        JsonNode held = lead.post(report + "/hold", court).json();
        assertThat(held.path("state").asString()).isEqualTo("held");
        assertThat(held.path("reviewOn").asString()).isEqualTo("2099-01-31");
        assertThat(held.path("by").asString()).isEqualTo("p-431129-branch");

        Api.Answer refused = lead.post(report + "/erasure", "{\"reason\":\"The reporter asked\"}");
        assertThat(refused.code()).isEqualTo("vault.held");
        assertThat(Bodies.opened(officer, report).path("description").asString())
                .isEqualTo("Brown water");

        assertThat(lead.post(report + "/hold-end", "{\"reason\":\"Judgement given\"}")
                        .status())
                .isEqualTo(200);
        assertThat(lead.post(report + "/erasure", "{\"reason\":\"The reporter asked\"}")
                        .status())
                .isEqualTo(200);
        assertThat(lead.post(report + "/hold", court).code()).isEqualTo("vault.erased");
    }

    @Test
    void what_ended_long_ago_is_erased_by_its_age_and_neither_what_goes_on_nor_what_is_held() {
        Api theirs = Api.anybody(port).as("gx", "451123-branch", "officer");
        Api theirLead = Api.anybody(port).as("gx", "451123-branch", "lead");
        List<String> reports = List.of(inFuchuan(), inFuchuan(), inFuchuan());
        String refuse = "{\"reason\":\"too-vague\"}";
        theirs.post(reports.get(0) + "/non-acceptance", refuse);
        theirs.post(reports.get(1) + "/non-acceptance", refuse);
        theirLead.post(reports.get(1) + "/hold", "{\"reason\":\"A court asked\",\"reviewOn\":\"2099-01-31\"}");
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            String all = theirs.get("/api/v1/reports?view=all&size=200").text();
            String open = theirs.get("/api/v1/reports?size=200").text();
            return all.contains(id(reports.get(2)))
                    && !open.contains(id(reports.get(0)))
                    && !open.contains(id(reports.get(1)));
        });

        retentionOf(Period.ofYears(5), Duration.ofDays(5 * 365)).run();
        assertThat(states(theirs, reports)).containsExactly("kept", "held", "kept");
        retentionOf(Period.ofYears(5), Duration.ofDays(5 * 365 + 10)).run();
        assertThat(states(theirs, reports)).containsExactly("erased", "held", "kept");
        assertThat(theirs.get(reports.get(0)).json().path("keep").path("by").isNull())
                .isTrue();
    }

    /** Of one side only: what others of these tests do goes on. */
    private Retention retentionOf(Period keep, Duration later) {
        return new Retention(
                keeping, reports, board, cases, territory, List.of("gx"), keep, Clock.offset(clock, later));
    }

    private static List<String> states(Api who, List<String> reports) {
        return reports.stream()
                .map(each -> who.get(each).json().path("keep").path("state").asString())
                .toList();
    }

    private String inFuchuan() {
        String body = Bodies.report("Brown water")
                .replace("\"latitude\": 24.95, \"longitude\": 111.45", "\"latitude\": 24.81, \"longitude\": 111.27");
        return "/api/v1/reports/"
                + Api.anybody(port)
                        .post("/api/v1/reports", body)
                        .json()
                        .path("number")
                        .asString();
    }

    private static String id(String report) {
        return report.substring(report.lastIndexOf('/') + 1);
    }

    @Test
    void the_lead_of_the_own_office_decides_what_is_kept_and_an_administrator_changes_keys_without_seeing_anything() {
        Api anybody = Api.anybody(port);
        Map<Api, Integer> others = Map.of(
                anybody,
                401,
                officer,
                404,
                anybody.as("hn", "431125-branch", "lead"),
                404,
                anybody.as("gx", "451123-branch", "lead"),
                404,
                supervisor,
                404,
                anybody.as("hn", "431129-laboratory", "laboratory"),
                404,
                anybody.as("hn", "430000-department", "administrator"),
                404);
        others.forEach((who, status) -> {
            for (String act : List.of("/erasure", "/hold", "/hold-end")) {
                assertThat(who.post(report + act, "{\"reason\":\"for a reason\",\"reviewOn\":\"2099-01-31\"}")
                                .status())
                        .as(act)
                        .isEqualTo(status);
            }
            if (who != officer) {
                assertThat(who.post(report + "/identity", "{\"reason\":\"for a reason\"}")
                                .status())
                        .isEqualTo(status);
            }
        });
        assertThat(officer.get(report).json().path("keep").path("state").asString())
                .isEqualTo("kept");

        String rotation = "/api/v1/operations/vault/rotation";
        for (Api who : List.of(officer, lead, supervisor)) {
            assertThat(who.post(rotation, "{}").status()).isEqualTo(404);
        }
        Api.Answer rotated =
                anybody.as("hn", "430000-department", "administrator").post(rotation, "{}");
        assertThat(rotated.status()).as(rotated.text()).isEqualTo(200);
        assertThat(rotated.text()).contains("vault-hn").doesNotContain("tracking");
        assertThat(Bodies.opened(officer, report).path("description").asString())
                .isEqualTo("Brown water");
    }
}
