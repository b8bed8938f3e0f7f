package org.lianzhi.portal.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.cases.CaseView.FindingView;
import org.lianzhi.portal.cases.CaseView.OrderView;
import org.lianzhi.portal.cases.CaseView.Ordered;
import org.lianzhi.portal.cases.CaseView.RecordView;
import org.lianzhi.portal.component.Both;
import org.lianzhi.portal.component.Both.Cell;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.Tone;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** What each record says, row by row; what a side has not said stays visibly empty. */
@Component
final class RecordsSideBySide {

    static final Tag DONE = new Tag("state.done", Tone.DONE);
    static final Tag DISSENT = new Tag("state.dissent", Tone.WRONG);
    static final Tag AGREED = new Tag("state.agreed", Tone.DONE);
    static final Tag PROPOSED = new Tag("state.proposed", Tone.WAITING);
    static final Tag WITHDRAWN = new Tag("state.withdrawn", Tone.PLAIN);

    private final Words words;
    private final VisitsSideBySide visits;
    private final Leading leading;
    private final AfterChecksSideBySide afterChecks;
    private final Dispositions dispositions;
    private final EmergenciesSideBySide emergencies;
    private final Papers papers;

    RecordsSideBySide(
            Words words,
            VisitsSideBySide visits,
            Leading leading,
            AfterChecksSideBySide afterChecks,
            Dispositions dispositions,
            EmergenciesSideBySide emergencies,
            Papers papers) {
        this.words = words;
        this.emergencies = emergencies;
        this.papers = papers;
        this.dispositions = dispositions;
        this.afterChecks = afterChecks;
        this.visits = visits;
        this.leading = leading;
    }

    List<Both> rows(CaseView view) {
        List<Both> rows = new ArrayList<>();
        emergencies.addTo(rows, view);
        rows.add(both("row.joined", side -> joined(view, side)));
        rows.add(both("row.acknowledged", side -> acknowledged(view.records().get(side))));
        if (view.jurisdiction() != null) {
            leading.addTo(rows, view.jurisdiction());
        }
        visits.addTo(rows, view);
        view.findings().forEach(finding -> rows.add(both("row.finding", side -> finding(finding, side))));
        view.orders().forEach(order -> rows.add(both("row.order", side -> ordered(order, side))));
        view.measures().forEach(measure -> {
            measure.measure()
                    .extensions()
                    .forEach(extension -> rows.add(both("row.extended", side -> extended(measure, extension, side))));
            rows.add(both("row.done", side -> done(measure, side)));
            rows.add(both("row.verified", side -> verified(measure, side)));
        });
        afterChecks.addTo(rows, view);
        if (!view.dispositions().isEmpty()) {
            rows.add(both("row.disposition", side -> dispositions.cell(view, side)));
        }
        papers.addTo(rows, view);
        if (view.closure() != null
                && (!view.orders().isEmpty() || !view.findings().isEmpty())) {
            rows.add(both("row.signed", side -> signed(view, side)));
        }
        if (view.silence() != null) {
            addSilence(rows, view.silence());
        }
        return rows;
    }

    private void addSilence(List<Both> rows, CaseView.SilenceView silence) {
        silence.reminders().forEach(reminder -> rows.add(both("row.reminded", side -> reminded(reminder, side))));
        if (!silence.conclusions().isEmpty()) {
            rows.add(both("row.concluded", side -> concluded(silence, side)));
        }
    }

    private Cell reminded(CaseView.Reminder reminder, String side) {
        if (!reminder.side().equals(side)) {
            return Cell.awaited(reminder.waitUntil());
        }
        return said(
                reminder.at(),
                words.side(side),
                words.say("case.says.reminded." + reminder.rung(), words.office(reminder.to())),
                reminder.words());
    }

    private Cell concluded(CaseView.SilenceView silence, String side) {
        CaseView.Conclusion conclusion = silence.conclusions().get(side);
        if (conclusion == null) {
            return Cell.awaited(null);
        }
        return said(
                        conclusion.at(),
                        words.side(side),
                        words.sayOr("case.conclude.outcome." + conclusion.outcome(), conclusion.outcome()),
                        conclusion.explanation())
                .tagged(
                        conclusion.holds()
                                ? new Tag("state.concluded", Tone.ATTENTION)
                                : new Tag("state.conclusion-overtaken", Tone.PLAIN));
    }

    static Both both(String key, Function<String, Cell> half) {
        return new Both(key, half.apply("hn"), half.apply("gx"));
    }

    private Cell joined(CaseView view, String side) {
        RecordView entry = view.records().get(side);
        if (entry == null || entry.joinedAt() == null) {
            return Cell.awaited(null);
        }
        String part = side.equals(view.lead())
                ? words.say("case.says.lead", words.sayOr("case.ground." + ground(view), ""))
                : words.say("case.says.counterpart");
        return Cell.said(entry.joinedAt(), words.office(entry.bureau()), part);
    }

    private static String ground(CaseView view) {
        return view.ground() == null ? "none" : Leading.code(view.ground());
    }

