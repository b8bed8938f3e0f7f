package org.lianzhi.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps other processes, and other parts of this one, out of a folder. The system lets go of it when the process dies. */
final class FolderLock implements AutoCloseable {

    static final String FILE = "lock";

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Creates the folder, and those above it, where they are missing: for the owner only, because what is written into it later takes
     * the rights that files usually have. A folder that is there keeps the rights that somebody gave it.
     */
    static FolderLock of(Path folder) {
        FileChannel channel = null;
        try {
            Files.createDirectories(folder, FolderContents.forOwner(folder));
            channel = FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new FolderLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            // Held by this process: the same answer as for another one.
        } catch (IOException e) {
            throw new DataFolderProblem(
                    DataFolderProblem.Code.NOT_WRITABLE, "Cannot write in " + folder + ": check owner and rights.", e);
        }
        close(channel);
        throw new DataFolderProblem(
                DataFolderProblem.Code.IN_USE,
                folder + " is in use: stop the program that uses it, or choose another folder.");
    }

    private static void close(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        close(channel);
    }
}
