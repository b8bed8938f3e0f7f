package org.lianzhi.benchmarks;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The documents that the filing of one report wrote, read from the store, to be written again under other ids by a bare
 * loop: one write for each write of the service before its answer, in its order, and nothing else.
 */
final class FiledReport {

    /** Claim, pending mark, data key, sealed form, tracking code, commit; and the pending mark is taken away again. */
    static final int WRITES = 7;

    private static final String PENDING = "vault_pending";
    private static final String SEALED = "vault_parts";

    private final String report;
    private final String claim;
    private final String code;
    private final Map<String, Document> documents = new LinkedHashMap<>();

    private FiledReport(String report, String claim, String code) {
        this.report = report;
        this.claim = claim;
        this.code = code;
    }

    /** Reads what belongs to a report that was just filed in a county of Hunan. */
    static FiledReport read(MongoDatabase intake, String report) {
        String stream = stream(report);
        Document commit = one(intake, "journal", Filters.eq("_id", stream + "/1"));
        Document code = one(intake, "tracking_codes", Filters.eq("report", stream));
        FiledReport filed = new FiledReport(report, commit.getString("commitId"), code.getString("_id"));
        filed.documents.put("claims", one(intake, "claims", Filters.eq("_id", filed.claim)));
        filed.documents.put(PENDING, new Document("_id", stream).append("at", new Date()));
        filed.documents.put("vault_data_keys", one(intake, "vault_data_keys", Filters.eq("_id", "report/" + report)));
        filed.documents.put(SEALED, one(intake, SEALED, Filters.eq("_id", "report/" + report + "/form")));
        filed.documents.put("tracking_codes", code);
        filed.documents.put("journal", commit);
        return filed;
    }

    private static String stream(String report) {
        return "report-" + report + "@hn";
    }

    private static Document one(MongoDatabase database, String collection, Bson filter) {
        return Objects.requireNonNull(
                database.getCollection(collection).find(filter).first(), collection);
    }

    /** The event's JSON. */
    String event() {
        Document commit = Objects.requireNonNull(documents.get("journal"));
        return commit.getList("events", Document.class).getFirst().getString("json");
    }

    /** Writes them all under new ids; returns the id of the report. */
    String write(MongoDatabase database) {
        String newReport = Renaming.newId();
        Renaming renaming =
                new Renaming(Map.of(report, newReport, claim, Renaming.newHash(), code, Renaming.newHash()));
        documents.forEach((collection, document) -> {
            Document copy = renaming.of(document);
            MongoCollection<Document> into = database.getCollection(collection);
            if (collection.equals(SEALED)) {
                into.replaceOne(Filters.eq("_id", copy.get("_id")), copy, new ReplaceOptions().upsert(true));
            } else {
                into.insertOne(copy);
            }
        });
        database.getCollection(PENDING).deleteOne(Filters.eq("_id", stream(newReport)));
        return newReport;
    }
}
