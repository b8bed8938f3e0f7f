package org.lianzhi.timeline.board;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the lists say of a case. Null parts are not known before the opening was received.
 *
 * @param openedBy side whose opening this is; of two openings the earlier one counts
 * @param acknowledgeBy until when each side was to acknowledge by the opening
 * @param sides state of each record, in the order of the sides' codes
 */
public record CaseSummary(
        @Nullable String agreement,
        @Nullable String lead,
        @Nullable String leadBureau,
        @Nullable String counterpart,
        @Nullable String counterpartBureau,
        @Nullable String category,
        @Nullable Instant openedAt,
        @Nullable String openedBy,
        @Nullable Instant acknowledgeBy,
        Instant lastAt,
        boolean synthetic,
        List<SideState> sides) {

    public CaseSummary {
        int epoch = epochOf(sides);
        sides = sides.stream().map(side -> side.in(epoch)).toList();
    }

    /** One reopening is enough for both sides, in whichever record it stands. */
    private static int epochOf(List<SideState> sides) {
        return sides.stream().mapToInt(SideState::epoch).max().orElse(1);
    }

    /** Of the case: 1, raised by each reopening. */
    int epoch() {
        return epochOf(sides);
    }

    /**
     * One side's record.
     *
     * @param last wire name without version of its last event
     * @param at when that was
     * @param phase what the last event is about: a code of the states of a case
     * @param acknowledgeBy as the side's own record says; null where it does not
     * @param signed whether its signature under the closure stands, in the epoch of the case
     * @param closed whether it says that the case is closed, in the epoch of the case
     * @param notes what it asked and answered
     */
    public record SideState(
            String side,
            String last,
            Instant at,
            String phase,
            boolean acknowledged,
            @Nullable Instant acknowledgeBy,
            boolean signed,
            boolean closed,
            boolean declined,
            @JsonIgnore List<Note> notes) {

        public SideState {
            // Documents from before there were notes have none.
            notes = notes == null ? List.of() : List.copyOf(notes);
        }

        /** To which its own record says that the case was reopened. */
        public int epoch() {
            return lastOf(Note.Kind.REOPENED).orElse(1);
        }

        /** The last one that its record closed; empty where it closed none. */
        public Optional<Integer> closedEpoch() {
            return lastOf(Note.Kind.CLOSED);
        }

        private Optional<Integer> lastOf(Note.Kind kind) {
            return notes.stream()
                    .filter(note -> note.kind() == kind)
                    .map(Note::epoch)
                    .findFirst();
        }

        /** What was signed and closed before the case was opened again counts no longer, whoever opened it. */
        private SideState in(int epoch) {
            // Documents from before these notes say it for the epoch of the own record.
            return new SideState(
                    side,
                    last,
                    at,
                    phase,
                    acknowledged,
                    acknowledgeBy,
                    lastOf(Note.Kind.SIGNED).map(in -> in == epoch).orElse(signed && epoch() == epoch),
                    closedEpoch().map(in -> in == epoch).orElse(closed && epoch() == epoch),
                    declined,
                    notes);
        }

        /** Whether its last word was about the end of an epoch that is over. */
        private boolean isBehind() {
            return phase.equals("closed") && !closed;
        }

        static SideState empty(String side, Instant at) {
            return new SideState(side, "", at, "acknowledging", false, null, false, false, false, List.of());
        }
    }

    /**
     * How far the case is, as far as the last events of the records tell. The rules of a case are not known here: what
     * must happen next, joint-investigation says.
     */
    public String state() {
        List<SideState> taking = takingPart().toList();
        if (!taking.isEmpty() && taking.stream().allMatch(SideState::closed) && isComplete()) {
            return "closed";
        }
        if (sides.stream().anyMatch(SideState::declined)) {
            return "declined";
        }
        if (!awaited().isEmpty()) {
            return "acknowledging";
        }
        return taking.stream()
                .filter(side -> !side.isBehind())
                .max(Comparator.comparing(SideState::at).thenComparing(SideState::side))
                .map(latest -> latest.closed() ? "signing" : latest.phase())
                .orElse(taking.isEmpty() ? "acknowledging" : "inspecting");
    }

    /** The one side that the case waits for; null where it is both, or where the records do not tell. */
    public @Nullable String waitingFor() {
        List<String> awaited = switch (state()) {
            case "acknowledging" -> awaited();
            case "signing" -> unsigned();
            default -> List.of();
        };
        return awaited.size() == 1 ? awaited.getFirst() : null;
    }

    /**
     * Since when it is settled who leads: both have entered the same decision from above, or both say the same. Null while
     * it is not settled, and where a side declined.
     */
    public @Nullable Instant settledAt() {
        if (sides.stream().anyMatch(SideState::declined)) {
            return null;
        }
        Instant decided = sameAt(Note.Kind.DECISION_ENTERED);
        return decided == null ? sameAt(Note.Kind.LEAD_STATED) : decided;
    }

    private @Nullable Instant sameAt(Note.Kind kind) {
        List<Note> said = parties()
                .flatMap(side -> of(side).stream())
                .flatMap(side -> side.notes().stream())
                .filter(note -> note.kind() == kind)
                .toList();
        boolean same =
                said.size() > 1 && said.stream().map(Note::ref).distinct().count() == 1;
        return same ? said.stream().map(Note::at).max(Comparator.naturalOrder()).orElseThrow() : null;
    }

    /**
     * What a side owes.
     *
     * @param act code as in {@link org.lianzhi.timeline.exchange.Exchange}
     * @param since when it is owed; null where the records do not tell
     * @param dueAt null where there is no limit
     */
    public record Owed(
            String side,
            @Nullable String bureau,
            String act,
            @Nullable Instant since,
            @Nullable Instant dueAt) {}

    /** Who must act, as far as the records tell: to take part and to sign in the order of the parties, then the longest first. */
    public List<Owed> owed() {
        String state = state();
        List<Owed> owed = new ArrayList<>();
        if (state.equals("acknowledging")) {
            awaited()
                    .forEach(side -> owed.add(new Owed(
                            side,
                            bureau(side),
                            "acknowledge",
                            openedAt,
                            dueAt(side).orElse(null))));
        }
        if (state.equals("signing")) {
            unsigned().forEach(side -> owed.add(new Owed(side, bureau(side), "sign", null, null)));
        }
        if (!state.equals("closed") && sides.stream().noneMatch(SideState::closed)) {
            owed.addAll(Questions.of(this));
        }
        return owed;
    }

    @Nullable
    String bureau(String side) {
        return side.equals(lead) ? leadBureau : counterpartBureau;
    }

    /** The next limit; null where there is none, or the case is over. */
    public @Nullable Instant dueAt() {
        return owed().stream()
                .flatMap(owed -> Stream.ofNullable(owed.dueAt()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Optional<Instant> dueAt(String side) {
        return Optional.ofNullable(acknowledgeBy(side));
    }

    /** Until when a side is to acknowledge: by its own record, or else by the opening. */
    public @Nullable Instant acknowledgeBy(String side) {
        return of(side).map(SideState::acknowledgeBy).orElse(acknowledgeBy);
    }

    /** The same case with other states of its records. */
    public CaseSummary of(List<SideState> others) {
        return new CaseSummary(
                agreement,
                lead,
                leadBureau,
                counterpart,
                counterpartBureau,
                category,
                openedAt,
                openedBy,
                acknowledgeBy,
                lastAt,
                synthetic,
                others);
    }

    /** As a side sees it that made another of its offices handle the case. */
    public CaseSummary designating(String side, String office) {
        return new CaseSummary(
                agreement,
                lead,
                side.equals(lead) ? office : leadBureau,
                counterpart,
                side.equals(counterpart) ? office : counterpartBureau,
                category,
                openedAt,
                openedBy,
                acknowledgeBy,
                lastAt,
                synthetic,
                sides);
    }

    private List<String> awaited() {
        return parties()
                .filter(side -> of(side).map(state -> !state.acknowledged() && !state.declined())
                        .orElse(true))
                .toList();
    }

    private List<String> unsigned() {
        return takingPart()
                .filter(side -> !side.signed() && !side.closed())
                .map(SideState::side)
                .toList();
    }

    /** Whether there is a record of each party. */
    private boolean isComplete() {
        return parties().allMatch(side -> of(side).isPresent());
    }

    private Stream<SideState> takingPart() {
        return sides.stream().filter(side -> !side.declined());
    }

    Stream<String> parties() {
        return Stream.of(lead, counterpart).flatMap(Stream::ofNullable);
    }

    private Optional<SideState> of(String side) {
        return sides.stream().filter(state -> state.side().equals(side)).findFirst();
    }
}
