package org.lianzhi.intake.secret;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder with the key files, one file per purpose, kept and backed up apart from the data. A line of a file is
 * {@code id algorithm base64}; the last line is the current key, the lines before it are kept to open what they sealed. Keys
 * that nothing of the data needs any more stand in a file beside it: only a backup from before needs them, so who wants to
 * can take that file away.
 */
public final class KeyFolder {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private static final FileAttribute<?>[] OWNER_ONLY = POSIX
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    public KeyFolder(Path folder) {
        this.folder = folder;
    }

    public boolean has(String purpose) {
        return Files.exists(file(purpose));
    }

    /** Makes a first key; keeps a file that is there. */
    public void create(String purpose) {
        try {
            Files.createDirectories(folder);
            Path draft = draft(purpose, List.of(newLine(1)));
            link(draft, file(purpose));
            force();
            Files.delete(draft);
        } catch (IOException e) {
            throw new KeysUnusable("cannot make " + file(purpose) + ": " + e, e);
        }
    }

    private String newLine(int id) {
        byte[] key = SecretBytes.random(random).bytes();
        return id + " " + Sealing.ALGORITHM + " " + Base64.getEncoder().encodeToString(key);
    }

    private Path draft(String purpose, List<String> lines) throws IOException {
        Path draft = Files.createTempFile(folder, purpose, ".new", OWNER_ONLY);
        Files.writeString(draft, String.join("\n", lines) + "\n", StandardOpenOption.SYNC);
        return draft;
    }

    /** Makes a key that is the current one from then on; the keys before it stay. */
    public void append(String purpose) {
        try {
            List<String> before = lines(file(purpose));
            int last = Stream.concat(before.stream(), retired(purpose).stream())
                    .map(line -> line.split(" ")[0])
                    .filter(id -> id.matches("\\d{1,8}"))
                    .mapToInt(Integer::parseInt)
                    .max()
                    .orElse(0);
            List<String> now = new ArrayList<>(before);
            now.add(newLine(last + 1));
            move(draft(purpose, now), file(purpose));
        } catch (IOException e) {
            throw new KeysUnusable("cannot change " + file(purpose) + ": " + e, e);
        }
    }

    /**
     * Puts all keys but the current one into the file beside.
     *
     * @return how many
     */
    public int retire(String purpose) {
        try {
            List<String> all = lines(file(purpose));
            List<String> old = all.subList(0, all.size() - 1);
            if (old.isEmpty()) {
                return 0;
            }
            List<String> retired = new ArrayList<>(retired(purpose));
            retired.addAll(old);
            // In both files for a moment, and never in none.
            move(draft(purpose, retired), retiredFile(purpose));
            move(draft(purpose, List.of(all.getLast())), file(purpose));
            return old.size();
        } catch (IOException e) {
            throw new KeysUnusable("cannot change " + file(purpose) + ": " + e, e);
        }
    }

    private List<String> retired(String purpose) throws IOException {
        Path file = retiredFile(purpose);
        return Files.exists(file) ? lines(file) : List.of();
    }

    private Path retiredFile(String purpose) {
        return folder.resolve(purpose + ".retired");
    }

    /** When the file was changed last, so that a change by another instance is seen; empty when it cannot be said. */
    public Optional<FileTime> changed(String purpose) {
        try {
            return Optional.of(Files.getLastModifiedTime(file(purpose)));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private void move(Path draft, Path file) throws IOException {
        Files.move(draft, file, ATOMIC_MOVE);
        force();
    }

    /** A new name lasts once its folder is on the disk: what comes next is wrapped by what stands in that file. */
    private void force() throws IOException {
        // Elsewhere a folder cannot be opened like a file.
        if (POSIX) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** A link is there complete or not at all, and is refused when another instance was faster. */
    private static void link(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (UnsupportedOperationException e) {
            Files.copy(draft, file);
        }
    }

    /** @throws KeysUnusable when the file is not there or not what it should be */
    public KeyRing open(String purpose) {
        Path file = file(purpose);
        Map<String, SecretBytes> keys = new LinkedHashMap<>();
        String current = "";
        try {
            List<String> lines = new ArrayList<>(retired(purpose));
            lines.addAll(lines(file));
            for (String line : lines) {
                String[] parts = line.split(" ");
                keys.put(parts[0], SecretBytes.of(Base64.getDecoder().decode(parts[2])));
                current = parts[0];
            }
            return new KeyRing(current, keys);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            // The cause might quote the line.
            throw new KeysUnusable(file + " is not a key file: each line is 'id algorithm base64'", null);
        } catch (IOException e) {
            throw new KeysUnusable("cannot read " + file + ": " + e, e);
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private Path file(String purpose) {
        return folder.resolve(purpose + ".keys");
    }
}
