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
 * @param sealed whether a reason would open what the reporter said
 * @param opened why it is open, in words; null where it is not
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
 * @param basis of that day, in words
 * @param outcome what else was found at triage
 */
public record TriagePage(
        String href,
        String id,
        String number,
        boolean synthetic,
        boolean sealed,
        @Nullable String opened,
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
        List<String> basis,
        boolean overdue,
        @Nullable String renewHref,
        Outcome outcome) {

    /**
     * What else was found at triage, and what can be done about it.
     *
     * @param asked what the reporter was asked; null while nobody waits for an answer
     * @param waitUntil when the bureau stops waiting for it
     * @param proposed what waits for a second officer; empty where nothing does
     * @param second whether the reader may be that officer
     * @param into where it goes on; null where it does not go on elsewhere
     * @param here reports that go on here
     * @param mayReply whether there is something that the reporter can be answered
     * @param mayVerify whether there is something to be established
     * @param mayTakeUp whether it can be decided anew
     * @param transfer how it came from another office or back from one; empty where it did not
     * @param transferNext {@code objection} or {@code decision}: what can be said to that; null where nothing can
     */
    public record Outcome(
            @Nullable String asked,
            @Nullable Instant waitUntil,
            List<Row> proposed,
            boolean second,
            @Nullable Other into,
            List<Other> here,
            boolean mayReply,
            boolean mayVerify,
            boolean mayTakeUp,
            List<Row> transfer,
            @Nullable String transferNext) {

        public Outcome {
            proposed = List.copyOf(proposed);
            here = List.copyOf(here);
            transfer = List.copyOf(transfer);
        }
    }

    /** Another report of the bureau. */
    public record Other(String href, String number) {}

    /**
     * An original to be downloaded.
     *
     * @param word message key of what it is
     */
    public record Sealed(String href, String word, String sha256) {}
}
