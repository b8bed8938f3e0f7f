package org.lianzhi.intake.crowd;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.secret.KeyedDigest;
import org.lianzhi.intake.secret.SecretBytes;

/**
 * A small puzzle that lets somebody in whose network has used up what it may: a text whose SHA-256 begins with so many
 * zero bits (hashcash). It is made for one idempotency key, so a solution is worth one report however often it is sent, and
 * nothing about it has to be remembered.
 */
final class Work {

    private static final Pattern SOLVED =
            Pattern.compile("(?<until>\\d{1,12})\\.(?<bits>\\d{1,2})\\.(?<mark>[A-Za-z0-9_-]{22})\\.[0-9a-z]{1,16}");
    private static final int MARK_BYTES = 16;

    private final Supplier<SecretBytes> key;
    private final int bits;
    private final Duration valid;

    Work(Supplier<SecretBytes> key, int bits, Duration valid) {
        this.key = key;
        this.bits = bits;
        this.valid = valid;
    }

    /**
     * What is to be found: a word of small letters and digits behind the text and a full stop.
     *
     * @param bits that are zero at the beginning of the SHA-256 of text, full stop and word
     */
    record Challenge(String text, int bits) {}

    Challenge challenge(String idempotencyKey, Instant now) {
        long until = now.plus(valid).getEpochSecond();
        return new Challenge(until + "." + bits + "." + mark(idempotencyKey, until, bits), bits);
    }

    /** Whether it is a solution of a challenge that was made for that key and has not run out. */
    boolean isDone(@Nullable String work, String idempotencyKey, Instant now) {
        Matcher parts = SOLVED.matcher(work == null ? "" : work);
        if (work == null || !parts.matches()) {
            return false;
        }
        long until = Long.parseLong(parts.group("until"));
        int asked = Integer.parseInt(parts.group("bits"));
        byte[] mark = mark(idempotencyKey, until, asked).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(mark, parts.group("mark").getBytes(StandardCharsets.UTF_8))
                && now.getEpochSecond() <= until
                && zeroBits(sha256(work)) >= asked;
    }

    private String mark(String idempotencyKey, long until, int asked) {
        byte[] digest =
                KeyedDigest.of(key.get(), "work", idempotencyKey, Long.toString(until), Integer.toString(asked));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, MARK_BYTES));
    }

    private static int zeroBits(byte[] digest) {
        int zero = 0;
        for (byte each : digest) {
            int leading = Integer.numberOfLeadingZeros(each & 0xff) - (Integer.SIZE - Byte.SIZE);
            zero += leading;
            if (leading < Byte.SIZE) {
                break;
            }
        }
        return zero;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
