package org.lianzhi.portal;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Geolocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real browser without a screen: the system's Chromium if there is one. */
public final class Chromium implements AutoCloseable {

    private static final Path SYSTEM = Path.of("/usr/bin/chromium");
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    public Chromium() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options = new BrowserType.LaunchOptions().setArgs(QUIET).setHeadless(true);
        if (Files.isExecutable(SYSTEM)) {
            options.setExecutablePath(SYSTEM);
        }
        browser = playwright.chromium().launch(options);
    }

    /** A browser of its own: no cookies, in Beijing time, standing near the border of Jianghua and Fuchuan. */
    public BrowserContext visitor(int width, boolean scripts) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, width < 600 ? 844 : 900)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setGeolocation(new Geolocation(24.95, 111.45))
                .setPermissions(List.of("geolocation"))
                .setHasTouch(width < 600)
                .setJavaScriptEnabled(scripts));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
