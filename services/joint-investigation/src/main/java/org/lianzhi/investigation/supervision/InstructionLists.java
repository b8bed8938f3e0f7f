package org.lianzhi.investigation.supervision;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.casework.CaseRights;
import org.lianzhi.investigation.supervision.stream.SupervisionStreams;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.Awaited;
import org.lianzhi.kit.BadRequest;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.kit.Paged;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.Place;
import org.lianzhi.model.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Instructions over all cases: of the own side for a supervisor, of the own office for an officer. */
@RestController
class InstructionLists {

    private static final int MOST_PER_PAGE = 200;
    private static final String OVER = "over";
    private static final Comparator<Item> MOST_PRESSING = Comparator.comparing(
                    (Item item) -> item.instruction().dueAt())
            .thenComparing(item -> item.instruction().id());
    private static final Map<String, Predicate<InstructionView>> VIEWS = views();

    private final ReadModel<SupervisionLine> lines;
    private final Clock clock;

    InstructionLists(ReadModel<SupervisionLine> instructionLines, Clock clock) {
        this.lines = instructionLines;
        this.clock = clock;
    }

    record Item(
            String caseId,
            @Nullable String category,
            @Nullable Place affectedWater,
            boolean synthetic,
            InstructionView instruction) {}

    record Items(List<Item> items, int page, int size, int total, Map<String, Integer> counts) {}

    private static Map<String, Predicate<InstructionView>> views() {
        Map<String, Predicate<InstructionView>> views = new LinkedHashMap<>();
        views.put("open", each -> !isOver(each));
        views.put("overdue", InstructionView::overdue);
        views.put("reported", each -> each.stage().equals("reported"));
        views.put(OVER, InstructionLists::isOver);
        views.put("all", each -> true);
        return views;
    }

    private static boolean isOver(InstructionView each) {
        return each.stage().equals("closed") || each.stage().equals("withdrawn");
    }

    /** What is due first comes first; what is over, the newest first. */
    @GetMapping("/api/v1/instructions")
    Items list(
            SignedIn who,
            Awaited awaited,
            HttpServletResponse answer,
            @RequestParam(defaultValue = "open") String view,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size)
            throws InterruptedException {
        String whose = whose(who);
        Predicate<InstructionView> shown = VIEWS.get(view);
        if (shown == null) {
            throw new BadRequest("request.view-unknown", "There is no such view.");
        }
        awaited.await(
                stream -> stream.kind().equals(SupervisionStreams.KIND),
                answer,
                (stream, version) -> lines.await(stream.toString(), stream, version, Awaited.PATIENCE));
        List<Item> all = all(whose);
        List<Item> items = all.stream()
                .filter(item -> shown.test(item.instruction()))
                .sorted(view.equals(OVER) ? MOST_PRESSING.reversed() : MOST_PRESSING)
                .toList();
        Paged<Item> paged = Paged.of(items, page, size, MOST_PER_PAGE);
        return new Items(paged.items(), paged.page(), paged.size(), paged.total(), counts(all));
    }

    private static String whose(SignedIn who) {
        if (who.is(Role.SUPERVISOR)) {
            return SupervisionLines.ofSide(who.side().code());
        }
        if (CaseRights.isOfficer(who)) {
            return SupervisionLines.ofOffice(who.side().code(), who.bureau());
        }
        throw new NotForYou();
    }

    private List<Item> all(String whose) {
        Instant now = clock.instant();
        List<Item> items = new ArrayList<>();
        for (String list : List.of(SupervisionLines.open(whose), SupervisionLines.over(whose))) {
            lines.entries(list, SupervisionLine.class)
                    .forEach((stream, line) -> line.instructions()
                            .forEach(each -> items.add(new Item(
                                    StreamId.parse(stream).id(),
                                    line.category(),
                                    line.affectedWater(),
                                    line.synthetic(),
                                    InstructionView.of(each, now)))));
        }
        return items;
    }

    private static Map<String, Integer> counts(List<Item> all) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        VIEWS.forEach((view, shown) -> counts.put(
                view,
                Math.toIntExact(all.stream()
                        .filter(item -> shown.test(item.instruction()))
                        .count())));
        counts.remove("all");
        return counts;
    }
}
