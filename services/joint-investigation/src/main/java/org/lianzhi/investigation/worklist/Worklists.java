package org.lianzhi.investigation.worklist;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.casework.CaseRights;
import org.lianzhi.investigation.casework.CaseZones;
import org.lianzhi.investigation.desk.DeskStreams;
import org.lianzhi.investigation.desk.domain.Rota;
import org.lianzhi.investigation.worklist.CaseLine.SampleLine;
import org.lianzhi.investigation.worklist.CaseLine.Waiting;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.kit.Awaited;
import org.lianzhi.kit.BadRequest;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.kit.Paged;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.Place;
import org.lianzhi.model.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The lists: what waits for the own bureau, what for others, what is late. */
@RestController
@RequestMapping("/api/v1")
class Worklists {

    private static final int MOST_PER_PAGE = 200;

    private final ReadModel<CaseLine> lines;
    private final DeskStreams desks;
    private final CaseZones zones;
    private final Clock clock;

    Worklists(ReadModel<CaseLine> lines, DeskStreams desks, CaseZones zones, Clock clock) {
        this.lines = lines;
        this.desks = desks;
        this.zones = zones;
        this.clock = clock;
    }

    record TurnItem(
            String act,
            String side,
            String bureau,
            String role,
            @Nullable String ref,
            @Nullable Instant dueAt,
            boolean overdue) {}

    record CaseItem(
            String id,
            String category,
            Place affectedWater,
            @Nullable Place suspectedFacility,
            String lead,
            String leadBureau,
            String counterpart,
            String counterpartBureau,
            String state,
            List<TurnItem> turns,
            @Nullable Instant dueAt,
            boolean overdue,
            boolean synthetic,
            Instant openedAt,
            Instant lastAt,
            int epoch,
            @Nullable String responsible,
            @Nullable String acting) {}

    record CaseItems(List<CaseItem> items, int page, int size, int total, Map<String, Integer> counts) {}

    record SampleItem(
            String caseId,
            String sampleId,
            String number,
            String medium,
            String state,
            List<String> parameters,
            Instant handedOverAt,
            String seal,
            boolean synthetic) {}

    record SampleItems(List<SampleItem> items) {}

    @GetMapping("/cases")
    CaseItems cases(
            SignedIn who,
            Awaited awaited,
            HttpServletResponse answer,
            @RequestParam(defaultValue = "mine") String view,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size)
            throws InterruptedException {
        String whose = whose(who);
        await(awaited, answer);
        Map<String, CaseLine> all = lines.entries(CaseLines.open(whose), CaseLine.class);
        lines.entries(CaseLines.over(whose), CaseLine.class).forEach(all::putIfAbsent);
        Instant now = clock.instant();
        Desk desk =
                new Desk(who, desks.rota(who.bureau(), who.side()), LocalDate.ofInstant(now, zones.ofSide(who.side())));
        Map<String, Predicate<CaseLine>> views = views(who, desk, now);
        Predicate<CaseLine> shown = views.get(view);
        if (shown == null) {
            throw new BadRequest("request.view-unknown", "There is no such view.");
        }
        List<CaseItem> items = all.entrySet().stream()
                .filter(entry -> shown.test(entry.getValue()))
                .map(entry -> item(who, desk, entry.getKey(), entry.getValue(), now))
                .sorted(MOST_PRESSING)
                .toList();
        Paged<CaseItem> paged = Paged.of(items, page, size, MOST_PER_PAGE);
        return new CaseItems(paged.items(), paged.page(), paged.size(), paged.total(), counts(all.values(), views));
    }

