package org.lianzhi.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The read models of all services: what can be lost and made anew. */
final class Models {

    /** All but the checkpoints that a side keeps of others. */
    private static final Map<String, List<String>> NAMES = Map.of(
            "report-intake", List.of("reports", "case_progress", "designations"),
            "joint-investigation", List.of("case_lines", "report_links", "paper_lines", "supervision_lines"),
            "notification", List.of("inboxes", "matters"),
            "supervisor-timeline",
                    List.of(
                            "record_pages",
                            "case_summaries",
                            "case_courses",
                            "report_links",
                            "told_notices",
                            "designated_offices",
                            "inspector_accesses"));

    /** New checkpoints come while two looks are compared; the timeline keeps them among its records. */
    private static final Bson NOT_BY_THE_CLOCK = Filters.not(Filters.regex("_id", "^checkpoint-"));

    private Models() {}

    /** Hashes of the current documents of every read model. */
    static Map<String, Integer> of(Ground ground) {
        Map<String, Integer> documents = new TreeMap<>();
        each(
                ground,
                (name, collection) -> collection
                        .find(NOT_BY_THE_CLOCK)
                        .forEach(document -> documents.put(
                                name + "/" + document.getString("_id"),
                                state(document).toJson().hashCode())));
        assertThat(documents).isNotEmpty();
        return documents;
    }

    static void drop(Ground ground) {
        each(ground, (name, collection) -> collection.drop());
    }

    private static void each(Ground ground, BiConsumer<String, MongoCollection<Document>> what) {
        try (MongoClient client = MongoClients.create(ground.store())) {
            NAMES.forEach((service, collections) -> collections.forEach(collection -> {
                var database = client.getDatabase(service);
                what.accept(service + "/" + collection, database.getCollection(Checker.current(database, collection)));
            }));
        }
    }

    /** How often a document was written is no part of what it says. */
    private static Document state(Document document) {
        document.remove("revision");
        return document;
    }

    /**
     * With nothing else going on the documents of a rebuild equal those that grew, byte for byte, in every service.
     *
     * @param more settings of the services
     * @return the services that did it; none runs before
     */
    static Services assertRebuiltIsEqual(Ground ground, Map<String, String> more) {
        Map<String, Integer> grown = of(ground);
        Map<String, String> settings = new TreeMap<>(more);
        settings.put("lianzhi.rebuild", "true");
        Services services = Services.start(ground, settings);
        Awaitility.await("all rebuilds are done")
                .atMost(Duration.ofMinutes(4))
                .until(() -> services.logged("all read models are made anew") == Ground.SERVICES.size());
        assertThat(of(ground)).isEqualTo(grown);
        return services;
    }
}
