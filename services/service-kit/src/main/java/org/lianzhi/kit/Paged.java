package org.lianzhi.kit;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list, and what an answer says about it.
 *
 * @param page its number, from 0
 * @param size entries a page
 * @param total entries of the whole list
 */
public record Paged<T>(List<T> items, int page, int size, int total) {

    /**
     * A page behind the last is empty.
     *
     * @param size as it was asked for
     * @param most entries that a page may have
     */
    public static <T> Paged<T> of(List<T> all, int page, int size, int most) {
        int number = Math.max(0, page);
        int perPage = Math.clamp(size, 1, most);
        List<T> shown =
                all.stream().skip((long) number * perPage).limit(perPage).toList();
        return new Paged<>(shown, number, perPage, all.size());
    }

    /** The same page, shown otherwise. */
    public <R> Paged<R> map(Function<? super T, ? extends R> shown) {
        return new Paged<>(items.stream().<R>map(shown).toList(), page, size, total);
    }
}
