package org.lianzhi.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Backup and restore of a data folder that nobody uses. */
final class DataBackup {

    private DataBackup() {}

    /** Work on a folder that is locked meanwhile. */
    interface Work<T> {
        T on(Path folder) throws IOException;
    }

    static <T> T locked(Path root, Work<T> work) {
        Path folder = root.toAbsolutePath().normalize();
        FolderContents.requireOurs(folder);
        FolderLock lock = FolderLock.of(folder);
        try {
            return work.on(folder);
        } catch (IOException e) {
            throw new DataFolderProblem(
                    DataFolderProblem.Code.NOT_WRITABLE, "Cannot read or write: " + e.getMessage() + ".", e);
        } finally {
            lock.close();
        }
    }

    /** What an interrupted restore has unpacked is no data yet and goes. */
    static Optional<Path> reset(Path folder) throws IOException {
        Optional<Path> aside = FolderContents.setAside(folder);
        delete(folder.resolve(FolderContents.INCOMING));
        return aside;
    }

    static void write(Path folder, Path zip) throws IOException {
        FolderContents.requireWhole(folder);
        FolderFormat.readFrom(folder);
        requireOutside(folder, zip);
        if (Files.exists(zip)) {
            throw new DataFolderProblem(DataFolderProblem.Code.HAS_DATA, zip + " exists: choose another name.");
        }
        Path unfinished = zip.resolveSibling(zip.getFileName() + ".part");
        Files.deleteIfExists(unfinished);
        try {
            BackupZip.write(folder, unfinished);
            Files.move(unfinished, zip, StandardCopyOption.ATOMIC_MOVE);
            OnDisk.forceNames(zip.toAbsolutePath().resolveSibling(""));
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** A backup among the data would be lost with them, and in one of their parts it would take in itself. */
    private static void requireOutside(Path folder, Path zip) throws IOException {
        Path place = zip.toAbsolutePath().resolveSibling("").toRealPath();
        for (Path inside : FolderContents.rootAndParts(folder)) {
            if (place.startsWith(inside.toRealPath())) {
                throw new DataFolderProblem(
                        DataFolderProblem.Code.BACKUP_INSIDE,
                        zip + " would lie in the data folder " + folder + ": choose a place outside of it.");
            }
        }
    }

    /** The former data stay where they are until all of the backup is unpacked and checked. */
    static Optional<Path> restore(Path folder, Path zip, boolean setAside) throws IOException {
        if (FolderContents.hasData(folder) && !setAside) {
            throw new DataFolderProblem(
                    DataFolderProblem.Code.HAS_DATA,
                    folder + " holds data: reset it first, or restore with the former data set aside.");
        }
        Path incoming = folder.resolve(FolderContents.INCOMING);
        delete(incoming);
        try {
            Files.createDirectory(incoming, FolderContents.forOwner(folder));
            BackupZip.unpack(zip, incoming);
            FolderFormat.readFrom(incoming);
        } catch (IOException | RuntimeException e) {
            delete(incoming);
            throw e;
        }
        Optional<Path> aside = FolderContents.setAside(folder);
        moveIn(incoming, folder);
        return aside;
    }

    /** The format is the mark that all is there, so everything else is on the disk before it. */
    private static void moveIn(Path incoming, Path folder) throws IOException {
        for (String part : FolderContents.PARTS) {
            Files.move(Files.createDirectories(incoming.resolve(part)), folder.resolve(part));
        }
        FolderContents.protectKeys(folder);
        OnDisk.forceNames(folder);
        Files.move(incoming.resolve(FolderFormat.FILE), folder.resolve(FolderFormat.FILE));
        OnDisk.forceNames(folder);
        delete(incoming);
    }

    private static void delete(Path tree) throws IOException {
        if (Files.notExists(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
