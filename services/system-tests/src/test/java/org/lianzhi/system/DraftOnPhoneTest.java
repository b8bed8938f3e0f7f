package org.lianzhi.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianzhi.test.Browsers;
import org.lianzhi.test.RunningLianzhi;

/** A report that is written where there is no connection, against the running whole. */
@Running
class DraftOnPhoneTest {

    private final RunningLianzhi lianzhi;
    private final Browsers browsers;

    @TempDir
    Path folder;

    DraftOnPhoneTest(RunningLianzhi lianzhi, Browsers browsers) {
        this.lianzhi = lianzhi;
        this.browsers = browsers;
    }

    @Test
    void written_offline_cut_off_while_sending_and_sent_again_it_is_exactly_one_report() throws IOException {
        String words = "Draft " + Traces.canary("OFFLINE");
        Path photo = CanaryPhoto.write(folder.resolve("weir.jpg"), "nobody", "nothing");
        try (BrowserContext phone = browsers.visitor(390, true);
                BrowserContext desk = browsers.visitor(1280, true)) {
            Page page = phone.newPage();
            page.navigate(lianzhi.portal() + "/report/phone?lang=en");
            page.evaluate("navigator.serviceWorker.ready.then(() => true)");
            phone.setOffline(true);
            page.reload();
            writes(page, words, photo);
            page.reload();
            assertThat(page.locator("[data-phone-answers]")).containsText(words);
            assertThat(page.locator("[data-phone-answers]")).containsText("weir.jpg");

            phone.setOffline(false);
            String code = sentAfterALostAnswer(page);
            assertThat(code).matches("\\d{4} \\d{4} \\d{4} \\d{4}");

            Officer officer = Officer.signedIn(lianzhi, desk, "jianghua-1", Words.ENGLISH);
            Awaitility.await("the report is on the worklist")
                    .untilAsserted(() -> assertThat(officer.reportsWith(words)).hasSize(1));
        }
    }

    /** The report arrives and the answer does not: what a tunnel does to a train. */
    private static String sentAfterALostAnswer(Page page) {
        AtomicBoolean lost = new AtomicBoolean();
        page.route("**/report/phone/send*", route -> {
            if (lost.compareAndSet(false, true)) {
                assertThat(route.fetch().status()).isEqualTo(200);
                route.abort();
            } else {
                route.resume();
            }
        });
        page.locator("[data-phone-send]").click();
        assertThat(page.locator("[data-phone-frozen]")).isVisible();
        assertThat(lost).isTrue();
        page.locator("[data-phone-send]").click();
        return page.locator(".lz-code").innerText().strip();
    }

    private static void writes(Page page, String words, Path photo) {
        page.locator("[data-phone-new]").click();
        Form form = new Form(page);
        form.choose("category", "sewage");
        next(page);
        form.write("water.placeLat", "24.9300").write("water.placeLon", "111.4600");
        next(page);
        next(page);
        next(page);
        form.write("observedAt", "2026-07-20T08:30").choose("weather", "dry").choose("stillGoingOn", "yes");
        next(page);
        form.write("description", words);
        next(page);
        page.locator("#photos").setInputFiles(photo);
        page.locator("[data-phone-kept] li").waitFor();
        next(page);
        next(page);
    }

    private static void next(Page page) {
        String step = page.locator("[data-phone-step]:visible").getAttribute("data-phone-step");
        page.locator("[data-phone-next]").click();
        assertThat(page.locator("[data-phone-step=" + step + "]")).isHidden();
    }
}
