package org.lianzhi.intake.triage;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.GivenPlace;
import org.lianzhi.intake.place.PinnedPlace;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.report.Step;
import org.lianzhi.intake.triage.ReportView.Correction;
import org.lianzhi.intake.triage.ReportView.Event;
import org.lianzhi.intake.triage.ReportView.Shift;
import org.lianzhi.intake.vault.Moved;
import org.lianzhi.model.ReportEvent.DecisionDue;
import org.lianzhi.model.ReportEvent.DetailsCorrected;
import org.lianzhi.model.ReportEvent.InformationRequested;
import org.lianzhi.model.ReportEvent.OutcomeProposed;
import org.lianzhi.model.ReportEvent.OutcomeRejected;
import org.lianzhi.model.ReportEvent.PlaceCorrected;
import org.lianzhi.model.ReportEvent.ReportFollowed;
import org.lianzhi.model.ReportEvent.ReportMerged;
import org.lianzhi.model.ReportEvent.ReportNotAccepted;
import org.lianzhi.model.ReportEvent.ReportNoted;
import org.lianzhi.model.ReportEvent.ReportTakenUp;
import org.lianzhi.model.ReportEvent.ReportTransferred;
import org.lianzhi.model.ReportEvent.ReportVerified;
import org.lianzhi.model.ReportEvent.TransferObjected;
import org.lianzhi.model.ReportEvent.TransferSettled;

/** What happened to a report, each with the reasons that were given. */
final class History {

    private History() {}

    /** Followers are counted, not listed: there may be many. */
    static List<Event> of(ReportRecord record, Contents contents) {
        return record.steps().stream()
                .filter(step -> !(step.event() instanceof ReportFollowed))
                .map(step -> event(step, contents))
                .toList();
    }

    private static Event event(Step step, Contents contents) {
        return switch (step.event()) {
            case ReportNotAccepted refused -> event(step, refused.reason(), refused.whereToGo());
            case InformationRequested asked -> event(step, asked.reason(), asked.question());
            case ReportMerged merged -> event(step, merged.reason(), null);
            case OutcomeProposed proposal -> event(step, proposal.reason(), proposal.words());
            case OutcomeRejected rejected -> event(step, null, rejected.words());
            case ReportTransferred transfer -> event(step, transfer.reason(), transfer.words());
            case TransferObjected objection -> event(step, objection.reason(), objection.words());
            case TransferSettled settled -> event(step, null, settled.document());
            case DecisionDue due -> event(step, due.stage(), null);
            case ReportVerified verified -> event(step, verified.result(), verified.words());
            case DetailsCorrected correction ->
                event(
                        step,
                        correction.reason(),
                        new Correction(correction.what(), correction.before(), correction.after()),
                        null);
            case PlaceCorrected correction ->
                event(
                        step,
                        correction.reason(),
                        new Correction(correction.kind(), correction.before(), correction.after()),
                        contents.moved(step).flatMap(History::shift).orElse(null));
            case ReportNoted note -> event(step, null, contents.words(step).orElse(null));
            case ReportTakenUp again -> event(step, again.reason(), null);
            default -> event(step, null, null);
        };
    }

    private static Optional<Shift> shift(Moved moved) {
        Optional<PinnedPlace> before = PinnedPlace.of(moved.before());
        return PinnedPlace.of(moved.after())
                .map(after -> new Shift(
                        moved.kind(),
                        before.map(PinnedPlace::latitude).orElse(null),
                        before.map(PinnedPlace::longitude).orElse(null),
                        after.latitude(),
                        after.longitude(),
                        Objects.requireNonNullElse(moved.after().datum(), GivenPlace.WGS_84)));
    }

    private static Event event(Step step, @Nullable String reason, @Nullable String words) {
        return new Event(
                step.key(), step.at(), step.actor().role().code(), step.actor().bureau(), reason, words, null, null);
    }

    private static Event event(Step step, String words, Correction correction, @Nullable Shift shift) {
        return new Event(
                step.key(),
                step.at(),
                step.actor().role().code(),
                step.actor().bureau(),
                null,
                words,
                correction,
                shift);
    }
}
