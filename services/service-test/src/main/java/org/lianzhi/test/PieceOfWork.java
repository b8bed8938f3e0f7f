package org.lianzhi.test;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Does the work that a service asks of a crowd, as the script of the portal does. */
public final class PieceOfWork {

    private static final int RADIX = 36;

    private PieceOfWork() {}

    /** The challenge with a word behind it, so that its SHA-256 begins with so many zero bits. */
    public static String solve(String challenge, int bits) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            BigInteger limit = BigInteger.ONE.shiftLeft(sha256.getDigestLength() * Byte.SIZE - bits);
            for (long word = 0; ; word++) {
                String tried = challenge + "." + Long.toString(word, RADIX);
                byte[] digest = sha256.digest(tried.getBytes(StandardCharsets.UTF_8));
                if (new BigInteger(1, digest).compareTo(limit) < 0) {
                    return tried;
                }
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
