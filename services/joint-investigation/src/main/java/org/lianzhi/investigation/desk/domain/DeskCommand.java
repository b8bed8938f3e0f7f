package org.lianzhi.investigation.desk.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.Photo;
import org.lianzhi.territory.PaperRule;

/** What can be asked for about one case. That the asker is of the office that acts was looked at before. */
public sealed interface DeskCommand {

    /**
     * @param office of the asker, and of whoever becomes responsible
     * @param asker reference of who asks
     * @param head whether the asker leads the office
     * @param acting who acts for whoever is responsible now; null where nobody is
     */
    record Assign(
            String office,
            String person,
            @Nullable String note,
            String asker,
            boolean head,
            @Nullable String acting) implements DeskCommand {}

    /** Papers before they leave the office. */
    sealed interface AboutPaper extends DeskCommand {}

    /**
     * @param rule of its kind; null where the agreement's data have none
     * @param office that decides
     * @param offices that may: the own one, and its city's bureau
     * @param issued whether it has left the office already
     */
    record PreparePaper(
            String paper,
            @Nullable PaperRule rule,
            String number,
            String office,
            List<String> offices,
            String about,
            List<Photo> pages,
            boolean issued)
            implements AboutPaper {

        public PreparePaper {
            offices = List.copyOf(offices);
            pages = List.copyOf(pages);
        }
    }

    /**
     * Somebody who is to do a step of a paper.
     *
     * @param preparedAt which preparation of it the asker has read
     * @param steps that papers of its kind take on this side
     * @param office of the asker
     * @param asked whether that office does not handle the case, and was only asked to decide
     * @param reference number of the document by which another office did it
     */
    record Doing(
            String paper,
            Instant preparedAt,
            String step,
            List<PaperRule.Step> steps,
            String asker,
            boolean head,
            String office,
            boolean asked,
            @Nullable String reference) {

        public Doing {
            steps = List.copyOf(steps);
        }
    }

    record DoStep(Doing doing) implements AboutPaper {}

    record SendBack(Doing doing, String reasons) implements AboutPaper {}

    record Remark(String remark, String text) implements DeskCommand {}
}
