package org.lianzhi.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What belongs into a data folder, and moving it. */
final class FolderContents {

    static final String BROKER = "broker";
    static final String STORE = "store";
    static final String KEYS = "keys";
    static final List<String> PARTS = List.of(BROKER, STORE, KEYS);

    /** Where a restore unpacks before it replaces anything. */
    static final String INCOMING = "incoming";

    /** What no backup may bring back: it stays where it is, whatever is restored or reset. */
    private static final String REGISTER = "register";

    private static final String ASIDE = "aside-";

    private static final String OWNER_ONLY = "rwx------";

    /** Logs are no data: they stay where they are. A mounted volume has the last one. */
    private static final Set<String> OTHERS =
            Set.of(FolderLock.FILE, FolderFormat.FILE + ".tmp", INCOMING, "logs", "lost+found");

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private FolderContents() {}

    static void requireOurs(Path folder) {
        boolean ours = Files.notExists(folder)
                || Files.isDirectory(folder)
                        && (names(folder).anyMatch(FolderContents::isMark)
                                || names(folder).allMatch(FolderContents::isOurs));
        if (!ours) {
            throw new DataFolderProblem(
                    DataFolderProblem.Code.NOT_A_DATA_FOLDER,
                    folder + " holds something else: choose an empty or a new folder.");
        }
    }

    /**
     * Says whose folder it is whatever else somebody has put into it: between a reset, or a restore that was interrupted, and the next
     * start there is no format. What waits in {@link #INCOMING} says nothing, because it is deleted: it might be a stranger's.
     */
    private static boolean isMark(String name) {
        return name.equals(FolderFormat.FILE) || name.equals(REGISTER) || name.startsWith(ASIDE);
    }

    private static boolean isOurs(String name) {
        return PARTS.contains(name) || OTHERS.contains(name) || isMark(name);
    }

    static List<Path> rootAndParts(Path folder) {
        return Stream.concat(Stream.of(folder), PARTS.stream().map(folder::resolve))
                .toList();
    }

    /** Nothing was ever stored: at most the empty parts of an interrupted first start. */
    static boolean isNew(Path folder) {
        return !Files.exists(folder.resolve(FolderFormat.FILE))
                && !Files.exists(folder.resolve(INCOMING))
                && PARTS.stream()
                        .map(folder::resolve)
                        .allMatch(part ->
                                Files.notExists(part) || names(part).findAny().isEmpty());
    }

    static void requireWhole(Path folder) {
        if (!Files.exists(folder.resolve(FolderFormat.FILE))) {
            throw damaged(folder, "a reset or a restore was interrupted");
        }
        for (String part : PARTS) {
            if (!Files.isDirectory(folder.resolve(part))) {
                throw damaged(folder, part + " is missing");
            }
        }
    }

    private static DataFolderProblem damaged(Path folder, String how) {
        return new DataFolderProblem(
                DataFolderProblem.Code.DAMAGED,
                folder + " is incomplete (" + how
                        + "): restore a backup, or reset the data folder; former data are in aside-*.");
    }

    static void requireData(Path folder) {
        if (!hasData(folder)) {
            throw new DataFolderProblem(
                    DataFolderProblem.Code.NOT_A_DATA_FOLDER, folder + " holds no data: name the folder that does.");
        }
    }

    static boolean hasData(Path folder) {
        return present(folder).findAny().isPresent();
    }

    private static Stream<String> present(Path folder) {
        return Stream.concat(Stream.of(FolderFormat.FILE), PARTS.stream())
                .filter(name -> Files.exists(folder.resolve(name)));
    }

    /** Moves the data into a folder beside them. The format goes first: what is left over is not taken for whole. */
    static Optional<Path> setAside(Path folder) throws IOException {
        if (!hasData(folder)) {
            return Optional.empty();
        }
        Path aside = newAside(folder);
        for (String name : present(folder).toList()) {
            Files.move(folder.resolve(name), aside.resolve(name));
        }
        return Optional.of(aside);
    }

    private static Path newAside(Path folder) throws IOException {
        String name = ASIDE + LocalDateTime.now().format(SECONDS);
        Path aside = folder.resolve(name);
        for (int i = 2; Files.exists(aside); i++) {
            aside = folder.resolve(name + "-" + i);
        }
        return Files.createDirectory(aside);
    }

    static void protectKeys(Path folder) throws IOException {
        Path keys = folder.resolve(KEYS);
        if (isPosix(keys)) {
            Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString(OWNER_ONLY));
        }
    }

    static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** With which a folder begins that nobody else may look into. */
    static FileAttribute<?>[] forOwner(Path folder) {
        return rights(folder, OWNER_ONLY);
    }

    /** With which something new begins, where there are any. */
    static FileAttribute<?>[] rights(Path path, String rights) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    private static Stream<String> names(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
