package org.lianzhi.investigation.checkpoint;

import java.util.Collection;
import java.util.Map;
import org.lianzhi.journal.Commit;
import org.lianzhi.journal.Draft;
import org.lianzhi.journal.EventStream;
import org.lianzhi.journal.Head;
import org.lianzhi.journal.Journal;
import org.lianzhi.journal.StreamId;

/** Has nothing: a test says what it needs to have. */
abstract class NoJournal implements Journal {

    @Override
    public EventStream load(StreamId stream) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<StreamId, EventStream> load(Collection<StreamId> streams) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<StreamId, Head> heads(String kind, String side) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void assertIsAll(EventStream loaded) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Commit append(EventStream loaded, Draft draft) {
        throw new UnsupportedOperationException();
    }
}
