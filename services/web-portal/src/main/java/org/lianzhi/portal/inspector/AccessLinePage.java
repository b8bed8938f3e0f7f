package org.lianzhi.portal.inspector;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Pages;
import org.lianzhi.portal.component.Tag;

/**
 * Accesses.
 *
 * @param mine reference of the reader, for an inspector to name
 */
public record AccessLinePage(
        List<Line> lines, Pages pages, @Nullable String mine) {

    /**
     * One of them.
     *
     * @param scope in words, one part each
     * @param href of what belongs to it
     * @param end where it is ended; absent where it is over
     */
    public record Line(
            String side,
            String inspector,
            String authority,
            @Nullable String reason,
            List<String> scope,
            Instant from,
            Instant until,
            Tag state,
            @Nullable String endReason,
            int looks,
            String href,
            @Nullable String end) {}
}
