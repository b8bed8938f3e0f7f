package org.lianzhi.intake.secret;

import java.security.SecureRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A secret of 256 bits. Its text shows nothing of it. */
public final class SecretBytes {

    static final int LENGTH = 32;

    private final byte[] bytes;

    private SecretBytes(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a secret has " + LENGTH + " bytes, not " + bytes.length);
        }
        this.bytes = bytes;
    }

    public static SecretBytes of(byte[] bytes) {
        return new SecretBytes(bytes.clone());
    }

    public static SecretBytes random(SecureRandom random) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return new SecretBytes(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    SecretKey forAes() {
        return new SecretKeySpec(bytes, "AES");
    }

    SecretKey forHmac() {
        return new SecretKeySpec(bytes, "HmacSHA256");
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
