package org.lianzhi.portal.triage;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.MapPlace;
import org.lianzhi.portal.component.Photo;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.component.Tag;

/**
 * A report as the receiving bureau sees it.
 *
 * @param id of the report
 * @param number of the report; never its tracking code
 * @param state what was decided; null while it is to be decided
 * @param mayCross whether it can still be found to concern the other side
 * @param caseHref where the joint case is; null where there is none
 * @param proposal message key of what is proposed about the side; null where all lies on the own one
 * @param guard each place with the sides on which it may lie, and why
 * @param contactGiven whether who the reporter is can be opened
 * @param keep code of whether what the reporter said is kept, held or erased
 * @param keeping the same in words
 * @param originals films and HEIC pictures, which are kept and not shown
 * @param places for the map
 * @param placesJson the same for the map's script
 * @param history what has happened to the report
 * @param said what the reporter said since
 * @param underReview message key of the review that a higher authority was asked for; null where there is none
 * @param renewHref where the reporter is given a new code; null where there is no contact to know them by
 * @param answerBy when the reporter is to know whether it is accepted
 */
public record TriagePage(
        String href,
        String id,
        String number,
        boolean synthetic,
        @Nullable Tag state,
        boolean mayCross,
        @Nullable String caseHref,
        @Nullable String proposal,
        List<Row> guard,
        List<Row> report,
        boolean contactGiven,
        String keep,
        List<Row> keeping,
        List<Photo> photos,
        List<Sealed> originals,
        List<MapPlace> places,
        String placesJson,
        List<Row> history,
        List<Row> said,
        @Nullable String underReview,
        Instant answerBy,
        boolean overdue,
        @Nullable String renewHref) {

    /**
     * An original to be downloaded.
     *
     * @param word message key of what it is
     */
    public record Sealed(String href, String word, String sha256) {}
}
