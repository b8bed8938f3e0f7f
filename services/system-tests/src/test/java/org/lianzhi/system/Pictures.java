package org.lianzhi.system;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/**
 * Pictures of the running pages for the README, taken on the way if somebody asks for them with
 * {@code -Dpictures=FOLDER}.
 */
final class Pictures {

    private static final String FOLDER = System.getProperty("pictures", "");

    private Pictures() {}

    static void take(Page page, String name, Words words) {
        if (!FOLDER.isEmpty()) {
            Path file = Path.of(FOLDER, name + "." + words.tag() + ".png");
            page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        }
    }
}
