package org.lianzhi.investigation.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.CaseEvent.CaseLinked;
import org.lianzhi.model.CaseEvent.CaseUnlinked;

/** Other cases of the same matter, as one side's record tells it. A link that was taken back stays, with the reason. */
public final class Links {

    private Links() {}

    /** @param undone why the link does not hold any more; null while it does */
    public record Link(Noted<CaseLinked> made, @Nullable Noted<CaseUnlinked> undone) {

        public boolean holds() {
            return undone == null;
        }

        boolean isTo(String other) {
            return made.event().linked().equals(other);
        }

        private Link undoneBy(Noted<CaseUnlinked> why) {
            return new Link(made, why);
        }
    }

    /** Every link that was ever made, in its order; the same two cases may be linked again. */
    public static List<Link> of(SideRecord record) {
        List<Link> links = new ArrayList<>();
        for (Noted<?> entry : record.entries()) {
            if (entry.event() instanceof CaseLinked linked) {
                links.add(new Link(new Noted<>(entry.side(), linked, entry.at(), entry.digest()), null));
            } else if (entry.event() instanceof CaseUnlinked unlinked) {
                Noted<CaseUnlinked> undone = new Noted<>(entry.side(), unlinked, entry.at(), entry.digest());
                links.replaceAll(link -> link.holds() && link.isTo(unlinked.linked()) ? link.undoneBy(undone) : link);
            }
        }
        return List.copyOf(links);
    }

    /** The one that was made last between this case and the other one. */
    static Optional<Link> last(SideRecord record, String other) {
        return of(record).stream().filter(link -> link.isTo(other)).reduce((earlier, later) -> later);
    }

    public static boolean hold(SideRecord record, String other) {
        return last(record, other).filter(Link::holds).isPresent();
    }

    /** Whether the link was made or taken back after that time: whatever was said of it before is overtaken. */
    public static boolean changedSince(SideRecord record, String other, Instant time) {
        return last(record, other)
                .map(link ->
                        link.undone() == null ? link.made().at() : link.undone().at())
                .filter(time::isBefore)
                .isPresent();
    }
}
