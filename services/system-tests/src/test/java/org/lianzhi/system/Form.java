package org.lianzhi.system;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** The form of a page of the portal, filled in by the names of its fields. */
record Form(Page page) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    Form write(String field, String words) {
        page.locator("main [name='" + field + "']").fill(words);
        return this;
    }

    Form at(String field, LocalDateTime moment) {
        return write(field, moment.format(MINUTE));
    }

    Form on(String field, LocalDate day) {
        return write(field, day.toString());
    }

    /** One of several, whether they are shown as buttons or as a list. */
    Form choose(String field, String value) {
        Locator list = page.locator("main select[name='" + field + "']");
        if (list.count() > 0) {
            list.selectOption(value);
        } else {
            page.locator("main input[name='" + field + "'][value='" + value + "']")
                    .check();
        }
        return this;
    }

    Form tick(String field) {
        page.locator("main input[type=checkbox][name='" + field + "']").check();
        return this;
    }

    /** Ticks the first of several whose values are data. */
    Form tickFirst(String field, int count) {
        Locator boxes = page.locator("main input[type=checkbox][name='" + field + "']");
        for (int i = 0; i < count; i++) {
            boxes.nth(i).check();
        }
        return this;
    }

    Form tickAll(String field) {
        return tickFirst(
                field,
                page.locator("main input[type=checkbox][name='" + field + "']").count());
    }

    Form attach(String field, Path file) {
        page.locator("main input[type=file][name='" + field + "']").setInputFiles(file);
        return this;
    }

    /** Sends it; the page that comes back must not say that something is wrong with it. */
    void send() {
        String before = page.url();
        boolean ahead = sendsAhead();
        page.locator("main form .govuk-button-group button[type=submit]")
                .first()
                .click();
        Locator problem = page.locator(".govuk-error-summary, [data-upload-problem]:not(:empty)");
        if (ahead) {
            page.waitForCondition(() -> !page.url().equals(before) || problem.count() > 0);
        }
        page.waitForLoadState();
        if (problem.count() > 0) {
            throw new AssertionError(
                    "refused at " + before + ": " + problem.first().innerText());
        }
    }

    /** Whether a script sends files first, and the form after them. */
    private boolean sendsAhead() {
        Locator files = page.locator("main form[data-upload] input[type=file]");
        return files.count() > 0 && (Boolean) files.first().evaluate("input => input.files.length > 0");
    }
}
