package org.lianzhi.portal.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lianzhi.test.Axe;
import org.lianzhi.test.Browsers;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** Looks at every page in both languages, on a phone and on a desk. With {@code -Dlook=} pictures, and what a printer would get, go to {@code target/look}. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=web-portal", "server.address=127.0.0.1", "lianzhi.portal.demo=true"})
@ActiveProfiles("preview")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class LookTest {

    /** A map that is hidden as yet draws nothing. */
    private static final String MAP_IS_SHOWN =
            "Boolean(window.L) && [...document.querySelectorAll('[data-map]')].some(map => map.offsetParent)";

    /** A step's form with problems: the same fragments on all of them, so axe is asked with {@code -Dlook=} only. */
    private static final String WRONG = "/preview/step/.*[?]wrong";

    private static final int PHONE = 390;
    private static final int DESK = 1280;
    private static final Path PICTURES = Path.of("target", "look");

    /**
     * Somebody wants to see pages: {@code -Dlook=} takes pictures of all, {@code -Dlook=case,sign} of those with one of these words
     * in their address, in both languages, and asks axe about each four times. An ordinary build takes each page in one language
     * and asks axe once, every second page in the other one: both languages take twice as long, and that words are not
     * missing is {@code MessagesTest}.
     */
    private static final boolean LOOKING = System.getProperty("look") != null;

    @LocalServerPort
    private int port;

    /** A browser belongs to the thread that started it, and there are as many threads as {@link Execution} gives. */
    private final ThreadLocal<Window> window = ThreadLocal.withInitial(this::open);

    private final Queue<Browsers> opened = new ConcurrentLinkedQueue<>();

    /**
     * One for all pages of a thread: a new one takes a second, a quarter of a look.
     *
     * @param troubles of the page that is shown
     */
    private record Window(Page page, List<String> troubles) {}

    private Window open() {
        var browsers = Browsers.start();
        opened.add(browsers);
        var page = browsers.visitor(PHONE, true).newPage();
        var troubles = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type()) || "warning".equals(message.type())) {
                troubles.add(message.text());
            }
        });
        page.onPageError(troubles::add);
        page.onRequest(request -> {
            if ("font".equals(request.resourceType()) || !request.url().contains("127.0.0.1:" + port)) {
                troubles.add("asked for " + request.url());
            }
        });
        return new Window(page, troubles);
    }

    @AfterAll
    void close() {
        opened.forEach(Browsers::close);
    }

    static List<String> pages() {
        var only = List.of(System.getProperty("look", "").split(","));
        return PreviewPages.addresses().stream()
                .filter(address -> only.stream().anyMatch(address::contains))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_is_accessible_fits_a_phone_and_asks_for_nothing_foreign(String address) {
        boolean even = PreviewPages.addresses().indexOf(address) % 2 == 0;
        if (LOOKING || even) {
            look(address, "zh-CN", PHONE);
        }
        if (LOOKING || !even) {
            look(address, "en", DESK);
        }
    }

    /** One load a language: the page is looked at in one width, then the window is drawn to the other. */
    private void look(String address, String language, int examined) {
        var page = window.get().page();
        var troubles = window.get().troubles();
        try {
            page.setViewportSize(examined, height(examined));
            var separator = address.contains("?") ? "&" : "?";
            page.navigate("http://127.0.0.1:" + port + address + separator + "lang=" + language);
            page.waitForLoadState();
            // Not waitForFunction, which evaluates text in the page: the content policy forbids that.
            if ((Boolean) page.evaluate(MAP_IS_SHOWN)) {
                page.locator(".leaflet-interactive, .lz-map__county")
                        .first()
                        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            }
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
            assertThat(page.content()).as("words without translation").doesNotContain("??");
            assertThat(page.locator("body").innerText()).doesNotContain("GOV.UK");
            fits(page, address, language, examined);
            if (LOOKING || !address.matches(WRONG)) {
                Axe.assertConforms(page, "the page at %s in %s".formatted(examined, language));
            }
            var other = examined == PHONE ? DESK : PHONE;
            page.setViewportSize(other, height(other));
            fits(page, address, language, other);
            if (LOOKING) {
                Axe.assertConforms(page, "the page at %s in %s".formatted(other, language));
                page.pdf(new Page.PdfOptions()
                        .setFormat("A4")
                        .setPath(PICTURES.resolve(name(address, language) + ".pdf")));
            }
            assertThat(troubles).isEmpty();
        } finally {
            // What goes on in this page must not be told of the next.
            page.navigate("about:blank");
            troubles.clear();
        }
    }

    private static int height(int width) {
        return width == PHONE ? 844 : 900;
    }

    private static void fits(Page page, String address, String language, int width) {
        if (LOOKING) {
            picture(page, address, language, width);
        }
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("no sideways scrolling at %s", width)
                .isTrue();
    }

    private static void picture(Page page, String address, String language, int width) {
        var name = name(address, language) + "." + width + ".png";
        page.screenshot(
                new Page.ScreenshotOptions().setPath(PICTURES.resolve(name)).setFullPage(true));
    }

    private static String name(String address, String language) {
        return address.replaceAll("[^a-z0-9-]+", "_") + "." + language;
    }
}
