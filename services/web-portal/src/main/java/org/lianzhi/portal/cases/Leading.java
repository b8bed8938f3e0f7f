package org.lianzhi.portal.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.Ground;
import org.lianzhi.portal.cases.CaseView.Decision;
import org.lianzhi.portal.cases.CaseView.JurisdictionView;
import org.lianzhi.portal.cases.CaseView.Position;
import org.lianzhi.portal.component.Both;
import org.lianzhi.portal.component.Both.Cell;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.Tone;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** Who leads a case, in words. */
@Component
public final class Leading {

    private final Words words;

    Leading(Words words) {
        this.words = words;
    }

    /** Whether it is settled, in a line on top of the case. */
    public record Line(Tag state, String words) {}

    @Nullable
    Line line(CaseView view) {
        JurisdictionView jurisdiction = view.jurisdiction();
        if (jurisdiction == null) {
            return null;
        }
        return new Line(
                state(jurisdiction),
                words.say("case.jurisdiction.line." + jurisdiction.state(), words.side(view.lead())));
    }

    private static Tag state(JurisdictionView jurisdiction) {
        return new Tag(
                "state.jurisdiction." + jurisdiction.state(),
                switch (jurisdiction.state()) {
                    case "agreed", "decided" -> Tone.DONE;
                    case "disputed" -> Tone.WRONG;
                    default -> Tone.WAITING;
                });
    }

    /** Both positions, and both entries of a decision from above, if there is any. */
    void addTo(List<Both> rows, JurisdictionView jurisdiction) {
        rows.add(RecordsSideBySide.both("row.jurisdiction", side -> position(jurisdiction, side)));
        if (!jurisdiction.decisions().isEmpty()) {
            rows.add(RecordsSideBySide.both("row.decision", side -> decision(jurisdiction, side)));
        }
    }

    private Cell position(JurisdictionView jurisdiction, String side) {
        Position said = jurisdiction.positions().get(side);
        if (said == null) {
            return Cell.awaited(jurisdiction.positions().values().stream()
                    .map(Position::answerBy)
                    .flatMap(Stream::ofNullable)
                    .findFirst()
                    .orElse(null));
        }
        return RecordsSideBySide.said(
                        said.at(),
                        words.side(side),
                        words.say("case.says.leads", words.side(said.lead())),
                        words.say("case.says.grounds", grounds(said.grounds())),
                        said.explanation())
                .tagged(state(jurisdiction));
    }

    private Cell decision(JurisdictionView jurisdiction, String side) {
        Decision entered = jurisdiction.decisions().get(side);
        if (entered == null) {
            return Cell.awaited(null);
        }
        return RecordsSideBySide.said(
                        entered.at(),
                        words.side(side),
                        document(entered.issuer(), entered.number(), words.day(entered.decidedOn())),
                        words.say("case.says.leads", words.side(entered.lead())),
                        words.say("case.says.pages", entered.pages().size()))
                .tagged(
                        isSame(jurisdiction)
                                ? new Tag("state.decision.same", Tone.DONE)
                                : new Tag("state.decision.alone", Tone.WAITING));
    }

    /** Where one side has entered a newer decision alone, the older one of both goes on holding. */
    private static boolean isSame(JurisdictionView jurisdiction) {
        return jurisdiction.state().equals("decided")
                && jurisdiction.decisions().values().stream()
                                .map(Decision::digest)
                                .distinct()
                                .count()
                        == 1;
    }

    /** What the line of a timeline says of a position. */
    public List<String> lines(String lead, List<Ground> grounds, String explanation) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say("case.says.leads", words.side(lead)));
        lines.add(words.say("case.says.grounds", grounds(grounds)));
        if (!explanation.isBlank()) {
            lines.add(explanation);
        }
        return lines;
    }

    public String document(String issuer, String number, String day) {
        return words.say("case.says.document", issuer, number, day);
    }

    public String grounds(List<Ground> grounds) {
        return grounds.stream()
                .map(ground -> words.say("case.ground.short." + code(ground)))
                .collect(Collectors.joining(words.say("case.ground.and")));
    }

    /** As the messages name it. */
    public static String code(Ground ground) {
        return ground.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
