package org.lianzhi.intake.triage;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.lianzhi.intake.domain.Codes;
import org.lianzhi.intake.domain.OpeningRules;
import org.lianzhi.intake.domain.OpeningRules.Why;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.vault.AccessLog;
import org.lianzhi.intake.vault.Openings;
import org.lianzhi.intake.vault.Openings.Opening;
import org.lianzhi.intake.worklist.Desk;
import org.lianzhi.kit.SignedIn;

/**
 * Lets an officer read what a reporter said for a reason, which stands in the log with each look. Whoever has the report on
 * the desk has one already; everybody else says it once, and it holds for a while.
 */
public final class Looking {

    private final Desk desk;
    private final Openings openings;
    private final AccessLog access;
    private final Codes codes;
    private final Duration holds;
    private final Clock clock;

    /** @param holds for how long a reason that somebody gave is not asked for again */
    public Looking(Desk desk, Openings openings, AccessLog access, Codes codes, Duration holds, Clock clock) {
        this.desk = desk;
        this.openings = openings;
        this.access = access;
        this.codes = codes;
        this.holds = holds;
        this.clock = clock;
    }

    /** Empty while the person has said none that still holds. */
    Optional<Opening> opening(ReportRecord record, SignedIn who) {
        return isOnDesk(record, who)
                ? Optional.of(new Opening(new Why(OpeningRules.ON_THE_DESK, null), null))
                : openings.of(who, record.stream(), clock.instant());
    }

    private boolean isOnDesk(ReportRecord record, SignedIn who) {
        Desk.Assigned assigned =
                desk.assigned(Desk.office(who)).get("report-" + record.stream().id());
        return assigned != null && assigned.person().equals(who.person());
    }

    void give(ReportRecord record, SignedIn who, String code, String words) {
        Why why = OpeningRules.why(codes.openings(), code, words);
        openings.keep(who, record.stream(), why, clock.instant().plus(holds));
    }

    /** Writes a look down, before anything is shown. */
    void look(ReportRecord record, SignedIn who, String part) {
        Why why = opening(record, who).orElseThrow(OpeningRules::missing).why();
        access.opened(record.stream(), OwnReports.actor(who), part, why.code(), why.words());
    }
}
