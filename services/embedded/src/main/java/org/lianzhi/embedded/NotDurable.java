package org.lianzhi.embedded;

import de.bwaldvogel.mongo.exception.MongoServerError;

/** The store cannot make writes durable. To the client a failed command; whether its write was kept is unknown. */
final class NotDurable extends MongoServerError {

    private static final long serialVersionUID = 1L;

    /** MongoDB's own number for a full disk, the usual cause. */
    private static final int OUT_OF_DISK_SPACE = 14031;

    NotDurable(String reason) {
        super(OUT_OF_DISK_SPACE, "OutOfDiskSpace", reason);
    }
}
