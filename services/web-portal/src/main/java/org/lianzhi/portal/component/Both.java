package org.lianzhi.portal.component;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each of the two records says about one thing.
 *
 * @param key message key of the thing
 */
public record Both(String key, Cell hunan, Cell guangxi) {

    /**
     * One side's half.
     *
     * @param words what it says; empty if it has not said anything
     * @param at when it said so
     * @param by who, as role and name or role alone
     * @param due by when it is to be said, while it is missing
     */
    public record Cell(
            List<String> words,
            @Nullable Tag tag,
            @Nullable Instant at,
            @Nullable String by,
            @Nullable Instant due) {

        public static Cell said(Instant at, @Nullable String by, String... words) {
            return new Cell(List.of(words), null, at, by, null);
        }

        public static Cell awaited(@Nullable Instant due) {
            return new Cell(List.of(), null, null, null, due);
        }

        public Cell tagged(Tag state) {
            return new Cell(words, state, at, by, due);
        }
    }
}
