package org.lianzhi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.embedded.Ports;
import org.lianzhi.test.Api;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What reporters find in their mailboxes, against a mail server that really runs. */
@IntakeTest
class TellingReportersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final GreenMail SERVER =
            new GreenMail(new ServerSetup(Ports.pick(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @LocalServerPort
    private int port;

    private Api citizen = Api.anybody(0);
    private Api officer = Api.anybody(0);

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
        properties.add("lianzhi.intake.mail.from", () -> "office@example.org");
        properties.add("lianzhi.intake.mail.page", () -> "https://reports.example.org/status");
    }

    @BeforeEach
    void open() {
        citizen = Api.anybody(port);
        officer = citizen.as("hn", "431129-branch", "officer");
    }

    private String filed(String email, String channels) {
        String body = Bodies.report("Brown water behind the mill")
                .replaceFirst(
                        "\"email\": *\"[^\"]*\"", "\"email\": \"" + email + "\", \"channels\": [" + channels + "]");
        assertThat(body).contains(email);
        Api.Answer answer = citizen.post("/api/v1/reports", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("number").asString();
    }

    private void accepts(String report) {
        Api.Answer answer = officer.post("/api/v1/reports/" + report + "/acceptance", "{\"sideConfirmed\":true}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static List<MimeMessage> mailsTo(String address) {
        return Stream.of(SERVER.getReceivedMessages())
                .filter(mail -> GreenMailUtil.getHeaders(mail).contains(address))
                .toList();
    }

    private static void awaitMails(String address, int count) {
        await("mails to " + address)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mailsTo(address)).hasSize(count));
    }

    @Test
    void who_opted_in_is_told_of_each_step_of_the_bureau_and_the_mail_says_nothing_of_it()
            throws MessagingException, IOException {
        String report = filed("told@example.org", "\"email\"");
        accepts(report);
        awaitMails("told@example.org", 1);
        officer.post("/api/v1/reports/" + report + "/reply", "{\"text\":\"The pit is empty.\",\"reviewable\":false}");
        awaitMails("told@example.org", 2);

        for (MimeMessage mail : mailsTo("told@example.org")) {
            assertThat(mail.getSubject()).isEqualTo("您有新消息");
            assertThat(mail.getFrom()[0]).hasToString("office@example.org");
            assertThat(mail.getContent().toString())
                    .contains("https://reports.example.org/status")
                    .doesNotContain("pit", "mill", "Li", "431129", report, report.toUpperCase(Locale.ROOT));
        }
    }

    @Test
    void who_did_not_opt_in_is_told_nothing() {
        String silent = filed("silent@example.org", "");
        accepts(silent);
        String other = filed("other@example.org", "\"call\",\"email\"");
        accepts(other);
        awaitMails("other@example.org", 1);

        await("everything has been read")
                .atMost(PATIENCE)
                .until(() -> Topics.isReadBy("report-intake-telling", "hn.internal.reports"));
        assertThat(mailsTo("silent@example.org")).isEmpty();
    }

    @Test
    void while_the_mail_server_is_away_reports_go_on_and_mails_wait_for_it() {
        SERVER.stop();
        String report = filed("waiting@example.org", "\"email\"");
        accepts(report);
        assertThat(officer.get("/api/v1/reports/" + report).status()).isEqualTo(200);

        SERVER.start();

        awaitMails("waiting@example.org", 1);
    }
}
