package org.lianzhi.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.lianzhi.test.Browsers;

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

    private record Started(RunningLianzhi lianzhi, Path folder) implements AutoCloseable {

        static Started now() {
            try {
                Path folder = Files.createTempDirectory("lianzhi-system");
                RunningLianzhi lianzhi = new RunningLianzhi(folder);
                lianzhi.start();
                return new Started(lianzhi, folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                lianzhi.stop();
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
