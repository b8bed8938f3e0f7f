package org.lianzhi.portal.approval;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.cases.PaperActs;
import org.lianzhi.portal.component.Pages;
import org.lianzhi.portal.component.Photo;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.View;

/**
 * A paper before the office that was asked to decide.
 *
 * @param rows what is known of it
 * @param acts what was done with it, in its order
 * @param step what is asked of the office; absent where nothing is
 * @param decide where the reader does it; absent where nothing is asked, or it is for the head of the office
 */
public record PaperPage(
        Head head,
        List<Row> rows,
        List<Photo> pages,
        List<PaperActs.Shown> acts,
        @Nullable String step,
        @Nullable String decide) {

    /**
     * @param name of its kind, and number
     * @param matter number and title of the case
     */
    public record Head(String href, String name, String matter, boolean synthetic) {}

    public record All(List<View> views, List<Line> lines, Pages pages) {}

    /**
     * A paper in the list.
     *
     * @param about what it is about
     * @param asking office that asks
     * @param step what is asked, or what was done last
     * @param at since when it waits, or when that was done
     */
    public record Line(Head head, String about, String asking, String step, Tag state, Instant at) {}
}
