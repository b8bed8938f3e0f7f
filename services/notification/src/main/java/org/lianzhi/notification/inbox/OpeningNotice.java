package org.lianzhi.notification.inbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.lianzhi.journal.Commands;
import org.lianzhi.journal.EventStream;
import org.lianzhi.journal.Intent;
import org.lianzhi.journal.Journal;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.kit.Recorded;
import org.lianzhi.model.NoticeEvent.NoticeIssued;
import org.lianzhi.model.NoticeEvent.NoticeRead;
import org.lianzhi.model.PublishedEvent;
import org.lianzhi.model.Side;
import org.lianzhi.model.wire.EventJson;
import org.springframework.stereotype.Component;

/** Somebody of the bureau opens a notice. Whose it is stands in its own stream, so this needs no read model. */
@Component
public final class OpeningNotice {

    private static final String KIND = "notice";
    private static final Pattern ID = Pattern.compile("[0-7][0-9a-hjkmnp-tv-z]{25}");

    private final Journal journal;
    private final Commands commands;

    OpeningNotice(Journal journal, Commands commands) {
        this.journal = journal;
        this.commands = commands;
    }

    /** @throws NotForYou when it is no id of a notice */
    public static StreamId stream(String notice, Side side) {
        return new StreamId(KIND, known(notice), side.code());
    }

    public static boolean isNotice(StreamId stream) {
        return stream.kind().equals(KIND);
    }

    /** @throws NotForYou when it is no id of a notice */
    public static String known(String notice) {
        if (!ID.matcher(notice).matches()) {
            throw new NotForYou();
        }
        return notice;
    }

    /** @throws NotForYou when there is no such notice of this bureau */
    public void requireOf(String bureau, StreamId notice) {
        boolean theirs = events(journal.load(notice)).stream()
                .anyMatch(event ->
                        event instanceof NoticeIssued issued && issued.bureau().equals(bureau));
        if (!theirs) {
            throw new NotForYou();
        }
    }

    public Commands.Receipt open(Intent intent, StreamId notice) {
        return commands.run(intent, notice, List.of(), loaded -> {
            EventStream stream = Objects.requireNonNull(loaded.get(notice));
            return events(stream).stream().anyMatch(NoticeRead.class::isInstance)
                    ? List.of()
                    : List.of(Recorded.of(new NoticeRead()));
        });
    }

    private static List<PublishedEvent> events(EventStream stream) {
        return stream.commits().stream()
                .flatMap(commit -> commit.events().stream())
                .flatMap(event -> EventJson.read(event.type(), event.json().getBytes(StandardCharsets.UTF_8)).stream())
                .toList();
    }
}
