package org.lianzhi.intake.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lianzhi.kit.SecretFile;

/**
 * The folder with the key files, one file per purpose, kept and backed up apart from the data. A line of a file is
 * {@code id algorithm base64}; the last line is the current key, the lines before it are kept to open what they sealed. Keys
 * that nothing of the data needs any more stand in a file beside it: only a backup from before needs them, so who wants to
 * can take that file away.
 */
public final class KeyFolder {

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
            SecretFile.create(file(purpose), text(List.of(newLine(1))));
        } catch (IOException e) {
            throw new KeysUnusable("cannot make " + file(purpose) + ": " + e, e);
        }
    }

    private String newLine(int id) {
        byte[] key = SecretBytes.random(random).bytes();
        return id + " " + Sealing.ALGORITHM + " " + Base64.getEncoder().encodeToString(key);
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
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
            SecretFile.write(file(purpose), text(now));
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
            SecretFile.write(retiredFile(purpose), text(retired));
            SecretFile.write(file(purpose), text(List.of(all.getLast())));
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
