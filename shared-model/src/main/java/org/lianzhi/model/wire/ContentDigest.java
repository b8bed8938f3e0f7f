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
        return digest(WireTypes.of(event).toString(), event);
    }

    public static String of(ReleasedSummary summary) {
        return digest("released-summary", summary);
    }

    /**
     * Of any other record.
     *
     * @param kind keeps equal components of different things apart
     */
    public static String of(String kind, Record content) {
        return digest(kind, content);
    }

    /** Of a file, as it is. */
    public static String ofFile(byte[] content) {
        return sha256(content);
    }

    private static String digest(String kind, Object content) {
        return sha256((kind + "\n" + EventJson.writeWithout(OWN_DIGEST, content)).getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
