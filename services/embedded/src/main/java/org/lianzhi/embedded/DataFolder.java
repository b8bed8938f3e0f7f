package org.lianzhi.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.kafka.common.Uuid;

/**
 * The folder with everything a standalone installation keeps: {@code broker/}, {@code store/}, {@code keys/} and a file {@code format}. While
 * it is open, nobody else can open it. A folder {@code register/} beside them is in no backup, and no restore touches it. Nothing in it is ever deleted by the program: what has to make room is moved to {@code aside-*}.
 *
 * <p>All methods throw {@link DataFolderProblem} where the folder or the backup cannot be used.
 */
public final class DataFolder implements AutoCloseable {

    /** Raised when an older program can no longer read the data. */
    static final int FORMAT = 1;

    private final Path root;
    private final FolderLock lock;
    private final FolderFormat format;

    private DataFolder(Path root, FolderLock lock, FolderFormat format) {
        this.root = root;
        this.lock = lock;
        this.format = format;
    }

    /** Opens the folder; one that is missing or empty becomes a new one. One that is missing is made for its owner only. */
    public static DataFolder open(Path root) {
        Path folder = root.toAbsolutePath().normalize();
        FolderContents.requireOurs(folder);
        FolderLock lock = FolderLock.of(folder);
        try {
            return new DataFolder(folder, lock, FolderContents.isNew(folder) ? create(folder) : existing(folder));
        } catch (IOException e) {
            lock.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The format is written last: it makes the folder a whole one. */
    private static FolderFormat create(Path folder) throws IOException {
        for (String part : FolderContents.PARTS) {
            Files.createDirectories(folder.resolve(part));
        }
        FolderContents.protectKeys(folder);
        FolderFormat format = new FolderFormat(FORMAT, Uuid.randomUuid().toString());
        format.writeTo(folder);
        return format;
    }

    private static FolderFormat existing(Path folder) {
        FolderContents.requireWhole(folder);
        return FolderFormat.readFrom(folder);
    }

    public Path broker() {
        return root.resolve(FolderContents.BROKER);
    }

    public Path store() {
        return root.resolve(FolderContents.STORE);
    }

    /** Readable by the owner only, where the file system knows such rights. */
    public Path keys() {
        return root.resolve(FolderContents.KEYS);
    }

    /** Kafka's name for this installation, made up when the folder was created. */
    public String clusterId() {
        return format.clusterId();
    }

    @Override
    public void close() {
        lock.close();
    }

    /** Moves all data aside, so that the next start begins with none. Returns where they are now, if there were any. */
    public static Optional<Path> reset(Path root) {
        return DataBackup.locked(root, DataBackup::reset);
    }

    /**
     * Writes all data, the keys included, into a zip file with a list of SHA-256 sums. The zip must be guarded like the folder: who has it
     * can read everything, and erasing a key in the folder does not erase it there.
     */
    public static void backup(Path root, Path zip) {
        FolderContents.requireData(root);
        DataBackup.locked(root, folder -> {
            DataBackup.write(folder, zip);
            return zip;
        });
    }

    /**
     * Puts the data of a backup in place, after every sum was checked.
     *
     * @param setAside whether data that are already there are moved aside; otherwise they make the restore fail
     * @return where the former data are now, if there were any
     */
    public static Optional<Path> restore(Path root, Path zip, boolean setAside) {
        return DataBackup.locked(root, folder -> DataBackup.restore(folder, zip, setAside));
    }
}
