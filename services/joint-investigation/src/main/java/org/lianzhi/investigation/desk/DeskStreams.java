package org.lianzhi.investigation.desk;

import java.util.Map;
import java.util.function.BiFunction;
import org.lianzhi.investigation.desk.domain.Desk;
import org.lianzhi.investigation.desk.domain.Rota;
import org.lianzhi.journal.Commit;
import org.lianzhi.journal.EventData;
import org.lianzhi.journal.EventStream;
import org.lianzhi.journal.Journal;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.model.Actor;
import org.lianzhi.model.DeskEvent;
import org.lianzhi.model.Side;
import org.lianzhi.model.wire.EventJson;
import org.springframework.stereotype.Component;

/** Desks in the journal: a record for each case and for each office, on the internal topic of their side. */
@Component
public class DeskStreams {

    /** Kind of the streams about one case. */
    public static final String KIND = "desk";

    private static final String OF_OFFICE = "rota";

    private final Journal journal;

    DeskStreams(Journal journal) {
        this.journal = journal;
    }

    /** @throws NotForYou when the id is none */
    static StreamId ofCase(String caseId, Side side) {
        return stream(KIND, caseId, side);
    }

    static StreamId ofOffice(String office, Side side) {
        return stream(OF_OFFICE, office, side);
    }

    private static StreamId stream(String kind, String id, Side side) {
        try {
            return new StreamId(kind, id, side.code());
        } catch (IllegalArgumentException e) {
            throw new NotForYou();
        }
    }

    public Desk desk(String caseId, Side side) {
        return desk(journal.load(ofCase(caseId, side)));
    }

    public Rota rota(String office, Side side) {
        return rota(journal.load(ofOffice(office, side)));
    }

    static Desk desk(Map<StreamId, EventStream> loaded, StreamId stream) {
        EventStream found = loaded.get(stream);
        return found == null ? Desk.NONE : desk(found);
    }

    static Rota rota(Map<StreamId, EventStream> loaded, StreamId stream) {
        EventStream found = loaded.get(stream);
        return found == null ? Rota.NONE : rota(found);
    }

    private static Desk desk(EventStream stream) {
        Desk desk = Desk.NONE;
        for (Commit commit : stream.commits()) {
            Actor by = Actor.parse(commit.actor());
            desk = fold(
                    desk,
                    commit,
                    (before, event) -> event instanceof DeskEvent.AboutCase about
                            ? Desk.evolve(before, about, by, commit.appendedAt())
                            : before);
        }
        return desk;
    }

    private static Rota rota(EventStream stream) {
        Rota rota = Rota.NONE;
        for (Commit commit : stream.commits()) {
            rota = fold(
                    rota,
                    commit,
                    (before, event) ->
                            event instanceof DeskEvent.AboutOffice about ? Rota.evolve(before, about) : before);
        }
        return rota;
    }

    /** A type that this version does not know says nothing to it. */
    private static <S> S fold(S before, Commit commit, BiFunction<S, DeskEvent, S> evolve) {
        S after = before;
        for (EventData data : commit.events()) {
            if (EventJson.read(data.type(), data.json()).orElse(null) instanceof DeskEvent event) {
                after = evolve.apply(after, event);
            }
        }
        return after;
    }
}
