package org.lianzhi.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.lianzhi.system.faults.History.Attempt;
import org.lianzhi.system.faults.History.Outcome;
import org.lianzhi.test.Api;
import org.lianzhi.test.MailServer;
import org.lianzhi.timeline.SupervisorTimeline;

/** Faults that meet those who reported: mails that reach them, and what they said being erased. */
@Tag("faults")
@Isolated
class PeopleTest {

    @TempDir
    Path folder;

    private final MailServer mails = new MailServer().start();
    private Map<String, String> byMail;
    private Ground ground;
    private Services services;

    @BeforeEach
    void start() throws IOException {
        byMail = Map.of(
                "spring.mail.host", "127.0.0.1",
                "spring.mail.port", Integer.toString(mails.port()),
                "lianzhi.intake.mail.from", "office@example.org",
                "lianzhi.intake.mail.again", "1s");
        ground = new Ground(Files.createTempDirectory(folder, "ground"));
        Part broker = ground.launch(List.of("broker"), Map.of());
        ground.start("store");
        broker.ready();
        services = Services.start(ground, byMail);
    }

    private Ground anew() {
        ground.close();
        try {
            start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ground;
    }

    @AfterEach
    void end() {
        ground.close();
        mails.close();
    }

    /** The mail server said 250, and nobody wrote it down. */
    @Test
    @LongForm
    void fault_25_it_dies_between_the_mail_servers_answer_and_the_mark() throws Exception {
        services = services.apart();
        new Faults(ground).and(new Mailboxes(mails, 1)).survive(25, (load, random) -> {
            load.awaitMore(10);
            services.diesAt("report-intake", "before-told", 1 + random.nextInt(8));
            load.awaitMore(5);
        });
    }

    /** Each reporter gets a mail of their own: of five mails it takes three, or says that it does not want two for now. */
    @Test
    @LongForm
    void fault_26_the_mail_server_takes_three_of_five() throws Exception {
        new Faults(ground).and(new Mailboxes(mails, 0)).survive(26, (load, random) -> {
            load.awaitMore(10);
            for (int code : List.of(421, 450)) {
                mails.refuse(3, code, 2);
                Awaitility.await("two refusals with " + code)
                        .atMost(Duration.ofMinutes(2))
                        .until(() -> mails.refusalsLeft() == 0);
            }
            load.awaitMore(5);
        });
    }

    /** Everything is sent again and read models are made anew while some are erased; then all of it once more. */
    @Test
    @LongForm
    void fault_34_people_are_erased_while_everything_is_sent_again() throws Exception {
        Map<String, String> contacts = new HashMap<>();
        // Of a report that was erased nothing can be released.
        new Faults(ground).afresh(this::anew).refusing("report.erased").survive(34, (load, random) -> {
            load.awaitMore(20);
            ground.resendEverything();
            Part rebuilding = ground.startSecond(
                    List.of("report-intake", "supervisor-timeline"), Map.of("lianzhi.rebuild", "true"));
            contacts.clear();
            some(load.history(), random).forEach(report -> contacts.put(report, contact(report)));
            assertThat(contacts.values())
                    .as("contacts before they are erased")
                    .hasSize(5)
                    .allMatch(contact -> contact.contains("@"));
            contacts.keySet().forEach(this::erase);
            ground.resendEverything();
            load.awaitMore(10);
            Awaitility.await("the rebuild is done")
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> rebuilding.log().split("all read models are made anew", -1).length - 1 == 2);
            rebuilding.kill();
            contacts.keySet().forEach(this::assertErased);
        });
        services.kill();
        services = Models.assertRebuiltIsEqual(ground, byMail);
        contacts.keySet().forEach(this::assertErased);
        // Reports too: the timeline keeps the bytes of each event, and the checkpoints of whoever wrote it.
        assertThat(ground.verify(SupervisorTimeline.class, "supervisor-timeline"))
                .startsWith("exit code 0")
                .contains(contacts.keySet().stream()
                        .map("report-%s@hn in timeline: intact"::formatted)
                        .toList())
                .doesNotContain("WRONG");
    }

    private static List<String> some(History history, Random random) {
        List<String> reports = new ArrayList<>(history.with(Outcome.OK).stream()
                .filter(Attempt::isFiling)
                .map(Attempt::number)
                .toList());
        Collections.shuffle(reports, random);
        return reports.subList(0, 5);
    }

    private Api lead() {
        return Api.anybody(ground.port("report-intake")).as("hn", "431129-branch", "lead");
    }

    private void erase(String report) {
        Api.Answer answer = lead().post("/api/v1/reports/" + report + "/erasure", "{\"reason\":\"asked for\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private String contact(String report) {
        Api.Answer answer = lead().post("/api/v1/reports/" + report + "/identity", "{\"reason\":\"to see it\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("contact").path("email").asString("");
    }

    /** Neither by the service nor in the store. */
    private void assertErased(String report) {
        assertThat(contact(report)).as("contact of " + report).isEmpty();
        try (MongoClient client = MongoClients.create(ground.store())) {
            for (String collection : List.of("vault_data_keys", "vault_parts")) {
                List<Document> left = client.getDatabase("report-intake")
                        .getCollection(collection)
                        .find(Filters.regex("_id", "report/" + report))
                        .into(new ArrayList<>());
                assertThat(left).as(collection + " of " + report).isEmpty();
            }
        }
    }
}
