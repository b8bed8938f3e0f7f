package org.lianzhi.portal.component;

import java.util.List;

/**
 * A part of a long list.
 *
 * @param current from 1
 * @param size entries on a page
 * @param total pages, at least 1
 */
public record Paging(int current, int size, int total) {

    /** A page that is not there becomes the nearest that is. */
    public static Paging of(int wanted, int size, long entries) {
        int total = Math.clamp((entries + size - 1) / size, 1, Integer.MAX_VALUE);
        return new Paging(Math.clamp(wanted, 1, total), size, total);
    }

    /** How many entries stand before this page. */
    public int before() {
        return (current - 1) * size;
    }

    public <T> List<T> part(List<T> whole) {
        return whole.stream().skip(before()).limit(size).toList();
    }

    public Pages pages(String address) {
        return new Pages(address, current, total);
    }
}
