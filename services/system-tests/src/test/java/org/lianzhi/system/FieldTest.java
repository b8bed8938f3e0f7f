package org.lianzhi.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianzhi.system.faults.LongForm;
import org.lianzhi.test.Axe;
import org.lianzhi.test.Browsers;
import org.lianzhi.test.RunningLianzhi;

/** An officer takes a case along to where there is no connection, and a colleague is faster meanwhile. */
@Running
class FieldTest {

    private static final int PHONE = 390;
    private static final int DESK = 1280;
    private static final String SEAL = "SEAL-FIELD";

    private final RunningLianzhi lianzhi;
    private final Browsers browsers;

    @TempDir
    Path folder;

    FieldTest(RunningLianzhi lianzhi, Browsers browsers) {
        this.lianzhi = lianzhi;
        this.browsers = browsers;
    }

    @Test
    void what_was_written_offline_is_sent_once_and_nothing_of_it_is_lost() throws IOException {
        goesOut(Words.ENGLISH, false);
    }

    @Test
    @LongForm
    @Tag("faults")
    void and_so_it_is_in_the_other_language_until_what_was_put_right_is_looked_at_again() throws IOException {
        goesOut(Words.CHINESE, true);
    }

    private void goesOut(Words words, boolean andLooksAgain) throws IOException {
        List<Path> photos = List.of(
                CanaryPhoto.write(folder.resolve("pit.jpg"), "nobody", "nothing"),
                CutOffUploadTest.large(folder.resolve("drain.jpg")));
        String note = words.of("门卫说雨天常漫溢", "The guard says it overflows whenever it rains") + Traces.canary("FIELD");
        try (TheCase theCase = new TheCase(lianzhi, browsers, words);
                BrowserContext phone = browsers.visitor(PHONE, true);
                BrowserContext desk = browsers.visitor(DESK, true)) {
            theCase.isOpened(photos.getFirst());
            theCase.bothAcknowledge();
            theCase.bothAgreeOnAVisit();
            Officer officer = Officer.signedIn(lianzhi, phone, "jianghua-1", words);
            Page page = officer.page();
            takesAlong(officer, theCase.id(), words);

            phone.setOffline(true);
            page.reload();
            assertThat(page.locator("[data-phone-offline]")).isVisible();
            accessible(page, words, "a case that was taken along");
            recordsAnInspection(theCase, page, words, photos);
            accessible(page, words, "an inspection as it is written");
            registersASample(theCase, page, words);
            accessible(page, words, "a sample as it is written");
            writesANote(page, note);
            page.reload();
            page.locator("[data-phone-back]").click();
            assertThat(entries(page)).hasCount(3);

            Officer colleague = Officer.signedIn(lianzhi, desk, "jianghua-2", words);
            theCase.records(colleague, "enforcing");
            phone.clearCookies();
            phone.setOffline(false);
            isSeenByNobodyElse(officer, theCase.id());
            signsInAnew(officer);

            page.navigate(lianzhi.portal() + "/staff/field/phone?lang=" + words.tag() + "#case/" + theCase.id());
            Locator outcome = page.locator("[data-phone-outcome]");
            opens(page, words.staff("case.take-sample.title"));
            assertThat(page.locator("main [name=seal]")).hasValue(SEAL);
            sends(page);
            assertThat(outcome).containsText(words.staff("field.outcome.conflict"));
            page.locator("[data-phone-again]").click();
            assertThat(page.locator("[data-phone-status]")).hasText(words.staff("field.filed.now"));

            opens(page, words.staff("case.record-inspection.title"));
            sendsOverANetworkThatBreaks(page, words);
            assertThat(outcome).containsText(words.staff("field.outcome.taken"));
            assertThat(outcome.locator("[data-phone-now-said]")).containsText(words.staff("case.capacity.enforcing"));
            assertThat(outcome.locator("[data-phone-mine]")).containsText("drain.jpg");
            page.reload();
            assertThat(outcome).containsText(words.staff("field.outcome.taken"));
            accessible(page, words, "what is in the record beside what was written");
            page.locator("[data-phone-own]").click();
            assertThat(page.locator("[data-phone-status]")).hasText(words.staff("field.filed.now"));

            opens(page, words.staff("field.note"));
            sendsAfterALostAnswer(page, words);
            assertThat(page.locator("[data-phone-entries] a")).hasCount(0);
            assertThat(kept(page))
                    .as("of what was sent nothing stays on the phone")
                    .doesNotContain(note);

            for (String record : List.of(theCase.seenByJianghua(), theCase.seenByFuchuan())) {
                assertThat(record).containsOnlyOnce(note).contains("LBT-01");
                assertThat(record).containsOnlyOnce(photoLine(words, 1)).containsOnlyOnce(photoLine(words, 2));
            }
            assertThat(theCase.seenByFuchuan().split(Pattern.quote(words.staff("field.own.purpose")), -1))
                    .as("the visit of its own is there once")
                    .hasSize(2);
            if (andLooksAgain) {
                looksAgain(theCase, phone, page, photos, words);
            }
            wipes(page);
        }
    }

