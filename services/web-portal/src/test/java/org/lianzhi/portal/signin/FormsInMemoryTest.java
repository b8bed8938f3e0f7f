package org.lianzhi.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What citizens send with photos passes through, and no copy of it stays on a disk, not even after a crash. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=web-portal", "server.address=127.0.0.1", "lianzhi.portal.large-at-once=0"})
@Import(FormsInMemoryTest.Looking.class)
class FormsInMemoryTest {

    private static final List<Integer> PARTS = new CopyOnWriteArrayList<>();
    private static final List<Path> WRITTEN = new CopyOnWriteArrayList<>();
    private static final Path FOLDER = folder();

    @LocalServerPort
    private int port;

    private static Path folder() {
        try {
            return Files.createTempDirectory("parts");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @DynamicPropertySource
    static void spool(DynamicPropertyRegistry properties) {
        properties.add("spring.servlet.multipart.location", FOLDER::toString);
    }

    /** While the request is under way, and before it is refused for having no token. */
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    static final class Looking implements Filter {

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            if (request instanceof HttpServletRequest asked && asked.getMethod().equals("POST")) {
                PARTS.add(asked.getParts().size());
                try (var files = Files.list(FOLDER)) {
                    files.forEach(WRITTEN::add);
                }
            }
            chain.doFilter(request, response);
        }
    }

    @Test
    void neither_a_photo_nor_a_word_is_written_to_a_disk() throws Exception {
        send(new byte[500_000]);

        assertThat(PARTS).containsExactly(2);
        assertThat(WRITTEN).isEmpty();
    }

    @Test
    void when_too_many_large_ones_stand_in_memory_the_next_is_told_to_come_back() throws Exception {
        assertThat(send(new byte[2 << 20])).isEqualTo(503);
    }

    private int send(byte[] photo) throws Exception {
        String head = """
            --x
            Content-Disposition: form-data; name="description"

            I was seen at the outlet
            --x
            Content-Disposition: form-data; name="photos"; filename="a.jpg"
            Content-Type: image/jpeg

            """.replace("\n", "\r\n");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/report/photos"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(photo),
                        BodyPublishers.ofString("\r\n--x--\r\n")))
                .build();
        try (HttpClient browser = HttpClient.newHttpClient()) {
            return browser.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
