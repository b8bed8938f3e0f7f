package org.lianzhi.timeline.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.CaseEvent;

/**
 * What a side asked or answered; one for each kind and subject.
 *
 * @param ref id of the inspection or finding, of order and measure, or empty
 * @param count how often
 * @param at when a question was put for the first time, or anything else for the last time
 * @param dueAt null where there is no limit
 * @param epoch of the case in which it was said; 0 where that does not matter
 */
public record Note(
        Kind kind,
        String ref,
        int count,
        Instant at,
        @Nullable Instant dueAt,
        int epoch) {

    /** What notes are about. */
    public enum Kind {
        /** Who should lead; the subject is that side. */
        LEAD_STATED,
        /** The other side is asked who should lead. */
        LEAD_ASKED,
        /** A decision from above; the subject is its digest. */
        DECISION_ENTERED,
        DECISION_ASKED,
        VISIT_PROPOSED,
        VISIT_ANSWERED,
        FINDING_PROPOSED,
        FINDING_WITHDRAWN,
        FINDING_ANSWERED,
        ORDERED,
        DONE,
        WANTING,
        VERIFIED,
        /** A signature under the closure that was not withdrawn. */
        SIGNED,
        CLOSED,
        REOPENED
    }

    private static final Set<Kind> QUESTIONS =
            EnumSet.of(Kind.LEAD_ASKED, Kind.DECISION_ASKED, Kind.VISIT_PROPOSED, Kind.FINDING_PROPOSED, Kind.ORDERED);

    /** Adds what an event says. */
    static List<Note> after(List<Note> before, CaseEvent event, Instant at) {
        return switch (event) {
            case CaseEvent.JurisdictionStated e ->
                with(
                        last(before, new Note(Kind.LEAD_STATED, e.lead().code(), 1, at, null, e.epoch())),
                        new Note(Kind.LEAD_ASKED, "", 1, at, e.answerBy(), e.epoch()));
            case CaseEvent.DecisionReceived e ->
                with(
                        last(before, new Note(Kind.DECISION_ENTERED, e.digest(), 1, at, null, e.epoch())),
                        Kind.DECISION_ASKED,
                        "",
                        at,
                        e.epoch());
            case CaseEvent.InspectionProposed e -> with(before, Kind.VISIT_PROPOSED, e.inspection(), at, e.epoch());
            case CaseEvent.InspectionAccepted e -> with(before, Kind.VISIT_ANSWERED, e.inspection(), at, 0);
            case CaseEvent.InspectionDeclined e -> with(before, Kind.VISIT_ANSWERED, e.inspection(), at, 0);
            // Who was there has answered, whether in words or not.
            case CaseEvent.InspectionRecorded e -> with(before, Kind.VISIT_ANSWERED, e.inspection(), at, 0);
            case CaseEvent.FindingProposed e -> with(before, Kind.FINDING_PROPOSED, e.finding(), at, e.epoch());
            case CaseEvent.FindingWithdrawn e -> with(before, Kind.FINDING_WITHDRAWN, e.finding(), at, 0);
            case CaseEvent.FindingConfirmed e -> with(before, Kind.FINDING_ANSWERED, e.finding(), at, 0);
            case CaseEvent.FindingDissented e -> with(before, Kind.FINDING_ANSWERED, e.finding(), at, 0);
            case CaseEvent.RectificationOrdered e -> ordered(before, e, at);
            case CaseEvent.MeasureExtended e -> extended(before, measure(e.order(), e.measure()), endOf(e.dueOn()));
            case CaseEvent.MeasureReportedDone e -> with(before, Kind.DONE, measure(e.order(), e.measure()), at, 0);
            case CaseEvent.MeasureFoundWanting e -> with(before, Kind.WANTING, measure(e.order(), e.measure()), at, 0);
            case CaseEvent.MeasureVerified e -> with(before, Kind.VERIFIED, measure(e.order(), e.measure()), at, 0);
            case CaseEvent.ClosureSigned e -> last(before, new Note(Kind.SIGNED, "", 1, at, null, e.epoch()));
            case CaseEvent.ClosureWithdrawn e ->
                before.stream().filter(note -> note.kind != Kind.SIGNED).toList();
            case CaseEvent.CaseClosed e -> with(before, Kind.CLOSED, "", at, e.epoch());
            case CaseEvent.CaseReopened e -> with(before, Kind.REOPENED, "", at, e.epoch());
            default -> before;
        };
    }

    /** The last word counts, whatever was said before. */
    private static List<Note> last(List<Note> before, Note next) {
        List<Note> notes = new ArrayList<>(before);
        notes.removeIf(old -> old.kind == next.kind);
        notes.add(next);
        return notes;
    }

    private static List<Note> ordered(List<Note> before, CaseEvent.RectificationOrdered order, Instant at) {
        List<Note> notes = before;
        for (CaseEvent.Measure measure : order.measures()) {
            notes = with(
                    notes,
                    new Note(
                            Kind.ORDERED,
                            measure(order.order(), measure.measure()),
                            1,
                            at,
                            endOf(measure.dueOn()),
                            order.epoch()));
        }
        return notes;
    }

    private static List<Note> extended(List<Note> before, String ref, Instant dueAt) {
        return before.stream()
                .map(note -> note.kind == Kind.ORDERED && note.ref.equals(ref)
                        ? new Note(note.kind, ref, note.count, note.at, dueAt, note.epoch)
                        : note)
                .toList();
    }

    /** A day that is named in an order ends when it ends in Beijing. */
    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Months.BEIJING).toInstant();
    }

    private static String measure(String order, String measure) {
        return order + "/" + measure;
    }

    private static List<Note> with(List<Note> before, Kind kind, String ref, Instant at, int epoch) {
        return with(before, new Note(kind, ref, 1, at, null, epoch));
    }

    private static List<Note> with(List<Note> before, Note next) {
        List<Note> notes = new ArrayList<>(before);
        for (int i = 0; i < notes.size(); i++) {
            Note old = notes.get(i);
            if (old.kind == next.kind && old.ref.equals(next.ref)) {
                notes.set(i, old.again(next));
                return notes;
            }
        }
        notes.add(next);
        return notes;
    }

    private Note again(Note next) {
        boolean question = QUESTIONS.contains(kind);
        return new Note(
                kind,
                ref,
                count + 1,
                question ? at : next.at,
                question ? dueAt : next.dueAt,
                Math.max(epoch, next.epoch));
    }
}
