package org.lianzhi.portal.preview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Test;

/** What a keyboard and a pointer do in lists and on photos. */
class HandsInBrowserTest extends PreviewInBrowser {

    private Page at(String address) {
        Page page = browsers.visitor(1280, true).newPage();
        page.navigate("http://127.0.0.1:" + port + address);
        return page;
    }

    @Test
    void keys_move_through_the_worklist_and_in_a_field_they_are_letters() {
        try (Page page = at("/preview/staff/worklist")) {
            Locator rows = page.locator("[data-walk] tbody tr");
            page.keyboard().press("/");
            assertThat(page.locator("#filter-text")).isFocused();
            page.keyboard().type("jkx/?");
            assertThat(page.locator("#filter-text")).hasValue("jkx/?");

            page.locator("[data-walk] h2, h1").first().click();
            page.keyboard().press("j");
            assertThat(rows.nth(0).locator("a")).isFocused();
            page.keyboard().press("j");
            assertThat(rows.nth(1).locator("a")).isFocused();
            page.keyboard().press("x");
            assertThat(rows.nth(1).locator("input[type=checkbox]")).isChecked();
            page.keyboard().press("k");
            page.keyboard().press("k");
            assertThat(rows.nth(0).locator("a")).isFocused();
            // A case is not given away here.
            page.keyboard().press("x");
            assertThat(page.locator("[data-walk] input:checked")).hasCount(1);
        }
    }

    @Test
    void whoever_does_not_want_single_keys_turns_them_off_and_they_stay_off() {
        try (Page page = at("/preview/staff/worklist")) {
            page.keyboard().press("?");
            Locator help = page.locator("[data-keys]");
            assertThat(help.locator("summary")).isFocused();
            assertThat(help).containsText("j");
            page.locator("#keys-on").uncheck();
            page.keyboard().press("/");
            assertThat(page.locator("#filter-text")).not().isFocused();

            page.reload();
            assertThat(page.locator("#keys-on")).not().isChecked();
            page.keyboard().press("j");
            assertThat(page.locator("[data-walk] tbody tr a").first()).not().isFocused();
            page.keyboard().press("?");
            assertThat(help).not().hasAttribute("open", "");
        }
    }

    @Test
    void a_box_that_is_drawn_stands_in_the_numbers_and_numbers_that_are_typed_stand_on_the_photo() {
        try (Page page = at("/preview/staff/cover")) {
            Locator picture = page.locator("[data-cover-picture]");
            Locator boxes = picture.locator(".lz-cover__box");
            assertThat(boxes.nth(0)).isVisible();
            assertThat(boxes.nth(1)).isHidden();

            picture.scrollIntoViewIfNeeded();
            BoundingBox frame = picture.boundingBox();
            page.mouse().move(frame.x + frame.width / 2, frame.y + frame.height / 2);
            page.mouse().down();
            page.mouse().move(frame.x + frame.width * 0.6, frame.y + frame.height * 0.7);
            page.mouse().move(frame.x + frame.width * 0.75, frame.y + frame.height * 0.9);
            page.mouse().up();
            assertThat(boxes.nth(1)).isVisible();
            assertThat(number(page, "boxes-1-left")).isBetween(49.0, 51.0);
            assertThat(number(page, "boxes-1-width")).isBetween(24.0, 26.0);
            assertThat(number(page, "boxes-1-height")).isBetween(39.0, 41.0);
            assertThat(page.locator("#boxes-2-left")).hasValue("");

            for (String part : new String[] {"left", "top", "width", "height"}) {
                page.locator("#boxes-2-" + part).fill("10");
            }
            assertThat(boxes.nth(2)).isVisible();
        }
    }

    private static double number(Page page, String id) {
        return Double.parseDouble(page.locator("#" + id).inputValue());
    }
}
