package org.lianzhi.portal.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Entry;
import org.lianzhi.portal.component.Link;
import org.lianzhi.portal.component.Pages;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.component.Select;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.View;

/**
 * Every step of a case, by whom, and how long it took.
 *
 * @param href of this page without any choice
 * @param orders newest first or oldest first
 * @param oldestFirst whether silences stand below the steps, where the present is
 * @param unreadable what is missing among the steps because it cannot be read, in words
 * @param lines in the order wished
 */
public record TimelinePage(
        String id,
        String href,
        String number,
        String title,
        boolean synthetic,
        Tag state,
        List<Row> facts,
        Choices choices,
        List<View> orders,
        boolean oldestFirst,
        List<Silence> silences,
        List<String> unreadable,
        List<Line> lines,
        Pages pages,
        Verification verification) {

    /**
     * How the steps are chosen.
     *
     * @param chips what is chosen; each link leaves that out
     * @param csv and {@code excel}, {@code json}: what is shown, as files
     */
    public record Choices(
            List<Select> selects,
            @Nullable String from,
            @Nullable String to,
            String order,
            List<Link> chips,
            String csv,
            String excel,
            String json) {}

    /**
     * A step.
     *
     * @param anchor id within the page
     * @param permalink to it, wherever it stands
     * @param machine whether a policy or a clock did it
     * @param answered how long it was waited for; absent where it answers nothing
     * @param because the step because of which it was done
     * @param seen up to where the other records were known
     */
    public record Line(
            String anchor,
            String permalink,
            Entry entry,
            boolean machine,
            @Nullable Answered answered,
            @Nullable Link because,
            List<Link> seen) {}

    /** @param dueAt absent where there is no limit */
    public record Answered(
            Link asked, Duration waited, @Nullable Instant dueAt, boolean late) {}

    /** What somebody still owes. */
    public record Silence(
            String side,
            String office,
            String act,
            Link asked,
            Duration since,
            @Nullable Instant dueAt,
            boolean overdue) {}
}
