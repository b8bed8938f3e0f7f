package org.lianzhi.portal.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Geolocation;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.portal.stub.StubServices;
import org.lianzhi.territory.Datum;
import org.lianzhi.test.Browsers;
import org.lianzhi.test.PieceOfWork;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same pages on a phone, with the map and its pin, and in English. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=web-portal", "server.address=127.0.0.1"})
class FilingInBrowserTest {

    private static final StubServices SERVICES = new StubServices();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        SERVICES.register(properties);
    }

    @BeforeEach
    void forget() {
        SERVICES.clear();
    }

    @Test
    void a_pin_is_set_without_typing_and_the_report_arrives() {
        SERVICES.answersUpload("u-1");
        SERVICES.answers(
                "POST /api/v1/reports",
                429,
                "{\"code\":\"report.too-many\",\"work\":{\"challenge\":\"1800000000.10.ab\",\"bits\":10}}");
        SERVICES.answers("POST /api/v1/reports", 201, """
            {"number":"01j3x5m6hj4k2m3n4p5q6r7s8t","code":"4821 0937 5516 2043","secret":"Zx8k2LmQ4vT7wYb1NcE9Rg",
             "office":{"zh":"江华分局","en":"Jianghua branch"},"triageBy":"2026-07-22T16:00:00Z"}\
            """);
        try (Browsers browsers = Browsers.start()) {
            BrowserContext phone = browsers.visitor(390, true);
            phone.grantPermissions(List.of("geolocation"));
            phone.setGeolocation(new Geolocation(24.93, 111.46).setAccuracy(36.4));
            Page page = phone.newPage();
            page.navigate("http://127.0.0.1:" + port + "/report?lang=en");
            page.locator(".govuk-button").click();
            page.locator("#category").check();
            proceed(page);
            page.locator("[data-map-place]").click();
            page.keyboard().press("ArrowUp");
            assertThat(page.locator("#placeLat")).hasValue(Pattern.compile("2[0-9]\\.[0-9]{5}"));
            proceed(page);
            // Where the phone says it is, with how far off that may be, until somebody moves the pin.
            page.locator("[data-map-locate]").click();
            assertThat(page.locator("[data-map-status]")).containsText("24.93000, 111.46000");
            assertThat(page.locator("[data-map-status]")).containsText("within about 37 metres");
            page.locator(".lz-pin").focus();
            page.keyboard().press("ArrowUp");
            assertThat(page.locator("[data-map-status]")).not().containsText("metres");
            assertThat(page.locator("[data-map-accuracy]")).hasValue("");
            page.locator("[data-map-locate]").click();
            assertThat(page.locator("[data-map-accuracy]")).hasValue("37");
            proceed(page);
            proceed(page);
            page.locator("#observedAt").fill("2026-07-20T08:30");
            page.locator("#weather").check();
            page.locator("#stillGoingOn").check();
            proceed(page);
            page.locator("#description").fill("Black water in the channel");
            proceed(page);
            page.locator("#photos").setInputFiles(new FilePayload("channel.jpg", "image/jpeg", new byte[] {1, 2, 3}));
            proceed(page);
            page.waitForURL("**/report/contact");
            proceed(page);
            assertThat(page.locator("main")).containsText("channel.jpg");
            assertThat(page.locator("main")).containsText("position by the phone, to within about 37 metres");
            proceed(page);

            assertThat(page.locator(".lz-code")).hasText("4821 0937 5516 2043");
            assertThat(page.locator("main")).containsText("Jianghua branch looks into it first.");
            assertThat(page.locator("svg.lz-qr")).isVisible();

            // The script did the work and sent the report, which had been asked for.
            org.assertj.core.api.Assertions.assertThat(SERVICES.asked("POST /api/v1/reports"))
                    .extracting(StubServices.Asked::work)
                    .containsExactly(null, PieceOfWork.solve("1800000000.10.ab", 10));

            var form = SERVICES.asked("POST /api/v1/reports").getLast().json().path("form");
            org.assertj.core.api.Assertions.assertThat(
                            form.path("suspectedOutlet").path("accuracyM").asInt())
                    .isEqualTo(37);
            org.assertj.core.api.Assertions.assertThat(
                            form.path("affectedWater").path("accuracyM").isNull())
                    .isTrue();

            // As a phone does that scanned it: nothing of the secret is left in the address.
            SERVICES.answers("POST /api/v1/tracking/secret", 404, "{}");
            page.navigate("http://127.0.0.1:" + port + "/status/open#Zx8k2LmQ4vT7wYb1NcE9Rg");
            assertThat(page.locator("main")).containsText("We could not find this code");
            org.assertj.core.api.Assertions.assertThat(page.url()).doesNotContain("Zx8k2");
            org.assertj.core.api.Assertions.assertThat(SERVICES.asked("POST /api/v1/tracking/secret")
                            .getFirst()
                            .json()
                            .path("code")
                            .asString())
                    .isEqualTo("Zx8k2LmQ4vT7wYb1NcE9Rg");
        }
    }

    @Test
    void what_was_typed_comes_back_until_somebody_is_done_and_a_tracking_code_never() {
        SERVICES.answers("POST /api/v1/tracking/secret", 200, "{\"secret\":\"Zx8k2LmQ4vT7wYb1NcE9Rg\"}");
        SERVICES.answers("POST /api/v1/tracking", 200, """
            {"report":"01j3x5m6hj4k2m3n4p5q6r7s8t","stream":"report-x@hn","state":"received","category":"sewage",
             "filedAt":"2026-07-20T00:42:00Z","officeBureau":"431129-branch","updates":[],"askIfFixed":true}\
            """);
        String status = "http://127.0.0.1:" + port + "/status";
        try (Browsers browsers = Browsers.start()) {
            Page page = browsers.visitor(390, true).newPage();
            page.navigate(status + "/pressure?lang=en");
            page.locator("#code").fill("4821 0937 5516 2043");
            page.locator("#words").fill("Somebody came");
            page.reload();
            assertThat(page.locator("#words")).hasValue("Somebody came");
            assertThat(page.locator("#code")).hasValue("");

            page.navigate(status);
            page.locator("#code").fill("4821 0937 5516 2043");
            proceed(page);
            page.locator("#words").fill("Still black");
            page.reload();
            assertThat(page.locator("#words")).hasValue("Still black");
            assertThat(page.locator("[data-autosave-note]")).isVisible();

            page.locator("form[action='/status/forget'] button").click();
            page.waitForURL(status);
            org.assertj.core.api.Assertions.assertThat(
                            page.evaluate("Object.keys(sessionStorage).filter(key => key.startsWith('lianzhi-draft'))"))
                    .isEqualTo(List.of());
        }
    }

    @Test
    void of_several_photos_that_are_cut_off_none_is_added_twice() {
        SERVICES.answersUpload("u-1");
        SERVICES.answersUpload("u-2");
        try (Browsers browsers = Browsers.start()) {
            Page page = browsers.visitor(390, true).newPage();
            page.navigate("http://127.0.0.1:" + port + "/report/photos?first&lang=en");
            AtomicInteger asked = new AtomicInteger();
            page.route("**/uploads", route -> {
                if (asked.incrementAndGet() == 2) {
                    route.abort();
                } else {
                    route.resume();
                }
            });
            page.locator("#photos").setInputFiles(new FilePayload[] {
                new FilePayload("one.jpg", "image/jpeg", new byte[] {1}),
                new FilePayload("two.jpg", "image/jpeg", new byte[] {2})
            });
            proceed(page);
            assertThat(page.locator("[data-upload-problem]")).containsText("It did not get through");
            assertThat(page).hasURL(Pattern.compile(".*/report/photos.*"));
            // Not the button: it takes a second press within a second for a slip of the finger.
            page.evaluate("document.querySelector('form[data-upload]').requestSubmit()");
            page.waitForURL("**/report/category");

            page.navigate("http://127.0.0.1:" + port + "/report/photos?first");
            assertThat(page.locator(".lz-sent__name")).hasText(new String[] {"one.jpg", "two.jpg"});
            org.assertj.core.api.Assertions.assertThat(SERVICES.asked("POST /api/v1/uploads"))
                    .hasSize(2);
        }
    }

    @Test
    void after_a_cut_in_the_middle_of_a_large_photo_only_the_rest_is_sent_and_it_is_one_photo() {
        String pieces = "PATCH /api/v1/uploads/u-1";
        SERVICES.answers("POST /api/v1/uploads", 201, "{\"id\":\"u-1\",\"offset\":0}");
        SERVICES.answers("POST /api/v1/uploads", 201, "{\"id\":\"u-1\",\"offset\":524288}");
        SERVICES.answers(pieces, 200, "{\"id\":\"u-1\",\"offset\":524288}");
        SERVICES.answers(pieces, 200, "{\"id\":\"u-1\",\"offset\":600000}");
        SERVICES.answers(pieces, 201, "{\"id\":\"u-1\",\"sha256\":\"ab\",\"lat\":24.93,\"lon\":111.46}");
        try (Browsers browsers = Browsers.start()) {
            BrowserContext phone = browsers.visitor(390, true);
            Page page = phone.newPage();
            page.navigate("http://127.0.0.1:" + port + "/report/photos?first&lang=en");
            AtomicInteger sent = new AtomicInteger();
            page.route("**/uploads/u-1", route -> {
                if (sent.incrementAndGet() == 2) {
                    route.abort();
                } else {
                    route.resume();
                }
            });
            page.locator("#photos").setInputFiles(new FilePayload("large.jpg", "image/jpeg", new byte[600_000]));
            proceed(page);
            assertThat(page.locator("[data-upload-problem]")).containsText("It did not get through");
            phone.setOffline(true);
            page.evaluate("document.querySelector('form[data-upload]').requestSubmit()");
            assertThat(page.locator("[data-upload-problem]")).containsText("It did not get through");
            phone.setOffline(false);
            page.evaluate("document.querySelector('form[data-upload]').requestSubmit()");
            page.waitForURL("**/report/category");
            // Where it says it was taken is where the pin stands.
            page.locator("#category").check();
            proceed(page);
            assertThat(page.locator("#placeLat")).hasValue("24.93");
            assertThat(page.locator("[data-map-status]")).containsText("24.93, 111.46");

            page.navigate("http://127.0.0.1:" + port + "/report/photos?first");
            assertThat(page.locator(".lz-sent__name")).hasText(new String[] {"large.jpg"});
            org.assertj.core.api.Assertions.assertThat(SERVICES.asked(pieces))
                    .extracting(StubServices.Asked::offset)
                    .containsExactly("0", "524288", "600000");
            org.assertj.core.api.Assertions.assertThat(SERVICES.asked("POST /api/v1/uploads"))
                    .extracting(StubServices.Asked::key)
                    .as("begun again under the same key")
                    .hasSize(2)
                    .containsOnly(
                            SERVICES.asked("POST /api/v1/uploads").getFirst().key());
        }
    }

    @Test
    void what_is_added_later_shows_how_far_it_is_and_goes_on_after_a_cut() {
        SERVICES.answers("POST /api/v1/tracking/secret", 200, "{\"secret\":\"Zx8k2LmQ4vT7wYb1NcE9Rg\"}");
        SERVICES.answers("POST /api/v1/tracking", 200, """
            {"report":"01j3x5m6hj4k2m3n4p5q6r7s8t","state":"received","filedAt":"2026-07-20T00:42:00Z",
             "officeBureau":"431129-branch"}\
            """);
        SERVICES.answers(
                "POST /api/v1/tracking/additions",
                200,
                "{\"stream\":\"report-x@hn\",\"version\":5,\"id\":\"x\",\"repeated\":false}");
        SERVICES.answersUpload("u-1");
        try (Browsers browsers = Browsers.start()) {
            Page page = browsers.visitor(390, true).newPage();
            page.navigate("http://127.0.0.1:" + port + "/status?lang=en");
            page.locator("#code").fill("4821 0937 5516 2043");
            proceed(page);
            page.navigate("http://127.0.0.1:" + port + "/status/add");
            AtomicInteger finished = new AtomicInteger();
            page.route("**/status/add/one", route -> {
                if (finished.incrementAndGet() == 1) {
                    route.abort();
                } else {
                    route.resume();
                }
            });
            page.locator("#photos").setInputFiles(new FilePayload("later.jpg", "image/jpeg", new byte[] {1}));
            proceed(page);
            assertThat(page.locator("[data-upload-problem]")).containsText("It did not get through");
            page.evaluate("document.querySelector('form[data-upload]').requestSubmit()");
            page.waitForURL("**/status/report");

            var added = SERVICES.asked("POST /api/v1/tracking/additions");
            org.assertj.core.api.Assertions.assertThat(added).hasSize(1);
            org.assertj.core.api.Assertions.assertThat(
                            added.getFirst().json().path("photos").toString())
                    .isEqualTo("[\"u-1\"]");
        }
    }

    @Test
    void numbers_from_a_chinese_map_put_the_pin_where_the_service_will_find_it() {
        try (Browsers browsers = Browsers.start()) {
            Page page = browsers.visitor(390, true).newPage();
            page.navigate("http://127.0.0.1:" + port + "/report?lang=en");
            Object found = page.evaluate("async () => { const {toWgs84} = await import('/portal/js/datum.js');"
                    + " const at = toWgs84({lat: 24.9300, lng: 111.4600}); return at.lat + ' ' + at.lng; }");

            var position = Datum.gcj02ToWgs84(24.9300, 111.4600);
            String[] numbers = String.valueOf(found).split(" ");
            org.assertj.core.api.Assertions.assertThat(Double.parseDouble(numbers[0]))
                    .isCloseTo(position.latitude(), within(1e-7));
            org.assertj.core.api.Assertions.assertThat(Double.parseDouble(numbers[1]))
                    .isCloseTo(position.longitude(), within(1e-7));
        }
    }

    private static void proceed(Page page) {
        page.locator("main button.govuk-button[type=submit]").first().click();
        page.waitForLoadState();
    }
}
