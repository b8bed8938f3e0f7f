package org.lianzhi.notification.matter;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.lianzhi.journal.Commands;
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
 * the event and the bureau: however often the event comes, and in whichever deployment, it is the same notice.
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
                .map(matter::toldFor)
                .map(party -> new Party(new Side(party.side()), party.bureau()))
                .toList();
        EventJson.read(event.type(), event.json().getBytes(StandardCharsets.UTF_8))
                .map(known -> Audience.of(known, new Side(event.side()), Actor.parse(event.actor()), parties))
                .orElse(List.of())
                .stream()
                .filter(told -> hosted.contains(told.party().side().code()))
                .forEach(told -> issue(subject, event, told));
    }

    private void issue(String subject, ToTell cause, Told told) {
        String side = told.party().side().code();
        String bureau = told.party().bureau();
        StreamId stream = new StreamId("notice", SortableIds.derive(cause.at(), cause.event() + " " + bureau), side);
        NoticeIssued notice = new NoticeIssued(bureau, told.kind().code(), subject, cause.event(), told.dueAt());
        Intent intent = Intent.policy(
                cause.event(),
                POLICY + "/" + bureau,
                Actor.policy(told.party().side(), POLICY).written(),
                cause.at());
        commands.run(intent, stream, List.of(), loaded -> List.of(Recorded.of(notice)));
    }
}
