package org.lianzhi.intake.telling;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.Reaction;
import org.lianzhi.model.PublishedEvent;
import org.lianzhi.model.ReportEvent.AcceptedAsCrossBorder;
import org.lianzhi.model.ReportEvent.CodeRenewed;
import org.lianzhi.model.ReportEvent.InformationRequested;
import org.lianzhi.model.ReportEvent.OutcomeConfirmed;
import org.lianzhi.model.ReportEvent.ReportAccepted;
import org.lianzhi.model.ReportEvent.ReportMerged;
import org.lianzhi.model.ReportEvent.ReportNotAccepted;
import org.lianzhi.model.ReportEvent.ReportReplied;
import org.lianzhi.model.ReportEvent.ReportTransferred;
import org.lianzhi.model.ReportEvent.ReportVerified;
import org.lianzhi.model.ReportEvent.ReviewAnswered;
import org.lianzhi.model.wire.EventJson;

/**
 * Each step of the office is told once. Sent at least once: after a fall between the sending and its mark a second time,
 * with the same Message-ID. While the mail server is away it is waited for; a mail that it does not take for now waits by
 * itself.
 */
final class TellingReporters implements Reaction {

    private final ReporterMails mails;
    private final MailMarks marks;
    private final Duration worth;
    private final Clock clock;

    TellingReporters(ReporterMails mails, MailMarks marks, Duration worth, Clock clock) {
        this.mails = mails;
        this.marks = marks;
        this.worth = worth;
        this.clock = clock;
    }

    @Override
    public void on(IncomingEvent event) {
        if (!event.stream().kind().equals("report")
                || event.at().plus(worth).isBefore(clock.instant())
                || !isNews(EventJson.read(event.type(), event.data()).orElse(null))
                || marks.knows(event.id())) {
            return;
        }
        switch (mails.send(event.id(), event.stream())) {
            case NOBODY -> {}
            case SETTLED -> marks.settle(event.id());
            case NOT_NOW -> marks.await(event.id(), event.stream(), event.at().plus(worth));
        }
    }

    /** What the reporter did is no news to them. */
    private static boolean isNews(@Nullable PublishedEvent event) {
        return event instanceof ReportAccepted
                || event instanceof ReportNotAccepted
                || event instanceof AcceptedAsCrossBorder
                || event instanceof ReportReplied
                || event instanceof ReviewAnswered
                || event instanceof InformationRequested
                || event instanceof ReportMerged
                || event instanceof OutcomeConfirmed
                || event instanceof ReportTransferred
                || event instanceof ReportVerified
                || event instanceof CodeRenewed;
    }
}
