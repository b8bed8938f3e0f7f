package org.lianzhi.intake.triage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.keeping.Kept;
import org.lianzhi.intake.vault.Openings.Opening;
import org.lianzhi.model.Actor;
import org.lianzhi.model.Ground;
import org.lianzhi.model.Photo;
import org.lianzhi.model.ReleasedSummary;
import org.lianzhi.model.Side;
import org.lianzhi.territory.DeadlineRule;

/**
 * A report with what the vault holds of it.
 *
 * @param opened why the reader sees what the vault holds; null where nothing of it is here, because no reason was given
 * @param channel code of how it was reported
 * @param outsideNumber under which another office took it down
 * @param timeSaid whether the reporter said when; else it was seen at the latest when it was filed
 * @param toRelease the photos as they would be released now: another digest where something is covered
 * @param suggestion what the map suggests, to be confirmed by a person; null where it suggests nothing
 * @param guard on which side the places may lie, and why
 * @param answers what the reporter said to the question whether it is really fixed
 * @param said what else the reporter said since
 * @param followers how many others met the same
 * @param keep whether what the reporter said is still there
 * @param underReview code of the step that a higher authority was asked for; null where there is none
 * @param asked what the reporter was asked, while the bureau waits for the answer
 * @param mergedInto id of the report in which this one goes on
 * @param mergedHere ids of the reports that go on in this one
 * @param proposal that waits for a second officer
 * @param deadline by which the reporter is to be told; null where the data do not know it any more
 * @param verification code of what the bureau established last
 * @param transfer how it came from another office, or back from one; null where it did not, or was settled
 */
record ReportView(
        ReportLine line,
        @Nullable Opened opened,
        String triageRule,
        String channel,
        @Nullable String outsideNumber,
        @Nullable String description,
        @Nullable SeenPlace affectedWater,
        @Nullable SeenPlace suspectedSource,
        @Nullable SeenPlace suspectedOutlet,
        @Nullable SeenPlace suspectedFacility,
        Instant observedAt,
        boolean timeSaid,
        @Nullable Boolean stillGoingOn,
        String weather,
        List<Photo> photos,
        List<Photo> toRelease,
        List<Original> originals,
        @Nullable Suggestion suggestion,
        Guard guard,
        List<Event> history,
        @Nullable ReleasedSummary released,
        @Nullable String reply,
        List<FixAnswer> answers,
        List<Said> said,
        @Nullable String underReview,
        int followers,
        Keep keep,
        @Nullable Asked asked,
        @Nullable String mergedInto,
        List<String> mergedHere,
        @Nullable Proposal proposal,
        @Nullable Transfer transfer,
        @Nullable String verification,
        @Nullable Deadline deadline) {

    /**
     * A reason.
     *
     * @param reason code
     * @param until when it has to be given again; null while the report is on the reader's desk
     */
    record Opened(
            String reason, @Nullable String words, @Nullable Instant until) {

        static @Nullable Opened of(@Nullable Opening opening) {
            return opening == null
                    ? null
                    : new Opened(opening.why().code(), opening.why().words(), opening.until());
        }
    }

    /**
     * A place as the citizen gave it, the pin on WGS-84.
     *
     * @param county in which the pin lies, else the one that the citizen chose
     * @param givenDatum on which the citizen gave the pin
     */
    record SeenPlace(
            @Nullable Double lat,
            @Nullable Double lon,
            @Nullable Double accuracyM,
            @Nullable String words,
            @Nullable String county,
            @Nullable String datum,
            @Nullable String givenDatum,
            @Nullable Long distanceToBorderM) {}

    /**
     * A film or HEIC picture of which there is no copy to show.
     *
     * @param type media type
     * @param sha256 of the original
     */
    record Original(String id, String type, String sha256) {}

    /** @param ground why the one side leads; null where the map leaves the side open */
    record Suggestion(
            String agreement,
            int agreementVersion,
            Side lead,
            String leadBureau,
            Side counterpart,
            String counterpartBureau,
            @Nullable Ground ground) {}

    /**
     * What the map may say of the side.
     *
     * @param proposal code
     */
    record Guard(String proposal, List<GuardedPlace> places) {}

    /**
     * One place.
     *
     * @param sides on which it may lie
     * @param why code
     * @param toBorderM metres to the provincial line
     * @param zoneM how wide the border zone is for this position
     */
    record GuardedPlace(
            String kind,
            List<Side> sides,
            String why,
            @Nullable String county,
            @Nullable Long toBorderM,
            @Nullable Long zoneM) {}

    /**
     * Whether what the reporter said is there.
     *
     * @param state code: {@code kept}, {@code held} or {@code erased}
     * @param by reference of who held or erased it; null for what the retention period did
     */
    record Keep(
            String state,
            @Nullable String reason,
            @Nullable String by,
            @Nullable Instant at,
            @Nullable LocalDate reviewOn) {

        static Keep of(Kept kept) {
            return switch (kept) {
                case Kept.Free free -> new Keep("kept", null, null, null, null);
                case Kept.Held held -> new Keep("held", held.reason(), person(held.by()), held.at(), held.reviewOn());
                case Kept.Erased erased -> new Keep("erased", erased.reason(), person(erased.by()), erased.at(), null);
            };
        }

        private static @Nullable String person(String by) {
            Actor actor = Actor.parse(by);
            return actor.bureau() == null ? null : actor.person();
        }
    }

    /**
     * A deadline in the agreement's data.
     *
     * @param unit what is counted
     * @param basis in words
     * @param holidaysKnown whether the holidays of the year are in the data; else only Saturdays and Sundays are left out
     */
    record Deadline(int amount, DeadlineRule.Unit unit, String basis, boolean verified, boolean holidaysKnown) {}

    /**
     * Something that happened.
     *
     * @param reason code, where there is one
     * @param words of an officer, where there are any
     * @param shift of a pin, for whoever has opened the vault
     */
    record Event(
            String key,
            Instant at,
            String role,
            @Nullable String bureau,
            @Nullable String reason,
            @Nullable String words,
            @Nullable Correction correction,
            @Nullable Shift shift) {}

    /**
     * Where a pin was and is, degrees on WGS-84.
     *
     * @param kind code of the place
     */
    record Shift(
            String kind,
            @Nullable Double fromLat,
            @Nullable Double fromLon,
            double lat,
            double lon,
            String givenDatum) {}

    /** @param what code; {@code before} and {@code after} are those of a category or county, null where there is none */
    record Correction(
            String what, @Nullable String before, @Nullable String after) {}

    record Asked(String reason, String question, Instant answerBy) {}

    /**
     * From one office to another.
     *
     * @param objectBy until when the other office may object
     * @param objection why it has; null while it has not
     */
    record Transfer(
            String from,
            String to,
            String reason,
            String words,
            Instant objectBy,
            @Nullable Objection objection) {}

    /** @param superior that both offices have in common */
    record Objection(String reason, String words, @Nullable String superior) {}

    /** @param own whether the reader has proposed it, who then cannot be the second officer */
    record Proposal(String outcome, String reason, String words, boolean own) {}

    record FixAnswer(Instant at, boolean fixed, @Nullable String words) {}

    /**
     * Something that the reporter said later.
     *
     * @param key of the event
     * @param code rating or step, where there is one
     * @param reserved whether the words are for the lead only, and left out here
     */
    record Said(
            String key,
            Instant at,
            @Nullable String code,
            @Nullable String words,
            boolean reserved,
            List<Photo> photos) {}

    /** It belongs into no log. */
    @Override
    public String toString() {
        return "a report";
    }
}
