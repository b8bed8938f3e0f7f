package org.lianzhi.system;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.lianzhi.test.RunningLianzhi;

/** An officer of one side, or somebody of a laboratory, at a desk. */
final class Officer extends Staff {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Words words;

    Officer(RunningLianzhi lianzhi, BrowserContext context, Words words) {
        super(lianzhi, context.newPage());
        this.words = words;
    }

    static Officer signedIn(RunningLianzhi lianzhi, BrowserContext context, String login, Words words) {
        Officer officer = new Officer(lianzhi, context, words);
        officer.signIn(login);
        officer.page().navigate(lianzhi.portal() + "/?lang=" + words.tag());
        return officer;
    }

    Form form() {
        return new Form(page());
    }

    /** The topmost matter of its kind on the worklist, opened: what an earlier case left there may be more urgent. */
    void opensTopOfWorklist(String hrefPart) {
        Locator top = await("/staff/worklist", "main table tbody a[href*='" + hrefPart + "']");
        top.click();
        page().waitForLoadState();
        saysWhy();
    }

    /** What a reporter said is opened for a reason, which is asked for once. */
    private void saysWhy() {
        Locator opening = page().locator("#opening");
        if (opening.count() > 0) {
            opening.locator("input[name=reason][value=handling]").check();
            opening.locator("button[type=submit]").click();
            page().locator("#opening").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        }
    }

    /** The reports on the worklist whose pages show these words. */
    List<String> reportsWith(String said) {
        page().navigate(lianzhi().portal() + "/staff/worklist");
        List<String> reports = page().locator("main table a[href*='/staff/reports/']").all().stream()
                .map(link -> link.getAttribute("href"))
                .distinct()
                .toList();
        return reports.stream().filter(report -> reads(report).contains(said)).toList();
    }

    /** The report with these words, opened, when it has arrived; its address. */
    String findsReport(String said) {
        List<String> found = Awaitility.await("a report that says " + said)
                .atMost(PATIENCE)
                .until(() -> reportsWith(said), reports -> reports.size() == 1);
        reads(found.getFirst());
        return found.getFirst();
    }

    String reads(String path) {
        page().navigate(lianzhi().portal() + path);
        saysWhy();
        return page().locator("main").innerText();
    }

    /** On the page of a report; near the line it is asked on which side it lies, and the officer says on the own. */
    void accepts() {
        form().choose("decision", "accept").send();
        if (page().url().endsWith("/side")) {
            form().choose("side", "own").send();
        }
    }

    /** Records what was established, and replies. */
    void replies(String report, String verification, String text, boolean reviewable) {
        page().navigate(lianzhi().portal() + report + "/verification");
        form().choose("result", verification)
                .write("words", "Looked at on the spot.")
                .send();
        page().waitForURL("**" + report);
        page().navigate(lianzhi().portal() + report + "/reply");
        form().write("text", text);
        if (reviewable) {
            form().tick("reviewable");
        }
        form().send();
        page().waitForURL("**" + report);
    }

    /** Enters what the higher authority has answered. */
    void answersReview(String report, String outcome, String text) {
        page().navigate(lianzhi().portal() + report + "/review");
        form().choose("outcome", outcome).write("text", text).send();
        page().waitForURL("**" + report);
    }

    /** The new code, to be read out to the reporter. */
    String renews(String report) {
        page().navigate(lianzhi().portal() + report + "/code");
        form().choose("reason", "lost")
                .write("note", "Called back at the number that was left.")
                .send();
        return page().locator(".lz-code").innerText().strip();
    }

    void findsInInbox(String key) {
        await("/staff/inbox", "#notices li:has-text(\"" + words.staff(key) + "\")");
    }

    void waitsAtInbox() {
        page().navigate(lianzhi().portal() + "/staff/inbox");
    }

    /** The page that is open says by itself that something is new, without being loaded again. */
    void isToldWithoutAsking() {
        Locator note = page().locator("[data-live-note]").first();
        Awaitility.await("the open inbox says that something has changed")
                .atMost(PATIENCE)
                .until(note::isVisible);
    }

    private Locator await(String path, String selector) {
        Locator locator = page().locator(selector);
        Awaitility.await(selector + " at " + path).atMost(PATIENCE).until(() -> {
            page().navigate(lianzhi().portal() + path);
            return locator.count() > 0;
        });
        return locator.first();
    }

    /** On the page of a report: a summary crosses the border, and the case opens; the case's id. */
    String releases(String summary, String allegedCause) {
        form().choose("decision", "cross-border").send();
        form().write("summary", summary)
                .write("allegedCause", allegedCause)
                .write("affectedName", words.of("岭背塘水库", "Lingbeitang reservoir"))
                .choose("affectedCounty", "431129")
                .write("sourceName", words.of("养猪场", "Pig farm"))
                .choose("sourceCounty", "451123")
                .choose("ground", "affected-water")
                .tickFirst("photos", 1)
                .send();
        form().tick("agreed").send();
        String report = URI.create(page().url()).getPath();
        return idIn(
                String.valueOf(await(report, "main a[href^='/staff/cases/']").getAttribute("href")));
    }

    private static String idIn(String address) {
        return address.replaceFirst("^.*/staff/cases/([^/?#]+).*$", "$1");
    }

    /** Opens the form of an act that the case page offers, waiting for the other side's part in it to arrive. */
    Form begins(String caseId, String act) {
        Locator task = await(
                "/staff/cases/" + caseId, "main .govuk-task-list a[href^='/staff/cases/%s/%s']".formatted(caseId, act));
        task.click();
        page().waitForLoadState();
        return form();
    }

    /** On the page with what the own office was asked. */
    void reportsBack(String account) {
        page().locator("main .govuk-summary-card__action a").first().click();
        page().waitForLoadState();
        form().write("words", account).send();
    }

    /** A paper that is asked of the own office, opened when it has arrived. */
    void opensPaper(String about) {
        await("/staff/papers", "main table tr:has-text(\"" + about + "\") a").click();
        page().waitForLoadState();
    }

    /** On the page of such a paper. */
    Form decides() {
        page().locator("main a[href$='/decision']").click();
        page().waitForLoadState();
        return form();
    }

    void looksAtWorklist() {
        page().navigate(lianzhi().portal() + "/staff/worklist?view=ours");
    }

    /** On a case page: the first photo, which the other side released, has really arrived. */
    void seesPhoto(String caseId) {
        caseText(caseId);
        Locator photo = page().locator(".lz-photos img").first();
        photo.scrollIntoViewIfNeeded();
        Awaitility.await("the released photo of " + caseId).atMost(PATIENCE).until(() ->
                (Boolean) photo.evaluate("image => image.complete && image.naturalWidth > 0"));
    }

    String caseText(String caseId) {
        return reads("/staff/cases/" + caseId);
    }
}
