package org.lianzhi.test;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CLI;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.Geolocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real browser without a screen, and the care that there is one: the system's Chromium, best as the shell that is made for
 * having no screen and starts in a third of the time, else Playwright's own download, else Debian's package if we are root,
 * else a failure that says so. All tests of a thread share its process, whose start takes longer than many a test, and
 * nothing else: whoever has one of these sees only the visitors that it let in. As Playwright demands, another thread gets
 * another process.
 */
public final class Browsers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Browsers.class);
    private static final int PHONE = 600;
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Ends with the JVM: the driver hangs on its standard input. */
    private static final ThreadLocal<@Nullable Browser> RUNNING = new ThreadLocal<>();

    private final Browser browser;
    private final List<BrowserContext> visitors = new ArrayList<>();

    private Browsers(Browser browser) {
        this.browser = browser;
    }

    public static Browsers start() {
        Browser started = RUNNING.get();
        if (started == null || !started.isConnected()) {
            started = launch(Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
            RUNNING.set(started);
        }
        return new Browsers(started);
    }

    private static Browser launch(Playwright playwright) {
        Optional<Path> installed = installed();
        if (installed.isPresent()) {
            return launch(playwright, installed);
        }
        try {
            CLI.main(new String[] {"install", "chromium"});
            return launch(playwright, Optional.empty());
        } catch (PlaywrightException | IOException | InterruptedException e) {
            LOG.info("Playwright has no browser of its own here: {}", e.getMessage());
        }
        return launch(playwright, Optional.of(byPackage()));
    }

    private static Browser launch(Playwright playwright, Optional<Path> executable) {
        var options = new BrowserType.LaunchOptions().setArgs(QUIET).setHeadless(true);
        executable.ifPresent(options::setExecutablePath);
        return playwright.chromium().launch(options);
    }

    private static Optional<Path> installed() {
        return Stream.of(
                        "/usr/bin/chromium-headless-shell",
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path byPackage() {
        try {
            run("apt-get", "update");
            run("apt-get", "install", "-y", "fonts-noto-cjk");
            for (String name : List.of("chromium-headless-shell", "chromium")) {
                if (installed().isEmpty()) {
                    run("apt-get", "install", "-y", name);
                }
            }
        } catch (IOException | InterruptedException e) {
            LOG.info("apt-get cannot be run: {}", e.getMessage());
        }
        return installed().orElseThrow(() -> new AssertionError("the browser tests need a browser: install chromium"));
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
    }

    /** A browser without cookies, in Beijing time, standing near the border of Jianghua and Fuchuan. */
    public BrowserContext visitor(int width, boolean scripts) {
        BrowserContext visitor = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, width < PHONE ? 844 : 900)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setGeolocation(new Geolocation(24.95, 111.45))
                .setPermissions(List.of("geolocation"))
                .setHasTouch(width < PHONE)
                .setJavaScriptEnabled(scripts));
        visitors.add(visitor);
        return visitor;
    }

    /** Sends away whoever was let in. */
    @Override
    public void close() {
        visitors.forEach(BrowserContext::close);
    }
}
