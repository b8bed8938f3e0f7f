package org.lianzhi.timeline.api;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.Awaited;
import org.lianzhi.kit.Paged;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.timeline.board.CaseSummary;
import org.lianzhi.timeline.board.ReportLink;
import org.lianzhi.timeline.board.ReportLinks;
import org.lianzhi.timeline.exchange.Exchanges;
import org.lianzhi.timeline.notice.ToldNotice;
import org.lianzhi.timeline.notice.ToldNotices;
import org.lianzhi.timeline.record.CausalOrder;
import org.lianzhi.timeline.record.Legible;
import org.lianzhi.timeline.record.RecordEntry;
import org.lianzhi.timeline.record.RecordPage;
import org.lianzhi.timeline.record.RecordPages;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases of the own side's agreements, step by step. Read only. */
@RestController
@RequestMapping("/api/v1")
class Timelines {

    private static final int MOST_PER_PAGE = 200;
    private static final Set<String> LIST = Set.of("list");
    private static final Set<String> STEPS = Set.of("timeline", "file");

    private final ReadModel<RecordPage> pages;
    private final ReadModel<ReportLink> links;
    private final ReadModel<ToldNotice> told;
    private final Readers readers;
    private final VisibleCases visible;
    private final Steps steps;
    private final Clock clock;

    Timelines(
            ReadModel<RecordPage> pages,
            ReadModel<ReportLink> links,
            ReadModel<ToldNotice> told,
            Readers readers,
            VisibleCases visible,
            Steps steps,
            Clock clock) {
        this.pages = pages;
        this.links = links;
        this.told = told;
        this.readers = readers;
        this.visible = visible;
        this.steps = steps;
        this.clock = clock;
    }

    /**
     * A case in the list.
     *
     * @param waitingFor side; null where it is both, or where the records do not tell
     * @param dueAt the next limit
     * @param settled whether both sides say the same of who leads
     */
    record ListedCase(
            String id,
            CaseSummary summary,
            String state,
            @Nullable String waitingFor,
            @Nullable Instant dueAt,
            boolean overdue,
            boolean settled,
            List<Owing> owing) {}

    /** An office that must act; both provinces' supervisors read the same, but for whom a side designated within itself. */
    record Owing(
            String side,
            @Nullable String bureau,
            String act,
            @Nullable Instant since,
            @Nullable Instant dueAt,
            boolean overdue) {}

    record CaseList(List<ListedCase> cases, int page, int size, int total) {}

    /**
     * A case, step by step.
     *
     * @param silences what is still unanswered, the longest first
     * @param unreadable records of which something cannot be shown
     */
    record Timeline(
            String id,
            CaseSummary summary,
            String state,
            List<TimelineEntry> entries,
            List<Silence> silences,
            List<Unreadable> unreadable) {}

    /**
     * What somebody still owes.
     *
     * @param act code of what it is
     * @param asked id of the step that asked
     */
    record Silence(
            String act,
            String side,
            @Nullable String bureau,
            String asked,
            Instant since,
            @Nullable Instant dueAt,
            boolean overdue) {}

    /** The cases of the own side, the latest activity first: what is open, then what is closed. */
    @GetMapping("/timelines")
    CaseList list(
            SignedIn who,
            @RequestParam(defaultValue = "all") String view,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Awaited awaited)
            throws InterruptedException {
        Reader reader = readers.of(who, awaited, null, LIST);
        Instant now = clock.instant();
        Paged<ListedCase> paged = Paged.of(visible.of(reader, view), page, size, MOST_PER_PAGE)
                .map(each -> listed(each.id(), each.summary(), now));
        return new CaseList(paged.items(), paged.page(), paged.size(), paged.total());
    }

