package org.lianzhi.portal.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Photo;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.component.Task;

/**
 * A case on the desks of the reader's own office.
 *
 * @param responsible rows about who is; one says that nobody is
 * @param drafts papers that have not left the office
 * @param issued papers that have, and how they came about
 */
public record Desk(List<Row> responsible, List<Remark> remarks, List<Drafted> drafts, List<Issued> issued) {

    /** @param by name of who wrote it */
    public record Remark(@Nullable String by, String text, Instant at) {}

    /**
     * A paper within the office.
     *
     * @param name of its kind, and number
     * @param rows what is known of it
     * @param acts what was done with it
     * @param next what is to be done with it
     * @param anew where it is prepared anew
     */
    public record Drafted(
            String name, List<Row> rows, List<PaperActs.Shown> acts, List<Photo> pages, Task next, String anew) {}

    /** A paper that has left the office: who reviewed and approved it, which the other side is not told. */
    public record Issued(String name, List<PaperActs.Shown> acts) {}
}
