package org.lianzhi.portal.worklist;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.client.Away;
import org.lianzhi.portal.client.NotThere;
import org.lianzhi.portal.client.Refused;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.client.TooOften;
import org.springframework.stereotype.Component;

/** What notification has told the own office. */
@Component
class Notices {

    private final Service notification;

    Notices(Service notification) {
        this.notification = notification;
    }

    record Told(List<Line> items, long total, long unread) {}

    record Line(
            String id,
            String kind,
            String subjectKind,
            String subject,
            Instant at,
            boolean read,
            @Nullable Instant dueAt) {}

    Told page(int page, int size) {
        return notification.get(Told.class, "/api/v1/notices?page={page}&size={size}", page, size);
    }

    /** For a hint beside other things: zero if it cannot be told. */
    long unread() {
        try {
            return page(0, 1).unread();
        } catch (Away | NotThere | TooOften unknown) {
            return 0;
        }
    }

    /** Marked as read, if that is possible just now: it never stands in the way of the matter itself. */
    void read(String id) {
        try {
            notification.command("reading-" + id, null, new Reading(), "/api/v1/notices/{id}/reading", id);
        } catch (Away | NotThere | TooOften | Refused later) {
            // It stays unread and can be opened again.
        }
    }

    private record Reading() {}
}
