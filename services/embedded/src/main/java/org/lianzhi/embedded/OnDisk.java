package org.lianzhi.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Files and names last through a loss of power only once they were forced to the disk. */
final class OnDisk {

    private OnDisk() {}

    static void force(Path file) throws IOException {
        force(file, StandardOpenOption.WRITE);
    }

    /** The names in it: a new or moved file is found again only with them. */
    static void forceNames(Path folder) throws IOException {
        // Elsewhere a folder cannot be opened like a file.
        if (FolderContents.isPosix(folder)) {
            force(folder, StandardOpenOption.READ);
        }
    }

    /** All files in it, and their names. */
    static void forceAll(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> tree = Files.walk(folder)) {
            all = tree.toList();
        }
        for (Path path : all) {
            if (Files.isDirectory(path)) {
                forceNames(path);
            } else {
                force(path);
            }
        }
    }

    private static void force(Path path, OpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
