package org.lianzhi.notification.matter;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.Commands;
import org.lianzhi.journal.EventStream;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.Intent;
import org.lianzhi.journal.JournalProperties;
import org.lianzhi.journal.Projected;
import org.lianzhi.journal.Reaction;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.Recorded;
import org.lianzhi.model.Actor;
import org.lianzhi.model.CaseEvent.CaseOpened;
import org.lianzhi.model.NoticeEvent.NoticeIssued;
import org.lianzhi.model.Side;
import org.lianzhi.model.SortableIds;
import org.lianzhi.model.wire.EventJson;
import org.lianzhi.model.wire.WireTypes;
import org.lianzhi.notification.domain.Audience;
import org.lianzhi.notification.domain.Party;
import org.lianzhi.notification.domain.Told;
import org.springframework.stereotype.Component;

/**
 * Issues a notice to each bureau of the hosted sides that an event concerns. Id, commit and time of a notice derive from
 * the event and the bureau: however often the event comes, and in whichever deployment, it is the same notice. The bureau is
 * the one that dealt with the matter when it happened; where another one of the side was told already, because nobody here
 * knew better yet, it stays at that.
 */
@Component
public final class Telling implements Reaction {

    private static final String POLICY = "notice";

    private final ReadModel<Matter> matters;
    private final EarlyEvents early;
    private final Commands commands;
    private final Set<String> hosted;

    Telling(ReadModel<Matter> matters, EarlyEvents early, Commands commands, JournalProperties journal) {
        this.matters = matters;
        this.early = early;
        this.commands = commands;
        this.hosted = Set.copyOf(journal.sides());
    }

    /** Called after the event went into the {@link Matter}. */
    @Override
    public void on(IncomingEvent event) {
        if (!Matters.tells(event.stream())) {
            return;
        }
        ToTell told = ToTell.of(event);
        if (Matters.namesItsRecipient(event.stream())) {
            tell(event.stream().id(), told, Matter.UNKNOWN);
            return;
        }
        String id = Matters.idOf(event.stream());
        Matter matter = matter(id);
        if (!matter.isKnown()) {
            // First kept, then asked again: another instance may meet the opening meanwhile, and looks what is kept.
            early.keep(id, told);
            matter = matter(id);
        }
        if (!matter.isKnown()) {
            return;
        }
        if (WireTypes.isA(CaseOpened.class, event.type())) {
            Matter known = matter;
            early.of(id).forEach(waiting -> tell(event.stream().id(), waiting, known));
            early.forget(id);
        }
        tell(event.stream().id(), told, matter);
    }

    private Matter matter(String id) {
        return matters.find(id).map(Projected::state).orElse(Matter.UNKNOWN);
    }

    private void tell(String subject, ToTell event, Matter matter) {
        List<Party> parties = matter.parties().stream()
                .map(party -> party(matter, party, event))
                .toList();
        EventJson.read(event.type(), event.json().getBytes(StandardCharsets.UTF_8))
                .map(known -> Audience.of(known, new Side(event.side()), Actor.parse(event.actor()), parties))
                .orElse(List.of())
                .stream()
                .filter(told -> hosted.contains(told.party().side().code()))
                .forEach(told -> issue(subject, event, told));
    }

    private static Party party(Matter matter, Matter.Participant first, ToTell event) {
        Set<String> others = matter.officesOf(first);
        String bureau = matter.toldFor(first, event).bureau();
        others.remove(bureau);
        return new Party(new Side(first.side()), bureau, others);
    }

    private void issue(String subject, ToTell cause, Told told) {
        String bureau = told.party().bureau();
        StreamId stream = notice(cause, told.party().side(), bureau);
        List<StreamId> others = told.party().others().stream()
                .map(other -> notice(cause, told.party().side(), other))
                .toList();
        NoticeIssued notice = new NoticeIssued(bureau, told.kind().code(), subject, cause.event(), told.dueAt());
        Intent intent = Intent.policy(
                cause.event(),
                POLICY + "/" + bureau,
                Actor.policy(told.party().side(), POLICY).written(),
                cause.at());
        commands.run(
                intent,
                stream,
                others,
                loaded -> others.stream().anyMatch(other -> isThere(loaded.get(other)))
                        ? List.of()
                        : List.of(Recorded.of(notice)));
    }

    private static StreamId notice(ToTell cause, Side side, String bureau) {
        return new StreamId("notice", SortableIds.derive(cause.at(), cause.event() + " " + bureau), side.code());
    }

    private static boolean isThere(@Nullable EventStream stream) {
        return stream != null && stream.version() > 0;
    }
}
