package org.lianzhi.intake.worklist;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.CommitHash;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.kit.Store;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * How the people of an office share their work: who has taken on what, and how somebody likes to see the list. One document
 * for each office and one for each person; nothing of it is in any record, and no other office sees it.
 */
public final class Desk {

    private static final String ASSIGNED = "assigned";
    private static final String VIEWS = "views";
    private static final int KEY_DIGITS = 32;

    private final MongoCollection<Document> offices;
    private final MongoCollection<Document> people;

    public Desk(MongoDatabaseFactory database) {
        this.offices = Store.collection(database, "worklist_offices");
        this.people = Store.collection(database, "worklist_people");
    }

    /**
     * Who has taken on a matter.
     *
     * @param person a reference
     */
    public record Assigned(String person, String by, Instant at) {}

    /** @param query of the list's address */
    public record SavedView(String name, String query) {}

    /** The office as whose person somebody is signed in. */
    public static String office(SignedIn who) {
        return who.side().code() + "/" + who.bureau();
    }

    /** By matter, such as {@code report-01j3...}. Who is responsible for a case its own record says. */
    public Map<String, Assigned> assigned(String office) {
        Map<String, Assigned> assigned = new LinkedHashMap<>();
        part(offices, office, ASSIGNED).forEach((matter, value) -> {
            if (value instanceof Document entry && entry.getString("person") != null) {
                assigned.put(matter, assigned(entry));
            }
        });
        return assigned;
    }

    private static Assigned assigned(Document entry) {
        return new Assigned(
                entry.getString("person"),
                entry.getString("by"),
                entry.getDate("at").toInstant());
    }

    /**
     * Assigns matters, or takes them from whoever has them. What somebody decided later stays, however late an earlier
     * command comes again.
     *
     * @param person null for nobody
     */
    public void assign(String office, List<String> matters, @Nullable String person, String by, Instant at) {
        Document there = part(offices, office, ASSIGNED);
        List<Bson> changes = new ArrayList<>();
        for (String matter : matters) {
            Document before = there.get(matter, Document.class);
            if (before == null || !before.getDate("at").toInstant().isAfter(at)) {
                // Of nobody, too, it is remembered since when.
                changes.add(Updates.set(
                        ASSIGNED + "." + matter,
                        new Document("person", person).append("by", by).append("at", Date.from(at))));
            }
        }
        if (!changes.isEmpty()) {
            offices.updateOne(Filters.eq("_id", office), Updates.combine(changes), new UpdateOptions().upsert(true));
        }
    }

    public List<SavedView> views(String person) {
        List<SavedView> views = new ArrayList<>();
        part(people, person, VIEWS).forEach((key, value) -> {
            if (value instanceof Document view) {
                views.add(new SavedView(view.getString("name"), view.getString("query")));
            }
        });
        return views;
    }

    /** In the place of the one with the same name. */
    public void save(String person, SavedView view) {
        people.updateOne(
                Filters.eq("_id", person),
                Updates.set(
                        VIEWS + "." + key(view.name()),
                        new Document("name", view.name()).append("query", view.query())),
                new UpdateOptions().upsert(true));
    }

    public void drop(String person, String name) {
        people.updateOne(Filters.eq("_id", person), Updates.unset(VIEWS + "." + key(name)));
    }

    /** A name may hold what a field's name must not. */
    private static String key(String name) {
        return CommitHash.of("view", name).substring(0, KEY_DIGITS);
    }

    private static Document part(MongoCollection<Document> collection, String id, String part) {
        Document found = collection.find(Filters.eq("_id", id)).first();
        Document held = found == null ? null : found.get(part, Document.class);
        return held == null ? new Document() : held;
    }
}
