package org.lianzhi.portal.supervision;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A timeline as supervisor-timeline tells it. */
record TimelineView(
        String id,
        Summary summary,
        @Nullable String state,
        List<Step> entries,
        @Nullable List<Owed> silences,
        @Nullable List<Unreadable> unreadable) {

    TimelineView {
        entries = entries == null ? List.of() : List.copyOf(entries);
    }

    List<Owed> owed() {
        return silences == null ? List.of() : silences;
    }

    List<Unreadable> missing() {
        return unreadable == null ? List.of() : unreadable;
    }

    String stateOrGuess() {
        return state == null ? summary.stateOrGuess() : state;
    }

    /** What lists say of a case; most is unknown before its opening was received. */
    record Summary(
            @Nullable String agreement,
            @Nullable String lead,
            @Nullable String leadBureau,
            @Nullable String counterpart,
            @Nullable String counterpartBureau,
            @Nullable String category,
            @Nullable Instant openedAt,
            @Nullable Instant lastAt,
            @Nullable Boolean synthetic,
            @Nullable String state,
            @Nullable String waitingFor,
            @Nullable Instant dueAt,
            @Nullable Boolean overdue,
            @Nullable List<SideState> sides) {

        boolean isSynthetic() {
            return Boolean.TRUE.equals(synthetic);
        }

        boolean isOverdue() {
            return Boolean.TRUE.equals(overdue);
        }

        /** As told, or what the two records alone say. */
        String stateOrGuess() {
            if (state != null) {
                return state;
            }
            List<SideState> known = sides == null ? List.of() : sides;
            if (known.stream().anyMatch(SideState::declined)) {
                return "declined";
            }
            return !known.isEmpty() && known.stream().allMatch(SideState::closed) ? "closed" : "open";
        }
    }

    record SideState(
            String side, @Nullable String last, @Nullable Instant at, boolean closed, boolean declined) {}

    /** A step of either record; older services do not tell what it is tied to. */
    record Step(
            String id,
            String type,
            String stream,
            String side,
            @Nullable String bureau,
            String role,
            Instant at,
            @Nullable Long elapsedMs,
            long version,
            @Nullable Boolean machine,
            @Nullable String causedBy,
            @Nullable Answer answers,
            @Nullable List<Seen> seen,
            String hash,
            JsonNode data) {

        boolean isMachine() {
            return Boolean.TRUE.equals(machine);
        }

        List<Seen> known() {
            return seen == null ? List.of() : seen;
        }
    }

    /** How long somebody waited for a step. */
    record Answer(String asked, @Nullable Instant dueAt, long waitedMs, boolean late) {}

    /** The head of another record. */
    record Seen(String side, long version) {}

    /** A record of which something cannot be shown, from a commit on. */
    record Unreadable(String kind, String side, long from) {}

    /** What somebody still owes. */
    record Owed(
            String act,
            String side,
            @Nullable String bureau,
            String asked,
            Instant since,
            @Nullable Instant dueAt,
            @Nullable Boolean overdue) {}

    /** A page of cases. */
    record Cases(List<Listed> cases, int page, int size, int total) {}

    /** One of them; newer services tell its state beside the summary. */
    record Listed(
            String id,
            Summary summary,
            @Nullable String state,
            @Nullable String waitingFor,
            @Nullable Instant dueAt,
            @Nullable Boolean overdue,
            @Nullable Boolean settled,
            @Nullable List<Owing> owing) {

        /** Whether the two records do not say the same of who leads, in a case that goes on or that one side left. */
        boolean isUnsettled() {
            return Set.of("acknowledging", "declined").contains(stateOrGuess())
                    || (Boolean.FALSE.equals(settled) && !isOver());
        }

        List<Owing> owed() {
            return owing == null ? List.of() : owing;
        }

        String stateOrGuess() {
            return state == null ? summary.stateOrGuess() : state;
        }

        @Nullable
        String waiting() {
            return waitingFor == null ? summary.waitingFor() : waitingFor;
        }

        boolean isOverdue() {
            return Boolean.TRUE.equals(overdue) || summary.isOverdue();
        }

        boolean isOver() {
            return stateOrGuess().equals("closed") || stateOrGuess().equals("declined");
        }
    }

    /** An office that must act. */
    record Owing(
            String side,
            @Nullable String bureau,
            String act,
            @Nullable Instant since,
            @Nullable Instant dueAt,
            @Nullable Boolean overdue) {}

    /** Whether the records are whole. */
    record Checked(boolean intact, List<Chain> records) {}

    /** Of one record; older services tell no proofs. */
    record Chain(
            String stream,
            long commits,
            String head,
            @Nullable Long brokenAt,
            @Nullable String problem,
            @Nullable Long provenUpTo,
            @Nullable List<Proof> proofs) {

        String side() {
            return stream.substring(stream.indexOf('@') + 1);
        }

        List<Proof> known() {
            return proofs == null ? List.of() : proofs;
        }
    }

    /** Who holds the proof. */
    record Proof(
            String kind,
            String holder,
            String source,
            long number,
            @Nullable Instant at) {

        /** Whose record or whose checkpoint it is. */
        String sourceSide() {
            return source.substring(source.indexOf('@') + 1);
        }
    }

    /** The records of several cases. */
    record Records(List<CheckedCase> cases, int page, int size, int total, List<Checkpoints> checkpoints) {}

    record CheckedCase(
            String id, @Nullable String category, @Nullable Boolean synthetic, List<Chain> records) {}

    /** How a side's checkpoints stand. */
    record Checkpoints(
            String side,
            @Nullable Long last,
            @Nullable Instant at,
            List<RefusedCheckpoint> refused,
            List<KnownKey> keys) {}

    record RefusedCheckpoint(long number, Instant at, String reason) {}

    record KnownKey(String thumbprint, long from) {}
}
