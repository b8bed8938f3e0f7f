package org.lianzhi.investigation.approval;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.model.CaseEvent.CaseOpened;
import org.lianzhi.model.Place;

/**
 * What the lists hold of the papers of one case that one office puts to another.
 *
 * @param offices each that was to decide one of them at any time
 * @param papers in the order in which they were prepared
 */
record PaperLine(
        @Nullable String category,
        @Nullable Place affectedWater,
        boolean synthetic,
        List<String> offices,
        List<Put> papers) {

    PaperLine {
        offices = List.copyOf(offices);
        papers = List.copyOf(papers);
    }

    /**
     * A paper that was put to an office.
     *
     * @param office that is asked to decide
     * @param asking office that prepared it
     * @param at when it was prepared last
     * @param next step that is asked of the office; null where it is not its turn
     * @param needsHead whether that is for its head
     * @param last what it did last; null where it did nothing
     */
    record Put(
            String paper,
            String kind,
            String number,
            String about,
            String office,
            @Nullable String asking,
            Instant at,
            @Nullable String next,
            boolean needsHead,
            @Nullable Did last) {

        boolean isOpen() {
            return next != null;
        }

        boolean isShown() {
            return isOpen() || last != null;
        }
    }

    /** @param back whether it was sent back */
    record Did(String step, boolean back, Instant at) {}

    static PaperLine of(JointCase joint, List<String> offices, List<Put> papers) {
        CaseOpened opened = joint.opening().map(opening -> opening.event()).orElse(null);
        return opened == null
                ? new PaperLine(null, null, false, offices, papers)
                : new PaperLine(
                        opened.summary().category(),
                        opened.summary().affectedWater(),
                        opened.summary().synthetic(),
                        offices,
                        papers);
    }

    PaperLine with(List<Put> others) {
        return new PaperLine(category, affectedWater, synthetic, List.of(), others);
    }
}
