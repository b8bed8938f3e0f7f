package org.lianzhi.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.lianzhi.journal.CommitHash;
import org.lianzhi.test.Networks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Many people who report, each from one of the counties along the border. */
final class Citizens implements AutoCloseable {

    private static final List<String> COUNTIES =
            List.of("431102", "431122", "431124", "431125", "431129", "430528", "430529", "431230");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI reports;
    private final URI uploads;
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger people = new AtomicInteger();

    Citizens(Whole whole) {
        this(whole.process().addresses());
    }

    Citizens(Map<String, String> addresses) {
        this.reports = URI.create(addresses.get("report-intake") + "/api/v1/reports");
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

    /** Files one report; returns when it is accepted. */
    Told file(String... photos) throws Exception {
        return fileIn(COUNTIES.get(count.getAndIncrement() % COUNTIES.size()), photos);
    }

    Told fileIn(String county, String... photos) throws Exception {
        JsonNode told = send(
                reports,
                "application/json",
                UUID.randomUUID().toString(),
                BodyPublishers.ofString(body(county, photos)));
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
        JsonNode told = send(
                uploads,
                "multipart/form-data; boundary=" + key,
                key,
                BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(jpeg),
                        BodyPublishers.ofString("\r\n--" + key + "--\r\n")));
        return new Sent(told.path("id").asString(), CommitHash.of("claim", "citizen", key));
    }

    private JsonNode send(URI to, String type, String key, BodyPublisher body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(to)
                .header("Content-Type", type)
                .header("Idempotency-Key", key)
                .header("X-Forwarded-For", Networks.of(people.getAndIncrement()))
                .POST(body)
                .build();
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() != 201) {
            throw new IllegalStateException(to + " answered " + response.statusCode());
        }
        return JsonMapper.shared().readTree(response.body());
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
