package org.lianzhi.kit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lianzhi.journal.StreamId;

/** The header {@code Lianzhi-Await: stream=version,...}: what the reader has just written and wants to see. */
public record Awaited(Map<StreamId, Long> versions) {

    public static final String HEADER = "Lianzhi-Await";

    /** Set on an answer that could not wait long enough. */
    public static final String STALE = "Lianzhi-Stale";

    private static final int MOST = 8;

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
}
