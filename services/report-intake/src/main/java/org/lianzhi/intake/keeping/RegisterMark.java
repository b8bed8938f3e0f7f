package org.lianzhi.intake.keeping;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.lianzhi.kit.Store;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** How many lines the register had at least, kept with the data: so a register that is lost is not taken for a new one. */
public final class RegisterMark {

    private static final String ID = "register";
    private static final String LINES = "lines";

    private final MongoCollection<Document> marks;

    public RegisterMark(MongoDatabaseFactory database) {
        this.marks = Store.collection(database, "vault_register_mark");
    }

    long lines() {
        Document mark = marks.find(Filters.eq("_id", ID)).first();
        return mark == null ? 0 : mark.getLong(LINES);
    }

    /** Never back: after a restore the register says more than the mark. */
    void reached(long lines) {
        if (!Store.insertIfAbsent(marks, new Document("_id", ID).append(LINES, lines))) {
            marks.updateOne(Filters.and(Filters.eq("_id", ID), Filters.lt(LINES, lines)), Updates.set(LINES, lines));
        }
    }
}
