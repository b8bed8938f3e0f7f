package org.lianzhi.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** The H2 backend of mongo-java-server with documents that never change in place and a compact file format. */
final class SnapshotBackend extends H2Backend {

    private static final String DATABASES = "databases.";
    private static final String META = "meta.";

    SnapshotBackend(MVStore file) {
        super(file);
    }

    /** Runs the query while the pages it may still read are kept, however many commits and compactions happen meanwhile. */
    <T> T reading(Supplier<T> query) {
        MVStore.TxCounter version = getMvStore().registerVersionUsage();
        try {
            return query.get();
        } finally {
            getMvStore().deregisterVersionUsage(version);
        }
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new Database(name);
    }

    /** An inner class without fields: the super constructors already call the methods below. */
    private final class Database extends H2Database {

        Database(String name) {
            super(name, getMvStore(), getCursorRegistry());
        }

        @Override
        protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
            String fullName = getFullCollectionNamespace(name);
            MVMap<Object, Document> documents = getMvStore()
                    .openMap(
                            DATABASES + fullName,
                            new MVMap.Builder<Object, Document>()
                                    .keyType(BsonValueType.INSTANCE)
                                    .valueType(BsonDocumentType.INSTANCE));
            MVMap<String, Object> meta = getMvStore().openMap(META + fullName);
            return new SnapshotCollection(this, name, options, documents, meta, getCursorRegistry());
        }

        @Override
        protected Index<Object> openOrCreateUniqueIndex(
                String collection, String index, List<IndexKey> keys, boolean sparse) {
            MVMap<KeyValue, Object> positions = getMvStore()
                    .openMap(
                            getFullCollectionNamespace(collection) + "._index_" + index,
                            new MVMap.Builder<KeyValue, Object>()
                                    .keyType(IndexKeyType.INSTANCE)
                                    .valueType(BsonValueType.INSTANCE));
            return new SnapshotIndex(positions, index, keys, sparse);
        }

        /** The inherited one also removes the data of every database whose name begins with this one's. */
        @Override
        public void drop(Oplog oplog) {
            String prefix = DATABASES + getDatabaseName() + ".";
            List<String> names = getMvStore().getMapNames().stream()
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> name.substring(prefix.length()))
                    .toList();
            Stream.concat(
                            names.stream().filter(name -> !name.startsWith("system.")),
                            Stream.of("system.indexes", "system.namespaces").filter(names::contains))
                    .filter(name -> resolveCollection(name, false) != null)
                    .forEach(name -> dropCollection(name, oplog));
        }
    }
}