    /** What both have accepted is looked at again, unannounced, where there is no connection. */
    private static void looksAgain(TheCase theCase, BrowserContext phone, Page page, List<Path> photos, Words words) {
        theCase.bothAgreeOnAFinding();
        theCase.theFarmPutsItRight(photos.getLast());
        page.locator("[data-phone-take-again]").click();
        assertThat(page.locator("[data-phone-status]")).hasText(words.staff("field.taken"));
        phone.setOffline(true);
        begins(page, words, "after-check");
        theCase.writesWhatWasSeen(new Form(page));
        page.locator("#photos").setInputFiles(photos.getFirst());
        assertThat(page.locator("[data-phone-kept] li")).hasCount(1);
        page.reload();
        assertThat(page.locator("main [name=account]")).not().hasValue("");
        accessible(page, words, "an after-check as it is written");
        phone.setOffline(false);
        sends(page);
        assertThat(page.locator("[data-phone-status]")).hasText(words.staff("field.filed.now"));
        assertThat(theCase.seenByFuchuan()).contains(words.staff("state.sham")).contains(photoLine(words, 1));
    }

    private void takesAlong(Officer officer, String caseId, Words words) {
        Page page = officer.page();
        officer.caseText(caseId);
        page.locator("main a[href*='#take/']").click();
        assertThat(page.locator("[data-phone-status]")).hasText(words.staff("field.taken"));
        assertThat(page.locator("[data-phone-tasks] button")).hasCount(2);
    }

    private static void begins(Page page, Words words, String step) {
        page.locator("[data-phone-tasks] button")
                .filter(new Locator.FilterOptions().setHasText(words.staff("field.begin." + step)))
                .click();
        page.locator("main [name=credentialsShown]").waitFor();
    }

    private static void registersASample(TheCase theCase, Page page, Words words) {
        page.locator("[data-phone-back]").click();
        begins(page, words, "take-sample");
        theCase.writesWhatWasTaken(new Form(page), SEAL);
        page.reload();
        assertThat(page.locator("main [name=pointLat]")).hasValue("24.9010");
    }

    private static void recordsAnInspection(TheCase theCase, Page page, Words words, List<Path> photos) {
        begins(page, words, "record-inspection");
        theCase.writesWhatWasFound(new Form(page), "attending");
        page.locator("#locate").check();
        page.locator("#photos").setInputFiles(photos.toArray(Path[]::new));
        assertThat(page.locator("[data-phone-kept] li")).hasCount(2);
        assertThat(page.locator("[data-phone-kept] li").first()).containsText("111.45000");
        page.locator("[data-phone-back]").click();
        assertThat(entries(page)).hasCount(1);
        opensFirst(page);
    }

    private static void writesANote(Page page, String note) {
        page.locator("[data-phone-back]").click();
        page.locator("[data-phone-note]").click();
        new Form(page).write("text", note);
    }

    /** A shared phone: a colleague signs in, finds nothing of it, and signs out. */
    private static void isSeenByNobodyElse(Officer officer, String caseId) {
        Page page = officer.page();
        String field = officer.lianzhi().portal() + "/staff/field/phone#case/" + caseId;
        page.navigate(officer.lianzhi().portal() + "/staff/worklist");
        officer.fill("jianghua-2", Staff.PASSWORD);
        page.waitForURL("**/staff/worklist**");
        page.navigate(field);
        assertThat(page.locator("[data-phone-none]")).isVisible();
        officer.signOut();
        page.navigate(field);
        assertThat(page.locator("[data-phone-view=nobody]")).isVisible();
    }

    private static void signsInAnew(Officer officer) {
        officer.page().locator("[data-phone-view=nobody] a").click();
        officer.fill("jianghua-1", Staff.PASSWORD);
        officer.page().waitForURL("**/staff/field/phone**");
    }

