package org.lianzhi.system.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The class path of the parts, and an archive of their classes that the first of them leaves to all others: most of the time
 * of a start is loading classes, and the suite starts many.
 */
final class Classes {

    private static final Path FOLDER = Path.of("target", "faults").toAbsolutePath();
    private static final Path ARCHIVE = FOLDER.resolve("classes.jsa");
    private static final Path LIST = FOLDER.resolve("classes.txt");
    private static final String PATH = path();
    private static final AtomicBoolean ASKED = new AtomicBoolean();
    private static final AtomicBoolean KEPT = new AtomicBoolean();

    private Classes() {}

    /** Arguments for a new process; the first of {@code services} says which classes there are. */
    static List<String> arguments(String name) {
        List<String> arguments = new ArrayList<>(List.of("-Xshare:auto", "-Xlog:cds=off", "-cp", PATH));
        if (Files.exists(ARCHIVE)) {
            arguments.addFirst("-XX:SharedArchiveFile=" + ARCHIVE);
        } else if (name.equals("services") && ASKED.compareAndSet(false, true)) {
            arguments.addFirst("-XX:DumpLoadedClassList=" + LIST);
        }
        return arguments;
    }

    /** What the first process has loaded is archived beside the work of the others. Where that fails, starts are slow. */
    static void keep() {
        if (!Files.exists(ARCHIVE) && Files.exists(LIST) && KEPT.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("class-archive").start(Classes::write);
        }
    }

    private static void write() {
        try {
            Path list = Files.copy(LIST, FOLDER.resolve("kept.txt"), StandardCopyOption.REPLACE_EXISTING);
            Path written = FOLDER.resolve("written.jsa");
            Process dump = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xshare:dump",
                            "-Xmx700m",
                            "-XX:SharedClassListFile=" + list,
                            "-XX:SharedArchiveFile=" + written,
                            "-cp",
                            PATH)
                    .redirectErrorStream(true)
                    .redirectOutput(FOLDER.resolve("archive.txt").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(dump::destroyForcibly));
            if (dump.waitFor() == 0) {
                Files.move(written, ARCHIVE, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An archive takes classes from jars only. */
    private static String path() {
        try {
            Files.createDirectories(FOLDER);
            // One of an earlier run would not fit.
            Files.deleteIfExists(ARCHIVE);
            Files.deleteIfExists(LIST);
            List<String> parts = new ArrayList<>();
            for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
                Path path = Path.of(part);
                if (Files.isRegularFile(path)) {
                    parts.add(part);
                } else if (Files.isDirectory(path)) {
                    parts.add(jar(path, FOLDER.resolve("classes" + parts.size() + ".jar"))
                            .toString());
                }
            }
            return String.join(File.pathSeparator, parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jar(Path folder, Path jar) throws IOException {
        try (Stream<Path> files = Files.walk(folder);
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(folder.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return jar;
    }
}
