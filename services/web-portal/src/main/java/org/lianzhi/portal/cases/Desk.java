package org.lianzhi.portal.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Row;

/**
 * A case on the desks of the reader's own office.
 *
 * @param responsible rows about who is; one says that nobody is
 */
public record Desk(List<Row> responsible, List<Remark> remarks) {

    /** @param by name of who wrote it */
    public record Remark(@Nullable String by, String text, Instant at) {}
}
