package org.lianzhi.intake.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;

/**
 * HMAC-SHA-256 over texts, each with its length before it, so that no two lists of texts are taken for one another. Who
 * does not hold the key can neither make such a digest nor confirm a guess of what it stands for.
 */
public final class KeyedDigest {

    private static final String ALGORITHM = "HmacSHA256";

    private KeyedDigest() {}

    /**
     * The digest.
     *
     * @param purpose keeps digests of one key for different purposes apart
     * @return 32 bytes
     */
    public static byte[] of(SecretBytes key, String purpose, String... texts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key.forHmac());
            add(mac, purpose);
            for (String text : texts) {
                add(mac, text);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** A key for one purpose, from which neither the first key nor that of another purpose can be found. */
    public static SecretBytes derive(SecretBytes key, String purpose) {
        return SecretBytes.of(of(key, "derive", purpose));
    }

    private static void add(Mac mac, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        mac.update(bytes);
    }
}
