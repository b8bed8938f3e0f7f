package org.lianzhi.journal;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Which collections of a read model are the current ones. A rebuild fills a generation of its own beside them; one write to
 * one document makes it the current one. The first generation has no name.
 */
interface Generations {

    String FIRST = "";

    String current(String collection);

    static String documents(String collection, String generation) {
        return generation.isEmpty() ? collection : collection + "." + generation;
    }

    static String lists(String collection, String generation) {
        return documents(collection + "_lists", generation);
    }

    /** Of a model that is being built. */
    record Fixed(String generation) implements Generations {

        @Override
        public String current(String collection) {
            return generation;
        }
    }

    /** Of the models that are read. */
    final class Stored implements Generations {

        private static final String UNSETTLED = "unsettled";

        private final MongoCollection<Document> generations;

        Stored(MongoTemplate mongo) {
            this.generations = MongoJournal.durable(mongo.getCollection("generations"));
        }

        @Override
        public String current(String collection) {
            Document document = generations.find(Filters.eq("_id", collection)).first();
            return document == null ? FIRST : document.getString("current");
        }

        /**
         * From here on it is read, and it is unsettled until what other instances wrote elsewhere meanwhile is in it too.
         *
         * @return false when another rebuild has switched in the meantime
         */
        boolean switchOver(String collection, String from, String to) {
            if (from.isEmpty()) {
                try {
                    generations.insertOne(new Document("_id", collection)
                            .append("current", to)
                            .append(UNSETTLED, true));
                    return true;
                } catch (MongoWriteException e) {
                    if (ErrorCategory.fromErrorCode(e.getError().getCode()) != ErrorCategory.DUPLICATE_KEY) {
                        throw e;
                    }
                    return false;
                }
            }
            return generations
                            .updateOne(
                                    Filters.and(Filters.eq("_id", collection), Filters.eq("current", from)),
                                    Updates.combine(Updates.set("current", to), Updates.set(UNSETTLED, true)))
                            .getModifiedCount()
                    == 1;
        }

        void settle(String collection, String current) {
            generations.updateOne(
                    Filters.and(Filters.eq("_id", collection), Filters.eq("current", current)),
                    Updates.unset(UNSETTLED));
        }

        /** A rebuild died after it had switched over: something may be missing. */
        boolean isUnsettled(String collection) {
            Document document = generations.find(Filters.eq("_id", collection)).first();
            return document != null && document.getBoolean(UNSETTLED, false);
        }
    }
}
