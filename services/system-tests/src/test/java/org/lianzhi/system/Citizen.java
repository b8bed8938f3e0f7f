package org.lianzhi.system;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.lianzhi.test.RunningLianzhi;

/** Somebody with a phone and without an account. */
final class Citizen {

    private final RunningLianzhi lianzhi;
    private final Page page;
    private final Words words;

    /** What somebody saw and says about themselves. */
    record Account(
            String description,
            String waterWords,
            String sourceWords,
            String name,
            String phone,
            String email,
            String address,
            Path photo) {}

    Citizen(RunningLianzhi lianzhi, BrowserContext context, Words words) {
        this.lianzhi = lianzhi;
        this.page = context.newPage();
        this.words = words;
    }

    Page page() {
        return page;
    }

    /** Files a report about the reservoir; the tracking code. */
    String files(Account account) {
        describes(account);
        return sends();
    }

    void describes(Account account) {
        page.navigate(lianzhi.portal() + "/report?lang=" + words.tag());
        page.locator("main a[role=button]").click();
        form().choose("category", "livestock-wastewater").send();
        // Lingbeitang reservoir, by a pin.
        form().write("placeLat", "24.9300").write("placeLon", "111.4600");
        page.keyboard().press("Tab");
        // Before there are words that are looked for later.
        Pictures.take(page, "report", words);
        form().write("placeWords", account.waterWords()).send();
        if (page.url().contains("/report/near")) {
            form().choose("matter", "none").send();
        }
        form().send();
        form().write("placeLat", "24.9000")
                .write("placeLon", "111.3850")
                .write("placeWords", account.sourceWords())
                .send();
        form().at("observedAt", LocalDateTime.now(TheCase.BEIJING).minusHours(2))
                .choose("weather", "rain")
                .choose("stillGoingOn", "yes")
                .send();
        form().write("description", account.description()).send();
        form().attach("photos", account.photo()).send();
        form().write("name", account.name())
                .write("phone", account.phone())
                .write("email", account.email())
                .write("address", account.address())
                .choose("channels", "call")
                .choose("channels", "post")
                .send();
    }

    /** From the page on which the answers are checked. */
    String sends() {
        form().send();
        return page.locator(".lz-code").innerText().strip();
    }

    /** Looks at the progress of the report. */
    String follows(String code) {
        page.navigate(lianzhi.portal() + "/status?lang=" + words.tag());
        form().write("code", code).send();
        Pictures.take(page, "status", words);
        return page.locator("main").innerText();
    }

    /** On the status page of a closed case. */
    void saysThatItIsFixed() {
        form().choose("fixed", "yes").send();
    }

    private Form form() {
        return new Form(page);
    }
}