    private static final Comparator<CaseItem> MOST_PRESSING = Comparator.comparing(
                    CaseItem::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(CaseItem::lastAt, Comparator.reverseOrder())
            .thenComparing(CaseItem::id);

    private static String whose(SignedIn who) {
        if (who.is(Role.SUPERVISOR)) {
            return CaseLines.ofSide(who.side().code());
        }
        // A laboratory has its list of samples: it is to know what it analyses, not what is alleged against whom.
        if (CaseRights.isOfficer(who)) {
            return who.bureau();
        }
        throw new NotForYou();
    }

    /** Who of the own office does the work at a case today. */
    private record Desk(SignedIn who, Rota rota, LocalDate today) {

        Optional<String> acting(CaseLine line) {
            return line.responsible(who.bureau()).map(person -> rota.acting(person, today));
        }

        /** What nobody is responsible for is everybody's. */
        boolean isMine(CaseLine line) {
            return acting(line).filter(person -> !person.equals(who.person())).isEmpty();
        }
    }

    private static Map<String, Predicate<CaseLine>> views(SignedIn who, Desk desk, Instant now) {
        Predicate<CaseLine> ourTurn = who.is(Role.SUPERVISOR)
                ? line -> line.turns().stream()
                        .anyMatch(turn -> turn.side().equals(who.side().code()))
                : line -> line.turns().stream()
                        .anyMatch(turn -> officeFor(who, line, turn).equals(who.bureau()));
        Predicate<CaseLine> waits = line -> line.turns().stream()
                .anyMatch(turn -> !turn.side().equals(who.side().code()));
        Map<String, Predicate<CaseLine>> views = new LinkedHashMap<>();
        views.put("mine", ourTurn.and(desk::isMine));
        views.put("ours", line -> !line.isOver());
        views.put("theirs", waits.and(ourTurn.negate()));
        views.put("overdue", line -> line.turns().stream().anyMatch(turn -> turn.isOverdue(now)));
        views.put("closed", CaseLine::isOver);
        views.put("all", line -> true);
        return views;
    }

    /** Whom a side has designated is seen by that side only. */
    private static String officeFor(SignedIn who, CaseLine line, Waiting turn) {
        return turn.side().equals(who.side().code()) ? line.officeOf(turn) : turn.bureau();
    }

    private static Map<String, Integer> counts(Collection<CaseLine> all, Map<String, Predicate<CaseLine>> views) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        views.forEach((view, shown) ->
                counts.put(view, Math.toIntExact(all.stream().filter(shown).count())));
        counts.remove("all");
        return counts;
    }

    private static CaseItem item(SignedIn who, Desk desk, String id, CaseLine line, Instant now) {
        List<TurnItem> turns = line.turns().stream()
                .map(turn -> turn(officeFor(who, line, turn), turn, now))
                .toList();
        return new CaseItem(
                id,
                line.category(),
                line.affectedWater(),
                line.suspectedFacility(),
                line.lead(),
                line.leadBureau(),
                line.counterpart(),
                line.counterpartBureau(),
                line.state(),
                turns,
                turns.stream()
                        .map(TurnItem::dueAt)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                turns.stream().anyMatch(TurnItem::overdue),
                line.synthetic(),
                line.openedAt(),
                line.lastAt(),
                line.epoch(),
                line.responsible(who.bureau()).orElse(null),
                desk.acting(line).orElse(null));
    }

    private static TurnItem turn(String office, Waiting turn, Instant now) {
        return new TurnItem(
                turn.act(), turn.side(), office, turn.role(), turn.ref(), turn.dueAt(), turn.isOverdue(now));
    }

    @GetMapping("/samples")
    SampleItems samples(SignedIn who, Awaited awaited, HttpServletResponse answer) throws InterruptedException {
        who.require(Role.LABORATORY);
        await(awaited, answer);
        return new SampleItems(lines.entries(CaseLines.open(who.bureau()), CaseLine.class).entrySet().stream()
                .flatMap(entry -> entry.getValue().samples().stream()
                        .filter(sample -> sample.laboratory().equals(who.bureau()))
                        .map(sample -> sample(entry.getKey(), sample, entry.getValue())))
                .sorted(Comparator.comparing(SampleItem::handedOverAt).thenComparing(SampleItem::sampleId))
                .toList());
    }

    private static SampleItem sample(String caseId, SampleLine sample, CaseLine line) {
        return new SampleItem(
                caseId,
                sample.id(),
                sample.number(),
                sample.medium(),
                sample.state(),
                sample.parameters(),
                sample.handedOverAt(),
                sample.seal(),
                line.synthetic());
    }

    private void await(Awaited awaited, HttpServletResponse answer) throws InterruptedException {
        awaited.await(
                stream -> stream.kind().equals("case"),
                answer,
                (stream, version) -> lines.await(stream.id(), stream, version, Awaited.PATIENCE));
    }
}
