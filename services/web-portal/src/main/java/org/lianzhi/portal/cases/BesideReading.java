package org.lianzhi.portal.cases;

import java.util.List;
import org.lianzhi.portal.cases.CaseView.ContextView;
import org.lianzhi.portal.cases.CaseView.LinkView;
import org.lianzhi.portal.cases.CaseView.RecordView;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.Tone;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** What stands beside the procedure, as one reader sees it. */
@Component
class BesideReading {

    private final Words words;

    BesideReading(Words words) {
        this.words = words;
    }

    Beside of(CaseView view, Reader reader) {
        ContextView context = view.context();
        if (context == null) {
            return new Beside(List.of(), List.of());
        }
        return new Beside(
                context.links().stream().map(link -> linked(link, reader)).toList(),
                context.comments().stream()
                        .map(comment -> new Beside.Comment(
                                comment.side(), office(view, comment.side()), comment.text(), comment.at()))
                        .toList());
    }

    private Beside.Linked linked(LinkView link, Reader reader) {
        return new Beside.Linked(
                words.caseNumber(link.linked()),
                link.side().equals(reader.side()) ? Acts.caseHref(link.linked()) : null,
                new Tag("link.kind." + link.kind(), Tone.PLAIN),
                link.side(),
                link.reason(),
                link.at());
    }

    private String office(CaseView view, String side) {
        RecordView entry = view.records().get(side);
        return entry == null ? words.side(side) : words.office(entry.bureau());
    }
}
