package org.lianzhi.embedded;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import org.bson.Document;

/** Main class of a child: writes in every way that the server knows and tells of each answer. */
final class StoreUnderLoad {

    private static final int WRITERS = 8;

    private StoreUnderLoad() {}

    public static void main(String[] arguments) {
        EmbeddedStore store = EmbeddedStore.start(
                StoreSettings.in(Path.of(arguments[0])).withDurability(Durability.valueOf(arguments[1])));
        MongoClient client = MongoClients.create(store.uri());
        MongoCollection<Document> documents = client.getDatabase("load").getCollection("documents");
        documents.insertOne(new Document("_id", "first"));
        for (int writer = 0; writer < WRITERS; writer++) {
            int number = writer;
            new Thread(() -> write(documents, number)).start();
        }
    }

    private static void write(MongoCollection<Document> documents, int writer) {
        for (int i = 0; ; i++) {
            String id = writer + "-" + i;
            documents.insertOne(new Document("_id", id).append("state", 1));
            acknowledged(id, 1);
            documents.updateOne(eq("_id", id), set("state", 2));
            acknowledged(id, 2);
            documents.findOneAndUpdate(eq("_id", id), set("state", 3));
            acknowledged(id, 3);
            if (i % 2 == 0) {
                documents.deleteOne(eq("_id", id));
                acknowledged(id, 4);
            }
        }
    }

    private static void acknowledged(String id, int state) {
        synchronized (System.out) {
            System.out.println(id + " " + state);
            System.out.flush();
        }
    }
}
