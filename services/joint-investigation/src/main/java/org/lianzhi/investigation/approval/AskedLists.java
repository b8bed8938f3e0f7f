package org.lianzhi.investigation.approval;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.casework.CaseRights;
import org.lianzhi.investigation.desk.DeskStreams;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.Awaited;
import org.lianzhi.kit.BadRequest;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.kit.Paged;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.Place;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The papers that are, or were, put to the own office. */
@RestController
class AskedLists {

    private static final int MOST_PER_PAGE = 200;
    private static final String OPEN = "open";
    private static final String DONE = "done";

    private final ReadModel<PaperLine> lines;

    AskedLists(ReadModel<PaperLine> papersPut) {
        this.lines = papersPut;
    }

    /** @param at when it was prepared last */
    record Item(
            String caseId,
            @Nullable String category,
            @Nullable Place affectedWater,
            boolean synthetic,
            String id,
            String kind,
            String number,
            String about,
            @Nullable String asking,
            Instant at,
            @Nullable String next,
            boolean needsHead,
            PaperLine.@Nullable Did last) {

        Instant lastAt() {
            return last == null ? at : last.at();
        }
    }

    record Items(List<Item> items, int page, int size, int total, Map<String, Integer> counts) {}

    /** What waits longest comes first; what was done, the newest first. */
    @GetMapping("/api/v1/papers")
    Items list(
            SignedIn who,
            Awaited awaited,
            HttpServletResponse answer,
            @RequestParam(defaultValue = OPEN) String view,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size)
            throws InterruptedException {
        if (!CaseRights.isOfficer(who)) {
            throw new NotForYou();
        }
        awaited.await(
                stream -> stream.kind().equals(DeskStreams.KIND),
                answer,
                (stream, version) -> lines.await(stream.toString(), stream, version, Awaited.PATIENCE));
        List<Item> open = items(PaperLines.open(who.side().code(), who.bureau()), Comparator.comparing(Item::at));
        List<Item> done = items(
                PaperLines.done(who.side().code(), who.bureau()),
                Comparator.comparing(Item::lastAt).reversed());
        List<Item> shown = switch (view) {
            case OPEN -> open;
            case DONE -> done;
            default -> throw new BadRequest("request.view-unknown", "There is no such view.");
        };
        Paged<Item> paged = Paged.of(shown, page, size, MOST_PER_PAGE);
        return new Items(
                paged.items(), paged.page(), paged.size(), paged.total(), Map.of(OPEN, open.size(), DONE, done.size()));
    }

    private List<Item> items(String list, Comparator<Item> order) {
        List<Item> items = new ArrayList<>();
        lines.entries(list, PaperLine.class)
                .forEach((stream, line) -> line.papers()
                        .forEach(put -> items.add(item(StreamId.parse(stream).id(), line, put))));
        items.sort(order.thenComparing(Item::id));
        return items;
    }

    private static Item item(String caseId, PaperLine line, PaperLine.Put put) {
        return new Item(
                caseId,
                line.category(),
                line.affectedWater(),
                line.synthetic(),
                put.paper(),
                put.kind(),
                put.number(),
                put.about(),
                put.asking(),
                put.at(),
                put.next(),
                put.needsHead(),
                put.last());
    }
}
