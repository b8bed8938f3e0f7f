package org.lianzhi.benchmarks;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianzhi.test.RunningLianzhi;

/** A browser in which somebody of an office has signed in. */
final class OfficeBrowser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private OfficeBrowser() {}

    /**
     * @param path that the portal keeps for its staff
     * @param mark what its page has
     */
    static HttpClient signedIn(RunningLianzhi lianzhi, String path, String login, String mark) throws Exception {
        HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        String signIn = get(http, lianzhi.portal() + path).body();
        Matcher csrf = CSRF.matcher(signIn);
        if (!csrf.find()) {
            throw new IllegalStateException("no sign-in page: " + signIn);
        }
        String form = "username=" + login + "&password=lianzhi-demo&_csrf="
                + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8);
        HttpResponse<String> page = http.send(
                HttpRequest.newBuilder(URI.create(lianzhi.identity() + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        if (page.statusCode() != 200 || !page.body().contains(mark)) {
            throw new IllegalStateException("no page after the sign-in, but " + page.statusCode() + " " + page.uri());
        }
        return http;
    }

    static HttpResponse<String> get(HttpClient http, String address) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
    }
}
