package org.lianzhi.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * Ids of 26 characters (Crockford's base 32, lower case) that sort by time: 48 bits of milliseconds, then 80 bits taken
 * from a hash of what caused the thing. The same cause gives the same id, so a repeated message makes nothing twice.
 */
public final class SortableIds {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final char[] DIGITS = ALPHABET.toCharArray();
    private static final int LENGTH = 26;
    private static final int BITS_PER_DIGIT = 5;

    /** 128 bits in 26 digits leave two zero bits in front: the time takes exactly the first ten. */
    private static final int TIME_DIGITS = 10;

    private SortableIds() {}

    /** The id of what {@code cause} brought about at {@code at}. */
    public static String derive(Instant at, String cause) {
        byte[] hash = sha256(cause.getBytes(StandardCharsets.UTF_8));
        long time = at.toEpochMilli();
        ByteBuffer bits = ByteBuffer.allocate(16);
        bits.putShort((short) (time >>> 32)).putInt((int) time).put(hash, 0, 10);
        return encode(bits.array());
    }

    /**
     * When the thing with this id began, in milliseconds.
     *
     * @throws IllegalArgumentException when it is no such id
     */
    public static Instant time(String id) {
        if (id.length() != LENGTH) {
            throw new IllegalArgumentException("an id has " + LENGTH + " characters");
        }
        long time = 0;
        for (int i = 0; i < TIME_DIGITS; i++) {
            int digit = ALPHABET.indexOf(id.charAt(i));
            if (digit < 0) {
                throw new IllegalArgumentException("not an id");
            }
            time = (time << BITS_PER_DIGIT) | digit;
        }
        return Instant.ofEpochMilli(time);
    }

    private static String encode(byte[] sixteen) {
        long high = ByteBuffer.wrap(sixteen).getLong(0);
        long low = ByteBuffer.wrap(sixteen).getLong(8);
        char[] text = new char[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = DIGITS[(int) (low & 31)];
            low = (low >>> BITS_PER_DIGIT) | (high << (Long.SIZE - BITS_PER_DIGIT));
            high >>>= BITS_PER_DIGIT;
        }
        return new String(text);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
