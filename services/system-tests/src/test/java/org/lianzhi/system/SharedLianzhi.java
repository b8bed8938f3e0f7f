package org.lianzhi.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.lianzhi.test.Browsers;
import org.lianzhi.test.RunningLianzhi;

/** Starts one standalone and one browser for all test classes: a start costs more than most tests. */
final class SharedLianzhi implements ParameterResolver {

    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(SharedLianzhi.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == RunningLianzhi.class || type == Browsers.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var store = context.getRoot().getStore(OURS);
        return parameter.getParameter().getType() == Browsers.class
                ? store.computeIfAbsent("browsers", key -> new OpenBrowsers(Browsers.start()), OpenBrowsers.class)
                        .browsers()
                : store.computeIfAbsent("lianzhi", key -> Started.now(), Started.class)
                        .lianzhi();
    }

    private record OpenBrowsers(Browsers browsers) implements AutoCloseable {
        @Override
        public void close() {
            browsers.close();
        }
    }

    /** A failed start fails every test at once: it would only fail again. */
    private record Started(
            RunningLianzhi running, Path folder, @Nullable AssertionError failure) implements AutoCloseable {

        RunningLianzhi lianzhi() {
            if (failure != null) {
                throw failure;
            }
            return running;
        }

        static Started now() {
            try {
                Path folder = Files.createTempDirectory("lianzhi-system");
                RunningLianzhi lianzhi = new RunningLianzhi(folder);
                return new Started(lianzhi, folder, failureOf(lianzhi));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static @Nullable AssertionError failureOf(RunningLianzhi lianzhi) {
            try {
                lianzhi.start();
                return null;
            } catch (AssertionError e) {
                return e;
            }
        }

        @Override
        public void close() {
            try {
                running.stop();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            delete(folder);
        }

        private static void delete(Path folder) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
