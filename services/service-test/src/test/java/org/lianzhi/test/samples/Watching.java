package org.lianzhi.test.samples;

import com.mongodb.client.MongoCollection;
import org.bson.Document;

final class Watching {
    static void watch(MongoCollection<Document> collection) {
        collection.watch();
    }
}
