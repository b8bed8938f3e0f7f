package org.lianzhi.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.BsonConstants;
import java.util.List;
import org.h2.mvstore.MVMap;

/**
 * A collection whose stored documents never change: every query hands out copies.
 *
 * <p>The plain one hands out the stored objects themselves and updates them in place, while another thread may be writing the same object
 * to the file or to a client.
 */
final class SnapshotCollection extends H2Collection {

    private static final int BSON_OBJECT_TOO_LARGE = 10334;

    SnapshotCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry cursors) {
        super(database, name, options, documents, meta, cursors);
    }

    @Override
    protected QueryResult createQueryResult(List<Document> matched, int batchSize) {
        return super.createQueryResult(
                matched.stream().map(Document::cloneDeeply).toList(), batchSize);
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        requireStorable(document);
        return super.addDocumentInternal(document);
    }

    @Override
    protected void handleUpdate(Object position, Document oldDocument, Document newDocument) {
        requireStorable(newDocument);
        super.handleUpdate(position, oldDocument, newDocument);
    }

    /** Found here it is the error of one command; found by the commit it would fail everybody who waits for it. */
    private static void requireStorable(Document document) {
        if (BsonSize.of(document) > BsonConstants.MAX_BSON_OBJECT_SIZE) {
            throw new MongoServerError(BSON_OBJECT_TOO_LARGE, "BSONObjectTooLarge", "document exceeds 16 MiB");
        }
    }

    /** The sum of all sizes would cost one more page in every commit, and nobody asks for it. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }
}
