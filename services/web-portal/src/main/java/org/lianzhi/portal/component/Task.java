package org.lianzhi.portal.component;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step that is open, done or not yet possible.
 *
 * @param key message key of its name; KEY.hint explains it if there is one
 * @param about what tells it apart from another of the same name, in the reader's words
 * @param href where it is done; absent if it cannot be done now or not by this person
 * @param due when it is to be done at the latest
 */
public record Task(
        String key,
        @Nullable String about,
        @Nullable String href,
        Tag status,
        @Nullable Instant due) {

    public Task(String key, @Nullable String href, Tag status, @Nullable Instant due) {
        this(key, null, href, status, due);
    }
}
