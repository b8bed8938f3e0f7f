package org.lianzhi.portal.preview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The board in a browser: it follows what moves, keeps where somebody is, and stops when told to. */
class BoardInBrowserTest extends PreviewInBrowser {

    private static final String MOVED = "event: changed\ndata: 1\n\n";
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);

    @Test
    void what_has_moved_appears_without_a_reload_until_it_is_paused() {
        try (Page page = browsers.visitor(1280, true).newPage()) {
            AtomicInteger listened = new AtomicInteger();
            page.route("**/supervision/live", route -> {
                listened.incrementAndGet();
                route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/event-stream")
                        .setBody(MOVED));
            });
            String address = "http://127.0.0.1:" + port + "/preview/supervision/cases";
            page.navigate(address + "?lang=en");
            page.route(
                    "**/preview/supervision/parts**",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setResponse(route.fetch())
                            .setBody(route.fetch().text().replace("XG-2026-0006", "XG-2026-0099"))));
            Locator cases = page.locator("[data-board-part=cases]");
            page.locator("a[href='/supervision/cases/XG-2026-0007']").focus();

            assertThat(cases).containsText("XG-2026-0099", PATIENTLY);
            assertThat(page.locator("a[href='/supervision/cases/XG-2026-0007']"))
                    .isFocused();

            page.locator("[data-board-switch] button").click();
            assertThat(page.locator("[data-board-paused]")).isVisible();
            page.reload();
            assertThat(page.locator("[data-board-switch] button")).hasAttribute("aria-pressed", "true");
            int before = listened.get();
            page.locator("[data-board-switch] button").click();
            assertThat(page.locator("[data-board-live]")).isVisible();
            page.waitForCondition(() -> listened.get() > before);
            assertThat(before).isPositive();
        }
    }
}
