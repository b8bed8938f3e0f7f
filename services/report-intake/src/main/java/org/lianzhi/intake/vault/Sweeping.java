package org.lianzhi.intake.vault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.Pieces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Erases what was sealed for a report that was never filed. It is marked first, so that nobody files it meanwhile. */
public final class Sweeping {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeping.class);
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final Uploads uploads;
    private final Pieces pieces;
    private final ReportVault reports;
    private final Predicate<StreamId> filed;
    private final Clock clock;

    /** @param filed whether a report is in the journal */
    public Sweeping(Uploads uploads, Pieces pieces, ReportVault reports, Predicate<StreamId> filed, Clock clock) {
        this.uploads = uploads;
        this.pieces = pieces;
        this.reports = reports;
        this.filed = filed;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    public void sweep() {
        Instant limit = clock.instant().minus(PATIENCE);
        int swept = 0;
        for (Uploads.Waiting old : uploads.before(limit)) {
            if (!uploads.sweep(old, limit)) {
                continue;
            }
            boolean filed = uploads.isFiled(old);
            uploads.drop(old.upload(), filed);
            swept += filed ? 0 : 1;
        }
        swept += pieces.dropBefore(limit);
        for (StreamId report : reports.pendingBefore(limit)) {
            if (!reports.sweep(report, limit)) {
                continue;
            }
            if (filed.test(report)) {
                reports.settle(report);
            } else {
                reports.erase(report);
                swept++;
            }
        }
        if (swept > 0) {
            LOG.info("erased {} sealed entries that belong to no filed report", swept);
        }
    }
}
