package org.lianzhi.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Makes the clock of a standalone that a test has started one that the test can put forward: nobody waits days for an
 * answer. Every part looks at the same file. Without the property it does nothing.
 */
public final class MovedClock implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String PROPERTY = "lianzhi.test.clock";

    /** The option with which a standalone is to be started. */
    static String option(Path file) {
        return "-D" + PROPERTY + "=" + file;
    }

    static void putForward(Path file, Duration by) {
        try {
            // Moved into place: nobody reads half of it.
            Path next = Files.writeString(file.resolveSibling("next"), by.toString());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String file = System.getProperty(PROPERTY);
        if (file != null && context instanceof GenericApplicationContext beans) {
            beans.registerBean("clock", Clock.class, () -> new Moved(Path.of(file), ZoneOffset.UTC));
        }
    }

    private static final class Moved extends Clock {

        private final Path file;
        private final ZoneId zone;

        Moved(Path file, ZoneId zone) {
            this.file = file;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            try {
                return Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(Duration.parse(Files.readString(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Moved(file, other);
        }
    }
}
