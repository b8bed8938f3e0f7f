package org.lianzhi.intake.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.Report;
import org.lianzhi.intake.progress.CaseProgress;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.report.Step;
import org.lianzhi.intake.tracking.TrackingView.Added;
import org.lianzhi.intake.tracking.TrackingView.Asked;
import org.lianzhi.intake.tracking.TrackingView.Dismissal;
import org.lianzhi.intake.tracking.TrackingView.GoingOn;
import org.lianzhi.intake.tracking.TrackingView.PublicReply;
import org.lianzhi.intake.tracking.TrackingView.Update;
import org.lianzhi.model.ReportEvent;
import org.lianzhi.model.ReportEvent.AcceptedAsCrossBorder;
import org.lianzhi.model.ReportEvent.CodeRenewed;
import org.lianzhi.model.ReportEvent.DecisionDue;
import org.lianzhi.model.ReportEvent.DetailsCorrected;
import org.lianzhi.model.ReportEvent.InformationAdded;
import org.lianzhi.model.ReportEvent.InformationRequested;
import org.lianzhi.model.ReportEvent.OutcomeConfirmed;
import org.lianzhi.model.ReportEvent.OutcomeProposed;
import org.lianzhi.model.ReportEvent.OutcomeRejected;
import org.lianzhi.model.ReportEvent.PlaceCorrected;
import org.lianzhi.model.ReportEvent.ReplyRated;
import org.lianzhi.model.ReportEvent.ReportFollowed;
import org.lianzhi.model.ReportEvent.ReportMerged;
import org.lianzhi.model.ReportEvent.ReportNotAccepted;
import org.lianzhi.model.ReportEvent.ReportNoted;
import org.lianzhi.model.ReportEvent.ReportReplied;
import org.lianzhi.model.ReportEvent.ReportVerified;
import org.lianzhi.model.ReportEvent.SummaryReleased;
import org.lianzhi.model.SortableIds;

/** Reads from the records what somebody with a code may see. */
final class TrackingReading {

    private static final String RECEIVED = "received";
    private static final Set<Class<? extends ReportEvent>> SILENT = Set.of(
            SummaryReleased.class,
            ReportFollowed.class,
            ReportNoted.class,
            OutcomeProposed.class,
            OutcomeRejected.class,
            DetailsCorrected.class,
            PlaceCorrected.class,
            DecisionDue.class);
    private static final Set<String> PUBLIC = Set.of("accepted", "accepted-as-cross-border", "replied");

    private TrackingReading() {}

    static TrackingView of(
            ReportRecord record,
            @Nullable CaseProgress progress,
            Reviews.@Nullable View review,
            @Nullable GoingOn goingOn,
            FixQuestion fix,
            Instant now) {
        var filed = record.report().filed();
        var refused = record.lastEvent(ReportNotAccepted.class);
        Optional<String> rating = rating(record);
        return new TrackingView(
                record.stream().id(),
                record.stream().toString(),
                state(record.report()),
                filed.category(),
                record.steps().getFirst().at(),
                record.promise().by(),
                state(record.report()).equals(RECEIVED)
                        && now.isAfter(record.promise().by()),
                filed.bureau(),
                other(record),
                refused.map(ReportNotAccepted::reason).orElse(null),
                refused.map(ReportNotAccepted::whereToGo).orElse(null),
                updates(record),
                progress,
                reply(record),
                fix.isOpen(),
                fix.answered(),
                record.report().correspondence().replied() && rating.isEmpty(),
                rating.orElse(null),
                added(record),
                review,
                record.last(CodeRenewed.class).map(Step::at).orElse(null),
                false,
                asked(record),
                dismissal(record),
                goingOn,
                verification(record));
    }

    /** Code of what the bureau established last. */
    private static @Nullable String verification(ReportRecord record) {
        return record.lastEvent(ReportVerified.class)
                .map(ReportVerified::result)
                .orElse(null);
    }

    /** What is only proposed is no outcome yet, and nothing to worry a reporter with. */
    private static String state(Report report) {
        return report instanceof Report.Proposed ? RECEIVED : Report.code(report);
    }

    private static @Nullable Asked asked(ReportRecord record) {
        return record.report() instanceof Report.Returned returned
                ? record.last(InformationRequested.class)
                        .map(step -> new Asked(
                                returned.asked().reason(),
                                returned.asked().question(),
                                returned.asked().answerBy(),
                                step.at()))
                        .orElse(null)
                : null;
    }

