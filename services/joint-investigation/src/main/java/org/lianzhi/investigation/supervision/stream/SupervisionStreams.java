package org.lianzhi.investigation.supervision.stream;

import java.util.Map;
import org.lianzhi.investigation.supervision.domain.Supervision;
import org.lianzhi.journal.Commit;
import org.lianzhi.journal.EventData;
import org.lianzhi.journal.EventStream;
import org.lianzhi.journal.Journal;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.model.Actor;
import org.lianzhi.model.Role;
import org.lianzhi.model.Side;
import org.lianzhi.model.SupervisionEvent;
import org.lianzhi.model.wire.EventJson;
import org.springframework.stereotype.Component;

/** Supervision in the journal. Its streams go to an internal topic, so that nothing of it crosses the border. */
@Component
public class SupervisionStreams {

    public static final String KIND = "supervision";

    private final Journal journal;

    SupervisionStreams(Journal journal) {
        this.journal = journal;
    }

    /**
     * As loaded.
     *
     * @param version of the record; 0 as long as nobody supervised
     */
    public record Loaded(Supervision supervision, long version) {}

    /** @throws NotForYou when the id is none */
    public static StreamId stream(String caseId, Side side) {
        try {
            return new StreamId(KIND, caseId, side.code());
        } catch (IllegalArgumentException e) {
            throw new NotForYou();
        }
    }

    public Loaded load(String caseId, Side side) {
        EventStream stream = journal.load(stream(caseId, side));
        return new Loaded(fold(stream), stream.version());
    }

    public static Supervision fold(Map<StreamId, EventStream> loaded, StreamId stream) {
        EventStream found = loaded.get(stream);
        return found == null ? Supervision.NONE : fold(found);
    }

    private static Supervision fold(EventStream stream) {
        Supervision supervision = Supervision.NONE;
        for (Commit commit : stream.commits()) {
            boolean byClock = Actor.parse(commit.actor()).role() == Role.POLICY;
            for (EventData data : commit.events()) {
                // A type that this version does not know says nothing to it.
                if (EventJson.read(data.type(), data.json()).orElse(null) instanceof SupervisionEvent event) {
                    supervision = Supervision.evolve(supervision, event, commit.appendedAt(), byClock);
                }
            }
        }
        return supervision;
    }
}
