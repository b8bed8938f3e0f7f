package org.lianzhi.benchmarks;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * The documents that the upload of one photo wrote, read before a report takes it, to be written again under other ids by
 * a bare loop.
 */
final class UploadedPhoto {

    /** Claim, data key, entry, sealed original, sealed copy; a report takes it; then key and entry are taken away. */
    static final int WRITES = 8;

    private static final String CLAIMS = "claims";
    private static final String KEYS = "vault_data_keys";
    private static final String WAITING = "uploads";
    private static final String PARTS = "vault_parts";
    private static final String ID = "_id";

    private final String upload;
    private final Document claim;
    private final Document key;
    private final Document entry;
    private final List<Document> parts;

    private UploadedPhoto(MongoDatabase intake, String upload, String claim) {
        this.upload = upload;
        this.claim = FiledReport.one(intake, CLAIMS, Filters.eq(ID, claim));
        this.key = FiledReport.one(intake, KEYS, Filters.eq(ID, holder(upload)));
        this.entry = FiledReport.one(intake, WAITING, Filters.eq(ID, upload));
        this.parts = Stream.of("/original", "/copy")
                .map(part -> FiledReport.one(intake, PARTS, Filters.eq(ID, holder(upload) + part)))
                .toList();
    }

    static UploadedPhoto read(MongoDatabase intake, String upload, String claim) {
        return new UploadedPhoto(intake, upload, claim);
    }

    private static String holder(String upload) {
        return "upload/" + upload;
    }

    /** One after the other, as the service does: it arrives, a report takes it, the report is filed. */
    void writeWith(FiledReport report, MongoDatabase database) {
        String newUpload = Renaming.newId();
        Renaming renaming = new Renaming(Map.of(upload, newUpload, claim.getString(ID), Renaming.newHash()));
        MongoCollection<Document> keys = database.getCollection(KEYS);
        MongoCollection<Document> waiting = database.getCollection(WAITING);
        database.getCollection(CLAIMS).insertOne(renaming.of(claim));
        keys.insertOne(renaming.of(key));
        waiting.insertOne(renaming.of(entry));
        for (Document part : parts) {
            Document copy = renaming.of(part);
            database.getCollection(PARTS)
                    .replaceOne(Filters.eq(ID, copy.get(ID)), copy, new ReplaceOptions().upsert(true));
        }
        waiting.updateOne(Filters.eq(ID, newUpload), Updates.set("report", newUpload));
        report.write(database);
        keys.deleteOne(Filters.eq(ID, holder(newUpload)));
        waiting.deleteOne(Filters.eq(ID, newUpload));
    }
}
