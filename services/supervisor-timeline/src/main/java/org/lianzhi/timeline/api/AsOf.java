package org.lianzhi.timeline.api;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.Awaited;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.timeline.asof.Comparison;
import org.lianzhi.timeline.asof.Facts;
import org.lianzhi.timeline.asof.Knowledge;
import org.lianzhi.timeline.board.CaseSummaries;
import org.lianzhi.timeline.board.CaseSummary;
import org.lianzhi.timeline.exchange.Exchange;
import org.lianzhi.timeline.exchange.Exchanges;
import org.lianzhi.timeline.record.CausalOrder;
import org.lianzhi.timeline.record.Legible;
import org.lianzhi.timeline.record.RecordEntry;
import org.lianzhi.timeline.record.RecordPage;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A case as each side knew it at a moment, beside today. Folded from the records each time; nothing of it is kept. */
@RestController
@RequestMapping("/api/v1")
class AsOf {

    private static final Set<String> PAST = Set.of("as-of");

    private final ReadModel<RecordPage> pages;
    private final Readers readers;
    private final VisibleCases visible;
    private final Clock clock;

    AsOf(ReadModel<RecordPage> pages, Readers readers, VisibleCases visible, Clock clock) {
        this.pages = pages;
        this.readers = readers;
        this.visible = visible;
        this.clock = clock;
    }

    /**
     * The answer.
     *
     * @param at the moment, or now if it lies ahead
     * @param firstAt when the case began; null while no record of it is here
     * @param today what both records together say now
     * @param then what each side knew
     * @param unreadable records of which something cannot be shown, and is therefore not compared
     */
    record Then(
            String id,
            CaseSummary summary,
            Instant at,
            @Nullable Instant firstAt,
            View today,
            List<View> then,
            List<Comparison.Line> lines,
            List<Unreadable> unreadable) {}

    /**
     * What is known.
     *
     * @param side who knows it; null for both records together
     * @param state null where the case was not known
     * @param versions last known commit of each record
     */
    record View(@Nullable String side, @Nullable String state, Map<String, Long> versions, List<Exchange> unanswered) {}

    @GetMapping("/timelines/{id}/as-of")
    Then asOf(SignedIn who, Awaited awaited, @PathVariable String id, @RequestParam Instant at)
            throws InterruptedException {
        CaseSummary summary = visible.find(readers.of(who, awaited, id, PAST), id);
        Instant now = clock.instant();
        Instant moment = at.isAfter(now) ? now : at;
        List<RecordEntry> received = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        parties(summary).stream()
                .map(side -> Legible.read(pages, new StreamId("case", id, side)))
                .forEach(record -> {
                    received.addAll(record.entries());
                    Unreadable.of(record).ifPresent(unreadable::add);
                });
        List<RecordEntry> all = CausalOrder.of(received);
        List<View> then = new ArrayList<>();
        Map<String, Map<Facts.Subject, String>> facts = new LinkedHashMap<>();
        parties(summary).forEach(side -> {
            List<RecordEntry> known = Knowledge.of(side, all, moment);
            then.add(view(side, id, known));
            facts.put(side, Facts.of(Steps.said(known)));
        });
        return new Then(
                id,
                summary,
                moment,
                all.isEmpty() ? null : all.getFirst().at(),
                view(null, id, all),
                then,
                Comparison.of(Facts.of(Steps.said(all)), facts),
                unreadable);
    }

    private static List<String> parties(CaseSummary summary) {
        return Stream.of(summary.lead(), summary.counterpart())
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static View view(@Nullable String side, String id, List<RecordEntry> known) {
        Map<String, Long> versions = new TreeMap<>();
        known.forEach(entry -> versions.merge(entry.side(), entry.version(), Math::max));
        return new View(
                side,
                CaseSummaries.of(id, known.stream().map(RecordEntry::event).toList())
                        .map(CaseSummary::state)
                        .orElse(null),
                versions,
                Exchanges.of(Steps.said(known)).unanswered());
    }
}
