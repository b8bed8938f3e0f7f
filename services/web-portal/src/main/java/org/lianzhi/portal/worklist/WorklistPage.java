package org.lianzhi.portal.worklist;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Link;
import org.lianzhi.portal.component.Pages;
import org.lianzhi.portal.component.Select;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.View;

/**
 * The bureau's worklist, the most urgent first.
 *
 * @param views mine, our side, waiting for the other side, overdue
 * @param choices by what it can be narrowed down, and what is chosen
 * @param desk who can take on what, and the views that the reader saved
 * @param notices message keys of what cannot be shown just now
 * @param unread notices in the inbox that nobody of the office has read
 */
public record WorklistPage(
        List<View> views,
        Choices choices,
        Desk desk,
        List<Item> items,
        Pages pages,
        List<String> notices,
        long unread) {

    /**
     * By what it can be narrowed down.
     *
     * @param view code
     * @param text part of a number; empty for all
     * @param chips what is chosen; each link leaves that out
     * @param query what a saved view keeps
     * @param csv what is shown, as a file; {@code excel} the same as a workbook
     */
    public record Choices(
            String view, List<Select> selects, String text, List<Link> chips, String query, String csv, String excel) {}

    /**
     * What the office has laid out.
     *
     * @param people to whom the reader may assign; empty while that cannot be told
     * @param saved views of the reader, under the names they gave them
     */
    public record Desk(List<Choice> people, List<Link> saved, String idempotencyKey) {}

    /**
     * A report or a joint case.
     *
     * @param matter by which it is assigned here; absent for a case, whose record says who is responsible
     * @param assigned who deals with it, as it is shown; absent for nobody
     * @param next message key of the next act
     * @param waitingFor side that must act: {@code hn}, {@code gx}; absent if nobody must
     * @param due when the next act is due; absent if nothing is
     */
    public record Item(
            String href,
            @Nullable String matter,
            @Nullable String assigned,
            String number,
            String title,
            String area,
            Tag state,
            String next,
            @Nullable String waitingFor,
            @Nullable Instant due,
            boolean overdue,
            boolean synthetic) {

        Item assignedTo(@Nullable String person) {
            return new Item(
                    href, matter, person, number, title, area, state, next, waitingFor, due, overdue, synthetic);
        }
    }
}
