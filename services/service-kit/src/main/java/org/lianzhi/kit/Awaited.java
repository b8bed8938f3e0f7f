package org.lianzhi.kit;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.lianzhi.journal.StreamId;

/** The header {@code Lianzhi-Await: stream=version,...}: what the reader has just written and wants to see. */
public record Awaited(Map<StreamId, Long> versions) {

    public static final String HEADER = "Lianzhi-Await";

    /** Set on an answer that could not wait long enough. */
    public static final String STALE = "Lianzhi-Stale";

    /** How long a page waits for what its reader has just written. */
    public static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int MOST = 8;

    /** Waits until a version of a stream has been applied, and says whether it has. */
    @FunctionalInterface
    public interface Reached {
        boolean in(StreamId stream, long version) throws InterruptedException;
    }

    static Awaited parse(String header) {
        Map<StreamId, Long> versions = new LinkedHashMap<>();
        String[] entries = header.isBlank() ? new String[0] : header.split(",");
        for (int i = 0; i < Math.min(entries.length, MOST); i++) {
            String[] parts = entries[i].strip().split("=");
            try {
                versions.put(StreamId.parse(parts[0]), Long.parseLong(parts[1]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new BadRequest("request.await-invalid", HEADER + " is stream=version");
            }
        }
        return new Awaited(versions);
    }

    /** Waits for all that is wanted of these streams; the answer says when that was not enough. */
    public void await(Predicate<StreamId> streams, HttpServletResponse answer, Reached reached)
            throws InterruptedException {
        for (Map.Entry<StreamId, Long> wanted : versions.entrySet()) {
            if (streams.test(wanted.getKey()) && !reached.in(wanted.getKey(), wanted.getValue())) {
                answer.setHeader(STALE, "true");
            }
        }
    }
}
