package org.lianzhi.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianzhi.test.Axe;
import org.lianzhi.test.Browsers;
import org.lianzhi.test.RunningLianzhi;

@Running
class SignInTest {

    private final RunningLianzhi lianzhi;
    private final Browsers browsers;

    SignInTest(RunningLianzhi lianzhi, Browsers browsers) {
        this.lianzhi = lianzhi;
        this.browsers = browsers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"jianghua-1", "fuchuan-1", "jianghua-lab", "hunan-supervisor", "administrator"})
    void staff_signs_in_and_out(String login) {
        try (BrowserContext context = browsers.visitor(1280, true)) {
            Page page = context.newPage();
            Staff staff = new Staff(lianzhi, page);
            staff.signIn(login);
            assertThat(page.url()).startsWith(lianzhi.portal());
            assertThat(page.locator("form[action='/sign-out']")).isVisible();
            assertThat(page.locator(".lz-user__who")).containsText("演示");

            staff.signOut();
            assertThat(page).hasURL(lianzhi.portal() + "/");
            page.navigate(lianzhi.portal() + "/staff");
            assertThat(page).hasURL(lianzhi.identity() + "/sign-in");
        }
    }

    @Test
    void it_works_without_scripts() {
        try (BrowserContext context = browsers.visitor(390, false)) {
            Page page = context.newPage();
            new Staff(lianzhi, page).signIn("fuchuan-2");
            assertThat(page.locator("form[action='/sign-out']")).isVisible();
        }
    }

    @Test
    void a_wrong_password_is_told_and_nobody_is_signed_in() {
        try (BrowserContext context = browsers.visitor(390, true)) {
            Page page = context.newPage();
            Staff staff = new Staff(lianzhi, page);
            staff.open();
            staff.fill("jianghua-1", "not-the-password");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("用户名或密码不正确");
            Axe.assertClean(page, "sign-in after a wrong password");
            picture(page, "sign-in-wrong", "zh-CN", 390);
            staff.fill("jianghua-1", Staff.PASSWORD);
            assertThat(page.url()).startsWith(lianzhi.portal());
        }
    }

    @ParameterizedTest
    @CsvSource({"390, zh-CN", "390, en", "1280, zh-CN", "1280, en"})
    void the_sign_in_page_is_accessible_and_fits(int width, String language) {
        try (BrowserContext context = browsers.visitor(width, true)) {
            Page page = context.newPage();
            List<String> troubles = new CopyOnWriteArrayList<>();
            page.onConsoleMessage(message -> troubles.add(message.text()));
            page.navigate(lianzhi.identity() + "/sign-in?lang=" + language);
            look(page, "sign-in", language, width);
            assertThat(troubles).isEmpty();
            page.navigate(lianzhi.identity() + "/identity/nothing-here");
            look(page, "error", language, width);
            assertThat(page.locator("h1")).containsText(language.equals("en") ? "There is no page" : "没有页面");
        }
    }

    private static void look(Page page, String name, String language, int width) {
        picture(page, name, language, width);
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.content()).doesNotContain("??");
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        Axe.assertClean(page, name + " at " + width + " in " + language);
    }

    private static void picture(Page page, String name, String language, int width) {
        Path file = Path.of("target", "look", "%s.%s.%d.png".formatted(name, language, width));
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }
}
