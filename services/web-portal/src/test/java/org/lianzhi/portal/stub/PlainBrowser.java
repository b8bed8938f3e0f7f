package org.lianzhi.portal.stub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keeps cookies, follows redirects and sends the hidden fields of the page it is on; knows no scripts. */
public final class PlainBrowser implements AutoCloseable {

    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\"[^>]*>");
    private static final Pattern NAME = Pattern.compile(" name=\"([^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String origin;
    private Page page = new Page(0, "", "");

    /** A page that was shown. */
    public record Page(int status, String path, String html) {

        /** The text without markup. */
        public String text() {
            return html.replaceAll("(?s)<(script|style).*?</\\1>", "")
                    .replaceAll("<[^>]+>", " ")
                    .replaceAll("\\s+", " ");
        }
    }

    public PlainBrowser(int port) {
        this.origin = "http://127.0.0.1:" + port;
    }

    public Page open(String path) {
        return sent(HttpRequest.newBuilder(URI.create(origin + path)).build());
    }

    /** Fills in a form of the page and sends it to where that form leads. */
    public Page send(String path, Map<String, String> fields) {
        String body = withHidden(fields).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return sent(HttpRequest.newBuilder(URI.create(origin + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** Sends the form with a file chosen. */
    public Page sendFile(String path, Map<String, String> fields, String field, String name, byte[] bytes) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        withHidden(fields)
                .forEach((key, value) -> body.writeBytes(
                        ("--x\r\nContent-Disposition: form-data; name=\"" + key + "\"\r\n\r\n" + value + "\r\n")
                                .getBytes(UTF_8)));
        body.writeBytes(("--x\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                        + "\"\r\nContent-Type: image/jpeg\r\n\r\n")
                .getBytes(UTF_8));
        body.writeBytes(bytes);
        body.writeBytes("\r\n--x--\r\n".getBytes(UTF_8));
        return sent(HttpRequest.newBuilder(URI.create(origin + path))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    public Page page() {
        return page;
    }

    private Map<String, String> withHidden(Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>();
        for (Matcher hidden = HIDDEN.matcher(page.html()); hidden.find(); ) {
            all.put(part(NAME, hidden.group()), part(VALUE, hidden.group()));
        }
        all.putAll(fields);
        return all;
    }

    private static String part(Pattern pattern, String tag) {
        Matcher found = pattern.matcher(tag);
        return found.find() ? found.group(1) : "";
    }

    private Page sent(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.body()).as("words without translation").doesNotContain("??");
            page = new Page(answer.statusCode(), answer.uri().getPath(), answer.body());
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
