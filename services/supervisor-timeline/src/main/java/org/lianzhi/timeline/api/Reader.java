package org.lianzhi.timeline.api;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.AccessEvent.AccessGranted;
import org.lianzhi.timeline.board.CaseSummary;

/**
 * As who somebody reads.
 *
 * @param side whose internal matters belong to it
 * @param supervises whether all cases of the side, and what its supervisors did
 * @param bureau of an officer, whose own cases these are; null for others
 * @param within what an inspector was granted; null for people of the side
 */
record Reader(
        String side,
        boolean supervises,
        @Nullable String bureau,
        @Nullable AccessGranted within) {

    /** @param zone of the case's agreement */
    boolean maySee(String id, CaseSummary summary, ZoneId zone) {
        boolean party = side.equals(summary.lead()) || side.equals(summary.counterpart());
        boolean own =
                bureau != null && (bureau.equals(summary.leadBureau()) || bureau.equals(summary.counterpartBureau()));
        return party && (supervises || own) && isGranted(id, summary, zone);
    }

    private boolean isGranted(String id, CaseSummary summary, ZoneId zone) {
        return within == null
                || (summary.agreement() != null
                        && summary.openedAt() != null
                        && within.covers(id, summary.agreement(), LocalDate.ofInstant(summary.openedAt(), zone)));
    }
}
