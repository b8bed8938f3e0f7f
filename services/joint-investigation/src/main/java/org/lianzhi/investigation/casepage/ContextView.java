package org.lianzhi.investigation.casepage;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.model.CaseEvent.CaseLinked;
import org.lianzhi.model.CaseEvent.Commented;
import org.lianzhi.model.Side;

/** What stands around the procedure, in the order in which it was said. */
record ContextView(List<LinkView> links, List<CommentView> comments) {

    static final ContextView NOTHING = new ContextView(List.of(), List.of());

    record LinkView(Side side, String linked, String kind, String reason, Instant at) {}

    record CommentView(String id, Side side, String text, Instant at) {}

    static ContextView of(JointCase joint) {
        return new ContextView(
                joint.parties().stream()
                        .flatMap(party -> joint.recordOf(party).all(CaseLinked.class))
                        .map(link -> new LinkView(
                                link.side(),
                                link.event().linked(),
                                link.event().kind(),
                                link.event().reason(),
                                link.at()))
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
}
