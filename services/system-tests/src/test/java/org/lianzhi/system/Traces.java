package org.lianzhi.system;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import org.lianzhi.embedded.EmbeddedStore;
import org.lianzhi.embedded.StoreSettings;

/** Everything that a stopped standalone has left behind: its files, its topics, and its documents as a client reads them. */
final class Traces {

    private final List<String> canaries;
    private final List<String> found = new ArrayList<>();
    private long looked;

    private Traces(List<String> canaries) {
        this.canaries = canaries;
    }

    /** What was found where, and how much was looked at. */
    record Found(List<String> places, long bytes) {}

    static Found of(List<String> canaries, Path data) throws IOException {
        Traces traces = new Traces(canaries);
        traces.files(data);
        traces.topics(data);
        traces.documents(data.resolve("store"));
        return new Found(traces.found, traces.looked);
    }

    private void look(String where, byte[] bytes) {
        looked += bytes.length;
        // Byte by byte, whatever the encoding of what surrounds it.
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (String canary : canaries) {
            if (text.contains(new String(canary.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))) {
                found.add(canary + " in " + where);
            }
        }
    }

    private void files(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                look(data.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
    }

    private void topics(Path data) {
        LeftTopics.read(data, record -> {
            lookIfAny(record.topic(), record.key());
            lookIfAny(record.topic(), record.value());
            for (Header header : record.headers()) {
                lookIfAny(record.topic() + " header " + header.key(), header.value());
            }
        });
    }

    private void lookIfAny(String where, byte @Nullable [] bytes) {
        if (bytes != null) {
            look(where, bytes);
        }
    }

    private void documents(Path folder) {
        try (EmbeddedStore store = EmbeddedStore.start(StoreSettings.in(folder));
                MongoClient client = MongoClients.create(store.uri())) {
            for (String database : client.listDatabaseNames()) {
                for (String collection : client.getDatabase(database).listCollectionNames()) {
                    for (BsonDocument document : client.getDatabase(database)
                            .getCollection(collection, BsonDocument.class)
                            .find()) {
                        String where = database + "." + collection;
                        look(where, document.toJson().getBytes(StandardCharsets.UTF_8));
                        binaries(document, (name, bytes) -> look(where + "." + name, bytes));
                    }
                }
            }
        }
    }

    /** JSON shows binary values in base64, in which nothing is found. */
    private static void binaries(BsonDocument document, BiConsumer<String, byte[]> seen) {
        document.forEach((name, value) -> binary(name, value, seen));
    }

    private static void binary(String name, BsonValue value, BiConsumer<String, byte[]> seen) {
        if (value instanceof BsonBinary bytes) {
            seen.accept(name, bytes.getData());
        } else if (value.isDocument()) {
            binaries(value.asDocument(), seen);
        } else if (value.isArray()) {
            value.asArray().forEach(item -> binary(name, item, seen));
        }
    }

    /** Something that occurs nowhere by chance. */
    static String canary(String what) {
        return what + "-" + HexFormat.of().toHexDigits(System.nanoTime());
    }
}
