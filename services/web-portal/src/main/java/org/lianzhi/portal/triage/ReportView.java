package org.lianzhi.portal.triage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.Photo;
import org.lianzhi.model.ReleasedSummary;

/** A report as report-intake shows it to the receiving bureau. */
record ReportView(
        Line line,
        @Nullable Opened opened,
        @Nullable String description,
        @Nullable SeenPlace affectedWater,
        @Nullable SeenPlace suspectedSource,
        @Nullable SeenPlace suspectedOutlet,
        @Nullable SeenPlace suspectedFacility,
        Instant observedAt,
        @Nullable Boolean timeSaid,
        @Nullable String channel,
        @Nullable String outsideNumber,
        @Nullable Boolean stillGoingOn,
        String weather,
        @Nullable List<Photo> photos,
        @Nullable List<Photo> toRelease,
        @Nullable List<Original> originals,
        @Nullable Suggestion suggestion,
        @Nullable Guard guard,
        @Nullable List<Event> history,
        @Nullable ReleasedSummary released,
        @Nullable String reply,
        @Nullable List<FixAnswer> answers,
        @Nullable List<Said> said,
        @Nullable String underReview,
        @Nullable Integer followers,
        @Nullable Keep keep,
        @Nullable Asked asked,
        @Nullable String mergedInto,
        @Nullable List<String> mergedHere,
        @Nullable Proposal proposal,
        @Nullable Transfer transfer,
        @Nullable String verification,
        @Nullable Deadline deadline) {

    /** @param version of the own record, sent back with each command */
    record Line(
            String id,
            String state,
            String category,
            @Nullable String county,
            @Nullable String suspectedCounty,
            boolean inBorderZone,
            Instant triageBy,
            boolean overdue,
            boolean synthetic,
            boolean contactGiven,
            long version,
            @Nullable String caseId) {}

    /**
     * Why the reader sees what the reporter said.
     *
     * @param reason code
     * @param until null while it holds without an end
     */
    record Opened(
            String reason, @Nullable String words, @Nullable Instant until) {}

    /** Whether there is something that a reason would open. */
    boolean isSealed() {
        return opened == null && (keep == null || !keep.state().equals("erased"));
    }

    /** A place as the citizen gave it, degrees on WGS-84. */
    record SeenPlace(
            @Nullable Double lat,
            @Nullable Double lon,
            @Nullable Double accuracyM,
            @Nullable String words,
            @Nullable String county,
            @Nullable String givenDatum,
            @Nullable Double distanceToBorderM) {}

    /**
     * Whether what the reporter said is there.
     *
     * @param state code
     * @param by reference of who held or erased it
     */
    record Keep(
            String state,
            @Nullable String reason,
            @Nullable String by,
            @Nullable Instant at,
            @Nullable LocalDate reviewOn) {}

    /** A place by its kind; null where the reader does not see one. */
    @Nullable
    SeenPlace place(String kind) {
        return switch (kind) {
            case "water" -> affectedWater;
            case "outlet" -> suspectedOutlet;
            case "facility" -> suspectedFacility;
            case "source" -> suspectedSource;
            default -> null;
        };
    }

    /** Whether who the reporter is can still be opened. */
    boolean tellsContact() {
        return line.contactGiven() && (keep == null || !keep.state().equals("erased"));
    }

    record Contact(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address,
            @Nullable List<String> channels) {}

    /** A film or HEIC picture of which there is no copy to show. */
    record Original(String id, String type, String sha256) {}

    /** @param ground code; null where the map leaves the side open */
    record Suggestion(@Nullable String ground) {}

    /**
     * On which side the places may lie.
     *
     * @param proposal code
     */
    record Guard(String proposal, List<GuardedPlace> places) {

        boolean leavesOpen() {
            return !proposal.equals("own-side");
        }
    }

    /**
     * One place.
     *
     * @param why code
     * @param zoneM how wide the border zone is for this position
     */
    record GuardedPlace(
            String kind,
            List<String> sides,
            String why,
            @Nullable String county,
            @Nullable Double toBorderM,
            @Nullable Double zoneM) {

        boolean isCertain() {
            return sides.size() == 1;
        }
    }

    /** @param unit code of what is counted */
    record Deadline(int amount, String unit, String basis, boolean verified, boolean holidaysKnown) {}

    /**
     * Something that happened.
     *
     * @param role of who did it
     * @param reason code, where there is one
     * @param words of an officer, where there are any
     */
    record Event(
            String key,
            Instant at,
            @Nullable String role,
            @Nullable String bureau,
            @Nullable String reason,
            @Nullable String words,
            @Nullable Correction correction,
            @Nullable Shift shift) {}

    /** @param what code; {@code before} and {@code after} are those of a category or county, null where there is none */
    record Correction(
            String what, @Nullable String before, @Nullable String after) {}

    /** Where a pin was and is, degrees on WGS-84; for whoever has opened the report. */
    record Shift(
            @Nullable Double fromLat,
            @Nullable Double fromLon,
            double lat,
            double lon,
            @Nullable String givenDatum) {}

    record Asked(String reason, String question, Instant answerBy) {}

    /** @param objection why the other office says that it is not its own; null while it does not */
    record Transfer(
            String from,
            String to,
            String reason,
            String words,
            Instant objectBy,
            @Nullable Objection objection) {}

    /** @param superior that both offices have in common */
    record Objection(String reason, String words, @Nullable String superior) {}

    /** @param own whether the reader proposed it */
    record Proposal(String outcome, String reason, String words, boolean own) {}

    record FixAnswer(Instant at, boolean fixed, @Nullable String words) {}

    /**
     * Something that the reporter said later.
     *
     * @param code rating or step, where there is one
     * @param reserved whether the words are for the lead only, and left out here
     */
    record Said(
            String key,
            Instant at,
            @Nullable String code,
            @Nullable String words,
            boolean reserved,
            @Nullable List<Photo> photos) {}

    List<GuardedPlace> guarded() {
        return guard == null ? List.of() : guard.places();
    }

    List<Said> allSaid() {
        return said == null ? List.of() : said;
    }

    List<Photo> allPhotos() {
        return photos == null ? List.of() : photos;
    }

    /** By id of a photo the digest of what would be released of it now. */
    Map<String, String> releasable() {
        return (toRelease == null ? allPhotos() : toRelease)
                .stream().collect(Collectors.toMap(Photo::id, Photo::sha256));
    }

    /** Whether something of a photo is covered. */
    boolean covers(Photo photo) {
        return !photo.sha256().equals(releasable().get(photo.id()));
    }

    List<Original> allOriginals() {
        return originals == null ? List.of() : originals;
    }

    List<Event> allEvents() {
        return history == null ? List.of() : history;
    }

    List<String> allMergedHere() {
        return mergedHere == null ? List.of() : mergedHere;
    }

    List<FixAnswer> allAnswers() {
        return answers == null ? List.of() : answers;
    }

    /** It belongs into no log. */
    @Override
    public String toString() {
        return "a report";
    }
}
