package org.lianzhi.investigation.access;

import java.util.Map;
import org.lianzhi.investigation.access.domain.Access;
import org.lianzhi.journal.Commit;
import org.lianzhi.journal.EventData;
import org.lianzhi.journal.EventStream;
import org.lianzhi.journal.Journal;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.model.AccessEvent;
import org.lianzhi.model.wire.EventJson;
import org.springframework.stereotype.Component;

/** Accesses in the journal: a record for each, on the internal topic of the side that grants it. */
@Component
class AccessStreams {

    private static final String KIND = "access";

    private final Journal journal;

    AccessStreams(Journal journal) {
        this.journal = journal;
    }

    /** @throws NotForYou when the id is none */
    static StreamId stream(String id, String side) {
        try {
            return new StreamId(KIND, id, side);
        } catch (IllegalArgumentException e) {
            throw new NotForYou();
        }
    }

    /** @throws NotForYou when there is none */
    Access load(StreamId stream) {
        Access access = fold(journal.load(stream));
        if (access.granted() == null) {
            throw new NotForYou();
        }
        return access;
    }

    static Access fold(Map<StreamId, EventStream> loaded, StreamId stream) {
        EventStream found = loaded.get(stream);
        return found == null ? Access.NONE : fold(found);
    }

    private static Access fold(EventStream stream) {
        Access access = Access.NONE;
        for (Commit commit : stream.commits()) {
            for (EventData data : commit.events()) {
                // A type that this version does not know says nothing to it.
                if (EventJson.read(data.type(), data.json()).orElse(null) instanceof AccessEvent event) {
                    access = Access.evolve(access, event, commit.appendedAt());
                }
            }
        }
        return access;
    }
}
