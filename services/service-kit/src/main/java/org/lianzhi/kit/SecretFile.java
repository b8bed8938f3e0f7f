package org.lianzhi.kit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A file with a secret: there completely or not at all, after a power cut too, and read by its owner only. */
public final class SecretFile {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private static final FileAttribute<?>[] OWNER_ONLY = POSIX
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];

    private SecretFile() {}

    /** Puts it in the place of what is there. */
    public static void write(Path file, String content) throws IOException {
        Path folder = folder(file);
        Files.move(draft(folder, content), file, StandardCopyOption.ATOMIC_MOVE);
        force(folder);
    }

    /** Keeps what is there, and what another instance was faster with: who needs the content reads it afterwards. */
    public static void create(Path file, String content) throws IOException {
        Path folder = folder(file);
        Path draft = draft(folder, content);
        try {
            link(draft, file);
            force(folder);
        } finally {
            Files.delete(draft);
        }
    }

    private static Path folder(Path file) throws IOException {
        return Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
    }

    private static Path draft(Path folder, String content) throws IOException {
        Path draft = Files.createTempFile(folder, "secret", ".new", OWNER_ONLY);
        Files.writeString(draft, content, StandardOpenOption.SYNC);
        return draft;
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

    /** A new name lasts once its folder is on the disk: what comes next may be sealed by what stands in that file. */
    private static void force(Path folder) throws IOException {
        // Elsewhere a folder cannot be opened like a file.
        if (POSIX) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
