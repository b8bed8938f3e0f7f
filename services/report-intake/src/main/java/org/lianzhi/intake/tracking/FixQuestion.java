package org.lianzhi.intake.tracking;

import java.time.Instant;
import java.util.Locale;
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
import org.lianzhi.model.Role;

/** Whether the reporter is asked if it is really fixed, and what was answered since. */
record FixQuestion(Question question) {

    /**
     * As it stands for a reporter.
     *
     * @param record of the reporter, who answers in it
     * @param goingOn where the matter goes on: itself, or another one
     * @param progress of the case that deals with it
     */
    static FixQuestion of(ReportRecord record, ReportRecord goingOn, @Nullable CaseProgress progress) {
        return end(goingOn, progress).map(end -> since(record, end)).orElse(new FixQuestion(Question.NOT_ASKED));
    }

    private static Optional<Instant> end(ReportRecord record, @Nullable CaseProgress progress) {
        return switch (record.report()) {
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
    }

    private static FixQuestion since(ReportRecord record, Instant end) {
        return record.steps().stream()
                .filter(FixQuestion::isOwnAnswer)
                .filter(step -> step.at().isAfter(end))
                .reduce((first, second) -> second)
                .map(step ->
                        new FixQuestion(step.event() instanceof FixConfirmed ? Question.CONFIRMED : Question.CONTESTED))
                .orElse(new FixQuestion(Question.OPEN));
    }

    static boolean isOwnAnswer(Step step) {
        boolean answer = step.event() instanceof FixConfirmed || step.event() instanceof FixContested;
        return answer && !isOfSomebodyElse(step);
    }

    /** What somebody says whose report goes on in this one is nothing that its reporter said, or may learn. */
    static boolean isOfSomebodyElse(Step step) {
        return step.event() instanceof FixContested && step.actor().role() == Role.POLICY;
    }

    boolean isOpen() {
        return question == Question.OPEN;
    }

    /** Code; null before an answer. */
    @Nullable
    String answered() {
        return switch (question) {
            case NOT_ASKED, OPEN -> null;
            case CONFIRMED, CONTESTED -> question.name().toLowerCase(Locale.ROOT);
        };
    }

    /** Where nothing was found there is nothing that could have been fixed. */
    private static boolean substantiated(ReportRecord record, ReportReplied reply) {
        String result = record.lastEvent(ReportVerified.class)
                .map(ReportVerified::result)
                .orElse(reply.verification());
        return !"unsubstantiated".equals(result);
    }
}
