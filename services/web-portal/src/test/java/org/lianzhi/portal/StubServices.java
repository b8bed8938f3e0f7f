package org.lianzhi.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** All services in one, answering what a test laid down; what was not laid down is 503, as if it were away. */
public final class StubServices {

    private record Answer(int status, String json) {}

    /** A request that arrived; {@code query} as it was sent, null where there was none. */
    public record Arrived(String call, @Nullable String query, Map<String, List<String>> headers, String body) {

        public @Nullable String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst()
                    .orElse(null);
        }
    }

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    public StubServices() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Lays down an answer; {@code call} is method and path, without query. */
    public StubServices on(String call, int status, String json) {
        answers.put(call, new Answer(status, json));
        return this;
    }

    public StubServices on(String call, String json) {
        return on(call, 200, json);
    }

    public void forget() {
        answers.clear();
        arrived.clear();
    }

    /** What arrived at a method and path, in order. */
    public List<Arrived> at(String call) {
        return arrived.stream().filter(request -> request.call().equals(call)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String call =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        arrived.add(
                new Arrived(call, exchange.getRequestURI().getQuery(), Map.copyOf(exchange.getRequestHeaders()), body));
        Answer answer = answers.getOrDefault(call, new Answer(503, "{\"code\":\"service.unavailable\"}"));
        byte[] bytes = answer.json().getBytes(UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", answer.status() < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
