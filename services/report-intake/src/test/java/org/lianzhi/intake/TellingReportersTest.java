package org.lianzhi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lianzhi.test.Api;
import org.lianzhi.test.MailServer;
import org.lianzhi.test.MailServer.Mail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What reporters find in their mailboxes, against a mail server that really runs. */
@IntakeTest
@ExtendWith(OutputCaptureExtension.class)
class TellingReportersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final MailServer SERVER = new MailServer();

    private static final Path KEYS =
            Path.of("target", "test-keys", UUID.randomUUID().toString());

    @Autowired
    private JavaMailSenderImpl sender = new JavaMailSenderImpl();

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
        SERVER.close();
    }

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> SERVER.port());
        properties.add("lianzhi.intake.mail.from", () -> "office@example.org");
        properties.add("lianzhi.intake.mail.page", () -> "https://reports.example.org/status");
        properties.add("lianzhi.intake.mail.again", () -> "1s");
        properties.add("spring.mail.properties.mail.smtp.timeout", () -> "1000");
        properties.add("lianzhi.vault.keys", KEYS::toString);
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

    private static void awaitMails(String address, int count) {
        await("mails to " + address)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(SERVER.mailsTo(address)).hasSize(count));
    }

    @Test
    void who_opted_in_is_told_of_each_step_of_the_bureau_and_the_mail_says_nothing_of_it()
            throws MessagingException, IOException {
        String report = filed("told@example.org", "\"email\"");
        accepts(report);
        awaitMails("told@example.org", 1);
        officer.post("/api/v1/reports/" + report + "/reply", "{\"text\":\"The pit is empty.\",\"reviewable\":false}");
        awaitMails("told@example.org", 2);

        assertThat(SERVER.mailsTo("told@example.org")).extracting(Mail::id).doesNotHaveDuplicates();
        for (Mail sent : SERVER.mailsTo("told@example.org")) {
            MimeMessage mail = sent.message();
            assertThat(sent.id()).matches("<[0-9a-f]{64}@example\\.org>");
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
        assertThat(SERVER.mailsTo("silent@example.org")).isEmpty();
    }

    @Test
    void while_the_mail_server_is_away_reports_go_on_and_mails_wait_for_it() {
        SERVER.close();
        String report = filed("waiting@example.org", "\"email\"");
        accepts(report);
        assertThat(officer.get("/api/v1/reports/" + report).status()).isEqualTo(200);

        SERVER.start();

        awaitMails("waiting@example.org", 1);
    }

    @Test
    void a_server_that_accepts_and_falls_silent_counts_as_away() throws IOException {
        assertThat(sender.getJavaMailProperties())
                .containsKeys("mail.smtp.connectiontimeout", "mail.smtp.timeout", "mail.smtp.writetimeout");
        SERVER.close();
        try (ServerSocket silent = new ServerSocket(SERVER.port(), 50, InetAddress.getLoopbackAddress())) {
            silent.setSoTimeout((int) PATIENCE.toMillis());
            accepts(filed("silence@example.org", "\"email\""));
            try (Socket first = silent.accept();
                    Socket again = silent.accept()) {
                assertThat(again.getPort()).as("it gave up").isNotEqualTo(first.getPort());
            }
        } finally {
            SERVER.start();
        }
        awaitMails("silence@example.org", 1);
    }

    @Test
    void while_the_vault_is_closed_mails_wait_and_nothing_is_parked(CapturedOutput log) throws IOException {
        SERVER.close();
        accepts(filed("closed@example.org", "\"email\""));
        Path keys = KEYS.resolve("vault-hn.keys");
        String before = Files.readString(keys);
        Files.writeString(keys, "no key");
        try {
            SERVER.start();
            await("the vault is asked")
                    .atMost(PATIENCE)
                    .until(() -> log.getAll().contains("the vault is closed"));
        } finally {
            Files.writeString(keys, before);
        }
        awaitMails("closed@example.org", 1);
        assertThat(log.getAll()).doesNotContain("telling: parked");
    }

    @Test
    void what_the_server_does_not_take_for_now_is_offered_again_and_holds_up_no_other() {
        SERVER.refuse(0, 450, 2);
        accepts(filed("grey@example.org", "\"email\""));
        accepts(filed("white@example.org", "\"email\""));
        awaitMails("grey@example.org", 1);
        awaitMails("white@example.org", 1);
        assertThat(SERVER.refusalsLeft()).isZero();
    }

    @Test
    void who_does_not_exist_there_is_given_up() {
        SERVER.refuse(0, 550, 1);
        accepts(filed("nobody@example.org", "\"email\""));
        accepts(filed("somebody@example.org", "\"email\""));
        awaitMails("somebody@example.org", 1);
        assertThat(SERVER.refusalsLeft()).isZero();
        assertThat(SERVER.mailsTo("nobody@example.org")).isEmpty();
    }

    @Test
    void a_server_that_takes_three_and_then_closes_gets_the_other_two_again() {
        SERVER.refuse(3, 421, 2);
        List<String> addresses = IntStream.rangeClosed(1, 5)
                .mapToObj(number -> "five-" + number + "@example.org")
                .toList();
        addresses.forEach(address -> accepts(filed(address, "\"email\"")));
        addresses.forEach(address -> awaitMails(address, 1));
        assertThat(SERVER.refusalsLeft()).isZero();
    }

    @Test
    void what_no_mail_program_takes_for_an_address_holds_up_nobody() {
        accepts(filed("dot..dot@example.org", "\"email\""));
        accepts(filed("dot@example.org", "\"email\""));
        awaitMails("dot@example.org", 1);
    }
}
