package org.lianzhi.evidence;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.lianzhi.evidence.domain.Stored;
import org.lianzhi.journal.StoredJournal;
import org.lianzhi.journal.StreamId;

/** The journal of a service. */
public final class JournalStore implements RecordStore {

    /** The kinds of streams that each service owns, as it says in {@code lianzhi.journal.topics}. */
    static final Map<String, Set<String>> KINDS = Map.of(
            "report-intake", Set.of("report"),
            "joint-investigation", Set.of("case", "checkpoint", "supervision", "access", "desk", "rota"),
            "notification", Set.of("notice"));

    /** What was written after all keys were read is looked for in such pieces. */
    private static final int WRITTEN_SINCE = 64;

    private final String name;
    private final Set<String> kinds;
    private final Set<String> sides;
    private final StoredJournal journal;
    private final StoredJournal.Keys keys;

    /**
     * The journal in a database.
     *
     * @param name of the service
     * @param sides whose records the deployment hosts
     */
    public JournalStore(String name, Collection<String> sides, MongoDatabase database) {
        this.name = name;
        this.kinds = Optional.ofNullable(KINDS.get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        name + " is no service with a journal: these are " + new TreeSet<>(KINDS.keySet())));
        this.sides = Set.copyOf(sides);
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
    public boolean holds(StreamId stream) {
        return kinds.contains(stream.kind()) && sides.contains(stream.side());
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
        SortedSet<Long> positions = new TreeSet<>(keys.positions().getOrDefault(stream, new TreeSet<>()));
        long last = positions.isEmpty() ? 0 : positions.last();
        List<StoredJournal.Found> all = new ArrayList<>(journal.read(stream, positions));
        List<StoredJournal.Found> more;
        do {
            more = journal.read(
                    stream,
                    LongStream.rangeClosed(last + 1, last + WRITTEN_SINCE)
                            .boxed()
                            .toList());
            all.addAll(more);
            last += WRITTEN_SINCE;
        } while (more.size() == WRITTEN_SINCE);
        return all.stream()
                .map(found -> found.commit()
                        .<Stored>map(commit -> new Stored.Readable(found.position(), commit))
                        .orElseGet(() -> new Stored.Unreadable(found.position(), "changed")))
                .toList();
    }
}
