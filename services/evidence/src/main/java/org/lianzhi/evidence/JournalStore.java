package org.lianzhi.evidence;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.lianzhi.evidence.domain.Stored;
import org.lianzhi.journal.StoredJournal;

/** The journal of a service. */
public final class JournalStore implements RecordStore {

    private final String name;
    private final Set<String> kinds;
    private final StoredJournal journal;
    private final StoredJournal.Keys keys;

    /** @param kinds of the streams that the service owns */
    public JournalStore(String name, Set<String> kinds, MongoDatabase database) {
        this.name = name;
        this.kinds = Set.copyOf(kinds);
        this.journal = new StoredJournal(database);
        this.keys = journal.keys();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isOrigin() {
        return true;
    }

    @Override
    public boolean holds(String kind) {
        return kinds.contains(kind);
    }

    @Override
    public SortedSet<String> streams() {
        return new TreeSet<>(keys.positions().keySet());
    }

    @Override
    public SortedSet<String> strays() {
        return keys.strays();
    }

    @Override
    public List<Stored> read(String stream) {
        return journal.read(stream, keys.positions().getOrDefault(stream, new TreeSet<>())).stream()
                .map(found -> found.commit()
                        .<Stored>map(commit -> new Stored.Readable(found.position(), commit))
                        .orElseGet(() -> new Stored.Unreadable(found.position(), "changed")))
                .toList();
    }
}
