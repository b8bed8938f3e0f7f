package org.lianzhi.notification.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.Listed;
import org.lianzhi.model.Actor;
import org.lianzhi.model.NoticeEvent.NoticeIssued;
import org.lianzhi.model.NoticeEvent.NoticeRead;
import org.lianzhi.model.SortableIds;
import org.lianzhi.model.wire.EventJson;
import org.lianzhi.notification.domain.Kind;
import org.lianzhi.notification.inbox.InboxPage.Notice;
import org.lianzhi.notification.inbox.InboxPage.PageCount;

/**
 * The inbox of a bureau: a few pages per day with notices, and one index with the counts of each page. What is written for a
 * notice is its page and one field of the index, however old the inbox is; the index grows by some 40 bytes a page. A page is
 * found from the notice alone: its id begins with its time, and only the recipient's own people read it. Pages of a day are
 * several, because a bureau can be told of hundreds of reports in a day, and each notice writes its page as a whole.
 */
public final class Inboxes implements Listed<InboxPage, PageCount> {

    private static final int PAGES_A_DAY = 8;

    @Override
    public String collection() {
        return "inboxes";
    }

    @Override
    public Class<InboxPage> type() {
        return InboxPage.class;
    }

    /** Every event of a notice belongs to its page, also one that this version does not know: else the next were a gap. */
    @Override
    public List<String> documents(IncomingEvent event) {
        if (!event.stream().kind().equals("notice")) {
            return List.of();
        }
        String inbox = inbox(event.stream().side(), bureau(event));
        return List.of(page(inbox, event.stream().id()));
    }

    private static String bureau(IncomingEvent event) {
        return switch (EventJson.read(event.type(), event.data()).orElse(null)) {
            case NoticeIssued issued -> issued.bureau();
            case null, default -> bureauOf(event);
        };
    }

    /** The recipient's own people act on it; what is done without a person names the recipient as the first event does. */
    private static String bureauOf(IncomingEvent event) {
        String bureau = Actor.parse(event.actor()).bureau();
        return bureau != null
                ? bureau
                : EventJson.readRecord(event.json(), Recipient.class).orElseThrow();
    }

    private record Recipient(@Nullable String bureau) {
        String orElseThrow() {
            if (bureau == null) {
                throw new IllegalArgumentException("an event of a notice that names no recipient");
            }
            return bureau;
        }
    }

    /** Id of the index of a bureau's pages. */
    public static String inbox(String side, String bureau) {
        return side + "-" + bureau;
    }

    @Override
    public InboxPage apply(String id, @Nullable InboxPage current, IncomingEvent event) {
        InboxPage page = current == null ? new InboxPage(List.of()) : current;
        String notice = event.stream().id();
        return switch (EventJson.read(event.type(), event.data()).orElse(null)) {
            case NoticeIssued issued ->
                page.with(new Notice(
                        notice,
                        issued.kind(),
                        Kind.subjectKind(issued.kind()),
                        issued.subject(),
                        event.at(),
                        issued.dueAt(),
                        false));
            case NoticeRead read -> page.opened(notice);
            case null, default -> page;
        };
    }

    @Override
    public Map<String, Optional<PageCount>> places(String id, InboxPage state) {
        return Map.of(id.substring(0, id.indexOf('/')), Optional.of(state.count()));
    }

    @Override
    public int parts(String list) {
        return MANY;
    }

    /**
     * Id of the page of an inbox on which a notice stands.
     *
     * @throws IllegalArgumentException when it is no id of a notice
     */
    public static String page(String inbox, String notice) {
        Instant at = SortableIds.time(notice);
        return inbox + "/" + LocalDate.ofInstant(at, ZoneOffset.UTC) + "/"
                + Math.floorMod(notice.hashCode(), PAGES_A_DAY);
    }

    /** The day of a page; pages of an earlier version held a whole one. */
    public static LocalDate day(String page) {
        return LocalDate.parse(page.split("/")[1]);
    }
}
