package org.lianzhi.intake.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.Report;
import org.lianzhi.intake.domain.ReportCommand.Question;
import org.lianzhi.intake.progress.CaseProgress;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.report.Step;
import org.lianzhi.model.ReportEvent.AcceptedAsCrossBorder;
import org.lianzhi.model.ReportEvent.CodeRenewed;
import org.lianzhi.model.ReportEvent.InformationAdded;
import org.lianzhi.model.ReportEvent.ReplyRated;
import org.lianzhi.model.ReportEvent.ReportFollowed;
import org.lianzhi.model.ReportEvent.ReportNotAccepted;
import org.lianzhi.model.ReportEvent.ReportReplied;
import org.lianzhi.model.ReportEvent.SummaryReleased;
import org.lianzhi.model.SortableIds;

/** What a reporter sees: nothing that says who reported. */
record TrackingView(
        String report,
        String stream,
        String state,
        String category,
        Instant filedAt,
        Instant triageBy,
        boolean triageOverdue,
        String officeBureau,
        @Nullable String otherBureau,
        @Nullable String notAcceptedReason,
        @Nullable String whereToGo,
        List<Update> updates,
        @Nullable CaseProgress caseProgress,
        @Nullable PublicReply reply,
        boolean askIfFixed,
        @Nullable String answered,
        boolean askAboutReply,
        @Nullable String rating,
        List<Added> added,
        Reviews.@Nullable View review,
        @Nullable Instant codeRenewedAt,
        boolean follows) {

    private static final Set<String> PUBLIC = Set.of("accepted", "accepted-as-cross-border", "replied");

    record Update(String key, Instant at) {}

    /** @param verification code of what came out; null where the reply does not say */
    record PublicReply(String text, Instant at, @Nullable String verification) {}

    /** What the reporter added; the words are not shown to whoever has found the code. */
    record Added(Instant at, boolean words, int photos) {}

    static TrackingView of(
            ReportRecord record, @Nullable CaseProgress progress, Reviews.@Nullable View review, Instant now) {
        var filed = record.report().filed();
        var refused = record.lastEvent(ReportNotAccepted.class);
        FixQuestion fix = FixQuestion.of(record, progress);
        Optional<String> rating = rating(record);
        return new TrackingView(
                record.stream().id(),
                record.stream().toString(),
                Report.code(record.report()),
                filed.category(),
                record.steps().getFirst().at(),
                filed.triageBy(),
                record.report() instanceof Report.Received && now.isAfter(filed.triageBy()),
                filed.bureau(),
                record.lastEvent(AcceptedAsCrossBorder.class)
                        .map(accepted -> other(accepted, record))
                        .orElse(null),
                refused.map(ReportNotAccepted::reason).orElse(null),
                refused.map(ReportNotAccepted::whereToGo).orElse(null),
                updates(record),
                progress,
                reply(record),
                fix.question() == Question.OPEN,
                fix.answered(),
                record.report().correspondence().replied() && rating.isEmpty(),
                rating.orElse(null),
                added(record),
                review,
                record.last(CodeRenewed.class).map(Step::at).orElse(null),
                false);
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
                Report.code(record.report()),
                record.report().filed().category(),
                following.at(),
                following.at(),
                false,
                record.report().filed().bureau(),
                record.lastEvent(AcceptedAsCrossBorder.class)
                        .map(accepted -> other(accepted, record))
                        .orElse(null),
                null,
                null,
                updates(record).stream()
                        .filter(update -> PUBLIC.contains(update.key()))
                        .toList(),
                progress,
                reply(record),
                false,
                null,
                false,
                null,
                List.of(),
                null,
                null,
                true);
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

    private static String other(AcceptedAsCrossBorder accepted, ReportRecord record) {
        return accepted.lead().code().equals(record.stream().side())
                ? accepted.counterpartBureau()
                : accepted.leadBureau();
    }

    /** What is released for the other side is no news of its own, and who else follows is nobody's business. */
    private static List<Update> updates(ReportRecord record) {
        return record.steps().stream()
                .filter(step -> !(step.event() instanceof SummaryReleased || step.event() instanceof ReportFollowed))
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
