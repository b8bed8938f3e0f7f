package org.lianzhi.portal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.portal.stub.SignedInAs;
import org.lianzhi.portal.stub.StubServices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@SpringBootTest(properties = "spring.config.name=web-portal")
@AutoConfigureMockMvc
class EnteringPagesTest {

    private static final StubServices SERVICES = new StubServices();
    private static final String ENTER = "POST /api/v1/reports/entered";
    private static final String KEY = "0b0c8a52-6f0e-4b8e-9d7e-3f1f7f3f9a11";
    private static final RequestPostProcessor OFFICER = SignedInAs.somebody("hn", "431129-branch", "officer");

    @Autowired
    private MockMvcTester pages;

    private final MockHttpSession session = new MockHttpSession();

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        SERVICES.register(properties);
    }

    @BeforeEach
    void clear() {
        SERVICES.clear();
    }

    private MvcTestResult send(String... fields) {
        var form = pages.post()
                .uri("/staff/reports/new")
                .session(session)
                .with(OFFICER)
                .with(csrf())
                .param("idempotencyKey", KEY);
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return form.exchange();
    }

    @Test
    void the_officers_own_position_is_not_offered() {
        assertThat(pages.get().uri("/staff/reports/new").session(session).with(OFFICER))
                .hasStatusOk()
                .bodyText()
                .contains("data-map-place")
                .doesNotContain("data-map-locate");
    }

    @Test
    void what_somebody_told_is_entered_once_and_the_code_is_there_to_be_read_out() {
        SERVICES.answers(ENTER, 201, """
            {"number":"01j3x5m6hj4k2m3n4p5q6r7s8t","code":"4821 0937 5516 2043","secret":"Zx8k2LmQ4vT7wYb1NcE9Rg",
             "office":{"zh":"江华分局","en":"Jianghua branch"},"triageBy":"2026-07-22T16:00:00Z"}\
            """);

        assertThat(send(
                        "channel",
                        "hotline",
                        "outsideNumber",
                        "12345-2026-000417",
                        "report.category",
                        "sewage",
                        "report.water.county",
                        "431129",
                        "report.description",
                        "河水发黑了",
                        "report.phone",
                        "138 0000 0000",
                        "report.channels",
                        "call"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "4821 0937 5516 2043", "慢慢念出", "2026年7月23日 00:00", "/staff/reports/01j3x5m6hj4k2m3n4p5q6r7s8t");
        var sent = SERVICES.asked(ENTER).getFirst();
        assertThat(sent.key()).isEqualTo(KEY);
        assertThat(sent.json().path("channel").asString()).isEqualTo("hotline");
        assertThat(sent.json().path("outsideNumber").asString()).isEqualTo("12345-2026-000417");
        var form = sent.json().path("form");
        assertThat(form.path("affectedWater").path("county").asString()).isEqualTo("431129");
        assertThat(form.path("contact").path("phone").asString()).isEqualTo("138 0000 0000");
        assertThat(form.path("observedAt").isNull()).isTrue();
    }

    @Test
    void what_is_missing_is_told_at_its_field_and_nothing_typed_is_lost() {
        assertThat(send("report.description", "臭", "report.channels", "call", "report.water.placeLat", "24.9"))
                .bodyText()
                .contains(
                        "请选择举报方式",
                        "href=\"#channel\"",
                        "href=\"#report.category\"",
                        "href=\"#report.description\"",
                        "href=\"#report.phone\"",
                        "id=\"report.email\"",
                        "要么都填",
                        "value=\"24.9\"",
                        "value=\"" + KEY + "\"");
        assertThat(SERVICES.asked(ENTER)).isEmpty();
    }

    @Test
    void while_the_service_is_away_the_form_stays() {
        SERVICES.answers(ENTER, 503, "{}");

        assertThat(send(
                        "channel",
                        "phone",
                        "report.category",
                        "sewage",
                        "report.water.county",
                        "431129",
                        "report.description",
                        "河水发黑了"))
                .hasStatus(503)
                .bodyText()
                .contains("河水发黑了");
    }
}
