package org.lianzhi.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianzhi.test.Browsers;
import org.lianzhi.test.RunningLianzhi;

/** A large photo over a network that breaks, against the running whole. */
@Running
class CutOffUploadTest {

    static final int PIECE = 512 * 1024;

    private final RunningLianzhi lianzhi;
    private final Browsers browsers;

    @TempDir
    Path folder;

    CutOffUploadTest(RunningLianzhi lianzhi, Browsers browsers) {
        this.lianzhi = lianzhi;
        this.browsers = browsers;
    }

    @Test
    void when_the_network_comes_back_only_the_rest_is_sent_and_it_is_one_whole_photo() throws IOException {
        Path photo = large(folder.resolve("river.jpg"));
        assertThat(Files.size(photo)).isGreaterThan(2 * PIECE);
        try (BrowserContext phone = browsers.visitor(390, true)) {
            Page page = phone.newPage();
            List<String> offsets = new CopyOnWriteArrayList<>();
            page.route("**/uploads/*", route -> {
                offsets.add(route.request().headers().get("upload-offset"));
                if (offsets.size() == 2) {
                    route.abort();
                } else {
                    route.resume();
                }
            });
            page.navigate(lianzhi.portal() + "/report/photos?first&lang=en");
            page.locator("#photos").setInputFiles(photo);
            page.locator("main form button.govuk-button[type=submit]").first().click();
            assertThat(page.locator("[data-upload-problem]")).containsText("It did not get through");
            phone.setOffline(true);
            send(page);
            assertThat(page.locator("[data-upload-problem]")).containsText("It did not get through");

            phone.setOffline(false);
            send(page);
            page.waitForURL("**/report/category");
            assertThat(offsets).startsWith("0", "524288", "524288").containsOnlyOnce("0");
            page.navigate(lianzhi.portal() + "/report/photos?first");
            assertThat(page.locator(".lz-sent__name")).hasText(new String[] {"river.jpg"});
        }
    }

    /** Not by the button: it takes a second press within a second for a slip of the finger. */
    private static void send(Page page) {
        page.evaluate("document.querySelector('form[data-upload]').requestSubmit()");
    }

    /** Nothing compresses worse than noise. */
    static Path large(Path file) throws IOException {
        Random random = new Random(1);
        BufferedImage picture = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        ImageIO.write(picture, "jpeg", file.toFile());
        return file;
    }
}
