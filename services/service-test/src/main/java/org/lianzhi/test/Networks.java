package org.lianzhi.test;

/** Where citizens come from, as the portal tells it in {@code X-Forwarded-For}. */
public final class Networks {

    private Networks() {}

    /** An address of its own for each number, from the range that RFC 2544 keeps for measuring. */
    public static String of(int number) {
        return "198." + (18 + (number >> 16 & 1)) + "." + (number >> 8 & 255) + "." + (number & 255);
    }
}
