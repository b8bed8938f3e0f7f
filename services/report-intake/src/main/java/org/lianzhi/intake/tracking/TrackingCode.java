package org.lianzhi.intake.tracking;

import java.math.BigInteger;
import java.util.Optional;
import org.lianzhi.intake.secret.KeyedDigest;
import org.lianzhi.intake.secret.SecretBytes;

/**
 * By which a reporter follows a report without an account: 16 digits, the last a check digit. It is in no log, no URL and
 * no event, and stored as a slow hash only.
 *
 * @param digits without blanks
 */
record TrackingCode(String digits) {

    private static final int LENGTH = 16;
    private static final int GROUP = 4;
    private static final BigInteger CODES = BigInteger.TEN.pow(LENGTH - 1);

    /** The code of a report: the same however often it is asked for, and not to be found without the key. */
    static TrackingCode derive(SecretBytes key, String commitId) {
        BigInteger number = new BigInteger(1, KeyedDigest.of(key, "tracking-code", commitId)).mod(CODES);
        String digits = String.format("%015d", number);
        return new TrackingCode(digits + CheckDigit.of(digits));
    }

    /**
     * Reads what somebody typed: blanks and hyphens do not matter, full-width digits of a Chinese keyboard count.
     *
     * @return empty when it is no code, whatever the reason
     */
    static Optional<TrackingCode> parse(String typed) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < Math.min(typed.length(), 4 * LENGTH); i++) {
            char c = typed.charAt(i);
            if (Character.digit(c, 10) >= 0) {
                digits.append(Character.digit(c, 10));
            } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && !isHyphen(c)) {
                return Optional.empty();
            }
        }
        boolean good = digits.length() == LENGTH && CheckDigit.fits(digits.toString());
        return good ? Optional.of(new TrackingCode(digits.toString())) : Optional.empty();
    }

    private static boolean isHyphen(char c) {
        return Character.getType(c) == Character.DASH_PUNCTUATION;
    }

    /** Its first half: who guesses at one code knows some of it, and tries the rest. */
    String beginning() {
        return digits.substring(0, LENGTH / 2);
    }

    /** In groups of four, as it is shown. */
    String inGroups() {
        return digits.replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
    }

    /** A code belongs into no log. */
    @Override
    public String toString() {
        return "a tracking code";
    }
}
