package org.lianzhi.timeline.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.Projected;
import org.lianzhi.journal.Projector;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.StreamId;

/** Keeps every stream in pages, so that a long record is read and written in pieces. */
public final class RecordPages implements Projector<RecordPage> {

    static final int PAGE = 200;

    private static final Pattern PAGES = Pattern.compile("(.+)/p(0|[1-9][0-9]{0,15})");

    /** Each is a stream of one or two commits: they are kept elsewhere, by what they are about. */
    private static final String NOTICE = "notice";

    /** Pages are asked for in groups; a record rarely has more than one group. */
    private static final int GROUP = 8;

    @Override
    public String collection() {
        return "record_pages";
    }

    @Override
    public Class<RecordPage> type() {
        return RecordPage.class;
    }

    @Override
    public List<String> documents(IncomingEvent event) {
        return keeps(event.stream()) ? List.of(page(event.stream(), (event.version() - 1) / PAGE)) : List.of();
    }

    private static boolean keeps(StreamId stream) {
        return !stream.kind().equals(NOTICE);
    }

    @Override
    public long base(String id, StreamId stream) {
        return before(id);
    }

    private static long before(String page) {
        return PAGE * Long.parseLong(page.substring(page.lastIndexOf('/') + 2));
    }

    @Override
    public RecordPage apply(String id, @Nullable RecordPage current, IncomingEvent event) {
        RecordPage page = current == null ? new RecordPage(List.of()) : current;
        return page.with(RecordEntry.of(event));
    }

    private static String page(StreamId stream, long number) {
        return stream + "/p" + number;
    }

    /** Whether a document can be a page of a record, by its key. */
    static boolean isPage(String id) {
        Matcher page = PAGES.matcher(id);
        return page.matches() && StreamId.isOne(page.group(1));
    }

    /** Id of the page that holds a version. */
    public static String pageOf(StreamId stream, long version) {
        return page(stream, Math.max(0, version - 1) / PAGE);
    }

    /**
     * All that was received of a stream, in its own order.
     *
     * @param unreadable is told of a page that is none any more: the version before its first
     */
    static List<RecordEntry> read(ReadModel<RecordPage> model, StreamId stream, LongConsumer unreadable) {
        List<RecordEntry> entries = new ArrayList<>();
        for (long first = 0; ; first += GROUP) {
            List<String> ids = LongStream.range(first, first + GROUP)
                    .mapToObj(number -> page(stream, number))
                    .toList();
            List<String> broken = new ArrayList<>();
            Map<String, Projected<RecordPage>> found = model.find(ids, broken::add);
            found.values().forEach(page -> entries.addAll(page.state().entries()));
            broken.forEach(id -> unreadable.accept(before(id)));
            if (found.size() + broken.size() < GROUP) {
                return entries;
            }
        }
    }
}
