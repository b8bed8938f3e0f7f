package org.lianzhi.embedded;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/** The file {@code format} of a data folder. */
record FolderFormat(int number, String clusterId) {

    static final String FILE = "format";

    void writeTo(Path folder) throws IOException {
        Path file =
                Files.writeString(folder.resolve(FILE + ".tmp"), "format=" + number + "\ncluster=" + clusterId + "\n");
        OnDisk.force(file);
        Files.move(file, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        OnDisk.forceNames(folder);
    }

    static FolderFormat readFrom(Path folder) {
        FolderFormat format = parsed(folder);
        if (format.number > DataFolder.FORMAT) {
            throw new DataFolderProblem(
                    DataFolderProblem.Code.NEWER_FORMAT,
                    folder + " was written by a newer version (format " + format.number + ", this one knows "
                            + DataFolder.FORMAT + "): use that version.");
        }
        return format;
    }

    private static FolderFormat parsed(Path folder) {
        Properties values = new Properties();
        try (Reader in = Files.newBufferedReader(folder.resolve(FILE))) {
            values.load(in);
            return new FolderFormat(
                    Integer.parseInt(values.getProperty("format", "")), values.getProperty("cluster", ""));
        } catch (IllegalArgumentException | IOException e) {
            throw new DataFolderProblem(
                    DataFolderProblem.Code.DAMAGED,
                    folder.resolve(FILE) + " cannot be read: restore a backup, or reset the data folder.",
                    e);
        }
    }
}
