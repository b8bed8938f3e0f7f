package org.lianzhi.timeline.record;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lianzhi.evidence.RecordStore;
import org.lianzhi.evidence.command.VerifyCommand;
import org.lianzhi.evidence.domain.Stored;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.ReadModels;
import org.lianzhi.journal.StreamId;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What the timeline has received, as a store that can be checked. */
public final class PageStore implements RecordStore {

    private static final Set<String> KINDS = Set.of("case", "checkpoint");

    private final ReadModel<RecordPage> pages;

    public PageStore(MongoTemplate database) {
        this.pages = new ReadModels(database).of(new RecordPages());
    }

    @Override
    public String name() {
        return VerifyCommand.TIMELINE;
    }

    @Override
    public boolean isOrigin() {
        return false;
    }

    @Override
    public boolean holds(StreamId stream) {
        return KINDS.contains(stream.kind());
    }

    @Override
    public SortedSet<String> streams() {
        return keys(true)
                .map(id -> id.substring(0, id.lastIndexOf('/')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public SortedSet<String> strays() {
        return keys(false).collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<String> keys(boolean pageOfRecord) {
        return pages.ids().stream().filter(id -> RecordPages.isPage(id) == pageOfRecord);
    }

    @Override
    public List<Stored> read(String stream) {
        return Received.read(pages, StreamId.parse(stream));
    }
}
