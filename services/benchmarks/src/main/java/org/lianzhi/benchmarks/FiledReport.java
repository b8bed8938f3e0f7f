package org.lianzhi.benchmarks;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The documents that the filing of one report wrote, read from the store, to be written again under other ids by a bare
 * loop: one write for each write of the service before its answer, in its order, and nothing else.
 */
final class FiledReport {

    /** Claim, pending mark, data key, sealed form, tracking code, its secret, commit; and the pending mark is taken away again. */
    static final int WRITES = 8;

    private static final String JOURNAL = "journal";
    private static final String PENDING = "vault_pending";
    private static final String SEALED = "vault_parts";
    private static final String CODES = "tracking_codes";

    private final String report;
    private final List<String> secrets = new ArrayList<>();
    private final List<Written> documents = new ArrayList<>();

    private FiledReport(String report) {
        this.report = report;
    }

    private record Written(String collection, Document document) {}

    /** Reads what belongs to a report that was just filed in a county of Hunan. */
    static FiledReport read(MongoDatabase intake, String report) {
        String stream = stream(report);
        Document commit = one(intake, JOURNAL, Filters.eq("_id", stream + "/1"));
        String claim = commit.getString("commitId");
        FiledReport filed = new FiledReport(report);
        filed.secrets.add(claim);
        filed.add("claims", one(intake, "claims", Filters.eq("_id", claim)));
        filed.add(PENDING, new Document("_id", stream).append("at", new Date()));
        filed.add("vault_data_keys", one(intake, "vault_data_keys", Filters.eq("_id", "report/" + report)));
        filed.add(SEALED, one(intake, SEALED, Filters.eq("_id", "report/" + report + "/form")));
        for (Document code : intake.getCollection(CODES).find(Filters.eq("report", stream))) {
            filed.secrets.add(code.getString("_id"));
            filed.add(CODES, code);
        }
        filed.add(JOURNAL, commit);
        if (filed.documents.size() != WRITES - 1) {
            throw new IllegalStateException("the filing of a report does not write what it did");
        }
        return filed;
    }

    private void add(String collection, Document document) {
        documents.add(new Written(collection, document));
    }

    private static String stream(String report) {
        return "report-" + report + "@hn";
    }

    static Document one(MongoDatabase database, String collection, Bson filter) {
        return Objects.requireNonNull(
                database.getCollection(collection).find(filter).first(), collection);
    }

    /** The event's JSON. */
    String event() {
        return documents
                .getLast()
                .document()
                .getList("events", Document.class)
                .getFirst()
                .getString("json");
    }

    /** Writes them all under new ids; returns the id of the report. */
    String write(MongoDatabase database) {
        String newReport = Renaming.newId();
        Map<String, String> names = new HashMap<>();
        names.put(report, newReport);
        secrets.forEach(secret -> names.put(secret, Renaming.newHash()));
        Renaming renaming = new Renaming(names);
        documents.forEach(written -> {
            Document copy = renaming.of(written.document());
            MongoCollection<Document> into = database.getCollection(written.collection());
            if (written.collection().equals(SEALED)) {
                into.replaceOne(Filters.eq("_id", copy.get("_id")), copy, new ReplaceOptions().upsert(true));
            } else {
                into.insertOne(copy);
            }
        });
        database.getCollection(PENDING).deleteOne(Filters.eq("_id", stream(newReport)));
        return newReport;
    }
}
