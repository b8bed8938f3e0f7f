package org.lianzhi.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A process with a main class of the tests, which says on its output what was acknowledged to it, a line each. */
final class Child implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private Child(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static Child start(Class<?> main, String... arguments) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName()),
                        Stream.of(arguments))
                .toList();
        return new Child(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Kills it as kill -9 does once it has said that many lines; all that it has said until then. */
    List<String> killedAfter(int lines) throws IOException, InterruptedException {
        List<String> said = new ArrayList<>();
        String line;
        while ((line = output.readLine()) != null) {
            said.add(line);
            if (said.size() == lines) {
                // By its handle: the process itself would also close what it has said and we have not read.
                process.toHandle().destroyForcibly();
            }
        }
        process.waitFor();
        if (said.size() < lines) {
            throw new AssertionError("the child ended by itself after " + said);
        }
        return said;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
