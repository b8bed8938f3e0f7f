package org.lianzhi.portal.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.CaseEvent.LegalBasis;
import org.lianzhi.model.Side;
import org.lianzhi.portal.cases.CaseView.DispositionView;
import org.lianzhi.portal.component.Both;
import org.lianzhi.portal.component.Both.Cell;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.Tone;
import org.lianzhi.portal.words.Words;
import org.lianzhi.territory.DispositionRule;
import org.springframework.stereotype.Component;

/** What each side decided about whoever caused the pollution, and on what each may decide. */
@Component
public final class Dispositions {

    private final Words words;

    Dispositions(Words words) {
        this.words = words;
    }

    Cell cell(CaseView view, String side) {
        DispositionView decided = view.dispositions().get(side);
        if (decided == null) {
            return Cell.awaited(null);
        }
        return RecordsSideBySide.said(
                        decided.at(),
                        words.side(side),
                        lines(
                                        decided.number(),
                                        decided.decidedOn(),
                                        decided.bases(),
                                        decided.conditions(),
                                        decided.periodMonths(),
                                        decided.reasons())
                                .toArray(String[]::new))
                .tagged(new Tag("disposition." + decided.kind(), Tone.PLAIN));
    }

    /** What a decision says, but for its kind. */
    public List<String> lines(
            String number,
            LocalDate decidedOn,
            List<LegalBasis> bases,
            List<String> conditions,
            @Nullable Integer periodMonths,
            String reasons) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say("case.says.disposition", number, words.day(decidedOn)));
        bases.forEach(basis -> lines.add(
                basis(basis.name(), basis.version(), basis.validFrom(), basis.validUntil(), basis.verified())));
        if (!conditions.isEmpty()) {
            lines.add(words.say(
                    "case.says.conditions",
                    conditions.stream()
                            .map(this::condition)
                            .collect(Collectors.joining(words.say("case.ground.and")))));
        }
        if (periodMonths != null) {
            lines.add(words.say("case.says.period", periodMonths));
        }
        lines.add(reasons);
        return lines;
    }

    private String condition(String code) {
        return words.sayOr("disposition.condition." + code, code);
    }

    /** A law with its version and how long it holds; what nobody read is marked. */
    private String basis(
            String name, String version, @Nullable LocalDate from, @Nullable LocalDate until, boolean verified) {
        return words.say(
                "case.says.disposition-basis",
                name,
                version,
                from == null ? words.say("disposition.open") : words.day(from),
                until == null ? words.say("disposition.open") : words.day(until),
                words.say(verified ? "disposition.verified" : "disposition.unverified"));
    }

    public String basis(DispositionRule.Basis basis) {
        return basis(
                words.name(basis.name()), basis.version(), basis.validFrom(), basis.validUntil(), basis.verified());
    }

    /** On what each side may decide each kind, side by side. */
    public List<Both> lists(List<DispositionRule> rules) {
        return rules.stream()
                .map(rule -> RecordsSideBySide.both("disposition." + rule.kind(), side -> offered(rule, side)))
                .toList();
    }

    private Cell offered(DispositionRule rule, String side) {
        List<String> lines = new ArrayList<>();
        rule.basesOf(new Side(side)).forEach(basis -> lines.add(basis(basis)));
        if (lines.isEmpty()) {
            lines.add(words.say("disposition.no-basis"));
        }
        return new Cell(lines, null, null, null, null);
    }
}
