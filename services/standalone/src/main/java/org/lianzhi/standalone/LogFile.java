package org.lianzhi.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** The log of all parts, beside the data. */
final class LogFile {

    private static final String FOLDER = "lianzhi.log.folder";

    private LogFile() {}

    /** Logging begins here, in one thread: later several parts would begin it at once. */
    static void in(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new PartFailed("Cannot write in " + folder + ": check owner and rights.", e);
        }
        System.setProperty(FOLDER, folder.toString());
        LoggerFactory.getLogger(LogFile.class).info("Lianzhi starts");
    }
}
