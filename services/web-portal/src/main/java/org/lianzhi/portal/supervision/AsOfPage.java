package org.lianzhi.portal.supervision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as each side knew it, beside today.
 *
 * @param local the moment as the form's field writes it
 * @param unread whether the moment that was asked for could not be read
 * @param sides whose columns there are
 * @param unreadable what is not compared because it cannot be read, in words
 * @param differences how many rows differ from today
 */
public record AsOfPage(
        String href,
        String number,
        String title,
        boolean synthetic,
        Instant at,
        String local,
        boolean unread,
        List<String> sides,
        List<String> unreadable,
        List<Row> rows,
        long differences) {

    /**
     * A fact.
     *
     * @param side whose it is; absent where it is about the case
     * @param cells in the order of the sides
     */
    public record Row(String what, @Nullable String side, List<Cell> cells, String today) {

        public boolean differs() {
            return cells.stream().anyMatch(Cell::differs);
        }
    }

    public record Cell(String words, boolean differs) {}
}
