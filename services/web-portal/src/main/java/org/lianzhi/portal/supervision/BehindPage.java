package org.lianzhi.portal.supervision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Link;
import org.lianzhi.portal.component.Pages;

/**
 * The cases or reports behind a figure.
 *
 * @param back to the figures, with the same choice
 * @param timed whether a time is told
 * @param limited whether a limit is told
 */
public record BehindPage(
        String back,
        FiguresPage.Line figure,
        List<Link> chips,
        boolean timed,
        boolean limited,
        List<Line> lines,
        Pages pages,
        String csv,
        String excel) {

    /**
     * One of them.
     *
     * @param href of its case; absent for a report that led to none
     * @param about office, state, channel or number, as far as they are told
     * @param took absent where it is not over, and so left out
     * @param onTime absent where it is not said
     */
    public record Line(
            String number,
            @Nullable String href,
            List<String> about,
            Instant from,
            @Nullable Instant until,
            @Nullable String took,
            @Nullable Instant limit,
            @Nullable Boolean onTime) {}
}
