package org.lianzhi.timeline.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lianzhi.timeline.board.CaseSummary.Owed;
import org.lianzhi.timeline.board.CaseSummary.SideState;
import org.lianzhi.timeline.board.Note.Kind;

/**
 * Which questions of one side the other has not answered: a pure reading of the notes of both, whichever came first. What
 * a closing ended is asked no longer when the case is opened again; what was ordered is still to be done.
 */
final class Questions {

    private final CaseSummary summary;
    private final int ended;
    private final List<Owed> open = new ArrayList<>();

    private Questions(CaseSummary summary) {
        this.summary = summary;
        this.ended = summary.sides().stream()
                .flatMap(side -> side.closedEpoch().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    /** The longest first. */
    static List<Owed> of(CaseSummary summary) {
        Questions questions = new Questions(summary);
        for (SideState asking : summary.sides()) {
            summary.parties()
                    .filter(party -> !party.equals(asking.side()))
                    .forEach(other -> questions.ask(asking, other));
        }
        questions.open.sort(Comparator.comparing(Owed::since, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Owed::side)
                .thenComparing(Owed::act));
        return questions.open;
    }

    private void ask(SideState asking, String other) {
        for (Note note : asking.notes()) {
            if (note.epoch() <= ended && note.kind() != Kind.ORDERED) {
                continue;
            }
            switch (note.kind()) {
                case LEAD_ASKED -> {
                    if (isNever(other, Kind.LEAD_ASKED, note) && isNever(other, Kind.DECISION_ASKED, note)) {
                        owe(other, "state-jurisdiction", note.at(), Optional.ofNullable(note.dueAt()));
                    }
                }
                case DECISION_ASKED -> {
                    if (isNever(other, Kind.DECISION_ASKED, note)) {
                        owe(other, "enter-decision", note.at(), Optional.empty());
                    }
                }
                case VISIT_PROPOSED -> {
                    if (isNever(other, Kind.VISIT_ANSWERED, note)) {
                        owe(other, "answer-inspection", note.at(), Optional.empty());
                    }
                }
                case FINDING_PROPOSED -> {
                    if (isNever(other, Kind.FINDING_ANSWERED, note)
                            && isNever(asking.side(), Kind.FINDING_WITHDRAWN, note)) {
                        owe(other, "answer-finding", note.at(), Optional.empty());
                    }
                }
                case ORDERED -> measure(asking.side(), other, note);
                default -> {}
            }
        }
    }

    /** A verdict is about one report, and of each side the last one counts; a verification counts in its epoch only. */
    private void measure(String owner, String other, Note ordered) {
        Optional<Note> done = note(owner, Kind.DONE, ordered.ref());
        // Documents from before there were digests name the measure instead.
        String report = done.map(Note::digest).orElse(ordered.ref());
        Optional<Instant> wanting = Stream.of(owner, other)
                .flatMap(side -> note(side, Kind.WANTING, report).stream())
                .map(Note::at)
                .min(Comparator.naturalOrder());
        if (done.isEmpty() || wanting.isPresent()) {
            owe(owner, "measure-done", wanting.orElse(ordered.at()), Optional.ofNullable(ordered.dueAt()));
            return;
        }
        Optional<Note> verified = note(other, Kind.VERIFIED, report);
        int epoch = summary.epoch();
        if (verified.filter(note -> note.epoch() == epoch).isEmpty()) {
            Instant asked = verified.isEmpty()
                    ? done.get().at()
                    : reopenedAt(epoch).orElse(done.get().at());
            owe(other, "verify-measure", asked, Optional.empty());
        }
    }

    private Optional<Instant> reopenedAt(int epoch) {
        return summary.sides().stream()
                .flatMap(side -> side.notes().stream())
                .filter(note -> note.kind() == Kind.REOPENED && note.epoch() == epoch)
                .map(Note::at)
                .min(Comparator.naturalOrder());
    }

    private void owe(String side, String act, Instant since, Optional<Instant> dueAt) {
        boolean out = summary.sides().stream().anyMatch(state -> state.side().equals(side) && state.declined());
        if (!out) {
            open.add(new Owed(side, summary.bureau(side), act, since, dueAt.orElse(null)));
        }
    }

    private boolean isNever(String side, Kind kind, Note question) {
        return note(side, kind, question.ref()).isEmpty();
    }

    private Optional<Note> note(String side, Kind kind, String ref) {
        return summary.sides().stream()
                .filter(state -> state.side().equals(side))
                .flatMap(state -> state.notes().stream())
                .filter(note -> note.kind() == kind && note.ref().equals(ref))
                .findFirst();
    }
}
