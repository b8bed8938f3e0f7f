package org.lianzhi.intake.telling;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.lianzhi.intake.telling.MailMarks.Waiting;
import org.lianzhi.intake.telling.ReporterMails.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Offers mails again that the server did not take for now, for as long as they are news. */
final class MailsAgain {

    private static final Logger LOG = LoggerFactory.getLogger(MailsAgain.class);

    private final ReporterMails mails;
    private final MailMarks marks;
    private final Duration again;
    private final Clock clock;

    MailsAgain(ReporterMails mails, MailMarks marks, Duration again, Clock clock) {
        this.mails = mails;
        this.marks = marks;
        this.again = again;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT10S")
    void offer() {
        Instant now = clock.instant();
        for (Waiting mail : marks.waiting()) {
            if (mail.worthUntil().isBefore(now)) {
                LOG.warn("the mail server did not take one mail while it was news");
                marks.settle(mail.event());
            } else if (!mail.tried().plus(again).isAfter(now) && marks.take(mail)) {
                offer(mail);
            }
        }
    }

    private void offer(Waiting mail) {
        try {
            if (mails.send(mail.event(), mail.report()) != Outcome.NOT_NOW) {
                marks.settle(mail.event());
            }
        } catch (UncheckedIOException away) {
            LOG.warn("one mail waits on: {}", away.getMessage());
        }
    }
}
