package org.lianzhi.system;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import java.time.LocalDateTime;
import java.util.List;
import org.lianzhi.test.RunningLianzhi;

/** Somebody who reads everything of the agreements of the own side. */
final class Supervisor extends Staff {

    Supervisor(RunningLianzhi lianzhi, BrowserContext context) {
        super(lianzhi, context.newPage());
    }

    /** The entries of the timeline, in the order shown. */
    List<String> reads(String caseId, Words words) {
        page().navigate(lianzhi().portal() + "/supervision/cases/" + caseId + "?lang=" + words.tag());
        Pictures.take(page(), "timeline", words);
        return page().locator("main .moj-timeline__item:not(.lz-silence)").allInnerTexts();
    }

    /** Asks an office of the own side to do something, and confirms after reading who will know. */
    void instructs(String caseId, String office, String task, LocalDateTime dueAt) {
        page().navigate(lianzhi().portal() + "/supervision/cases/" + caseId + "/instructions/new");
        Form form = new Form(page());
        form.choose("office", office).write("task", task).at("dueAt", dueAt).send();
        form.send();
    }

    /** What was reported back is enough. */
    void ends(String caseId) {
        page().navigate(lianzhi().portal() + "/supervision/cases/" + caseId + "/instructions");
        page().locator("main a[href$='/close']").click();
        page().waitForLoadState();
        new Form(page()).send();
    }

    /** Lets somebody of another authority read one case for a time. */
    void grants(String inspector, String authority, String reason, String caseId, LocalDateTime until) {
        page().navigate(lianzhi().portal() + "/supervision/inspectors/new");
        new Form(page())
                .write("inspector", inspector)
                .write("authority", authority)
                .write("reason", reason)
                .choose("scope", "cases")
                .choose("cases", caseId)
                .at("until", until)
                .send();
    }

    /** How often the inspector of the newest grant has looked at a case. */
    int seesLooksAt(String caseId) {
        page().navigate(lianzhi().portal() + "/supervision/inspectors");
        page().locator("main tbody a[href^='/supervision/inspectors/']:not([href$='/end'])")
                .first()
                .click();
        page().waitForLoadState();
        return page().locator("main tbody a[href*='" + caseId + "']").count();
    }

    /** Ends the newest grant before its time. */
    void withdraws(String reason) {
        page().navigate(lianzhi().portal() + "/supervision/inspectors");
        page().locator("main tbody a[href$='/end']").first().click();
        page().waitForLoadState();
        new Form(page()).write("reason", reason).send();
    }

    String seesWhoOpenedReports() {
        page().navigate(lianzhi().portal() + "/supervision/access");
        return page().locator("main").innerText();
    }

    /** On the timeline: whether both hash chains were recomputed and found whole. */
    boolean seesBothRecordsWhole() {
        Locator verified = page().locator(".lz-verified");
        return verified.locator(".govuk-tag--green").count() == 1
                && verified.locator(".lz-side--hn").count() == 1
                && verified.locator(".lz-side--gx").count() == 1;
    }
}
