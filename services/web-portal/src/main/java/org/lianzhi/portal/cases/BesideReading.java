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
                context.links().stream().map(link -> linked(view, link, reader)).toList(),
                context.comments().stream()
                        .map(comment -> new Beside.Comment(
                                comment.side(), office(view, comment.side()), comment.text(), comment.at()))
                        .toList());
    }

    private Beside.Linked linked(CaseView view, LinkView link, Reader reader) {
        boolean own = link.side().equals(reader.side());
        CaseView.Undone undone = link.undone();
        return new Beside.Linked(
                words.caseNumber(link.linked()),
                own ? Acts.caseHref(link.linked()) : null,
                new Tag("link.kind." + link.kind(), Tone.PLAIN),
                link.side(),
                link.reason(),
                link.at(),
                undone == null ? null : new Beside.Undone(undone.reason(), undone.at()),
                // Whoever has no tasks here only reads.
                own && undone == null && reader.isOfficer() && !view.tasks().isEmpty()
                        ? Acts.href(view.id(), "unlink-case", link.linked())
                        : null);
    }

    private String office(CaseView view, String side) {
        RecordView entry = view.records().get(side);
        return entry == null ? words.side(side) : words.office(entry.bureau());
    }
}
