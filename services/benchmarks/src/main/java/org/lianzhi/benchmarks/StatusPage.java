package org.lianzhi.benchmarks;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * The status page of a report as a browser loads it again and again, 50 times a second, against the reads behind it: the
 * code's entry and the record. It is opened with what the QR code carries; a typed code costs its slow hash on top.
 */
final class StatusPage implements Measurement {

    private static final double PER_SECOND = 50;
    private static final int LOOKS = 500;
    /** What is loaded 500 times only is still being compiled while it is measured. */
    private static final int WARM = 5;

    private static final int PAGE_OF_RECORD = 64;

    @Override
    public String id() {
        return "status";
    }

    @Override
    public Outcome measure(Settings settings, Path folder) throws Exception {
        try (Whole whole = Whole.start(folder);
                Citizens citizens = new Citizens(whole);
                HttpClient browser = HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()) {
            Citizens.Told told = citizens.file();
            String portal = whole.process().portal();
            open(browser, portal, told.secret());
            int looks = settings.sized(LOOKS);
            MongoDatabase intake = whole.database("report-intake");
            String code = code(intake, told.id());
            HttpRequest page = get(portal + "/status/report");
            Ratios.Side pages = () ->
                    OpenLoop.p99Micros(PER_SECOND, looks, () -> shown(browser.send(page, BodyHandlers.ofString())));
            Ratios.Side reads = () -> OpenLoop.p99Micros(PER_SECOND, looks, () -> read(intake, code, told.id()));
            for (int i = 0; i < WARM; i++) {
                pages.measure();
                reads.measure();
            }
            whole.comesToRest();
            Ratios ratios = Ratios.abba(settings.rounds(), pages, reads);
            return Outcome.of(new Figure(id(), Target.atMost(3), ratios)
                    .with("rate_per_s", PER_SECOND)
                    .with("page_p99_ms", ratios.a() / 1000)
                    .with("reads_p99_ms", ratios.b() / 1000));
        }
    }

    private static void open(HttpClient browser, String portal, String secret) throws Exception {
        String form =
                browser.send(get(portal + "/status"), BodyHandlers.ofString()).body();
        String token = form.replaceFirst("(?s).*name=\"_csrf\"[^>]* value=\"([^\"]*)\".*", "$1");
        String fields = "_csrf=" + encoded(token) + "&code=" + encoded(secret);
        shown(browser.send(
                HttpRequest.newBuilder(URI.create(portal + "/status"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(fields))
                        .build(),
                BodyHandlers.ofString()));
    }

    private static HttpRequest get(String address) {
        return HttpRequest.newBuilder(URI.create(address)).build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void shown(HttpResponse<String> answer) {
        if (answer.statusCode() != 200 || !answer.body().contains("lz-steps")) {
            throw new IllegalStateException("no status page, but " + answer.statusCode());
        }
    }

    private static String code(MongoDatabase intake, String report) {
        Document entry = intake.getCollection("tracking_codes")
                .find(Filters.eq("report", stream(report)))
                .first();
        return Objects.requireNonNull(entry, "tracking_codes").getString("_id");
    }

    private static String stream(String report) {
        return "report-" + report + "@hn";
    }

    private static void read(MongoDatabase intake, String code, String report) {
        intake.getCollection("tracking_codes").find(Filters.eq("_id", code)).first();
        List<String> commits = IntStream.rangeClosed(1, PAGE_OF_RECORD)
                .mapToObj(version -> stream(report) + "/" + version)
                .toList();
        intake.getCollection("journal").find(Filters.in("_id", commits)).into(new ArrayList<>());
    }
}
