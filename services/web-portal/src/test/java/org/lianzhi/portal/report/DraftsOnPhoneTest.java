package org.lianzhi.portal.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianzhi.portal.stub.StubServices;
import org.lianzhi.test.Axe;
import org.lianzhi.test.Browsers;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Somebody stands at a river without a connection: the browser's own offline mode, its own store, its own worker. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=web-portal", "server.address=127.0.0.1"})
class DraftsOnPhoneTest {

    private static final StubServices SERVICES = new StubServices();
    private static final String FILE = "POST /api/v1/reports";
    private static final String UPLOAD = "POST /api/v1/uploads";
    private static final String FILED = """
        {"number":"01j3x5m6hj4k2m3n4p5q6r7s8t","code":"4821 0937 5516 2043","secret":"Zx8k2LmQ4vT7wYb1NcE9Rg",
         "office":{"zh":"江华分局","en":"Jianghua branch"},"triageBy":"2026-07-22T16:00:00Z"}\
        """;

    @LocalServerPort
    private int port;

    private Browsers browsers;
    private BrowserContext phone;
    private Page page;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        SERVICES.register(properties);
    }

    @BeforeEach
    void open() {
        SERVICES.clear();
        Deploying.next = false;
        SERVICES.answersUpload("u-1");
        browsers = Browsers.start();
        open(390, "en");
    }

    private void open(int width, String language) {
        phone = browsers.visitor(width, true);
        page = phone.newPage();
        page.navigate(address("/report/phone?lang=" + language));
        // Answers with a failure, too, which "ready" never does.
        page.evaluate("navigator.serviceWorker.register('/report/worker.js', {scope: '/report/'})"
                + ".then(() => navigator.serviceWorker.ready).then(() => true)");
    }

    @AfterEach
    void close() {
        browsers.close();
    }

    @Test
    void written_offline_with_a_photo_it_outlives_a_reload_and_is_filed_once_when_sent() {
        SERVICES.answers(FILE, 201, FILED);
        phone.setOffline(true);
        page.reload();
        assertThat(page.locator("[data-phone-offline]")).isVisible();
        writes("Black water in the channel", this::accessible);
        String draft = page.url();

        page.reload();
        assertThat(page.locator("[data-phone-answers]")).containsText("Black water in the channel");
        assertThat(page.locator("[data-phone-answers]")).containsText("channel.jpg");
        assertThat(page.locator("[data-phone-answers]")).containsText(Pattern.compile("2[0-9]\\.[0-9]{5}"));
        page.locator("[data-phone-send]").click();
        assertThat(page.locator("[data-phone-status]")).containsText("there is no connection");
        assertThat(SERVICES.asked(FILE)).as("nothing is sent by itself").isEmpty();

        phone.setOffline(false);
        assertThat(page.locator("[data-phone-offline]")).isHidden();
        assertThat(SERVICES.asked(FILE)).as("nor when the connection is back").isEmpty();
        page.locator("[data-phone-send]").click();
        assertThat(page.locator(".lz-code")).hasText("4821 0937 5516 2043");

        assertThat(SERVICES.asked(FILE)).hasSize(1);
        var sent = SERVICES.asked(FILE).getFirst();
        assertThat(draft).as("the key is the draft's own").contains(sent.key());
        assertThat(sent.json().path("photos").toString()).isEqualTo("[\"u-1\"]");
        assertThat(sent.json()
                        .path("form")
                        .path("suspectedOutlet")
                        .path("latitude")
                        .asDouble())
                .isPositive();
        assertThat(SERVICES.asked(UPLOAD)).hasSize(1);
        assertThat(page.locator("[data-phone-filed]")).hasCount(0);
        page.navigate(address("/report/phone?lang=en"));
        assertThat(page.locator("[data-phone-status]")).containsText("no drafts");
    }

    @ParameterizedTest
    @CsvSource({"390, zh-CN", "1280, zh-CN", "1280, en"})
    void offline_at_each_width_and_in_each_language(int width, String language) {
        SERVICES.answers(FILE, 201, FILED);
        phone.close();
        open(width, language);
        phone.setOffline(true);
        page.reload();
        writes("水渠里流出黑水", () -> {});
        page.reload();
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.locator("[data-phone-answers]")).containsText("水渠里流出黑水");
        phone.setOffline(false);
        page.locator("[data-phone-send]").click();

        assertThat(page.locator(".lz-code")).hasText("4821 0937 5516 2043");
        assertThat(page.locator("html")).hasAttribute("lang", language);
    }

    @Test
    void in_wechat_a_way_out_is_told_and_what_does_not_work_there_is_not_offered() {
        page.addInitScript(
                "Object.defineProperty(navigator, 'userAgent', {get: () => 'Mobile MicroMessenger/8.0.49'})");
        page.navigate(address("/report/phone?lang=zh-CN"));
        assertThat(page.locator("[data-phone-wechat]")).containsText("用手机浏览器打开");
        page.navigate(address("/report/phone?lang=en"));
        assertThat(page.locator("[data-phone-wechat]")).isVisible();

        SERVICES.answers(FILE, 201, FILED);
        writes("Foam below the pipe", () -> {});
        page.locator("[data-phone-send]").click();
        assertThat(page.locator(".lz-code")).isVisible();
        assertThat(page.locator("[data-print]")).isHidden();
        assertThat(page.locator("svg.lz-qr")).isVisible();
    }

    @Test
    void a_send_that_is_cut_off_is_the_same_report_when_it_is_sent_again() {
        SERVICES.answers(FILE, 503, "{}");
        SERVICES.answers(FILE, 201, FILED);
        writes("Foam below the pipe", () -> {});
        page.locator("[data-phone-send]").click();
        assertThat(page.locator("[data-phone-status]")).containsText("Nothing is lost");
        page.reload();
        assertThat(page.locator("[data-phone-frozen]")).isVisible();
        page.locator("[data-phone-send]").click();
        assertThat(page.locator(".lz-code")).isVisible();

        var asked = SERVICES.asked(FILE);
        assertThat(asked).hasSize(2);
        assertThat(asked.get(1).key()).isEqualTo(asked.get(0).key());
        assertThat(asked.get(1).body()).isEqualTo(asked.get(0).body());
        assertThat(SERVICES.asked(UPLOAD)).as("the photo had arrived").hasSize(1);
    }

    @Test
    void what_was_refused_can_be_changed_and_is_sent_as_another_report() {
        SERVICES.answers(FILE, 422, "{\"code\":\"report.incomplete\",\"arguments\":[\"photos:unknown\"]}");
        SERVICES.answers(FILE, 201, FILED);
        writes("Foam below the pipe", () -> {});
        page.locator("[data-phone-send]").click();
        assertThat(page.locator("[data-phone-problems]")).isVisible();
        page.reload();
        page.locator("[data-phone-send]").click();
        assertThat(page.locator(".lz-code")).isVisible();

        var asked = SERVICES.asked(FILE);
        assertThat(asked).hasSize(2);
        assertThat(asked.get(1).key()).isNotBlank().isNotEqualTo(asked.get(0).key());
    }

    @Test
    void what_is_missing_is_told_with_a_way_to_the_question_and_can_be_changed() {
        page.locator("[data-phone-new]").click();
        page.locator("#category").waitFor();
        page.navigate(page.url().replaceFirst("/category$", "/check"));
        page.locator("[data-phone-send]").click();
        assertThat(page.locator("[data-phone-problems]")).containsText("Describe what you saw");
        assertThat(SERVICES.asked(FILE)).isEmpty();
        page.locator("[data-phone-problems] a", new Page.LocatorOptions().setHasText("Describe what you saw"))
                .click();
        page.locator("#description").fill("Dead fish at the weir");
        page.locator("[data-phone-draft] a[href='#']").click();

        assertThat(page.locator("[data-phone-name]")).hasText("Dead fish at the weir");
    }

    @Test
    void several_drafts_are_kept_apart_and_deleted_one_by_one_or_all() {
        page.onDialog(Dialog::accept);
        for (String words : List.of("The first river", "The second river", "The third river")) {
            page.locator("[data-phone-new]").click();
            page.locator("#category").waitFor();
            page.navigate(page.url().replaceFirst("/category$", "/what"));
            assertThat(page.locator("#description")).hasValue("");
            page.locator("#description").fill(words);
            page.locator("[data-phone-draft] a[href='#']").click();
        }
        Locator names = page.locator("[data-phone-name]");
        assertThat(names).hasText(new String[] {"The third river", "The second river", "The first river"});
        page.locator("[data-phone-delete]").nth(1).click();
        assertThat(names).hasText(new String[] {"The third river", "The first river"});
        page.locator("[data-phone-delete-all]").click();
        assertThat(names).hasCount(0);
        page.reload();
        assertThat(page.locator("[data-phone-status]")).containsText("no drafts");
    }

    @Test
    void nothing_of_anybody_is_kept_by_the_worker() {
        page.navigate(address("/status"));
        page.navigate(address("/report/category"));
        Object kept =
                page.evaluate("caches.keys().then(names => Promise.all(names.map(name => caches.open(name).then(kept =>"
                        + " kept.keys())))).then(all => all.flat().map(each => new URL(each.url).pathname + new"
                        + " URL(each.url).search).join(' '))");

        assertThat(String.valueOf(kept).split(" "))
                .contains("/report/phone?lang=en", "/report/phone?lang=zh-CN")
                .allMatch(each -> each.matches("/(portal|kit|webjars)/.*|/report/phone\\?lang=.*"));
        Object pages = page.evaluate("caches.match('/report/phone?lang=en').then(answer => answer.text())");
        assertThat(String.valueOf(pages)).contains("data-phone").doesNotContain("_csrf", "lz-user");
    }

    @Test
    void page_and_scripts_of_one_build_are_kept_together_and_replaced_together() {
        Deploying.next = true;
        page.reload();
        assertThat(page.locator("[data-phone-status]")).hasCount(0);
        await().untilAsserted(() -> assertThat(text("/report/phone?lang=en")).contains("data-phone-told"));
        assertThat(text("/portal/js/kept-page.js")).contains("part(\"told\")").doesNotContain("part(\"status\")");
        assertThat(page.evaluate("caches.keys().then(names => names.length)")).isEqualTo(1);

        phone.setOffline(true);
        page.reload();
        assertThat(page.locator("[data-phone-told]")).containsText("no drafts");
    }

    @Test
    void an_update_that_does_not_get_through_leaves_what_was_kept_as_it_was() {
        phone.route("**/portal/js/upload.js", Route::abort);
        Deploying.next = true;
        page.evaluate("navigator.serviceWorker.getRegistration('/report/').then(it => it.update())"
                + ".then(it => new Promise(done => { const worker = it.installing;"
                + " worker.addEventListener('statechange', () => worker.state === 'redundant' && done()); }))");

        phone.setOffline(true);
        page.reload();
        assertThat(page.locator("[data-phone-status]")).containsText("no drafts");
    }

    @Test
    void a_connection_that_hangs_is_none_for_the_files_either() {
        phone.route("**/portal/**", route -> {});
        page.reload();

        assertThat(page.locator("[data-phone-status]"))
                .containsText("no drafts", new LocatorAssertions.ContainsTextOptions().setTimeout(15_000));
    }

    @Test
    void a_photo_for_which_there_is_no_room_is_told_and_keeps_nothing_else_from_being_sent() {
        page.evaluate("() => { const put = IDBObjectStore.prototype.put;"
                + " IDBObjectStore.prototype.put = function (value, ...key) {"
                + " if (value instanceof Blob) throw new DOMException('full', 'QuotaExceededError');"
                + " return put.call(this, value, ...key); }; }");
        begins("Foam below the pipe");
        page.locator("#photos").setInputFiles(photo("channel.jpg"));
        assertThat(page.locator("[data-phone-status]")).containsText("could not keep it");
        assertThat(page.locator("[data-phone-kept] li")).hasCount(0);

        page.navigate(page.url().replaceFirst("/photos$", "/check"));
        page.locator("[data-phone-send]").click();
        assertThat(page.locator("[data-phone-problems]")).isVisible();
        assertThat(SERVICES.asked(UPLOAD)).isEmpty();
    }

    @Test
    void a_photo_that_the_browser_has_lost_is_named_and_can_be_removed() {
        SERVICES.answers(FILE, 201, FILED);
        writes("Foam below the pipe", () -> {});
        page.evaluate("new Promise(done => { const opening = indexedDB.open('lianzhi-phone');"
                + " opening.onsuccess = () => {"
                + " const all = opening.result.transaction('pictures', 'readwrite');"
                + " all.objectStore('pictures').clear(); all.oncomplete = () => done(opening.result.close()); }; })");
        page.locator("[data-phone-send]").click();
        assertThat(page.locator("[data-phone-problems]")).containsText("“channel.jpg” is not on this phone any more");

        page.navigate(page.url().replaceFirst("/check$", "/photos"));
        page.locator("[data-phone-kept] button").click();
        assertThat(page.locator("[data-phone-kept] li")).hasCount(0);
        page.navigate(page.url().replaceFirst("/photos$", "/check"));
        page.locator("[data-phone-send]").click();
        assertThat(page.locator(".lz-code")).hasText("4821 0937 5516 2043");
    }

    @Test
    void photos_that_are_still_being_kept_when_the_draft_is_left_stay_with_it() {
        begins("Foam below the pipe");
        page.evaluate("new Promise(done => { const opening = indexedDB.open('lianzhi-phone');"
                + " opening.onsuccess = () => {"
                + " const store = opening.result.transaction('pictures', 'readwrite').objectStore('pictures');"
                + " window.held = true;"
                + " const hold = () => { if (window.held) store.get('none').onsuccess = hold;"
                + " else opening.result.close(); };"
                + " hold(); done(); }; })");
        page.locator("#photos").setInputFiles(new FilePayload[] {photo("one.jpg"), photo("two.jpg")});
        page.locator("[data-phone-draft] a[href='#']").click();
        page.evaluate("() => { window.held = false; }");

        assertThat(page.locator("[data-phone-about]")).containsText("Photos: 2");
        page.locator("[data-phone-open]").click();
        page.navigate(page.url().replaceFirst("/category$", "/photos"));
        assertThat(page.locator("[data-phone-kept] li")).hasCount(2);
    }

    private String text(String address) {
        return String.valueOf(
                page.evaluate("address => caches.match(address).then(answer => answer ? answer.text() : '')", address));
    }

    private static FilePayload photo(String name) {
        return new FilePayload(name, "image/jpeg", new byte[] {1, 2, 3});
    }

    /** A draft of a few words, at the question for photos. */
    private void begins(String description) {
        page.locator("[data-phone-new]").click();
        page.locator("#category").waitFor();
        page.navigate(page.url().replaceFirst("/category$", "/what"));
        page.locator("#description").fill(description);
        page.navigate(page.url().replaceFirst("/what$", "/photos"));
        page.locator("#photos").waitFor();
    }

    /** @param look at each step before it is left: once is enough */
    private void writes(String description, Runnable look) {
        page.locator("[data-phone-new]").click();
        page.locator("#category").check();
        next(look);
        next(look);
        page.locator("[data-phone-step=outlet] [data-map-place]").click();
        next(look);
        next(look);
        page.locator("#observedAt").fill("2026-07-20T08:30");
        page.locator("#weather").check();
        page.locator("#stillGoingOn").check();
        next(look);
        page.locator("#description").fill(description);
        next(look);
        page.locator("#photos").setInputFiles(photo("channel.jpg"));
        page.locator("[data-phone-kept] li").waitFor();
        next(look);
        next(look);
        page.locator("[data-phone-answers] div").first().waitFor();
    }

    private void next(Runnable look) {
        Locator step = page.locator("[data-phone-step]:visible");
        look.run();
        String now = step.getAttribute("data-phone-step");
        page.locator("[data-phone-next]").click();
        page.locator("[data-phone-step=" + now + "]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    private void accessible() {
        Axe.assertConforms(page, "a step of a draft");
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** The next build: another page, a script that fits no other, and the worker of that build. */
    @TestConfiguration
    static class Deploying extends OncePerRequestFilter {

        static volatile boolean next;

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return !next || !request.getRequestURI().matches(".*/(phone|worker\\.js|kept-page\\.js)");
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var whole = new ContentCachingResponseWrapper(response);
            chain.doFilter(request, whole);
            String now = new String(whole.getContentAsByteArray(), UTF_8)
                    .replace("data-phone-status", "data-phone-told")
                    .replace("part(\"status\")", "part(\"told\")")
                    .replaceFirst("BUILD = \"", "BUILD = \"next");
            whole.resetBuffer();
            whole.getOutputStream().write(now.getBytes(UTF_8));
            whole.copyBodyToResponse();
        }
    }
}
