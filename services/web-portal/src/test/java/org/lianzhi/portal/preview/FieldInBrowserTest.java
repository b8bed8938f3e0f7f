package org.lianzhi.portal.preview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.net.URLDecoder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.lianzhi.test.Axe;

/** What the script of the page for the field does with an answer; what is answered is looked at where it is made. */
class FieldInBrowserTest extends PreviewInBrowser {

    private static final String CHECK = "**/staff/field/cases/c1/after-check/o1";
    private static final String TAKEN = """
        {"mark": "m1", "id": "c1", "number": "C-1", "title": "Reservoir", "state": "Closed", "seen": 7, "summary": [], "places": [],
         "tasks": [{"step": "after-check", "ref": "o1", "lines": [{"key": "Addressee", "words": "The farm"}],
           "fields": {"place": ["Outlet"], "accepted": ["before"]},
           "choices": {"inspectors": [{"value": "p-1", "text": "One"}, {"value": "p-2", "text": "Two"}],
             "shams": [{"value": "m1", "text": "Raise the rim"}]}}]}\
        """;
    private static final String JUDGE_ANEW = """
        {"outcome": "conflict", "problems": [{"field": null, "words": "It has changed."}],
         "now": {"state": "Closed", "seen": 9, "said": [], "since": [], "anew": {"accepted": ["after"], "answer": [], "shams": []},
           "choices": {"shams": [{"value": "m2", "text": "Block the drain"}]}}}\
        """;

    @Test
    void what_was_accepted_anew_meanwhile_is_judged_anew_and_the_old_answer_stands_beside_it() {
        List<String> sent = new CopyOnWriteArrayList<>();
        try (Page page = browsers.visitor(390, true).newPage()) {
            page.addInitScript("localStorage.setItem('lianzhi-field-mark', 'm1')");
            page.route(
                    "**/staff/field/who",
                    route -> answer(route, 200, "{\"mark\":\"m1\",\"header\":\"X\",\"value\":\"t\"}"));
            page.route("**/staff/field/cases/c1", route -> answer(route, 200, TAKEN));
            page.route(CHECK, route -> {
                sent.add(URLDecoder.decode(route.request().postData(), UTF_8));
                answer(
                        route,
                        sent.size() == 1 ? 409 : 200,
                        sent.size() == 1 ? JUDGE_ANEW : "{\"id\":\"o1\",\"version\":10}");
            });
            page.navigate("http://127.0.0.1:" + port + "/staff/field/phone?lang=en#take/c1");
            page.locator("[data-phone-tasks] button").click();
            for (String chosen :
                    List.of("[name=inspectors][value=p-1]", "[name=inspectors][value=p-2]", "[name=shams]")) {
                page.locator("main " + chosen).check();
            }
            page.locator("main [name=answer][value=sham]").check();
            page.locator("main [name=account]").fill("The rim is low");
            page.locator("[data-phone-send]").click();

            Locator outcome = page.locator("[data-phone-outcome]");
            assertThat(outcome).containsText("It has changed.");
            assertThat(outcome.locator("[data-phone-mine]")).containsText("Raise the rim");
            assertThat(page.locator("main [name=answer]:checked")).hasCount(0);
            assertThat(page.locator("main [name=shams]")).hasValue("m2");
            assertThat(page.locator("main [name=account]")).hasValue("The rim is low");
            Axe.assertConforms(page, "an after-check that is to be judged anew");
            page.reload();
            assertThat(outcome.locator("[data-phone-mine]")).containsText("Raise the rim");

            page.locator("main [name=answer][value=holds]").check();
            page.locator("[data-phone-again]").click();
            assertThat(page.locator("[data-phone-entries]")).containsText("Sent");
            assertThat(page.locator("[data-phone-tasks] button")).hasCount(0);
        }
        assertThat(sent).hasSize(2);
        assertThat(sent.getFirst()).contains("seen=7", "accepted=before", "answer=sham", "shams=m1");
        assertThat(sent.getLast())
                .contains("seen=9", "accepted=after", "answer=holds", "account=The rim is low")
                .doesNotContain("shams=", key(sent.getFirst()));
    }

    @Test
    void where_a_photo_was_taken_is_known_late_and_changes_nothing_else() {
        try (Page page = browsers.visitor(390, true).newPage()) {
            page.addInitScript("localStorage.setItem('lianzhi-field-mark', 'm1');"
                    + "navigator.geolocation.getCurrentPosition = (found) => { window.found = () =>"
                    + " found({ coords: { latitude: 24.9, longitude: 111.4, accuracy: 5 } }); };");
            page.route(
                    "**/staff/field/who",
                    route -> answer(route, 200, "{\"mark\":\"m1\",\"header\":\"X\",\"value\":\"t\"}"));
            page.route("**/staff/field/cases/c1", route -> answer(route, 200, TAKEN));
            page.onDialog(Dialog::accept);
            page.navigate("http://127.0.0.1:" + port + "/staff/field/phone?lang=en#take/c1");
            page.locator("[data-phone-tasks] button").click();
            page.locator("main [data-phone-locate]").check();
            photo(page, 1);
            page.locator("[data-phone-back]").click();
            page.locator("[data-phone-entries] a").click();
            page.locator("main [name=account]").fill("The rim is low");
            page.evaluate("window.found()");
            Locator photos = page.locator("main [data-phone-kept] li");
            assertThat(photos).containsText("24.90000");
            page.reload();
            assertThat(photos).containsText("24.90000");
            assertThat(page.locator("main [name=account]")).hasValue("The rim is low");

            page.locator("main [data-phone-locate]").check();
            photo(page, 2);
            page.locator("[data-phone-delete]").click();
            assertThat(page.locator("[data-phone-no-entry]")).isVisible();
            page.evaluate("window.found()");
            page.reload();
            assertThat(page.locator("[data-phone-no-entry]")).isVisible();
            assertThat(page.locator("[data-phone-entries] a")).hasCount(0);
        }
    }

    private static void photo(Page page, int number) {
        page.locator("main [data-phone-photos]")
                .setInputFiles(new FilePayload(number + ".jpg", "image/jpeg", new byte[] {1, 2, 3}));
        assertThat(page.locator("main [data-phone-kept] li")).hasCount(number);
    }

    private static String key(String sent) {
        return sent.replaceFirst(".*idempotencyKey=([^&]*).*", "$1");
    }

    private static void answer(Route route, int status, String json) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(status)
                .setContentType("application/json")
                .setBody(json));
    }
}
