package org.lianzhi.intake.keeping;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.keeping.KeepingRules.Asked;
import org.lianzhi.intake.keeping.Kept.Kind;
import org.lianzhi.intake.progress.CaseProgresses;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.report.Reports;
import org.lianzhi.intake.worklist.Board;
import org.lianzhi.intake.worklist.BoardEntry;
import org.lianzhi.journal.CommitHash;
import org.lianzhi.journal.Intent;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.StreamId;
import org.lianzhi.model.Actor;
import org.lianzhi.model.Side;
import org.lianzhi.territory.Territory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Erases again what a restore brought back, and what was kept for as long as the operator wants it kept. */
public final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final String REASON = "retention period is over";

    private final Keeping keeping;
    private final Reports reports;
    private final ReadModel<BoardEntry> board;
    private final CaseProgresses cases;
    private final Territory territory;
    private final List<String> sides;
    private final @Nullable Period keep;
    private final Clock clock;

    /**
     * @param sides that are hosted
     * @param keep for how long after a matter ended; null: nothing is erased by its age
     */
    public Retention(
            Keeping keeping,
            Reports reports,
            ReadModel<BoardEntry> board,
            CaseProgresses cases,
            Territory territory,
            List<String> sides,
            @Nullable Period keep,
            Clock clock) {
        this.keeping = keeping;
        this.reports = reports;
        this.board = board;
        this.cases = cases;
        this.territory = territory;
        this.sides = List.copyOf(sides);
        this.keep = keep;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT0S")
    public void run() {
        int again = keeping.replay();
        int old = keep == null ? 0 : eraseOld(keep);
        if (again + old > 0) {
            LOG.info("erased {} reports again that were there after a restore, and {} that were old", again, old);
        }
    }

    private int eraseOld(Period keep) {
        return sides.stream()
                .map(Side::new)
                .mapToInt(side -> territory.officesOf(side).stream()
                        .mapToInt(office -> eraseOld(office, side, keep))
                        .sum())
                .sum();
    }

    private int eraseOld(String office, Side side, Period keep) {
        Instant now = clock.instant();
        ZoneId zone = territory.zoneOf(side);
        int erased = 0;
        for (BoardEntry entry :
                board.entries(Board.all(office), BoardEntry.class).values()) {
            StreamId report = StreamId.parse(entry.stream());
            Kept kept = keeping.of(report);
            // The record is read only of what is old enough in any case.
            boolean old = !entry.isOpen() && KeepingRules.isOver(kept, entry.filedAt(), keep, now, zone);
            Instant ended = old ? ended(report, entry) : null;
            if (KeepingRules.isOver(kept, ended, keep, now, zone)) {
                keeping.run(
                        intent(report, side, now),
                        report,
                        new Asked(Kind.ERASED, REASON, null),
                        LocalDate.ofInstant(now, zone));
                erased++;
            }
        }
        return erased;
    }

    /** When something happened to it last; null as long as its case is open. */
    private @Nullable Instant ended(StreamId report, BoardEntry entry) {
        ReportRecord record = reports.load(report);
        Instant last = record.steps().getLast().at();
        if (entry.caseId() == null) {
            return last;
        }
        Instant closed = cases.of(entry.caseId(), report.side()).closedAt();
        return closed == null || closed.isAfter(last) ? closed : last;
    }

    private static Intent intent(StreamId report, Side side, Instant now) {
        String id = CommitHash.of("retention", report.toString());
        return new Intent(id, "retention", Actor.policy(side, "retention").written(), now);
    }
}
