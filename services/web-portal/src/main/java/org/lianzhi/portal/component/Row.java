package org.lianzhi.portal.component;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a summary list.
 *
 * @param key message key of what it is
 * @param text what was said; absent if nothing was
 * @param word message key of what was said, where it is one of our own words
 * @param time a point in time, shown in local time
 * @param change where it can be changed
 */
public record Row(
        String key,
        @Nullable String text,
        @Nullable String word,
        @Nullable Instant time,
        @Nullable String change) {

    public static Row text(String key, @Nullable String text) {
        return new Row(key, text == null || text.isBlank() ? null : text, null, null, null);
    }

    public static Row word(String key, @Nullable String word) {
        return new Row(key, null, word, null, null);
    }

    public static Row time(String key, @Nullable Instant time) {
        return new Row(key, null, null, time, null);
    }

    public Row changeAt(String href) {
        return new Row(key, text, word, time, href);
    }
}
