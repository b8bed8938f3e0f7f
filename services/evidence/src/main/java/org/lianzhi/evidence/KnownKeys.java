package org.lianzhi.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose signature counts: for each side the file {@code known-<side>.txt}, a line for each key that it ever had: its
 * thumbprint (RFC 7638) and the number of the first checkpoint that it signs. The offices hand each other these lines on
 * paper. A key that a message brings along is never believed for that.
 */
public final class KnownKeys {

    private static final Logger LOG = LoggerFactory.getLogger(KnownKeys.class);

    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9_-]{43})(?:\\s+([0-9]{1,18}))?(?:\\s+#.*)?");

    /** Some editors put it before the first line. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final @Nullable Path folder;

    /** Lines that were told of. */
    private final Set<String> told = ConcurrentHashMap.newKeySet();

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

    /** The keys of a side at this moment, in the order of their numbers. A line that cannot be read is no key, and told. */
    public List<Key> of(String side) {
        if (folder == null) {
            return List.of();
        }
        return lines(file(folder, side)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .flatMap(line -> read(line.strip(), side).stream())
                .toList();
    }

    private static List<String> lines(Path file) {
        try {
            String written = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return written.replaceFirst("^" + BYTE_ORDER_MARK, "").lines().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the known keys in " + file, e);
        }
    }

    private Optional<Key> read(String line, String side) {
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches()) {
            String from = matcher.group(2);
            return Optional.of(new Key(matcher.group(1), from == null ? 1 : Long.parseLong(from)));
        }
        if (told.add(side + " " + line)) {
            LOG.warn("a line of known-{}.txt is not a thumbprint and a number, and so no key: {}", side, line);
        }
        return Optional.empty();
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
     * @param number of the checkpoint that is to be signed next
     * @return whether that checkpoint counts when this key signs it
     */
    public boolean publish(String side, String thumbprint, long number) {
        if (folder == null) {
            return false;
        }
        try {
            Path file = file(folder, side);
            if (lines(file).stream().allMatch(String::isBlank)) {
                Files.createDirectories(folder);
                write(file, thumbprint + " 1\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tell the key of " + side, e);
        }
        return signerOf(of(side), number).filter(thumbprint::equals).isPresent();
    }

    /** There completely or not at all, after a power cut too. Not for its owner only, as a secret is: others compare it. */
    private static void write(Path file, String line) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        try {
            Files.writeString(
                    draft, line, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static Path file(Path folder, String side) {
        return folder.resolve("known-" + side + ".txt");
    }
}
