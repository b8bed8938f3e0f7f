package org.lianzhi.timeline.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.wire.ContentDigest;

/**
 * What a side asked or answered; one for each kind and subject.
 *
 * @param ref id of the inspection or finding, of order and measure, or empty; of a verdict, the digest of the report
 * @param at when a question was put for the first time in its epoch, or anything else for the last time
 * @param dueAt null where there is no limit
 * @param epoch of the case in which it was said; 0 where that does not matter
 * @param digest of the report of done, as it is written; null for anything else, and in documents of an earlier version
 */
public record Note(
        Kind kind,
        String ref,
        Instant at,
        @Nullable Instant dueAt,
        int epoch,
        @Nullable String digest) {

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
    static List<Note> after(List<Note> before, CaseEvent known, IncomingEvent event) {
        Instant at = event.at();
        return switch (known) {
            case CaseEvent.JurisdictionStated e ->
                with(
                        last(before, said(Kind.LEAD_STATED, e.lead().code(), at, e.epoch())),
                        new Note(Kind.LEAD_ASKED, "", at, e.answerBy(), e.epoch(), null));
            case CaseEvent.DecisionReceived e ->
                with(
                        last(before, said(Kind.DECISION_ENTERED, e.digest(), at, e.epoch())),
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
            case CaseEvent.MeasureReportedDone e -> done(before, measure(e.order(), e.measure()), event);
            case CaseEvent.MeasureFoundWanting e -> verdict(before, said(Kind.WANTING, e.digest(), at, e.epoch()));
            case CaseEvent.MeasureVerified e -> verdict(before, said(Kind.VERIFIED, e.digest(), at, e.epoch()));
            case CaseEvent.AfterChecked e -> shams(before, e, at);
            case CaseEvent.ClosureSigned e -> last(before, said(Kind.SIGNED, "", at, e.epoch()));
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

    private static Note said(Kind kind, String ref, Instant at, int epoch) {
        return new Note(kind, ref, at, null, epoch, null);
    }

    /** The last report counts. */
    private static List<Note> done(List<Note> before, String ref, IncomingEvent event) {
        String digest = ContentDigest.ofWritten(event.type(), event.json());
        return with(before, new Note(Kind.DONE, ref, event.at(), null, 0, digest));
    }

    /** A side's last word on a report counts. */
    private static List<Note> verdict(List<Note> before, Note next) {
        Kind other = next.kind == Kind.WANTING ? Kind.VERIFIED : Kind.WANTING;
        return with(
                before.stream()
                        .filter(old -> old.kind != other || !old.ref.equals(next.ref))
                        .toList(),
                next);
    }

    private static List<Note> shams(List<Note> before, CaseEvent.AfterChecked checked, Instant at) {
        List<Note> notes = before;
        for (CaseEvent.Sham sham : checked.shams()) {
            notes = verdict(notes, said(Kind.WANTING, sham.digest(), at, checked.epoch()));
        }
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
                            at,
                            endOf(measure.dueOn()),
                            order.epoch(),
                            null));
        }
        return notes;
    }

    private static List<Note> extended(List<Note> before, String ref, Instant dueAt) {
        return before.stream()
                .map(note -> note.kind == Kind.ORDERED && note.ref.equals(ref)
                        ? new Note(note.kind, ref, note.at, dueAt, note.epoch, null)
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
        return with(before, said(kind, ref, at, epoch));
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
        // In another epoch it is another question.
        boolean question = QUESTIONS.contains(kind) && next.epoch <= epoch;
        return new Note(
                kind,
                ref,
                question ? at : next.at,
                question ? dueAt : next.dueAt,
                Math.max(epoch, next.epoch),
                next.digest);
    }
}
