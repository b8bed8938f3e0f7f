package org.lianzhi.timeline.notice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.Listed;
import org.lianzhi.journal.Projected;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.StreamId;
import org.lianzhi.model.NoticeEvent.NoticeIssued;
import org.lianzhi.model.wire.EventJson;
import org.lianzhi.timeline.record.RecordEntry;

/** Keeps what the offices of each side were told, to be found by what it is about. */
public final class ToldNotices implements Listed<ToldNotice, ToldNotices.Place> {

    private static final String KIND = "notice";

    /** Of a notice in the list of its subject. */
    public record Place(String stream) {}

    @Override
    public String collection() {
        return "told_notices";
    }

    @Override
    public Class<ToldNotice> type() {
        return ToldNotice.class;
    }

    @Override
    public List<String> documents(IncomingEvent event) {
        return event.stream().kind().equals(KIND) ? List.of(event.stream().toString()) : List.of();
    }

    @Override
    public ToldNotice apply(String id, @Nullable ToldNotice current, IncomingEvent event) {
        ToldNotice before = current == null ? new ToldNotice(subject(event), List.of()) : current;
        return before.with(RecordEntry.of(event));
    }

    private static @Nullable String subject(IncomingEvent event) {
        return EventJson.read(event.type(), event.data()).orElse(null) instanceof NoticeIssued issued
                ? issued.subject()
                : null;
    }

    @Override
    public Map<String, Optional<Place>> places(String id, ToldNotice notice) {
        return notice.subject() == null
                ? Map.of()
                : Map.of(about(notice.subject(), StreamId.parse(id).side()), Optional.of(new Place(id)));
    }

    private static String about(String subject, String side) {
        return side + "/" + subject;
    }

    /** What the offices of a side were told about these cases and reports, in no order. */
    public static List<RecordEntry> read(ReadModel<ToldNotice> model, String side, List<String> subjects) {
        List<String> lists =
                subjects.stream().map(subject -> about(subject, side)).toList();
        return model.find(model.entries(lists, Place.class).keySet()).values().stream()
                .map(Projected::state)
                .flatMap(notice -> notice.entries().stream())
                .toList();
    }
}