    private static Locator entries(Page page) {
        return page.locator("[data-phone-entries] a");
    }

    private static void opens(Page page, String name) {
        entries(page).filter(new Locator.FilterOptions().setHasText(name)).click();
        assertThat(page.locator("[data-phone-view=entry]")).isVisible();
    }

    private static void opensFirst(Page page) {
        entries(page).first().click();
        assertThat(page.locator("[data-phone-view=entry]")).isVisible();
    }

    private static void sends(Page page) {
        page.locator("[data-phone-send]").click();
    }

    /** Within the second photo; then only the rest of it is sent. */
    private static void sendsOverANetworkThatBreaks(Page page, Words words) {
        String second = Integer.toString(CutOffUploadTest.PIECE);
        List<String> offsets = new CopyOnWriteArrayList<>();
        page.route("**/staff/uploads/*", route -> {
            String offset = route.request().headers().getOrDefault("upload-offset", "all");
            boolean breaks = offset.equals(second) && !offsets.contains(second);
            offsets.add(offset);
            if (breaks) {
                route.abort();
            } else {
                route.resume();
            }
        });
        sends(page);
        assertThat(page.locator("[data-phone-status]")).hasText(words.staff("field.away"));
        assertThat(offsets).containsExactly("0", "all", "0", second);
        sends(page);
        assertThat(page.locator("[data-phone-outcome]")).isVisible();
        assertThat(offsets).startsWith("0", "all", "0", second, second).endsWith("all");
        assertThat(offsets).filteredOn("0"::equals).hasSize(2);
        page.unroute("**/staff/uploads/*");
    }

    /** The note arrives and the answer does not. */
    private static void sendsAfterALostAnswer(Page page, Words words) {
        AtomicBoolean lost = new AtomicBoolean();
        page.route("**/staff/field/cases/*/comment", route -> {
            if (lost.compareAndSet(false, true)) {
                assertThat(route.fetch().status()).isEqualTo(200);
                route.abort();
            } else {
                route.resume();
            }
        });
        sends(page);
        assertThat(page.locator("[data-phone-frozen]")).isVisible();
        assertThat(lost).isTrue();
        sends(page);
        assertThat(page.locator("[data-phone-status]")).hasText(words.staff("field.filed.now"));
    }

    /** All that lies in any store of the page, as text. */
    private static String kept(Page page) {
        return String.valueOf(page.evaluate("""
            async () => {
              const all = [];
              for (const { name } of await indexedDB.databases()) {
                const database = await new Promise((done, failed) => {
                  const opening = indexedDB.open(name);
                  opening.onsuccess = () => done(opening.result);
                  opening.onerror = failed;
                });
                for (const store of database.objectStoreNames) {
                  const values = await new Promise((done) => {
                    database.transaction(store).objectStore(store).getAll().onsuccess = (event) => done(event.target.result);
                  });
                  all.push(JSON.stringify(values));
                }
                database.close();
              }
              return all.join();
            }
            """));
    }

    /** How the record's words about a photo begin. */
    private static String photoLine(Words words, int number) {
        return words.staff("field.photo.line").replace("{0}", "" + number).replace("{1}", "");
    }

    private static void wipes(Page page) {
        assertThat(kept(page)).contains("case:");
        page.onDialog(dialog -> dialog.accept());
        page.locator("[data-phone-away-with]").click();
        Awaitility.await("nothing is left")
                .untilAsserted(
                        () -> assertThat(kept(page)).doesNotContain("XG-").doesNotContain("case:"));
    }

    /** In both languages, without a connection or with one. */
    private static void accessible(Page page, Words words, String what) {
        String here = page.url();
        String other = words.of("en", "zh-CN");
        Axe.assertConforms(page, what);
        page.navigate(here.replaceFirst("lang=[^#&]*", "lang=" + other));
        assertThat(page.locator("html")).hasAttribute("lang", other);
        assertThat(page.locator("[data-phone-view]:visible h1")).isVisible();
        Axe.assertConforms(page, what);
        for (int width : new int[] {DESK, PHONE}) {
            page.setViewportSize(width, 844);
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("%s fits %s".formatted(what, width))
                    .isTrue();
        }
        page.navigate(here);
        assertThat(page.locator("html")).hasAttribute("lang", words.tag());
        assertThat(page.locator("[data-phone-view]:visible h1")).isVisible();
    }
}
