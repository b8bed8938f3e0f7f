package org.lianzhi.notification.api;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.Claims;
import org.lianzhi.journal.Commands;
import org.lianzhi.journal.Intent;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.Awaited;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.Role;
import org.lianzhi.notification.inbox.InboxPage;
import org.lianzhi.notification.inbox.InboxPage.Notice;
import org.lianzhi.notification.inbox.InboxPage.PageCount;
import org.lianzhi.notification.inbox.Inboxes;
import org.lianzhi.notification.inbox.OpeningNotice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the own bureau was told. */
@RestController
@RequestMapping("/api/v1/notices")
class Notices {

    private static final int MOST_PER_PAGE = 100;
    private static final Role[] READERS = {Role.OFFICER, Role.LEAD, Role.LABORATORY, Role.SUPERVISOR};

    private final ReadModel<InboxPage> inboxes;
    private final OpeningNotice opening;
    private final Claims claims;
    private final Clock clock;

    Notices(ReadModel<InboxPage> inboxes, OpeningNotice opening, Claims claims, Clock clock) {
        this.inboxes = inboxes;
        this.opening = opening;
        this.claims = claims;
        this.clock = clock;
    }

    record ListedNotice(
            String id,
            String kind,
            String subjectKind,
            String subject,
            Instant at,
            boolean read,
            @Nullable Instant dueAt) {

        static ListedNotice of(Notice notice) {
            return new ListedNotice(
                    notice.id(),
                    notice.kind(),
                    notice.subjectKind(),
                    notice.subject(),
                    notice.at(),
                    notice.read(),
                    notice.dueAt());
        }
    }

    record NoticeList(List<ListedNotice> items, int page, int size, int total, int unread) {}

    /** The newest first. */
    @GetMapping
    NoticeList list(
            SignedIn who,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            Awaited awaited,
            HttpServletResponse response)
            throws InterruptedException {
        who.require(READERS);
        String inbox = Inboxes.inbox(who.side().code(), who.bureau());
        Map<String, PageCount> newest = awaited(inbox, awaited, response);
        int perPage = Math.clamp(size, 1, MOST_PER_PAGE);
        int number = Math.max(0, page);
        Map<String, PageCount> pages = new HashMap<>(inboxes.entries(inbox, PageCount.class));
        pages.putAll(newest);
        return new NoticeList(
                shown(pages, (long) number * perPage, perPage),
                number,
                perPage,
                pages.values().stream().mapToInt(PageCount::notices).sum(),
                pages.values().stream().mapToInt(PageCount::unread).sum());
    }

    /** Somebody of the bureau opened it: from now on it is read for all of them. */
    @PostMapping("/{id}/reading")
    Receipt reading(SignedIn who, @PathVariable String id, IdempotencyKey key) {
        StreamId notice = OpeningNotice.stream(id, who.side());
        String actor = who.as(role(who)).written();
        opening.requireOf(who.bureau(), notice);
        Intent intent = claims.claim(actor, key.value(), "notice.reading " + notice, clock.instant());
        Commands.Receipt receipt = opening.open(intent, notice);
        return Receipt.of(receipt, id);
    }

    private static Role role(SignedIn who) {
        for (Role role : READERS) {
            if (who.is(role)) {
                return role;
            }
        }
        throw new NotForYou();
    }

    /** Only the days are read of which something is shown. */
    private List<ListedNotice> shown(Map<String, PageCount> pages, long skip, int most) {
        Map<LocalDate, List<String>> newestFirst = pages.keySet().stream()
                .collect(Collectors.groupingBy(
                        Inboxes::day, () -> new TreeMap<>(Comparator.reverseOrder()), Collectors.toList()));
        List<String> wanted = new ArrayList<>();
        long before = 0;
        long into = 0;
        for (List<String> day : newestFirst.values()) {
            long after = before
                    + day.stream()
                            .mapToInt(page ->
                                    Objects.requireNonNull(pages.get(page)).notices())
                            .sum();
            if (after > skip && before < skip + most) {
                into = wanted.isEmpty() ? skip - before : into;
                wanted.addAll(day);
            }
            before = after;
        }
        return inboxes.find(wanted).values().stream()
                .flatMap(page -> page.state().notices().stream())
                .sorted(Comparator.comparing(Notice::id).reversed())
                .skip(into)
                .limit(most)
                .map(ListedNotice::of)
                .toList();
    }

    /** The index is written after the page: of pages that were waited for, the counts are taken from themselves. */
    private Map<String, PageCount> awaited(String inbox, Awaited awaited, HttpServletResponse response)
            throws InterruptedException {
        Map<String, PageCount> counts = new LinkedHashMap<>();
        for (Map.Entry<StreamId, Long> wanted : awaited.versions().entrySet()) {
            StreamId notice = wanted.getKey();
            if (!OpeningNotice.isNotice(notice)) {
                continue;
            }
            String page = Inboxes.page(inbox, OpeningNotice.known(notice.id()));
            if (!inboxes.await(page, notice, wanted.getValue(), Awaited.PATIENCE)) {
                response.setHeader(Awaited.STALE, "true");
            }
            inboxes.find(page).ifPresent(found -> counts.put(page, found.state().count()));
        }
        return counts;
    }
}
