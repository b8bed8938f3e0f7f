package org.lianzhi.portal.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Link;
import org.lianzhi.portal.component.Pages;
import org.lianzhi.portal.component.Select;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.View;

/**
 * The board: cases of the agreements of the own side.
 *
 * @param late how many cases each office is late with, the most first
 * @param views open, overdue, the other side outstanding, dormant, without jurisdiction, closed, all
 * @param chips what else is chosen; each link leaves that out
 * @param dormantAfter how long without any step a case counts as dormant
 * @param undecided reports of the own side that no office has decided on; absent where there are none
 * @param csv what is shown, as a file; {@code excel} the same as a workbook
 * @param live stream that says when something has moved
 * @param parts where the script gets what moves
 */
public record CasesPage(
        List<Office> late,
        List<View> views,
        List<Select> selects,
        List<Link> chips,
        String view,
        List<Line> lines,
        Pages pages,
        Duration dormantAfter,
        @Nullable Undecided undecided,
        String csv,
        String excel,
        String live,
        String parts,
        Instant asOf) {

    /** @param late how many of them are past the limit */
    public record Undecided(int reports, int late, String href) {}

    /** An office that is late. */
    public record Office(String name, String side, long cases, String href) {}

    /**
     * One case.
     *
     * @param lead side that leads; absent while the opening is not yet known
     * @param waits for whom, as far as the records tell
     * @param age from opening until now or until closure
     * @param still how long nothing has happened; absent unless the case is dormant
     */
    public record Line(
            String href,
            String number,
            String title,
            Tag state,
            @Nullable String lead,
            List<Wait> waits,
            Instant openedAt,
            Duration age,
            boolean overdue,
            @Nullable Duration still,
            boolean synthetic) {}

    /**
     * For whom a case waits.
     *
     * @param since for how long; absent where the records do not tell
     * @param late by how much; absent if it is in time or there is no limit
     */
    public record Wait(
            String side,
            String office,
            String what,
            @Nullable Duration since,
            @Nullable Instant dueAt,
            @Nullable Duration late) {}
}
