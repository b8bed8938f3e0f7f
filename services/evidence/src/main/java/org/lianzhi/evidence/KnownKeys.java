package org.lianzhi.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whose signature counts: for each side the file {@code known-<side>.txt}, a line for each key that it ever had: its
 * thumbprint (RFC 7638) and the number of the first checkpoint that it signs. The offices hand each other these lines on
 * paper. A key that a message brings along is never believed for that.
 */
public final class KnownKeys {

    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9_-]{43})(?:\\s+([0-9]{1,18}))?(?:\\s+#.*)?");

    private final @Nullable Path folder;

    /** @param folder null: no key is known, and so no signature counts */
    public KnownKeys(@Nullable Path folder) {
        this.folder = folder;
    }

    /**
     * A key of a side.
     *
     * @param from number of the first checkpoint that it signs; it ends where the next one begins
     */
    public record Key(String thumbprint, long from) {}

    /** The keys of a side at this moment, in the order of their numbers. */
    public List<Key> of(String side) {
        if (folder == null || !Files.exists(file(folder, side))) {
            return List.of();
        }
        List<Key> keys = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file(folder, side))) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    keys.add(read(line.strip(), side));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the known keys of " + side, e);
        }
        return keys;
    }

    private static Key read(String line, String side) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("known-" + side + ".txt: a line is a thumbprint and a number");
        }
        return new Key(matcher.group(1), matcher.group(2) == null ? 1 : Long.parseLong(matcher.group(2)));
    }

    /** The one key that signs a checkpoint. */
    static Optional<String> signerOf(List<Key> keys, long number) {
        return keys.stream()
                .filter(key -> key.from() <= number)
                .reduce((one, later) -> later.from() >= one.from() ? later : one)
                .map(Key::thumbprint);
    }

    /**
     * Tells the first key of a side. A later one is entered by a person: who can put a key in place must not thereby be
     * believed.
     *
     * @return whether the key is known now
     */
    public boolean publish(String side, String thumbprint) {
        if (folder == null) {
            return false;
        }
        try {
            Path file = file(folder, side);
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                Files.writeString(file, thumbprint + " 1\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tell the key of " + side, e);
        }
        return of(side).stream().anyMatch(key -> key.thumbprint().equals(thumbprint));
    }

    private static Path file(Path folder, String side) {
        return folder.resolve("known-" + side + ".txt");
    }
}