    private static ListedCase listed(String id, CaseSummary summary, Instant now) {
        Instant dueAt = summary.dueAt();
        return new ListedCase(
                id,
                summary,
                summary.state(),
                summary.waitingFor(),
                dueAt,
                isPast(dueAt, now),
                summary.settledAt() != null,
                summary.owed().stream()
                        .map(owed -> new Owing(
                                owed.side(),
                                owed.bureau(),
                                owed.act(),
                                owed.since(),
                                owed.dueAt(),
                                isPast(owed.dueAt(), now)))
                        .toList());
    }

    private static boolean isPast(@Nullable Instant dueAt, Instant now) {
        return dueAt != null && dueAt.isBefore(now);
    }

    /**
     * Every step of both records, of the own side's reports that led to the case, of its supervision, and what its offices
     * were told.
     *
     * @param notices whether what offices were told is among them
     */
    @GetMapping("/timelines/{id}")
    Timeline timeline(
            SignedIn who,
            @PathVariable String id,
            @RequestParam(defaultValue = "newest") String order,
            @RequestParam(defaultValue = "true") boolean notices,
            Awaited awaited,
            HttpServletResponse response)
            throws InterruptedException {
        Reader reader = readers.of(who, awaited, id, STEPS);
        awaitPages(awaited, streams(reader, id, visible.find(reader, id)).collect(Collectors.toSet()), response);
        CaseSummary summary = visible.find(reader, id);
        List<RecordEntry> received = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        streams(reader, id, summary).map(stream -> Legible.read(pages, stream)).forEach(record -> {
            received.addAll(record.entries());
            Unreadable.of(record).ifPresent(unreadable::add);
        });
        if (notices && reader.supervises()) {
            received.addAll(ToldNotices.read(told, reader.side(), subjects(reader, id)));
        }
        List<RecordEntry> ordered = CausalOrder.of(received);
        Exchanges exchanges = Exchanges.of(Steps.said(ordered));
        List<TimelineEntry> entries = steps.of(ordered, exchanges);
        if (!order.equals("oldest")) {
            Collections.reverse(entries);
        }
        return new Timeline(id, summary, summary.state(), entries, silences(summary, exchanges), unreadable);
    }

    private List<Silence> silences(CaseSummary summary, Exchanges exchanges) {
        Instant now = clock.instant();
        return exchanges.unanswered().stream()
                .map(owed -> new Silence(
                        owed.act(),
                        owed.side(),
                        owed.side().equals(summary.lead()) ? summary.leadBureau() : summary.counterpartBureau(),
                        owed.asked(),
                        owed.since(),
                        owed.dueAt(),
                        owed.isLate(now)))
                .toList();
    }

    /** The case, and the own side's reports that led to it. */
    private List<String> subjects(Reader reader, String id) {
        return Stream.concat(Stream.of(id), reports(reader, id).map(StreamId::id))
                .toList();
    }

    private Stream<StreamId> reports(Reader reader, String id) {
        return links.entries(ReportLinks.ofCase(id), ReportLink.class).values().stream()
                .map(link -> StreamId.parse(link.stream()))
                .filter(stream -> stream.side().equals(reader.side()));
    }

    /** Reports and supervision are internal: those of the other side are not looked for. */
    private Stream<StreamId> streams(Reader reader, String id, CaseSummary summary) {
        Stream<StreamId> records = Stream.of(summary.lead(), summary.counterpart())
                .filter(side -> side != null)
                .map(side -> new StreamId("case", id, side));
        Stream<StreamId> supervision =
                reader.supervises() ? Stream.of(new StreamId("supervision", id, reader.side())) : Stream.empty();
        return Stream.of(records, reports(reader, id), supervision).flatMap(streams -> streams);
    }

    /** Whether the wait was in vain tells how long a record is: only of what is shown. */
    private void awaitPages(Awaited awaited, Set<StreamId> shown, HttpServletResponse response)
            throws InterruptedException {
        awaited.await(
                shown::contains,
                response,
                (stream, version) ->
                        pages.await(RecordPages.pageOf(stream, version), stream, version, Awaited.PATIENCE));
    }
}
