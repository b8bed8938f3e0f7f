package org.lianzhi.portal.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.Tone;

/** What stands beside the procedure of a case: other cases of the same matter, and words from side to side. */
public record Beside(List<Linked> links, List<Comment> comments) {

    /**
     * Another case, as one side links it.
     *
     * @param href absent where the reader's office need not take part in it
     * @param undone why it does not hold any more; absent while it does
     * @param undo where the reader can take it back; absent where that is not the reader's
     */
    public record Linked(
            String number,
            @Nullable String href,
            Tag kind,
            String side,
            String reason,
            Instant at,
            @Nullable Undone undone,
            @Nullable String undo) {

        public Tag undoneTag() {
            return new Tag("state.unlinked", Tone.PLAIN);
        }
    }

    public record Undone(String reason, Instant at) {}

    public record Comment(String side, String office, String text, Instant at) {}
}
