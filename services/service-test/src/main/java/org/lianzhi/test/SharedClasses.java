package org.lianzhi.test;

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
 * The class path of this process for children of it, and an archive of the classes that one of them has loaded for all those
 * after it: most of the time of a start is loading classes, and tests start many.
 */
public final class SharedClasses {

    private static final Path FOLDER = Path.of("target", "shared-classes").toAbsolutePath();
    private static final Path ARCHIVE = FOLDER.resolve("classes.jsa");
    private static final Path LIST = FOLDER.resolve("classes.txt");
    private static final String PATH = path();
    private static final AtomicBoolean ASKED = new AtomicBoolean();
    private static final AtomicBoolean KEPT = new AtomicBoolean();

    private SharedClasses() {}

    /**
     * Arguments for a new JVM, class path included.
     *
     * @param loadsMost whether it loads what others load, too; the first such one says which classes are archived
     */
    public static List<String> arguments(boolean loadsMost) {
        List<String> arguments = new ArrayList<>(List.of("-Xshare:auto", "-Xlog:cds=off", "-cp", PATH));
        if (Files.exists(ARCHIVE)) {
            arguments.addFirst("-XX:SharedArchiveFile=" + ARCHIVE);
        } else if (loadsMost && ASKED.compareAndSet(false, true)) {
            arguments.addFirst("-XX:DumpLoadedClassList=" + LIST);
        }
        return arguments;
    }

    /**
     * What the first process has loaded by now is archived beside the work of the others. Where that fails, starts are as slow as
     * before.
     */
    public static void keep() {
        if (!Files.exists(ARCHIVE) && Files.exists(LIST) && KEPT.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("class-archive").start(SharedClasses::write);
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
