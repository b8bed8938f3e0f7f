package org.lianzhi.journal;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * Who asked for what under which idempotency key. The claim is written before anything else and fixes the outcome: a
 * repetition gets the first answer, another command under the same key is refused. What was done stands in the record; where
 * nothing was to be done the claim says so.
 */
public final class Claims {

    private static final String NOTHING_IN = "nothingIn";

    private final MongoCollection<Document> claims;

    Claims(MongoDatabaseFactory database) {
        this.claims = MongoJournal.durable(database.getMongoDatabase().getCollection("claims"));
    }

    /**
     * Claims a key.
     *
     * @param actor in written form; keys of different actors do not meet
     * @param key as sent by the caller
     * @param command digest of what is asked for, target included
     * @return the intent of the first attempt, with its time
     * @throws KeyReused when the key stands for another command
     * @throws StoreUnavailable when what it stands for cannot be read yet
     */
    public Intent claim(String actor, String key, String command, Instant now) {
        String id = id(actor, key);
        Intent intent = new Intent(id, "request:" + id.substring(0, 16), actor, Intent.millis(now), true, Set.of());
        try {
            claims.insertOne(
                    new Document("_id", id).append("command", command).append("claimedAt", Date.from(intent.at())));
            return intent;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getError().getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return repeated(intent, command, e);
        }
    }

    /**
     * Id of the intent that the key of an actor stands for, and so of the commit that it becomes. For who wants to know whether
     * a command stands in a record before anything is claimed for it.
     */
    public static String id(String actor, String key) {
        return CommitHash.of("claim", actor, key);
    }

    /** Whether something was claimed under the key of an actor. */
    public boolean isClaimed(String actor, String key) {
        return claims.find(Filters.eq("_id", id(actor, key))).first() != null;
    }

    private Intent repeated(Intent intent, String command, MongoWriteException refused) {
        Document first = claims.find(Filters.eq("_id", intent.id())).first();
        if (first == null) {
            // It is there, or the key would not be taken; a read may lag behind, as after an election.
            throw new StoreUnavailable(refused);
        }
        if (!command.equals(first.getString("command"))) {
            throw new KeyReused();
        }
        return new Intent(
                intent.id(),
                intent.causationId(),
                intent.actor(),
                first.getDate("claimedAt").toInstant(),
                true,
                // Absent in most, and in all that were written before there was such a field.
                Set.copyOf(first.getList(NOTHING_IN, String.class, List.of())));
    }

    /** Fixes that nothing was to be done in a record: somebody may undo what was found there before the command comes again. */
    void nothingToDo(Intent intent, StreamId record) {
        claims.updateOne(Filters.eq("_id", intent.id()), Updates.addToSet(NOTHING_IN, record.toString()));
    }
}
