package org.lianzhi.timeline.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    /** Reported as done once more than it was found wanting: then it is to be looked at. */
    private void measure(String owner, String other, Note ordered) {
        if (!isNever(other, Kind.VERIFIED, ordered)) {
            return;
        }
        Optional<Note> done = note(owner, Kind.DONE, ordered.ref());
        Optional<Note> wanting = note(other, Kind.WANTING, ordered.ref());
        int reported = done.map(Note::count).orElse(0);
        int refused = wanting.map(Note::count).orElse(0);
        if (reported > refused) {
            owe(other, "verify-measure", done.map(Note::at).orElse(ordered.at()), Optional.empty());
        } else {
            owe(
                    owner,
                    "measure-done",
                    wanting.map(Note::at).orElse(ordered.at()),
                    Optional.ofNullable(ordered.dueAt()));
        }
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
