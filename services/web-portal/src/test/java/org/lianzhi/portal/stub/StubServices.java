package org.lianzhi.portal.stub;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All services behind one port, over real HTTP. What nobody has prepared is answered 404, as an unknown thing would be. */
public final class StubServices {

    private static final String RETRY_AFTER = "7";

    private final HttpServer server;
    private final Map<String, Deque<Answer>> prepared = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    private record Answer(int status, String type, byte[] body) {}

    /** A request as it arrived. */
    public record Asked(
            String call,
            @Nullable String key,
            @Nullable String ifMatch,
            @Nullable String work,
            @Nullable String offset,
            String body) {

        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    public StubServices() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** Makes the portal call here. */
    public void register(DynamicPropertyRegistry properties) {
        settings().forEach((name, value) -> properties.add(name, () -> value));
    }

    public Map<String, String> settings() {
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "lianzhi.services.report-intake", address,
                "lianzhi.services.joint-investigation", address,
                "lianzhi.services.notification", address,
                "lianzhi.services.supervisor-timeline", address,
                "lianzhi.patience", "5s");
    }

    public void clear() {
        prepared.clear();
        asked.clear();
    }

    /**
     * Prepares an answer; of several for one call each is given once and the last for ever.
     *
     * @param call such as {@code POST /api/v1/reports}
     */
    public void answers(String call, int status, String json) {
        add(
                call,
                new Answer(
                        status, status < 400 ? "application/json" : "application/problem+json", json.getBytes(UTF_8)));
    }

    /** Prepares a small photo that a script sends in one piece. */
    public void answersUpload(String id) {
        answers("POST /api/v1/uploads", 201, "{\"id\":\"" + id + "\",\"offset\":0}");
        answers("PATCH /api/v1/uploads/" + id, 200, "{\"id\":\"" + id + "\",\"offset\":1000000}");
    }

    public void answersPicture(String call, byte[] picture) {
        add(call, new Answer(200, "image/jpeg", picture));
    }

    private void add(String call, Answer answer) {
        prepared.computeIfAbsent(call, none -> new ArrayDeque<>()).add(answer);
    }

    /** What has been asked so far with this call. */
    public List<Asked> asked(String call) {
        return asked.stream().filter(each -> each.call().equals(call)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String call =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            asked.add(new Asked(
                    call,
                    exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                    exchange.getRequestHeaders().getFirst("If-Match"),
                    exchange.getRequestHeaders().getFirst("Lianzhi-Work"),
                    exchange.getRequestHeaders().getFirst("Upload-Offset"),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            Answer answer = next(call);
            exchange.getResponseHeaders().add("Content-Type", answer.type());
            if (answer.status() == 429 || answer.status() == 503) {
                exchange.getResponseHeaders().add("Retry-After", RETRY_AFTER);
            }
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private Answer next(String call) {
        Deque<Answer> answers = prepared.get(call);
        if (answers == null) {
            return new Answer(404, "application/problem+json", "{\"code\":\"not-found\"}".getBytes(UTF_8));
        }
        synchronized (answers) {
            return Objects.requireNonNull(answers.size() > 1 ? answers.poll() : answers.peek());
        }
    }
}
