package org.lianzhi.model.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.lianzhi.model.PublishedEvent;
import org.lianzhi.model.ReleasedSummary;

/**
 * The digest by which a promise names its content: SHA-256, as 64 lower-case hexadecimal digits, of the kind of content, a
 * line feed, and the content in the canonical form of {@link EventJson}. Anybody who holds the record can compute it again.
 */
public final class ContentDigest {

    private static final String OWN_DIGEST = "digest";

    private ContentDigest() {}

    /** Of an event, without the component {@code digest} that is to hold the result. */
    public static String of(PublishedEvent event) {
        return ofWritten(WireTypes.of(event).toString(), EventJson.writeWithout(OWN_DIGEST, event));
    }

    /**
     * Of an event without such a component as it was written, whoever wrote it: equal to {@link #of(PublishedEvent)} for one
     * that this version writes, and the same for ever.
     *
     * @param type as in {@code ce_type}
     */
    public static String ofWritten(String type, String json) {
        return sha256((type + "\n" + json).getBytes(StandardCharsets.UTF_8));
    }

    public static String of(ReleasedSummary summary) {
        return of("released-summary", summary);
    }

    /**
     * Of any other record, every component of it: a command that names another {@code digest} is another command.
     *
     * @param kind keeps equal components of different things apart
     */
    public static String of(String kind, Record content) {
        return ofWritten(kind, EventJson.writeRecord(content));
    }

    /** Of a file, as it is. */
    public static String ofFile(byte[] content) {
        return sha256(content);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
