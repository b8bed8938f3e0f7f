package org.lianzhi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lianzhi.test.Axe;
import org.lianzhi.test.Browsers;
import org.lianzhi.test.RunningLianzhi;

/** What a reporter can do after filing, up to the last review, and what somebody else meets who saw the same. */
@Running
class FollowingTest {

    private static final int PHONE = 390;
    private static final int DESK = 1280;
    private static final int MUCH = 8000;
    private static final String UNKNOWN = "0000 0000 0000 0000";

    private final RunningLianzhi lianzhi;
    private final Browsers browsers;

    @TempDir
    Path folder;

    FollowingTest(RunningLianzhi lianzhi, Browsers browsers) {
        this.lianzhi = lianzhi;
        this.browsers = browsers;
    }

    /**
     * An ordinary build goes one way, {@code -Pfaults} and {@code -Dlook=} all. Of each kind there is one matter in the
     * county: of several nobody could say which is meant.
     */
    static List<Arguments> ways() {
        Arguments usual = Arguments.of(PHONE, Words.CHINESE, "solid-waste");
        return System.getProperty("look") == null && System.getProperty("faults.seeds") == null
                ? List.of(usual)
                : List.of(
                        usual,
                        Arguments.of(DESK, Words.ENGLISH, "abnormal-water"),
                        Arguments.of(PHONE, Words.ENGLISH, "air"),
                        Arguments.of(DESK, Words.CHINESE, "industrial-wastewater"));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void a_report_is_followed_from_filing_to_the_last_review(int width, Words words, String category) throws Exception {
        try (BrowserContext reporters = browsers.visitor(width, true);
                BrowserContext neighbours = browsers.visitor(width, true);
                BrowserContext desk = browsers.visitor(DESK, true)) {
            try {
                follows(reporters, neighbours, desk, words, category);
            } catch (Exception | AssertionError e) {
                Pictures.ofFailure(List.of(reporters, neighbours, desk));
                String log = Files.readString(lianzhi.log());
                throw new AssertionError(
                        e.getMessage() + "\nThe end of the log:\n" + log.substring(Math.max(0, log.length() - MUCH)),
                        e);
            }
        }
    }

    private void follows(
            BrowserContext reporters, BrowserContext neighbours, BrowserContext desk, Words words, String category)
            throws Exception {
        Reporter reporter = new Reporter(reporters.newPage(), words);
        Reporter neighbour = new Reporter(neighbours.newPage(), words);
        Officer officer = Officer.signedIn(lianzhi, desk, "jianghua-1", words);
        String saw = Traces.canary("FOLLOWED");

        String code = reporter.files(category, saw);
        String report = officer.findsReport(saw);
        officer.accepts();

        String other = neighbour.joins(category);
        assertThat(other).isNotEqualTo(code);
        assertThat(neighbour.follows(other))
                .contains(words.citizen("status.follows"))
                .doesNotContain(saw);

        reporter.follows(code);
        reporter.opens("/status/add");
        reporter.form()
                .write("words", "Again tonight.")
                .attach("photos", CanaryPhoto.write(folder.resolve("again.jpg"), "nobody", "nothing"))
                .send();
        reporter.opens("/status/pressure");
        reporter.form().write("words", "Somebody called me.").send();
        assertThat(reporter.reads()).contains(words.citizen("status.pressure.thanks"));

        assertThat(officer.reads(report)).contains("Again tonight.", "Somebody called me.");
        officer.replies(report, "unsubstantiated", "Nothing was found on the day.", true);
        assertThat(reporter.follows(code))
                .contains("Nothing was found on the day.")
                .doesNotContain(words.citizen("status.fixed.title"));
        reporter.opens("/status/rating");
        reporter.form()
                .choose("choice", "dissatisfied")
                .write("words", "Come in the rain.")
                .send();
        assertThat(reporter.reads()).contains(words.citizen("status.rating.dissatisfied"));

        for (String step : List.of("review", "re-review")) {
            assertThat(reporter.reads()).contains(words.citizen("status.review.link." + step));
            reporter.opens("/status/review");
            reporter.form().write("words", "It was dry that day.").send();
            assertThat(reporter.reads()).contains(words.citizen("status.review.running." + step));
            officer.answersReview(report, step.equals("review") ? "upheld" : "changed", "Answer to the " + step);
            assertThat(reporter.follows(code)).contains("Answer to the " + step);
        }
        assertThat(reporter.reads()).contains(words.citizen("status.review.over"));

        officer.replies(report, "substantiated", "The heap was taken away.", false);
        assertThat(reporter.follows(code)).contains(words.citizen("status.fixed.title"));
        reporter.form().choose("fixed", "no").write("words", "It is back.").send();
        assertThat(reporter.reads()).contains(words.citizen("status.answered.contested.alone"));

        String renewed = officer.renews(report);
        assertThat(renewed).isNotEqualTo(code);
        reporter.isNotLetIn(code);
        reporter.isNotLetIn(UNKNOWN);
        assertThat(reporter.follows(renewed)).contains("The heap was taken away.");
        assertThat(neighbour.follows(other)).contains("The heap was taken away.");
    }

    /** Somebody without an account; every page they meet is looked at. */
    private final class Reporter {

        private final Page page;
        private final Words words;

        Reporter(Page page, Words words) {
            this.page = page;
            this.words = words;
        }

        Form form() {
            return new Form(page);
        }

        String files(String category, String saw) {
            begins(category);
            if (page.url().contains("/report/near")) {
                form().choose("matter", "none").send();
            }
            form().send();
            form().send();
            form().at("observedAt", LocalDateTime.now(TheCase.BEIJING).minusHours(3))
                    .send();
            form().write("description", saw).send();
            form().send();
            form().write("name", "Li").write("phone", "13900000000").send();
            form().send();
            return code();
        }

        /** Has seen the same, and need not tell it again. */
        String joins(String category) {
            Awaitility.await("the matter is shown to who saw the same")
                    .atMost(TheCase.patience())
                    .until(() -> {
                        begins(category);
                        return page.url().endsWith("/report/near");
                    });
            looksAt();
            page.locator("main input[name='matter']:not([value='none'])").check();
            form().send();
            return code();
        }

        private void begins(String category) {
            page.navigate(lianzhi.portal() + "/report?lang=" + words.tag());
            page.locator("main a[role=button]").click();
            form().choose("category", category).send();
            form().choose("county", "431129").send();
        }

        private String code() {
            looksAt();
            return page.locator(".lz-code").innerText().strip();
        }

        String follows(String code) {
            asks(code);
            page.waitForURL("**/status/report");
            return reads();
        }

        private void asks(String code) {
            page.navigate(lianzhi.portal() + "/status?lang=" + words.tag());
            form().write("code", code);
            page.locator("main form .govuk-button-group button[type=submit]").click();
            page.waitForLoadState();
        }

        void isNotLetIn(String code) {
            asks(code);
            assertThat(page.locator(".govuk-error-summary").count()).as(code).isOne();
            looksAt();
        }

        /** By the link on the status page. */
        void opens(String path) {
            page.locator("main a[href='" + path + "']").click();
            page.waitForURL("**" + path);
            looksAt();
        }

        String reads() {
            looksAt();
            return page.locator("main").innerText();
        }

        private void looksAt() {
            Axe.assertConforms(page, page.url());
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("no sideways scrolling at %s", page.url())
                    .isTrue();
        }
    }
}
