package org.lianzhi.journal;

import com.mongodb.MongoException;
import java.io.IOException;
import org.apache.kafka.common.KafkaException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

/** Tells a failure of the infrastructure, which passes and is waited for, from one of the event, which does not. */
final class Failures {

    private Failures() {}

    static boolean isInfrastructure(RuntimeException e) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(e);
        return isInfrastructure((Throwable) e) || isInfrastructure(root);
    }

    private static boolean isInfrastructure(Throwable e) {
        return e instanceof StoreUnavailable
                || e instanceof StreamConflict
                || e instanceof MongoException
                || e instanceof DataAccessException
                || e instanceof KafkaException
                || e instanceof IOException
                || e instanceof InterruptedException;
    }
}
