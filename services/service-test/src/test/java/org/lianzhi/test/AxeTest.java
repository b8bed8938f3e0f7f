package org.lianzhi.test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class AxeTest {

    private static final String PAGE =
            "<!DOCTYPE html><html lang='en'><title>A page</title><main><h1>A page</h1>%s</main>";

    @Test
    void what_keeps_people_from_using_a_page_is_named_with_its_place() {
        try (Browsers browsers = Browsers.start();
                Page page = browsers.visitor(390, true).newPage()) {
            page.setContent(PAGE.formatted("<p>Words.</p><img src='data:,' alt='a picture'>"));
            Axe.assertConforms(page, "a good page");
            Axe.assertClean(page, "a good page");

            page.setContent(PAGE.formatted("<p>Words.</p><img src='data:,'><input><p style='color:#ccc'>Pale</p>"));
            assertThatThrownBy(() -> Axe.assertConforms(page, "a bad page"))
                    .hasMessageContaining("a bad page")
                    .hasMessageContaining("image-alt")
                    .hasMessageContaining("label: ")
                    .hasMessageContaining("color-contrast")
                    .hasMessageContaining("Pale");
        }
    }
}