    private static @Nullable Dismissal dismissal(ReportRecord record) {
        if (!(record.report() instanceof Report.Dismissed dismissed)) {
            return null;
        }
        Step confirmed = record.last(OutcomeConfirmed.class).orElseThrow();
        OutcomeProposed proposal = record.lastEvent(OutcomeProposed.class).orElseThrow();
        return new Dismissal(dismissed.outcome(), proposal.reason(), proposal.words(), confirmed.at());
    }

    /**
     * Where a report goes on.
     *
     * @param merged the report that was merged
     * @param target where it goes on
     */
    static @Nullable GoingOn goingOn(ReportRecord merged, ReportRecord target, @Nullable CaseProgress progress) {
        return merged.report() instanceof Report.Merged
                ? merged.last(ReportMerged.class)
                        .map(step -> new GoingOn(
                                step.at(),
                                told(target.report()),
                                target.report().filed().bureau(),
                                other(target),
                                publicUpdates(target),
                                progress,
                                reply(target),
                                verification(target)))
                        .orElse(null)
                : null;
    }

    /** To whoever did not make the report: that something was said against whoever did is none of their business. */
    private static String told(Report report) {
        return switch (report) {
            case Report.Accepted accepted -> Report.code(report);
            case Report.CrossBorder crossBorder -> Report.code(report);
            case Report.NotAccepted notAccepted -> Report.code(report);
            case Report.Dismissed dismissed -> "not-accepted";
            case Report.Undecided undecided -> RECEIVED;
            case Report.Proposed proposed -> RECEIVED;
            case Report.Merged merged -> RECEIVED;
            case Report.NotFiled none -> RECEIVED;
        };
    }

    /**
     * What somebody sees who follows the report of somebody else: what the bureau did, and nothing that the reporter did,
     * nor when. Number and date are those of the following.
     */
    static TrackingView following(ReportRecord record, Step following, @Nullable CaseProgress progress) {
        String number = SortableIds.derive(following.at(), following.commit());
        return new TrackingView(
                number,
                number,
                told(record.report()),
                record.report().filed().category(),
                following.at(),
                following.at(),
                false,
                record.report().filed().bureau(),
                other(record),
                null,
                null,
                publicUpdates(record),
                progress,
                reply(record),
                false,
                null,
                false,
                null,
                List.of(),
                null,
                null,
                true,
                null,
                null,
                null,
                verification(record));
    }

    private static List<Update> publicUpdates(ReportRecord record) {
        return updates(record).stream()
                .filter(update -> PUBLIC.contains(update.key()))
                .toList();
    }

    /** Of the last reply. */
    private static Optional<String> rating(ReportRecord record) {
        List<Step> since = record.steps();
        for (int i = since.size() - 1; i >= 0; i--) {
            switch (since.get(i).event()) {
                case ReplyRated rated -> {
                    return Optional.of(rated.rating());
                }
                case ReportReplied reply -> {
                    return Optional.empty();
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    private static List<Added> added(ReportRecord record) {
        return record.steps().stream()
                .filter(step -> step.event() instanceof InformationAdded)
                .map(step -> {
                    InformationAdded added = (InformationAdded) step.event();
                    return new Added(step.at(), added.words(), added.photos());
                })
                .toList();
    }

    private static @Nullable String other(ReportRecord record) {
        return record.lastEvent(AcceptedAsCrossBorder.class)
                .map(accepted -> other(accepted, record))
                .orElse(null);
    }

    private static String other(AcceptedAsCrossBorder accepted, ReportRecord record) {
        return accepted.lead().code().equals(record.stream().side())
                ? accepted.counterpartBureau()
                : accepted.leadBureau();
    }

    /**
     * What is released for the other side is no news of its own, who else follows or contradicts is nobody's business, and
     * what is only proposed is no outcome.
     */
    private static List<Update> updates(ReportRecord record) {
        return record.steps().stream()
                .filter(step -> !SILENT.contains(step.event().getClass()) && !FixQuestion.isOfSomebodyElse(step))
                .map(step -> new Update(step.key(), step.at()))
                .toList();
    }

    private static @Nullable PublicReply reply(ReportRecord record) {
        return record.last(ReportReplied.class)
                .map(step -> {
                    ReportReplied reply = (ReportReplied) step.event();
                    return new PublicReply(reply.text(), step.at(), reply.verification());
                })
                .orElse(null);
    }
}
