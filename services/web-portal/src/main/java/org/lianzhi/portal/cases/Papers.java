package org.lianzhi.portal.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.cases.CaseView.PaperView;
import org.lianzhi.portal.component.Both;
import org.lianzhi.portal.component.Both.Cell;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.Tone;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** Papers that have left an office, in words. */
@Component
public final class Papers {

    private final Words words;

    Papers(Words words) {
        this.words = words;
    }

    void addTo(List<Both> rows, CaseView view) {
        view.papers().forEach(paper -> rows.add(RecordsSideBySide.both("row.paper", side -> cell(paper, side))));
    }

    private Cell cell(PaperView paper, String side) {
        if (!paper.side().equals(side)) {
            return Cell.awaited(null);
        }
        return RecordsSideBySide.said(
                        paper.at(),
                        words.side(side),
                        lines(
                                        paper.kind(),
                                        paper.number(),
                                        paper.office(),
                                        paper.issuedOn(),
                                        paper.about(),
                                        paper.party(),
                                        paper.partyWords())
                                .toArray(String[]::new))
                .tagged(new Tag(
                        "paper.party." + paper.party(), paper.party().equals("refused") ? Tone.ATTENTION : Tone.PLAIN));
    }

    /** What a paper says. */
    public List<String> lines(
            String kind,
            String number,
            String office,
            LocalDate issuedOn,
            String about,
            String party,
            @Nullable String partyWords) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say("case.says.paper", words.paper(kind), number));
        lines.add(words.say("case.says.paper-by", words.office(office), words.day(issuedOn)));
        lines.add(about);
        if (partyWords != null) {
            lines.add(words.say("case.says.paper-party", words.sayOr("paper.party." + party, party), partyWords));
        }
        return lines;
    }
}
