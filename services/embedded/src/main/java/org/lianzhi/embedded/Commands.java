package org.lianzhi.embedded;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of the commands of the protocol. */
final class Commands {

    /** Everything else is taken for a write: to wait for nothing costs little, not to wait may lose data. */
    private static final Set<String> READING = Set.of(
            "aggregate",
            "buildinfo",
            "collstats",
            "connectionstatus",
            "count",
            "dbstats",
            "distinct",
            "endsessions",
            "find",
            "getcmdlineopts",
            "getlog",
            "getmore",
            "hostinfo",
            "ismaster",
            "killcursors",
            "listcollections",
            "listdatabases",
            "listindexes",
            "ping",
            "serverstatus",
            "validate",
            "whatsmyuri");

    private static final int CANNOT_CREATE_INDEX = 67;

    private Commands() {}

    static boolean writes(String name, Document command) {
        return !READING.contains(name.toLowerCase(Locale.ROOT)) || endsInWriting(command.get("pipeline"));
    }

    private static boolean endsInWriting(@Nullable Object pipeline) {
        return pipeline instanceof List<?> stages
                && !stages.isEmpty()
                && stages.getLast() instanceof Document last
                && (last.containsKey("$out") || last.containsKey("$merge"));
    }

    /** The server would take the index and ignore its filter: documents outside the filter would be refused as duplicates. */
    static void refuseUnsupported(String name, Document command) {
        if (name.equalsIgnoreCase("createIndexes") && command.get("indexes") instanceof List<?> indexes) {
            for (Object index : indexes) {
                if (index instanceof Document one
                        && Utils.isTrue(one.get("unique"))
                        && one.containsKey("partialFilterExpression")) {
                    throw new MongoServerError(
                            CANNOT_CREATE_INDEX,
                            "CannotCreateIndex",
                            "the embedded store has no partial unique indexes: use a deterministic _id");
                }
            }
        }
    }

    /** The handshake of newer clients, and what health checks ask. */
    static Document hello(Document isMaster) {
        return new Document(isMaster).append("isWritablePrimary", true).append("helloOk", true);
    }

    static Document failure(MongoServerException failure) {
        Document answer = new Document("ok", 0).append("errmsg", failure.getMessageWithoutErrorCode());
        if (failure instanceof MongoServerError error) {
            answer.append("code", error.getCode());
            answer.putIfNotNull("codeName", error.getCodeName());
        }
        return answer;
    }
}
