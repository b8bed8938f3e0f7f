package org.lianzhi.investigation.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.desk.domain.Draft;
import org.lianzhi.investigation.desk.domain.PaperAct;

/**
 * What somebody did with a paper, for the people of the own side who work at it.
 *
 * @param reference number of the document by which another office did it, and which was entered here
 * @param reasons why it was sent back; absent where the step was done
 * @param office of the person
 */
public record ActView(
        String step,
        @Nullable String reference,
        @Nullable String reasons,
        @Nullable String office,
        @Nullable String person,
        Instant at) {

    public static List<ActView> of(Draft draft) {
        return draft.history().stream().map(ActView::of).toList();
    }

    public static ActView of(PaperAct act) {
        return new ActView(
                act.step(),
                act.reference(),
                act.reasons(),
                act.by().bureau(),
                act.by().person(),
                act.at());
    }
}
