package org.lianzhi.portal.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lianzhi.portal.stub.StubServices;
import org.lianzhi.test.Axe;
import org.lianzhi.test.Browsers;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole way of a report, and of following it, on a phone and at a desk, in both languages, with scripts and without. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=web-portal", "server.address=127.0.0.1"})
class FilingAtEachWidthTest {

    private static final boolean LOOKING = System.getProperty("look") != null;
    private static final StubServices SERVICES = new StubServices();
    private static final String CODE = "4821 0937 5516 2043";
    private static Browsers browsers;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        SERVICES.register(properties);
    }

    @BeforeAll
    static void start() {
        browsers = Browsers.start();
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    @BeforeEach
    void forget() {
        SERVICES.clear();
    }

    /** Each width and each language; with {@code -Dlook=} each width in each language, which takes twice as long. */
    static List<Arguments> oneWay() {
        return LOOKING ? all() : List.of(Arguments.of(390, "zh-CN"), Arguments.of(1280, "en"));
    }

    static List<Arguments> otherWay() {
        return LOOKING ? all() : List.of(Arguments.of(390, "en"), Arguments.of(1280, "zh-CN"));
    }

    private static List<Arguments> all() {
        return Stream.of(390, 1280)
                .flatMap(width -> Stream.of("zh-CN", "en").map(language -> Arguments.of(width, language)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("oneWay")
    void without_scripts_a_report_is_filed_question_by_question(int width, String language) {
        files(width, language, false, page -> {
            page.locator("#placeLat").fill("24.93");
            page.locator("#placeLon").fill("111.46");
        });
    }

    @ParameterizedTest
    @MethodSource("otherWay")
    void with_scripts_the_pin_is_set_by_the_keyboard_alone(int width, String language) {
        files(width, language, true, page -> {
            page.locator("[data-map-place]").focus();
            page.keyboard().press("Enter");
            String before = page.locator("#placeLat").inputValue();
            page.keyboard().press("ArrowUp");
            assertThat(page.locator("#placeLat")).not().hasValue(before);
            assertThat(page.locator("[data-map-status]"))
                    .containsText(page.locator("#placeLat").inputValue());
        });
    }

    @FunctionalInterface
    private interface Placing {
        void on(Page page);
    }

    private void files(int width, String language, boolean scripts, Placing placing) {
        SERVICES.answersUpload("u-1");
        SERVICES.answers("POST /api/v1/reports", 201, """
            {"number":"01j3x5m6hj4k2m3n4p5q6r7s8t","code":"%s","secret":"Zx8k2LmQ4vT7wYb1NcE9Rg",
             "office":{"zh":"江华分局","en":"Jianghua branch"},"triageBy":"2026-07-22T16:00:00Z"}\
            """.formatted(CODE));
        try (BrowserContext visitor = browsers.visitor(width, scripts)) {
            Page page = visitor.newPage();
            page.navigate("http://127.0.0.1:" + port + "/report?lang=" + language);
            page.locator("main a[role=button]").click();
            page.locator("#category").check();
            proceed(page);
            placing.on(page);
            proceed(page);
            proceed(page);
            proceed(page);
            page.locator("#observedAt").fill("2026-07-20T08:30");
            page.locator("#weather").check();
            page.locator("#stillGoingOn").check();
            proceed(page);
            // Five characters are enough, and one less is not.
            page.locator("#description").fill("河水发黑");
            proceed(page);
            assertThat(page.locator(".govuk-error-summary")).isVisible();
            page.locator("#description").fill("河水发黑了");
            proceed(page);
            page.locator("#photos").setInputFiles(new FilePayload("a.jpg", "image/jpeg", new byte[] {1}));
            proceed(page);
            page.waitForURL("**/report/contact");
            proceed(page);
            proceed(page);

            assertThat(page.locator(".lz-code")).hasText(CODE);
            assertThat(page.locator("svg.lz-qr")).isVisible();
            assertThat(page.locator("html")).hasAttribute("lang", language);
            assertThat(page.locator("[data-print]"))
                    .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                            .setVisible(scripts));
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isTrue();
            if (scripts) {
                Axe.assertConforms(page, "the receipt at %s in %s".formatted(width, language));
            }
        }
        assertThat(SERVICES.asked("POST /api/v1/reports")).hasSize(1);
        var sent = SERVICES.asked("POST /api/v1/reports").getFirst().json();
        assertThat(sent.path("photos").toString()).isEqualTo("[\"u-1\"]");
        assertThat(sent.path("form").path("affectedWater").path("latitude").asDouble())
                .isPositive();
        assertThat(sent.path("form").path("language").asString()).isEqualTo(language);
    }

    @ParameterizedTest
    @MethodSource("oneWay")
    void without_scripts_a_report_is_followed_and_said_not_to_be_fixed(int width, String language) {
        String receipt = "{\"stream\":\"report-x@hn\",\"version\":5,\"id\":\"x\",\"repeated\":false}";
        SERVICES.answers("POST /api/v1/tracking/secret", 200, "{\"secret\":\"Zx8k2LmQ4vT7wYb1NcE9Rg\"}");
        SERVICES.answers("POST /api/v1/tracking", 200, """
            {"report":"01j3x5m6hj4k2m3n4p5q6r7s8t","state":"cross-border","filedAt":"2026-07-20T00:42:00Z",
             "triageBy":"2026-07-22T16:00:00Z","officeBureau":"431129-branch","otherBureau":"451123-branch",
             "caseProgress":{"caseId":"01j3x5m6hj4k2m3n4p5q6r7s9z","closedAt":"2026-08-20T02:00:00Z","steps":[
               {"key":"opened","at":"2026-07-20T02:00:01Z"},{"key":"closed","at":"2026-08-20T02:00:00Z"}]},
             "reply":{"text":"已整改完成。","at":"2026-08-20T03:00:00Z"},"askIfFixed":true}\
            """);
        for (String act : new String[] {"answer", "additions", "pressure"}) {
            SERVICES.answers("POST /api/v1/tracking/" + act, 200, receipt);
        }
        try (BrowserContext visitor = browsers.visitor(width, false)) {
            Page page = visitor.newPage();
            page.navigate("http://127.0.0.1:" + port + "/status?lang=" + language);
            page.locator("#code").fill(CODE);
            proceed(page);
            assertThat(page.locator(".lz-steps")).isVisible();
            assertThat(page.locator("main")).containsText("已整改完成。");
            page.locator("[name=fixed][value=no]").check();
            page.locator("#words").fill("水还是黑的");
            proceed(page);
            says(page, "/status/add");
            says(page, "/status/pressure");
            assertThat(page.url()).endsWith("/status/report");
            assertThat(page.locator("html")).hasAttribute("lang", language);
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isTrue();
        }
        for (String act : new String[] {"answer", "additions", "pressure"}) {
            assertThat(SERVICES.asked("POST /api/v1/tracking/" + act)).as(act).hasSize(1);
        }
    }

    private void says(Page page, String path) {
        page.navigate("http://127.0.0.1:" + port + path);
        page.locator("#words").fill("昨夜又流出黑水");
        proceed(page);
    }

    private static void proceed(Page page) {
        page.locator("main button.govuk-button[type=submit]").first().click();
        page.waitForLoadState();
    }
}
