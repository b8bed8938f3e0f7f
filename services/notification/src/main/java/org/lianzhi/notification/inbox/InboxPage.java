package org.lianzhi.notification.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of what a bureau was told on one day (UTC), in the order of the notices' ids. */
public record InboxPage(List<Notice> notices) {

    /**
     * A notice.
     *
     * @param at when what it tells happened
     * @param read whether somebody of the bureau opened it
     */
    public record Notice(
            String id,
            String kind,
            String subjectKind,
            String subject,
            Instant at,
            @Nullable Instant dueAt,
            boolean read) {

        Notice opened() {
            return new Notice(id, kind, subjectKind, subject, at, dueAt, true);
        }
    }

    public InboxPage {
        notices = List.copyOf(notices);
    }

    InboxPage with(Notice notice) {
        List<Notice> more = new ArrayList<>(notices);
        int after = more.size();
        // Notices come in any order; the page is the same for each.
        while (after > 0 && more.get(after - 1).id().compareTo(notice.id()) > 0) {
            after--;
        }
        more.add(after, notice);
        return new InboxPage(more);
    }

    InboxPage opened(String id) {
        return new InboxPage(notices.stream()
                .map(notice -> notice.id().equals(id) ? notice.opened() : notice)
                .toList());
    }

    public PageCount count() {
        return new PageCount(notices.size(), (int)
                notices.stream().filter(notice -> !notice.read()).count());
    }

    /** What the index of a bureau's pages says of one. */
    public record PageCount(int notices, int unread) {}
}
