package org.lianzhi.embedded;

import org.jspecify.annotations.Nullable;

/** The data cannot be used as they are. The message is one line that says what is wrong and what to do. */
public final class DataFolderProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Code code;

    DataFolderProblem(Code code, String message) {
        super(message);
        this.code = code;
    }

    DataFolderProblem(Code code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    /** Stable names: scripts and pages may rely on them. */
    public enum Code {
        /** Another process, or another part of this one, uses the folder. */
        IN_USE,
        /** The folder or a file in it cannot be created or written. */
        NOT_WRITABLE,
        /** A file is missing, cut short or unreadable. Nothing was changed. */
        DAMAGED,
        /** A later version of the program wrote the folder or the backup. */
        NEWER_FORMAT,
        /** The path holds something else. */
        NOT_A_DATA_FOLDER,
        /** A restore would hide existing data, or a backup an existing file, and was not told that it may. */
        HAS_DATA,
        /** The backup is incomplete or was altered. The folder was not touched. */
        BACKUP_DAMAGED,
        /** The backup would be written into the folder that it is of. */
        BACKUP_INSIDE
    }
}
