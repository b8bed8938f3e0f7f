package org.lianzhi.system.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.lianzhi.test.SharedClasses;

/** A process of the running whole, as seen by who started it: it can be killed, stopped in its tracks, and given orders. */
final class Part implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(4);

    private final String name;
    private final Path console;
    private final Path log;
    private final Process process;
    private final Writer orders;

    private Part(String name, Path console, Path log, Process process) {
        this.name = name;
        this.console = console;
        this.log = log;
        this.process = process;
        this.orders = process.outputWriter();
    }

    /** Starts one and does not wait for it. */
    static Part launch(Path folder, String name, Map<String, String> settings, String... limited) {
        try {
            Files.createDirectories(folder);
            Path file = Files.createTempFile(folder, name, ".properties");
            Properties properties = new Properties();
            properties.putAll(settings);
            try (Writer writer = Files.newBufferedWriter(file)) {
                properties.store(writer, null);
            }
            Path console = Files.createTempFile(folder, name, ".txt");
            Path logs = Files.createTempDirectory(folder, name);
            List<String> command = new ArrayList<>(List.of(limited));
            command.addAll(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx700m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+EnableDynamicAgentLoading",
                    "-Djdk.attach.allowAttachSelf=true",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dsun.misc.unsafe.memory.access=allow",
                    "-Dlianzhi.log.folder=" + logs));
            command.addAll(SharedClasses.arguments(name.equals("services")));
            command.addAll(List.of(PartMain.class.getName(), file.toString()));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(console.toFile())
                    .start();
            return new Part(name, console, logs.resolve("lianzhi.log"), process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has started. */
    Part ready() {
        awaitLine(PartMain.READY, LONGEST_START);
        return this;
    }

    /** Gives an order and waits until it is taken. */
    void order(String order) {
        try {
            orders.write(order + "\n");
            orders.flush();
        } catch (IOException gone) {
            throw new AssertionError(name + " takes no orders any more:\n" + tail(), gone);
        }
        awaitLine("DONE " + order, Duration.ofSeconds(60));
    }

    private void awaitLine(String line, Duration atMost) {
        Awaitility.await(name + ": " + line)
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !process.isAlive() || output().lines().anyMatch(line::equals));
        if (!process.isAlive()) {
            throw new AssertionError(name + " ended with " + process.exitValue() + ":\n" + tail());
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As by {@code kill -9}; returns when it is gone. */
    void kill() {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(30));
    }

    /** Waits until it has ended by itself. */
    void awaitEnd(Duration atMost) {
        try {
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError(name + " goes on living:\n" + tail());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** It hangs, and its connections stay open. */
    void pause() {
        signal("STOP");
    }

    void resume() {
        signal("CONT");
    }

    private void signal(String signal) {
        // By the shell's own command: a small system has no program of that name.
        run("sh", "-c", "kill -" + signal + " " + process.pid());
    }

    /**
     * How large its files may grow from now on, as if the disk were that full. The limit that can be lifted again: the other one
     * only goes down.
     */
    void limitFiles(String bytes) {
        run("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + bytes + ":");
    }

    static boolean canLimitFiles() {
        return Stream.of("/usr/bin/prlimit", "/bin/prlimit").anyMatch(path -> Files.isExecutable(Path.of(path)));
    }

    private static void run(String... command) {
        try {
            Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(run.getInputStream().readAllBytes());
            if (run.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + ": " + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private String output() {
        return text(console);
    }

    /** What it has logged. */
    String log() {
        return text(log);
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines that it wrote. */
    String tail() {
        return "---- " + name + "\n" + last(output(), 20) + "\n" + last(log(), 40);
    }

    private static String last(String text, int most) {
        List<String> lines = text.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - most), lines.size()));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