    private Cell acknowledged(@Nullable RecordView entry) {
        if (entry == null) {
            return Cell.awaited(null);
        }
        if (entry.declined() != null) {
            String reason = words.sayOr(
                    "case.acknowledge.reason." + entry.declined().reason(),
                    entry.declined().reason());
            return Cell.said(
                            entry.declined().at(),
                            words.office(entry.bureau()),
                            reason,
                            entry.declined().explanation())
                    .tagged(new Tag("state.declined", Tone.WRONG));
        }
        if (entry.acknowledgedAt() != null) {
            String late = entry.missedAt() == null ? null : words.say("case.says.late");
            return said(entry.acknowledgedAt(), words.office(entry.bureau()), late)
                    .tagged(DONE);
        }
        Cell awaited = Cell.awaited(entry.acknowledgeBy());
        return entry.missedAt() == null ? awaited : awaited.tagged(new Tag("state.missed", Tone.WRONG));
    }

    private Cell finding(FindingView finding, String side) {
        return finding.side().equals(side) ? proposed(finding, side) : answered(finding, side);
    }

    private Cell proposed(FindingView finding, String side) {
        Tag state = switch (finding.state()) {
            case "agreed" -> AGREED;
            case "withdrawn" -> WITHDRAWN;
            default -> PROPOSED;
        };
        String taken = finding.withdrawn() == null || finding.withdrawn().reasons() == null
                ? null
                : words.say(
                        "case.says.withdrawn",
                        String.valueOf(finding.withdrawn().reasons()));
        return said(
                        finding.proposedAt(),
                        words.side(side),
                        words.say("case.says.alleged", finding.allegedCause()),
                        words.say("case.says.established", finding.establishedCause()),
                        words.say("case.says.source", finding.source()),
                        words.say("case.says.pathway", finding.pathway()),
                        words.say("case.says.outlet", words.place(finding.outlet())),
                        taken)
                .tagged(state);
    }

    private Cell answered(FindingView finding, String side) {
        CaseView.Answer answer = finding.answers().get(side);
        if (answer == null) {
            return Cell.awaited(null);
        }
        boolean confirmed = answer.answer().equals("confirmed");
        return said(
                        answer.at(),
                        words.side(side),
                        confirmed ? words.say("case.says.confirmed") : words.say("case.says.dissented"),
                        answer.reasons())
                .tagged(confirmed ? AGREED : DISSENT);
    }

    private Cell ordered(OrderView order, String side) {
        if (!order.side().equals(side)) {
            return Cell.awaited(null);
        }
        List<String> lines = new ArrayList<>();
        lines.add(words.say("case.says.addressee", order.addressee()));
        lines.add(words.say("case.says.basis", order.legalBasis()));
        order.measures()
                .forEach(measure ->
                        lines.add(words.say("case.says.measure", measure.description(), words.day(measure.dueOn()))));
        return said(order.orderedAt(), words.side(side), lines.toArray(String[]::new));
    }

    private Cell extended(Ordered ordered, CaseView.Extension extension, String side) {
        if (!ordered.order().side().equals(side)) {
            return Cell.awaited(null);
        }
        return said(
                extension.at(),
                words.side(side),
                ordered.measure().description(),
                words.say("case.says.extended", words.day(extension.dueOn())),
                extension.reasons());
    }

    private Cell done(Ordered ordered, String side) {
        CaseView.Done done = ordered.measure().done();
        String reporting = done == null || done.side() == null ? ordered.order().side() : done.side();
        if (done == null || !reporting.equals(side)) {
            return Cell.awaited(null);
        }
        return new Cell(
                List.of(
                        ordered.measure().description(),
                        done.account(),
                        words.say("case.says.doneOn", words.day(done.doneOn()))),
                DONE,
                done.at(),
                words.side(side),
                null);
    }

    private Cell verified(Ordered ordered, String side) {
        CaseView.Check check = ordered.measure().answers().get(side);
        if (check == null) {
            return Cell.awaited(null);
        }
        boolean inPlace = check.answer().equals("verified");
        return new Cell(
                check.words() == null ? List.of() : List.of(check.words()),
                new Tag("state." + check.answer(), inPlace ? Tone.DONE : Tone.WRONG),
                check.at(),
                words.side(side),
                null);
    }

    private Cell signed(CaseView view, String side) {
        return view.signature(side)
                .map(signature -> new Cell(
                        List.of(words.sayOr("case.outcome." + signature.outcome(), signature.outcome())),
                        new Tag("state.signed", Tone.DONE),
                        signature.at(),
                        words.side(side),
                        null))
                .orElse(Cell.awaited(null));
    }

    /** Lines that are not there are left out. */
    static Cell said(Instant at, String by, @Nullable String... lines) {
        List<String> there = new ArrayList<>();
        for (String line : lines) {
            if (line != null && !line.isBlank()) {
                there.add(line);
            }
        }
        return new Cell(there, null, at, by, null);
    }
}
