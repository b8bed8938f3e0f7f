package org.lianzhi.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.lianzhi.embedded.Ports;

/** The standalone as a process of its own, so that it can really be killed. It must be on the class path of who starts it. */
public final class RunningLianzhi implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(8);
    private static final String READY = "is ready after";

    private static final Pattern BEHIND_THE_PORTAL = Pattern.compile("Behind the portal: (.*)");

    private final Path data;
    private final Path console;
    private final List<String> jvmOptions;
    private final boolean forFigures;
    private final int port = Ports.pick();
    private final int identityPort = Ports.pick(1, Set.of(port)).getFirst();
    private Duration lastStart = Duration.ZERO;
    private Map<String, String> addresses = Map.of();
    private @Nullable Process process;

    public RunningLianzhi(Path folder) {
        this(folder, List.of());
    }

    /** Optimised as where users start it: for figures. */
    public static RunningLianzhi optimised(Path folder, String... jvmOptions) {
        return new RunningLianzhi(folder, List.of(jvmOptions), true);
    }

    /** @param jvmOptions beside those of every start */
    public RunningLianzhi(Path folder, List<String> jvmOptions) {
        this(folder, jvmOptions, false);
    }

    private RunningLianzhi(Path folder, List<String> jvmOptions, boolean forFigures) {
        this.forFigures = forFigures;
        this.jvmOptions = List.copyOf(jvmOptions);
        this.data = folder.resolve("data");
        this.console = folder.resolve("console.txt");
    }

    public String portal() {
        return "http://localhost:" + port;
    }

    public String identity() {
        return "http://localhost:" + identityPort;
    }

    public int port() {
        return port;
    }

    public int identityPort() {
        return identityPort;
    }

    public Path log() {
        return data.resolve("logs").resolve("lianzhi.log");
    }

    public Path data() {
        return data;
    }

    /**
     * Starts it and waits for the banner; the time from the process's start until then.
     *
     * @param more options beside folder and ports
     */
    public Duration start(String... more) {
        long begin = System.nanoTime();
        Process started = launchInFolder(more);
        process = started;
        Awaitility.await("the banner of the standalone\n" + console)
                .atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> isReadyOrDead(started));
        if (!started.isAlive()) {
            throw new AssertionError("the standalone ended with " + started.exitValue() + ":\n" + output());
        }
        lastStart = Duration.ofNanos(System.nanoTime() - begin);
        if (!forFigures) {
            SharedClasses.keep();
        }
        addresses = said();
        return lastStart;
    }

    /**
     * Starts it on a new folder and returns when it has said where its parts will be found; none of them need answer yet.
     *
     * @param more options beside folder and ports
     */
    public void begin(String... more) {
        Process started = launchInFolder(more);
        process = started;
        Awaitility.await("where the parts of the standalone are")
                .atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !started.isAlive() || (Files.exists(log()) && !said().isEmpty()));
        addresses = said();
    }

    /** What the last start took until the banner. */
    public Duration lastStart() {
        return lastStart;
    }

    private boolean isReadyOrDead(Process started) {
        return output().contains(READY) || !started.isAlive();
    }

    private Process launchInFolder(String... more) {
        List<String> options =
                new ArrayList<>(List.of("--data=" + data, "--port=" + port, "--identity-port=" + identityPort));
        options.addAll(List.of(more));
        return launch(true, options.toArray(String[]::new));
    }

    /** Runs the program with these options only, until it ends by itself; its exit code. */
    public int run(String... options) throws InterruptedException {
        Process started = launch(false, options);
        if (!started.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS)) {
            started.destroyForcibly();
            throw new AssertionError("it did not end:\n" + output());
        }
        return started.exitValue();
    }

    private Process launch(boolean starts, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dsun.misc.unsafe.memory.access=allow"));
        command.addAll(jvmOptions);
        if (forFigures) {
            command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        } else {
            // Most of what a test waits for is starts and first pages: optimising them costs more than it gives.
            command.add("-XX:TieredStopAtLevel=1");
            command.addAll(SharedClasses.arguments(starts));
        }
        command.add("org.lianzhi.standalone.Launcher");
        command.addAll(List.of(options));
        try {
            Files.createDirectories(data.getParent());
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(console.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the parts listen since the last start: {@code broker}, {@code store}, and each service. */
    public Map<String, String> addresses() {
        return addresses;
    }

    /** Read right after the start: at midnight another log begins. */
    private Map<String, String> said() {
        try {
            Matcher said = BEHIND_THE_PORTAL.matcher(Files.readString(log()));
            Map<String, String> last = new LinkedHashMap<>();
            while (said.find()) {
                for (String part : said.group(1).trim().split(" ")) {
                    last.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
                }
            }
            return last;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String output() {
        try {
            return Files.exists(console) ? Files.readString(console) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return alive().pid();
    }

    /** As by kill -9. */
    public void kill() throws InterruptedException {
        alive().destroyForcibly().waitFor();
    }

    /** As by Ctrl-C; the time until it was gone. */
    public Duration stop() throws InterruptedException {
        long begin = System.nanoTime();
        alive().destroy();
        if (!alive().waitFor(60, TimeUnit.SECONDS)) {
            alive().destroyForcibly();
            throw new AssertionError("the standalone did not stop:\n" + output());
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private Process alive() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("not started");
        }
        return running;
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }
}
