package org.lianzhi.benchmarks;

import com.mongodb.client.MongoCollection;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.lianzhi.journal.CommitHash;
import org.lianzhi.journal.EventData;
import org.lianzhi.journal.StreamId;
import org.lianzhi.model.SortableIds;

/**
 * The page of a case of 300 events and 60 photos as an officer loads it again and again, against the page of a case of 10
 * events: what the records' length costs. The photos themselves are loaded by the browser afterwards, and are not in it.
 */
final class CasePage implements Measurement {

    private static final int MANY = 300;
    private static final int FEW = 10;
    private static final int PHOTOS = 60;
    private static final int PHOTOS_A_VISIT = 10;
    private static final int LOOKS = 200;
    private static final double PER_SECOND = 5;
    private static final String VISITED = """
        {"capacity":"attending","endedAt":"%1$s","inspection":"%2$s","inspectors":[{"bureau":"%3$s-branch",\
        "credentialsShown":true,"person":"o-1"},{"bureau":"%3$s-branch","credentialsShown":true,"person":"o-2"}],\
        "notes":"The storm drain carries waste water.","photos":[%4$s],"place":{"county":"451123","name":"a farm"},\
        "startedAt":"%1$s","weather":"rain"}\
        """;
    private static final String PHOTO = "{\"id\":\"%s\",\"sha256\":\"%s\"}";

    @Override
    public String id() {
        return "casepage";
    }

    @Override
    public Outcome measure(Settings settings, Path folder) throws Exception {
        try (Whole whole = Whole.start(folder)) {
            String large = fill(whole, MANY, PHOTOS);
            String small = fill(whole, FEW, 0);
            String cases = whole.process().portal() + "/staff/cases/";
            try (HttpClient browser =
                    OfficeBrowser.signedIn(whole.process(), "/staff/worklist", "jianghua-1", "/staff/inbox")) {
                int looks = settings.sized(LOOKS);
                Ratios.Side ofLarge = () -> p95(browser, cases + large, looks);
                Ratios.Side ofSmall = () -> p95(browser, cases + small, looks);
                ofLarge.measure();
                ofSmall.measure();
                whole.comesToRest();
                Ratios ratios = Ratios.abba(settings.rounds(), ofLarge, ofSmall);
                return Outcome.of(new Figure(id(), Target.atMost(2), ratios)
                        .with("events", MANY)
                        .with("photos", PHOTOS)
                        .with("few_events", FEW)
                        .with("rate_per_s", PER_SECOND)
                        .with("p95_ms", ratios.a() / 1000)
                        .with("few_p95_ms", ratios.b() / 1000));
            }
        }
    }

    private static double p95(HttpClient browser, String address, int looks) throws Exception {
        return OpenLoop.micros(95, PER_SECOND, looks, () -> {
            HttpResponse<String> page = OfficeBrowser.get(browser, address);
            if (page.statusCode() != 200 || !page.body().contains("lz-both")) {
                throw new IllegalStateException("no case page, but " + page.statusCode());
            }
        });
    }

    /** Two records as two offices write them that meet again and again; nothing checks the hashes when they are read. */
    private static String fill(Whole whole, int events, int photos) {
        MongoCollection<Document> journal =
                whole.database("joint-investigation").getCollection("journal");
        Instant now = Instant.now().minus(Duration.ofDays(30));
        String id = SortableIds.derive(now, "case of " + events);
        for (String side : List.of("hn", "gx")) {
            StreamId stream = new StreamId("case", id, side);
            List<EventData> record = record(stream, events / 2, photos / 2, now);
            journal.insertMany(IntStream.range(0, record.size())
                    .mapToObj(at -> commit(stream, at + 1, record.get(at), now.plus(Duration.ofMinutes(at))))
                    .toList());
        }
        return id;
    }

    private static List<EventData> record(StreamId stream, int events, int photos, Instant now) {
        List<EventData> record = new ArrayList<>(CaseHistories.begun(stream.side(), now));
        int left = photos;
        for (int number = 0; record.size() < events; number++) {
            String visit = SortableIds.derive(now, stream + " " + number);
            record.add(CaseHistories.proposed(visit, now));
            if (record.size() < events) {
                int shown = Math.min(PHOTOS_A_VISIT, left);
                left -= shown;
                record.add(visited(stream.side(), visit, shown, now));
            }
        }
        return record;
    }

    private static EventData visited(String side, String visit, int photos, Instant now) {
        String shown = IntStream.range(0, photos)
                .mapToObj(number -> PHOTO.formatted(
                        SortableIds.derive(now, visit + number), CommitHash.of(visit, Integer.toString(number))))
                .collect(Collectors.joining(","));
        return new EventData(
                "case.inspection-recorded.v1", VISITED.formatted(now, visit, CaseHistories.county(side), shown));
    }

    private static Document commit(StreamId stream, long version, EventData event, Instant at) {
        String commit = CommitHash.of(stream.toString(), Long.toString(version));
        return new Document("_id", stream + "/" + version)
                .append("streamId", stream.toString())
                .append("version", version)
                .append("commitId", commit)
                .append("causationId", "request:benchmark")
                .append("actor", CaseHistories.actor(stream))
                .append("appendedAt", Date.from(at))
                .append("seen", new Document())
                .append("events", List.of(new Document("type", event.type()).append("json", event.json())))
                .append("previousHash", CommitHash.GENESIS)
                .append("hash", commit)
                .append("relayedAt", Date.from(at));
    }
}
