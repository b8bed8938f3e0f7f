package org.lianzhi.investigation.casepage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.model.CaseEvent.PaperIssued;
import org.lianzhi.model.Photo;
import org.lianzhi.model.Side;

/** A paper that has left the office. */
record PaperView(
        String id,
        Side side,
        String kind,
        String number,
        String office,
        String about,
        LocalDate issuedOn,
        List<Photo> pages,
        String party,
        @Nullable String partyWords,
        Instant at) {

    static List<PaperView> allOf(JointCase joint) {
        return joint.parties().stream()
                .flatMap(party -> joint.recordOf(party).all(PaperIssued.class))
                .map(issued -> {
                    PaperIssued paper = issued.event();
                    return new PaperView(
                            paper.paper(),
                            issued.side(),
                            paper.kind(),
                            paper.number(),
                            paper.office(),
                            paper.about(),
                            paper.issuedOn(),
                            paper.pages(),
                            paper.party(),
                            paper.partyWords(),
                            issued.at());
                })
                .sorted(Comparator.comparing(PaperView::at).thenComparing(PaperView::side))
                .toList();
    }
}
