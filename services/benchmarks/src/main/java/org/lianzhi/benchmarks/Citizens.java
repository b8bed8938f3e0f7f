package org.lianzhi.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.lianzhi.test.Networks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Many people who report, each from one of the counties along the border. */
final class Citizens implements AutoCloseable {

    private static final List<String> COUNTIES =
            List.of("431102", "431122", "431124", "431125", "431129", "430528", "430529", "431230");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI reports;
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger people = new AtomicInteger();

    Citizens(Whole whole) {
        this(whole.process().addresses());
    }

    Citizens(Map<String, String> addresses) {
        this.reports = URI.create(addresses.get("report-intake") + "/api/v1/reports");
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
    Told file() throws Exception {
        return file(COUNTIES.get(count.getAndIncrement() % COUNTIES.size()));
    }

    Told file(String county) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(reports)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("X-Forwarded-For", Networks.of(people.getAndIncrement()))
                .POST(BodyPublishers.ofString(body(county)))
                .build();
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() != 201) {
            throw new IllegalStateException("a report was answered with " + response.statusCode());
        }
        JsonNode told = JsonMapper.shared().readTree(response.body());
        return new Told(
                told.path("number").asString(), county, told.path("secret").asString());
    }

    private static String body(String county) {
        return """
            {"form": {
              "category": "livestock-wastewater",
              "affectedWater": {"words": "the reservoir behind the village", "county": "%s"},
              "suspectedSource": {"words": "the pig farm", "county": "451123"},
              "observedAt": "2024-07-08T01:00:00Z", "stillGoingOn": true, "weather": "rain",
              "description": "Since it rains brown water with foam runs into the reservoir, every day more.",
              "contact": {"name": "Li", "phone": "+86 746 000 0000", "email": "li@example.org"},
              "language": "zh-CN"},
             "photos": [], "synthetic": true}\
            """.formatted(county);
    }

    @Override
    public void close() {
        http.close();
    }
}
