package org.lianzhi.investigation.casepage;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.investigation.domain.Links;
import org.lianzhi.investigation.domain.Links.Link;
import org.lianzhi.investigation.domain.Noted;
import org.lianzhi.model.CaseEvent.CaseLinked;
import org.lianzhi.model.CaseEvent.CaseUnlinked;
import org.lianzhi.model.CaseEvent.Commented;
import org.lianzhi.model.Side;

/** What stands around the procedure, in the order in which it was said. */
record ContextView(List<LinkView> links, List<CommentView> comments) {

    static final ContextView NOTHING = new ContextView(List.of(), List.of());

    /** @param undone absent while the link holds */
    record LinkView(
            Side side,
            String linked,
            String kind,
            String reason,
            Instant at,
            @Nullable UndoneView undone) {}

    record UndoneView(String reason, Instant at) {}

    record CommentView(String id, Side side, String text, Instant at) {}

    static ContextView of(JointCase joint) {
        return new ContextView(
                joint.parties().stream()
                        .flatMap(party -> Links.of(joint.recordOf(party)).stream())
                        .map(ContextView::link)
                        .sorted(Comparator.comparing(LinkView::at).thenComparing(LinkView::side))
                        .toList(),
                joint.parties().stream()
                        .flatMap(party -> joint.recordOf(party).all(Commented.class))
                        .map(said -> new CommentView(
                                said.event().comment(),
                                said.side(),
                                said.event().text(),
                                said.at()))
                        .sorted(Comparator.comparing(CommentView::at).thenComparing(CommentView::side))
                        .toList());
    }

    private static LinkView link(Link link) {
        Noted<CaseLinked> made = link.made();
        Noted<CaseUnlinked> undone = link.undone();
        return new LinkView(
                made.side(),
                made.event().linked(),
                made.event().kind(),
                made.event().reason(),
                made.at(),
                undone == null ? null : new UndoneView(undone.event().reason(), undone.at()));
    }
}
