package org.lianzhi.intake.tracking;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lianzhi.intake.secret.KeyedDigest;
import org.lianzhi.intake.secret.SecretBytes;

/**
 * What a QR code carries instead of the digits: 128 bits that nobody has to type, and nobody can guess.
 *
 * @param text 22 characters, base 64 for addresses
 */
record TrackingSecret(String text) {

    private static final int BYTES = 16;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

    static TrackingSecret derive(SecretBytes key, String commitId) {
        byte[] digest = KeyedDigest.of(key, "tracking-secret", commitId);
        return new TrackingSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES)));
    }

    /** Empty when it is none; what somebody types by hand is no secret. */
    static Optional<TrackingSecret> parse(String scanned) {
        return FORM.matcher(scanned).matches() ? Optional.of(new TrackingSecret(scanned)) : Optional.empty();
    }

    /** A secret belongs into no log. */
    @Override
    public String toString() {
        return "a tracking secret";
    }
}
