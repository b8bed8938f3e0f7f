package org.lianzhi.system;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Objects;
import org.lianzhi.test.RunningLianzhi;

/** Somebody of an authority above both sides, who sees what was granted and nothing else. */
final class Inspector extends Staff {

    Inspector(RunningLianzhi lianzhi, BrowserContext context) {
        super(lianzhi, context.newPage());
    }

    /** By which a supervisor can name this person. */
    String reference() {
        begin();
        return page().locator("main b.lz-number").innerText();
    }

    /** What the first page says. */
    String begin() {
        page().navigate(lianzhi().portal() + "/inspector");
        return page().locator("main").innerText();
    }

    /** Opens the newest grant, and from it a case. */
    List<String> reads(String caseId) {
        begin();
        page().locator("main .govuk-summary-card a.govuk-link").last().click();
        page().waitForLoadState();
        Locator line = page().locator("main a[href*='" + caseId + "']");
        page().navigate(lianzhi().portal() + line.first().getAttribute("href"));
        return page().locator("main .moj-timeline__item:not(.lz-silence)").allInnerTexts();
    }

    /** How the same address is answered now. */
    int statusOfTheSamePage() {
        return Objects.requireNonNull(page().reload()).status();
    }
}
