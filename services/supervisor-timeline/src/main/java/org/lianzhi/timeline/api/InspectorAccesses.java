package org.lianzhi.timeline.api;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.Awaited;
import org.lianzhi.kit.Paged;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.AccessEvent.AccessGranted;
import org.lianzhi.model.Role;
import org.lianzhi.timeline.inspector.AccessLine;
import org.lianzhi.timeline.inspector.AccessLines;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which inspectors may read: a supervisor is told those of the own side, an inspector the own ones that are open. */
@RestController
@RequestMapping("/api/v1/accesses")
class InspectorAccesses {

    private static final int MOST_PER_PAGE = 200;

    private final ReadModel<AccessLine> accesses;
    private final Clock clock;

    InspectorAccesses(ReadModel<AccessLine> accesses, Clock clock) {
        this.accesses = accesses;
        this.clock = clock;
    }

    /**
     * An access.
     *
     * @param reason null for the inspector: it is the side's own affair
     * @param state code: {@code ahead}, {@code running}, {@code over} or {@code ended}
     * @param looks how often it was used
     */
    record Item(
            String id,
            String side,
            String inspector,
            String authority,
            @Nullable String reason,
            List<String> cases,
            @Nullable String agreement,
            @Nullable LocalDate openedFrom,
            @Nullable LocalDate openedTo,
            Instant from,
            Instant until,
            String state,
            Instant grantedAt,
            @Nullable Instant endedAt,
            @Nullable String endReason,
            int looks,
            @Nullable Instant lastLookAt) {}

    record Items(List<Item> items, int page, int size, int total) {}

    /** The newest first. */
    @GetMapping
    Items list(
            SignedIn who,
            Awaited awaited,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size)
            throws InterruptedException {
        who.require(Role.SUPERVISOR, Role.INSPECTOR);
        boolean own = who.is(Role.SUPERVISOR);
        for (Map.Entry<StreamId, Long> wanted : awaited.versions().entrySet()) {
            if (AccessLines.isAccess(wanted.getKey())) {
                accesses.await(wanted.getKey().toString(), wanted.getKey(), wanted.getValue(), Awaited.PATIENCE);
            }
        }
        Instant now = clock.instant();
        String list = own ? AccessLines.ofSide(who.side().code()) : AccessLines.ofInspector(who.person());
        List<Item> items = accesses.entries(list, AccessLine.class).values().stream()
                .filter(line -> own || line.isOpenTo(who.person(), now))
                .flatMap(line -> item(line, own, now).stream())
                .sorted(Comparator.comparing(Item::grantedAt).reversed().thenComparing(Item::id))
                .toList();
        Paged<Item> paged = Paged.of(items, page, size, MOST_PER_PAGE);
        return new Items(paged.items(), paged.page(), paged.size(), paged.total());
    }

    private static Optional<Item> item(AccessLine line, boolean own, Instant now) {
        return line.grant()
                .map(granted -> new Item(
                        StreamId.parse(line.stream()).id(),
                        line.side(),
                        granted.inspector(),
                        granted.authority(),
                        own ? granted.reason() : null,
                        granted.cases(),
                        granted.agreement(),
                        granted.openedFrom(),
                        granted.openedTo(),
                        granted.from(),
                        granted.until(),
                        state(line, granted, now),
                        line.grantedAt(),
                        line.endedAt(),
                        line.endReason(),
                        line.looks(),
                        line.lastLookAt()));
    }

    private static String state(AccessLine line, AccessGranted granted, Instant now) {
        if (line.endedAt() != null) {
            return "ended";
        }
        if (granted.isInTime(now)) {
            return "running";
        }
        return now.isBefore(granted.from()) ? "ahead" : "over";
    }
}
