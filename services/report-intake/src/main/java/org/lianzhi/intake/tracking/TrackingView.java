package org.lianzhi.intake.tracking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.Report;
import org.lianzhi.intake.domain.ReportCommand.Question;
import org.lianzhi.intake.progress.CaseProgress;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.model.ReportEvent.AcceptedAsCrossBorder;
import org.lianzhi.model.ReportEvent.ReportNotAccepted;
import org.lianzhi.model.ReportEvent.ReportReplied;
import org.lianzhi.model.ReportEvent.SummaryReleased;

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
        @Nullable String answered) {

    record Update(String key, Instant at) {}

    record PublicReply(String text, Instant at) {}

    static TrackingView of(ReportRecord record, @Nullable CaseProgress progress, Instant now) {
        var filed = record.report().filed();
        var refused = record.lastEvent(ReportNotAccepted.class);
        FixQuestion fix = FixQuestion.of(record, progress);
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
                fix.answered());
    }

    private static String other(AcceptedAsCrossBorder accepted, ReportRecord record) {
        return accepted.lead().code().equals(record.stream().side())
                ? accepted.counterpartBureau()
                : accepted.leadBureau();
    }

    /** What is released for the other side is no news of its own. */
    private static List<Update> updates(ReportRecord record) {
        return record.steps().stream()
                .filter(step -> !(step.event() instanceof SummaryReleased))
                .map(step -> new Update(step.key(), step.at()))
                .toList();
    }

    private static @Nullable PublicReply reply(ReportRecord record) {
        return record.last(ReportReplied.class)
                .map(step -> new PublicReply(((ReportReplied) step.event()).text(), step.at()))
                .orElse(null);
    }
}
