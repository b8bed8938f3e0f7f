package org.lianzhi.portal.component;

import org.jspecify.annotations.Nullable;

/**
 * One of the views of a list, such as "overdue".
 *
 * @param key message key of its name
 * @param count how many it shows; absent where that is not known without reading them all
 */
public record View(String key, String href, @Nullable Long count, boolean current) {

    public View(String key, String href, long count, boolean current) {
        this(key, href, Long.valueOf(count), current);
    }
}
