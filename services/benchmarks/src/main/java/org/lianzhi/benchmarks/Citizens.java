package org.lianzhi.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.CommitHash;
import org.lianzhi.test.Networks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Many people who report, each from one of the counties along the border. */
final class Citizens implements AutoCloseable {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int CROWDED = 503;
    private static final int MOST_TIMES = 20;
    private static final List<String> COUNTIES =
            List.of("431102", "431122", "431124", "431125", "431129", "430528", "430529", "431230");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI reports;
    private final URI uploads;
    private final URI tracking;
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger people = new AtomicInteger();

    Citizens(Whole whole) {
        this(whole.process().addresses());
    }

    Citizens(Map<String, String> addresses) {
        this.reports = URI.create(addresses.get("report-intake") + "/api/v1/reports");
        this.tracking = URI.create(addresses.get("report-intake") + "/api/v1/tracking");
        this.uploads = URI.create(addresses.get("report-intake") + "/api/v1/uploads");
    }

    /**
     * What a citizen is told.
     *
     * @param id of the report
     * @param secret that opens its status page
     */
    record Told(String id, String county, String secret) {

        @Override
        public String toString() {
            return "what a citizen is told";
        }
    }

    /**
     * An answer, whatever it is.
     *
     * @param comeBackAfter null unless it says when to come back
     */
    record Answered(
            int status,
            @Nullable Duration comeBackAfter,
            @Nullable Told told) {}

    /** Asks once for a report to be taken in: one of the people of a county, all with the same key as often as they ask. */
    Answered ask(String county, String key) throws Exception {
        HttpResponse<byte[]> response = http.send(
                request(reports, "application/json", key, BodyPublishers.ofString(body(county))),
                BodyHandlers.ofByteArray());
        return new Answered(
                response.statusCode(),
                comeBackAfter(response),
                response.statusCode() == CREATED ? told(response, county) : null);
    }

    /** Whether the status page is shown to who has been told this. */
    boolean follows(Told told) throws Exception {
        BodyPublisher question = BodyPublishers.ofString("{\"code\":\"%s\"}".formatted(told.secret()));
        HttpRequest request =
                request(tracking, "application/json", UUID.randomUUID().toString(), question);
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        return response.statusCode() == OK
                && JsonMapper.shared()
                        .readTree(response.body())
                        .path("report")
                        .asString()
                        .equals(told.id());
    }

    /** Files one report; returns when it is accepted. */
    Told file(String... photos) throws Exception {
        return fileIn(COUNTIES.get(count.getAndIncrement() % COUNTIES.size()), photos);
    }

    Told fileIn(String county, String... photos) throws Exception {
        return told(
                send(
                        reports,
                        "application/json",
                        UUID.randomUUID().toString(),
                        BodyPublishers.ofString(body(county, photos))),
                county);
    }

    private static Told told(HttpResponse<byte[]> response, String county) {
        JsonNode told = JsonMapper.shared().readTree(response.body());
        return new Told(
                told.path("number").asString(), county, told.path("secret").asString());
    }

    /**
     * A photo that has arrived.
     *
     * @param claim that the upload made
     */
    record Sent(String id, String claim) {}

    Sent upload(byte[] jpeg) throws Exception {
        String key = UUID.randomUUID().toString();
        String head = "--" + key + "\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\n\r\n";
        HttpResponse<byte[]> arrived = send(
                uploads,
                "multipart/form-data; boundary=" + key,
                key,
                BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(jpeg),
                        BodyPublishers.ofString("\r\n--" + key + "--\r\n")));
        String id = JsonMapper.shared().readTree(arrived.body()).path("id").asString();
        return new Sent(id, CommitHash.of("claim", "citizen", key));
    }

    /** Whoever is told to come back does so, and it takes them that time. */
    private HttpResponse<byte[]> send(URI to, String type, String key, BodyPublisher body) throws Exception {
        HttpRequest request = request(to, type, key, body);
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        for (int again = 0; again < MOST_TIMES && response.statusCode() == CROWDED; again++) {
            OpenLoop.waitUntil(System.nanoTime()
                    + Objects.requireNonNull(comeBackAfter(response), "Retry-After")
                            .toNanos());
            response = http.send(request, BodyHandlers.ofByteArray());
        }
        if (response.statusCode() != CREATED) {
            throw new IllegalStateException(to + " answered " + response.statusCode());
        }
        return response;
    }

    private static @Nullable Duration comeBackAfter(HttpResponse<byte[]> response) {
        return response.headers()
                .firstValue("Retry-After")
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(null);
    }

    private HttpRequest request(URI to, String type, String key, BodyPublisher body) {
        return HttpRequest.newBuilder(to)
                .header("Content-Type", type)
                .header("Idempotency-Key", key)
                .header("X-Forwarded-For", Networks.of(people.getAndIncrement()))
                .POST(body)
                .build();
    }

    private static String body(String county, String... photos) {
        String ids = photos.length == 0 ? "" : "\"" + String.join("\",\"", photos) + "\"";
        return """
            {"form": {
              "category": "livestock-wastewater",
              "affectedWater": {"words": "the reservoir behind the village", "county": "%s"},
              "suspectedSource": {"words": "the pig farm", "county": "451123"},
              "observedAt": "2024-07-08T01:00:00Z", "stillGoingOn": true, "weather": "rain",
              "description": "Since it rains brown water with foam runs into the reservoir, every day more.",
              "contact": {"name": "Li", "phone": "+86 746 000 0000", "email": "li@example.org"},
              "language": "zh-CN"},
             "photos": [%s], "synthetic": true}\
            """.formatted(county, ids);
    }

    @Override
    public void close() {
        http.close();
    }
}
