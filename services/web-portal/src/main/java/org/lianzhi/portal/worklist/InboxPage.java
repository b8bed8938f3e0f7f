package org.lianzhi.portal.worklist;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Pages;

/**
 * What the bureau was told, newest first.
 *
 * @param href of this page
 */
public record InboxPage(String href, List<Notice> notices, Pages pages, long unread) {

    /**
     * One notice.
     *
     * @param href where it is opened, and marked as read
     * @param key message key of what it says
     * @param subject number of the report or case that it is about
     * @param due when something is to be done because of it
     */
    public record Notice(
            String id,
            String href,
            String key,
            String subject,
            Instant at,
            boolean unread,
            @Nullable Instant due) {}
}
