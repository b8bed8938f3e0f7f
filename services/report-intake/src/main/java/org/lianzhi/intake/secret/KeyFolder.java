package org.lianzhi.intake.secret;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The folder with the key files, one file per purpose, kept and backed up apart from the data. A line of a file is
 * {@code id algorithm base64}; the last line is the current key, the lines before it are kept to open what they sealed.
 */
public final class KeyFolder {

    private static final FileAttribute<?>[] OWNER_ONLY =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
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
        byte[] key = SecretBytes.random(random).bytes();
        String line = "1 " + Sealing.ALGORITHM + " " + Base64.getEncoder().encodeToString(key) + "\n";
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, purpose, ".new", OWNER_ONLY);
            Files.writeString(draft, line, StandardOpenOption.SYNC);
            link(draft, file(purpose));
            Files.delete(draft);
        } catch (IOException e) {
            throw new KeysUnusable("cannot make " + file(purpose) + ": " + e, e);
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
            for (String line : lines(file)) {
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
