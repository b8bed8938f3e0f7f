package org.lianzhi.journal;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import java.io.IOException;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

/** Tells a failure of the infrastructure, which passes and is waited for, from one of the event, which does not. */
final class Failures {

    private static final Set<Integer> TOO_LARGE = Set.of(10334, 17419);

    private Failures() {}

    /**
     * Does work of a consumer. An error, as of a memory that is full, says nothing of an event; let through it would end the
     * consumer for good, and nothing would begin it anew. So it is told as what is waited for.
     */
    static void asInfrastructure(Runnable work) {
        try {
            work.run();
        } catch (Error e) {
            throw new IllegalStateException("the program failed, not an event", e);
        }
    }

    static boolean isInfrastructure(RuntimeException e) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(e);
        return isInfrastructure((Throwable) e) || isInfrastructure(root);
    }

    private static boolean isInfrastructure(Throwable e) {
        return e instanceof StoreUnavailable
                || e instanceof StreamConflict
                || (e instanceof MongoException refused && !isTooLarge(refused))
                || e instanceof DataAccessException
                || e instanceof KafkaException
                || e instanceof IOException
                || e instanceof InterruptedException;
    }

    /** No waiting makes a document fit. Codes of the server: BSONObjectTooLarge, and an update after which it is too large. */
    private static boolean isTooLarge(MongoException e) {
        return TOO_LARGE.contains(e.getCode())
                || (e instanceof MongoBulkWriteException bulk
                        && bulk.getWriteErrors().stream().anyMatch(error -> TOO_LARGE.contains(error.getCode())));
    }
}
