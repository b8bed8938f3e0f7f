package org.lianzhi.evidence.domain;

import org.lianzhi.journal.Commit;

/** What lies at one place of a record in some store. */
public sealed interface Stored {

    /** By where it lies, whatever it says of itself. */
    long position();

    /** A commit, whether it holds or not. */
    record Readable(long position, Commit commit) implements Stored {}

    /** @param problem code: {@code changed}, or {@code missing} when only a part of it is there */
    record Unreadable(long position, String problem) implements Stored {}
}
