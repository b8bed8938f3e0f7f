package org.lianzhi.portal.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Over real HTTP, since forwards and error pages are the container's work. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=web-portal", "server.address=127.0.0.1"})
class FormsOutliveSessionsTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @LocalServerPort
    private int port;

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void a_form_sent_after_the_session_ended_is_shown_again_with_all_that_was_typed() throws Exception {
        var answer = send(
                "/staff/cases/42/finding",
                field("_csrf", tokenOfAPage())
                        + field("idempotencyKey", "k-1")
                        + field("newPassword", "hunter2")
                        + field("establishedCause", "连续降雨 <漫溢>"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body())
                .contains("action=\"/staff/cases/42/finding\"", "target=\"_blank\"")
                .contains("name=\"idempotencyKey\" value=\"k-1\"")
                .contains("name=\"establishedCause\" value=\"连续降雨 &lt;漫溢&gt;\"")
                .doesNotContain("hunter2");
    }

    @Test
    void the_page_that_keeps_a_form_can_itself_expire_and_keeps_it_again() throws Exception {
        var first = send("/staff/cases/42/finding", field("_csrf", tokenOfAPage()) + field("words", "降雨"));
        var second = send("/staff/cases/42/finding", field("_csrf", token(first.body())) + field("words", "降雨"));

        assertThat(second.statusCode()).isEqualTo(401);
        assertThat(second.body()).contains("name=\"words\" value=\"降雨\"");
    }

    @Test
    void a_form_that_another_site_wrote_is_not_offered_for_sending_again() throws Exception {
        var answer = send("/staff/cases/42/finding", field("establishedCause", "written elsewhere"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("written elsewhere").contains("这张表单已经失效");
    }

    @Test
    void the_cookies_are_our_own_and_closed_to_scripts_and_other_sites() throws Exception {
        assertThat(get("/").headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("LIANZHI_CSRF=")
                .contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void an_upload_that_is_too_large_is_told_so() throws Exception {
        var request = HttpRequest.newBuilder(address("/report/photos"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofByteArray(new byte[61 << 20]))
                .build();

        var answer = browser.send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("文件太大");
    }

    @Test
    void an_error_page_speaks_the_readers_language() throws Exception {
        assertThat(get("/none").body()).contains("<html", "lang=\"zh-CN\"", "找不到这个页面");
        assertThat(get("/none?lang=en").body()).contains("lang=\"en\"", "Page not found");
        assertThat(get("/none").body()).as("the choice is kept").contains("Page not found");
    }

    private String tokenOfAPage() throws Exception {
        return token(get("/status").body());
    }

    private static String token(String page) {
        var found = TOKEN.matcher(page);
        assertThat(found.find()).as("a form with a token in %s", page).isTrue();
        return found.group(1);
    }

    private static String field(String name, String value) {
        return "&" + name + "=" + URLEncoder.encode(value, UTF_8);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        return browser.send(request, BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
