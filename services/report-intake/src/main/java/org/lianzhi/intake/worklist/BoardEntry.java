package org.lianzhi.intake.worklist;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the lists show of a report; nothing of it is personal.
 *
 * @param replied whether the reporter got a reply to what was said last
 * @param parties of the joint case; null as long as there is none
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
        @Nullable Parties parties) {

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

    public boolean isOpen() {
        return state.equals("received") || (state.equals("accepted") && !replied);
    }

    /** Somebody has looked at it and deals with it; whether a joint case has ended is for its own progress to say. */
    boolean isOpenMatter() {
        return state.equals("cross-border") || (state.equals("accepted") && !replied);
    }

    BoardEntry at(long version) {
        return with(state, version, replied, caseId, parties);
    }

    BoardEntry in(String state) {
        return with(state, version, replied, caseId, parties);
    }

    BoardEntry replied(boolean replied) {
        return with(state, version, replied, caseId, parties);
    }

    BoardEntry ledTo(String caseId, Parties parties) {
        return with("cross-border", version, replied, caseId, parties);
    }

    private BoardEntry with(
            String state, long version, boolean replied, @Nullable String caseId, @Nullable Parties parties) {
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
                parties);
    }
}
