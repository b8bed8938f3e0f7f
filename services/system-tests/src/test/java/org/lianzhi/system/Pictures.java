package org.lianzhi.system;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/**
 * Pictures of the running pages: for the README, taken on the way if somebody asks for them with {@code -Dpictures=FOLDER},
 * and of what went wrong.
 */
final class Pictures {

    private static final Path FAILED = Path.of("target", "failed");
    private static final String FOLDER = System.getProperty("pictures", "");

    private Pictures() {}

    static boolean areWanted() {
        return !FOLDER.isEmpty();
    }

    static void take(Page page, String name, Words words) {
        if (areWanted()) {
            Path file = Path.of(FOLDER, name + "." + words.tag() + ".png");
            page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        }
    }

    /** What everybody has before their eyes now, for whoever looks into a failure. */
    static void ofFailure(List<BrowserContext> visitors) {
        int number = 0;
        for (BrowserContext visitor : visitors) {
            for (Page page : visitor.pages()) {
                number++;
                Path file = FAILED.resolve("%02d.png".formatted(number));
                page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
            }
        }
    }
}
