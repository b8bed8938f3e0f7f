package org.lianzhi.intake.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the lists show of a report; nothing of it is personal.
 *
 * @param replied whether the reporter got a reply to what was said last
 * @param parties of the joint case; null as long as there is none
 * @param answerBy until when the bureau waits for what it last asked the reporter
 * @param mergedInto id of the report in which it last went on
 * @param left lists on which it stood and does not stand any more
 */
public record BoardEntry(
        String stream,
        String state,
        String category,
        @Nullable String county,
        @Nullable String suspectedCounty,
        String bureau,
        boolean inBorderZone,
        String weather,
        Instant filedAt,
        Instant triageBy,
        boolean contactGiven,
        int photos,
        boolean synthetic,
        long version,
        boolean replied,
        @Nullable String caseId,
        @Nullable Parties parties,
        @Nullable Instant answerBy,
        @Nullable String mergedInto,
        @Nullable List<String> left) {

    private static final Set<String> TO_BE_DECIDED =
            Set.of("received", "returned", "proposed", "transferred", "disputed");

    /**
     * Who may see what was released.
     *
     * @param photos ids of those that were released
     */
    public record Parties(
            String lead, String leadBureau, String counterpart, String counterpartBureau, List<String> photos) {

        public Parties {
            photos = List.copyOf(photos);
        }

        public boolean hasSide(String side) {
            return lead.equals(side) || counterpart.equals(side);
        }

        public boolean hasBureau(String bureau) {
            return leadBureau.equals(bureau) || counterpartBureau.equals(bureau);
        }
    }

    boolean isOpen() {
        return TO_BE_DECIDED.contains(state) || (state.equals("accepted") && !replied);
    }

    /** Whoever does not answer in time is not waited for any more. */
    public boolean waitsForReporter(Instant now) {
        return state.equals("returned") && answerBy != null && now.isBefore(answerBy);
    }

    boolean isMerged() {
        return state.equals("merged");
    }

    /** Somebody has looked at it and deals with it; whether a joint case has ended is for its own progress to say. */
    boolean isOpenMatter() {
        return state.equals("cross-border") || (state.equals("accepted") && !replied);
    }

    List<String> leftOrNone() {
        return left == null ? List.of() : left;
    }

    BoardEntry at(long version) {
        return with(state, bureau, triageBy, version, replied, caseId, parties, answerBy, mergedInto, left);
    }

    BoardEntry in(String state) {
        return with(state, bureau, triageBy, version, replied, caseId, parties, answerBy, mergedInto, left);
    }

    BoardEntry replied(boolean replied) {
        return with(state, bureau, triageBy, version, replied, caseId, parties, answerBy, mergedInto, left);
    }

    BoardEntry ledTo(String caseId, Parties parties) {
        return with("cross-border", bureau, triageBy, version, replied, caseId, parties, answerBy, mergedInto, left);
    }

    BoardEntry asked(Instant answerBy) {
        return with("returned", bureau, triageBy, version, replied, caseId, parties, answerBy, mergedInto, left);
    }

    BoardEntry mergedInto(String into) {
        return with("merged", bureau, triageBy, version, replied, caseId, parties, answerBy, into, left);
    }

    BoardEntry takenUp(Instant decideBy) {
        return with("received", bureau, decideBy, version, false, caseId, parties, answerBy, mergedInto, left);
    }

    /** @param leaving the lists of the office that held it before */
    BoardEntry handedTo(String bureau, String state, List<String> leaving) {
        List<String> all = Stream.concat(leftOrNone().stream(), leaving.stream())
                .distinct()
                .toList();
        return with(state, bureau, triageBy, version, replied, caseId, parties, answerBy, mergedInto, all);
    }

    private BoardEntry with(
            String state,
            String bureau,
            Instant triageBy,
            long version,
            boolean replied,
            @Nullable String caseId,
            @Nullable Parties parties,
            @Nullable Instant answerBy,
            @Nullable String mergedInto,
            @Nullable List<String> left) {
        return new BoardEntry(
                stream,
                state,
                category,
                county,
                suspectedCounty,
                bureau,
                inBorderZone,
                weather,
                filedAt,
                triageBy,
                contactGiven,
                photos,
                synthetic,
                version,
                replied,
                caseId,
                parties,
                answerBy,
                mergedInto,
                left);
    }
}
