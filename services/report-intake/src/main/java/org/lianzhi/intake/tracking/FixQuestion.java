package org.lianzhi.intake.tracking;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.Report.Accepted;
import org.lianzhi.intake.domain.Report.CrossBorder;
import org.lianzhi.intake.domain.Report.Filed;
import org.lianzhi.intake.domain.ReportCommand.Question;
import org.lianzhi.intake.progress.CaseProgress;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.report.Step;
import org.lianzhi.model.ReportEvent.FixConfirmed;
import org.lianzhi.model.ReportEvent.FixContested;
import org.lianzhi.model.ReportEvent.ReportReplied;
import org.lianzhi.model.ReportEvent.ReportVerified;

/**
 * Whether the reporter is asked if it is really fixed, and what was answered since.
 *
 * @param answered {@code confirmed} or {@code contested}; null before an answer
 */
record FixQuestion(Question question, @Nullable String answered) {

    static FixQuestion of(ReportRecord record, @Nullable CaseProgress progress) {
        Optional<Instant> end = switch (record.report()) {
            case CrossBorder crossBorder ->
                Optional.ofNullable(progress)
                        .filter(CaseProgress::substantiated)
                        .map(CaseProgress::closedAt);
            case Accepted accepted ->
                record.last(ReportReplied.class)
                        .filter(step -> substantiated(record, (ReportReplied) step.event()))
                        .map(Step::at);
            case Filed nothingCameOfIt -> Optional.empty();
        };
        if (end.isEmpty()) {
            return new FixQuestion(Question.NOT_ASKED, null);
        }
        return record.steps().stream()
                .filter(step -> step.event() instanceof FixConfirmed || step.event() instanceof FixContested)
                .filter(step -> step.at().isAfter(end.get()))
                .reduce((first, second) -> second)
                .map(step -> new FixQuestion(
                        Question.ANSWERED, step.event() instanceof FixConfirmed ? "confirmed" : "contested"))
                .orElse(new FixQuestion(Question.OPEN, null));
    }

    /** Where nothing was found there is nothing that could have been fixed. */
    private static boolean substantiated(ReportRecord record, ReportReplied reply) {
        String result = record.lastEvent(ReportVerified.class)
                .map(ReportVerified::result)
                .orElse(reply.verification());
        return !"unsubstantiated".equals(result);
    }
}
