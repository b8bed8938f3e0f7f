package org.lianzhi.journal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a stream, written {@code kind-id@side}, such as {@code case-01j9...@hn}.
 *
 * @param kind decides the topic
 * @param id of the case, report, ...; the key of its records on the topic
 * @param side that owns the stream and alone appends to it
 */
public record StreamId(String kind, String id, String side) {

    private static final Pattern WRITTEN = Pattern.compile("([a-z]{1,32})-([A-Za-z0-9_-]{1,64})@([a-z]{2,3})");

    public StreamId {
        if (!WRITTEN.matcher(written(kind, id, side)).matches()) {
            throw new IllegalArgumentException("not a stream: " + kind + "-" + id + "@" + side);
        }
    }

    /** Whether that is how a stream is written. */
    public static boolean isOne(String written) {
        return WRITTEN.matcher(written).matches();
    }

    public static StreamId parse(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a stream: " + written);
        }
        return new StreamId(matcher.group(1), matcher.group(2), matcher.group(3));
    }

    @Override
    public String toString() {
        return written(kind, id, side);
    }

    private static String written(String kind, String id, String side) {
        return kind + "-" + id + "@" + side;
    }
}
