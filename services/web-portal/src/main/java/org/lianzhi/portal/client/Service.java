package org.lianzhi.portal.client;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One service. Calls are made as the person who is signed in, or as nobody. Each may throw {@link NotThere},
 * {@link TooOften} and {@link Away}; commands also {@link Refused} and {@link ChangedMeanwhile}.
 */
public final class Service {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String WORK = "Lianzhi-Work";
    private static final Duration SOME_TIME = Duration.ofSeconds(10);
    private static final String UPLOAD_COMPLETE = "Upload-Complete";
    private static final MediaType PIECE = MediaType.parseMediaType("application/partial-upload");
    private static final String AWAIT = "Lianzhi-Await";

    private final String name;
    private final RestClient client;

    Service(String name, RestClient client) {
        this.name = name;
        this.client = client;
    }

    /** Reads; the path may have places such as {@code {id}} and a query. */
    public <T> T get(Class<T> type, String path, Object... variables) {
        return answered(() -> {
            var request = client.get().uri(path, variables);
            String written = Written.header();
            if (!written.isEmpty()) {
                request.header(AWAIT, written);
            }
            return whole(failing(request.retrieve()).body(type));
        });
    }

    /** Reads a picture. */
    public ResponseEntity<byte[]> picture(String path, Object... variables) {
        return answered(() -> failing(
                        client.get().uri(path, variables).accept(MediaType.ALL).retrieve())
                .toEntity(byte[].class));
    }

    /**
     * Sends a command.
     *
     * @param key idempotency key: the same command sent again is done once
     * @param seen version of the own record that the person has seen; null where it does not matter
     */
    public Receipt command(String key, @Nullable Long seen, Object body, String path, Object... variables) {
        Receipt receipt = answered(() -> {
            var request = client.post()
                    .uri(path, variables)
                    .header(IDEMPOTENCY_KEY, key)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(body);
            if (seen != null) {
                request.header("If-Match", "\"" + seen + "\"");
            }
            return whole(failing(request.retrieve()).body(Receipt.class));
        });
        Written.remember(receipt);
        return receipt;
    }

    /** Sends something that is answered with more than a receipt. */
    public <T> T post(Class<T> type, @Nullable String key, Object body, String path) {
        return post(type, key, null, body, path);
    }

    /** The same with the work that was asked for, once it is done. */
    public <T> T post(
            Class<T> type, @Nullable String key, @Nullable String work, Object body, String path, Object... variables) {
        return answered(() -> {
            var request = client.post()
                    .uri(path, variables)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(body);
            if (key != null) {
                request.header(IDEMPOTENCY_KEY, key);
            }
            if (work != null) {
                request.header(WORK, work);
            }
            return whole(failing(request.retrieve()).body(type));
        });
    }

    /** Uploads one file as the part {@code photo}. */
    public <T> T upload(Class<T> type, String key, Resource file, String path) {
        MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("photo", file);
        return answered(() -> whole(failing(client.post()
                        .uri(path)
                        .header(IDEMPOTENCY_KEY, key)
                        .contentType(MediaType.MULTIPART_FORM_DATA)
                        .body(parts)
                        .retrieve())
                .body(type)));
    }

    /** Begins a file that comes piece by piece; begun again under the same key it is told how far it is. */
    public <T> T beginUpload(Class<T> type, String key, long length, String path) {
        return answered(() -> whole(failing(client.post()
                        .uri(path)
                        .header(IDEMPOTENCY_KEY, key)
                        .header("Upload-Length", Long.toString(length))
                        .header(UPLOAD_COMPLETE, "?0")
                        .retrieve())
                .body(type)));
    }

    /**
     * Sends the next piece of it.
     *
     * @param last whether nothing comes after it
     */
    public <T> T appendToUpload(
            Class<T> type, long offset, boolean last, byte[] piece, String path, Object... variables) {
        return answered(() -> whole(failing(client.patch()
                        .uri(path, variables)
                        .header("Upload-Offset", Long.toString(offset))
                        .header(UPLOAD_COMPLETE, last ? "?1" : "?0")
                        .contentType(PIECE)
                        .body(piece)
                        .retrieve())
                .body(type)));
    }

    @FunctionalInterface
    private interface Call<T> {
        T answer();
    }

    private <T> T answered(Call<T> call) {
        try {
            return call.answer();
        } catch (ResourceAccessException e) {
            throw new Away(name, SOME_TIME, e);
        } catch (ClientAuthorizationException e) {
            throw isSignInOver(e) ? e : new Away("identity provider", SOME_TIME, e);
        }
    }

    /** Otherwise the token could not be renewed just now, and signing in anew would not help. */
    private static boolean isSignInOver(ClientAuthorizationException e) {
        return e instanceof ClientAuthorizationRequiredException
                || e.getError().getErrorCode().equals(OAuth2ErrorCodes.INVALID_GRANT);
    }

    private static <T> T whole(@Nullable T body) {
        return Objects.requireNonNull(body, "a service answered without a body");
    }

    private RestClient.ResponseSpec failing(RestClient.ResponseSpec response) {
        return response.onStatus(HttpStatusCode::isError, (request, answer) -> {
            throw failure(answer, request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION));
        });
    }

    /** @param signedIn whether a token was sent: where a service does not believe it, nothing is known of what was asked for */
    private RuntimeException failure(ClientHttpResponse answer, boolean signedIn) throws IOException {
        int status = answer.getStatusCode().value();
        JsonNode problem = problem(answer);
        return switch (status) {
            case 400, 413, 422 ->
                new Refused(problem.path("code").asString("request.invalid"), arguments(problem.path("arguments")));
            case 401 -> signedIn ? new Away(name, after(answer), null) : new NotThere();
            case 403, 404 -> new NotThere();
            case 409 -> new ChangedMeanwhile(problem.path("actual").asLong(0));
            case 429 -> new TooOften(after(answer), work(problem.path("work")));
            case 502, 503, 504 -> new Away(name, after(answer), null);
            default -> new IllegalStateException(name + " answered " + status);
        };
    }

    private static Duration after(ClientHttpResponse answer) {
        String seconds = answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
        return seconds != null && seconds.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : SOME_TIME;
    }

    private static TooOften.@Nullable Work work(JsonNode asked) {
        return asked.isObject()
                ? new TooOften.Work(
                        asked.path("challenge").asString(""), asked.path("bits").asInt())
                : null;
    }

    private static JsonNode problem(ClientHttpResponse answer) throws IOException {
        try {
            return JsonMapper.shared().readTree(answer.getBody());
        } catch (JacksonException notJson) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    private static List<String> arguments(JsonNode array) {
        return array.valueStream().map(argument -> argument.asString("")).toList();
    }
}
