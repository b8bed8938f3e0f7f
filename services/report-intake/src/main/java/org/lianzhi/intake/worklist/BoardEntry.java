package org.lianzhi.intake.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
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

    public boolean isOpen() {
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
        return change(to -> to.version = version);
    }

    BoardEntry in(String state) {
        return change(to -> to.state = state);
    }

    BoardEntry replied(boolean replied) {
        return change(to -> to.replied = replied);
    }

    BoardEntry ledTo(String caseId, Parties parties) {
        return change(to -> {
            to.state = "cross-border";
            to.caseId = caseId;
            to.parties = parties;
        });
    }

    BoardEntry asked(Instant answerBy) {
        return change(to -> {
            to.state = "returned";
            to.answerBy = answerBy;
        });
    }

    BoardEntry mergedInto(String into) {
        return change(to -> {
            to.state = "merged";
            to.mergedInto = into;
        });
    }

    BoardEntry takenUp(Instant decideBy) {
        return change(to -> {
            to.state = "received";
            to.triageBy = decideBy;
            to.replied = false;
        });
    }

    /** @param leaving the lists of the office that held it before */
    BoardEntry handedTo(String bureau, String state, List<String> leaving) {
        return change(to -> {
            to.bureau = bureau;
            to.state = state;
            to.left = leaving(leaving);
        });
    }

    BoardEntry of(String category) {
        return change(to -> to.category = category);
    }

    BoardEntry from(@Nullable String suspectedCounty) {
        return change(to -> to.suspectedCounty = suspectedCounty);
    }

    BoardEntry nearTheLine(boolean inBorderZone) {
        return change(to -> to.inBorderZone = inBorderZone);
    }

    /** @param leaving the lists of the county where it was believed to be */
    BoardEntry at(@Nullable String county, List<String> leaving) {
        return change(to -> {
            to.county = county;
            to.left = leaving(leaving);
        });
    }

    private List<String> leaving(List<String> lists) {
        return Stream.concat(leftOrNone().stream(), lists.stream()).distinct().toList();
    }

    private BoardEntry change(Consumer<Change> change) {
        Change to = new Change(this);
        change.accept(to);
        return to.done();
    }

    /** What may differ from one entry to the next. */
    private static final class Change {

        private final BoardEntry before;
        private String state;
        private String category;
        private @Nullable String county;
        private @Nullable String suspectedCounty;
        private String bureau;
        private boolean inBorderZone;
        private Instant triageBy;
        private long version;
        private boolean replied;
        private @Nullable String caseId;
        private @Nullable Parties parties;
        private @Nullable Instant answerBy;
        private @Nullable String mergedInto;
        private @Nullable List<String> left;

        Change(BoardEntry before) {
            this.before = before;
            this.state = before.state();
            this.category = before.category();
            this.county = before.county();
            this.suspectedCounty = before.suspectedCounty();
            this.bureau = before.bureau();
            this.inBorderZone = before.inBorderZone();
            this.triageBy = before.triageBy();
            this.version = before.version();
            this.replied = before.replied();
            this.caseId = before.caseId();
            this.parties = before.parties();
            this.answerBy = before.answerBy();
            this.mergedInto = before.mergedInto();
            this.left = before.left();
        }

        BoardEntry done() {
            return new BoardEntry(
                    before.stream(),
                    state,
                    category,
                    county,
                    suspectedCounty,
                    bureau,
                    inBorderZone,
                    before.weather(),
                    before.filedAt(),
                    triageBy,
                    before.contactGiven(),
                    before.photos(),
                    before.synthetic(),
                    version,
                    replied,
                    caseId,
                    parties,
                    answerBy,
                    mergedInto,
                    left);
        }
    }
}
