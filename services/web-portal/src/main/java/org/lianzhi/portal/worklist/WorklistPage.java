package org.lianzhi.portal.worklist;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Pages;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.View;

/**
 * The bureau's worklist, the most urgent first.
 *
 * @param views mine, our side, waiting for the other side, overdue
 * @param notices message keys of what cannot be shown just now
 * @param unread notices in the inbox that nobody of the office has read
 */
public record WorklistPage(List<View> views, List<Item> items, Pages pages, List<String> notices, long unread) {

    /**
     * A report or a joint case.
     *
     * @param next message key of the next act
     * @param waitingFor side that must act: {@code hn}, {@code gx}; absent if nobody must
     * @param due when the next act is due; absent if nothing is
     * @param responsible who of the own office; absent where nobody is, or nobody needs to be
     */
    public record Item(
            String href,
            String number,
            String title,
            String area,
            Tag state,
            String next,
            @Nullable String waitingFor,
            @Nullable Instant due,
            boolean overdue,
            boolean synthetic,
            @Nullable String responsible) {}
}
