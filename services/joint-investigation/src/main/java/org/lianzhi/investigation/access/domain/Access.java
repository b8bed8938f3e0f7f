package org.lianzhi.investigation.access.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.AccessEvent;
import org.lianzhi.model.AccessEvent.AccessEnded;
import org.lianzhi.model.AccessEvent.AccessGranted;
import org.lianzhi.model.AccessEvent.AccessUsed;

/**
 * What one side lets one inspector read.
 *
 * @param granted absent before it was
 * @param ended absent as long as nobody ended it before its time
 * @param looks in the order in which they were
 */
public record Access(
        @Nullable AccessGranted granted, @Nullable End ended, List<Look> looks) {

    public static final Access NONE = new Access(null, null, List.of());

    public record End(String reason, Instant at) {}

    /** @param subject id of the case; null for the list of cases */
    public record Look(@Nullable String subject, String part, Instant at) {}

    public Access {
        looks = List.copyOf(looks);
    }

    public static List<AccessEvent> decide(Access access, AccessCommand command) {
        return AccessRules.decide(access, command);
    }

    public static Access evolve(Access before, AccessEvent event, Instant at) {
        return switch (event) {
            case AccessGranted granted -> new Access(granted, null, List.of());
            case AccessEnded ended -> new Access(before.granted, new End(ended.reason(), at), before.looks);
            case AccessUsed used -> {
                List<Look> looks = new ArrayList<>(before.looks);
                looks.add(new Look(used.subject(), used.part(), at));
                yield new Access(before.granted, before.ended, looks);
            }
        };
    }

    public Optional<AccessGranted> grant() {
        return Optional.ofNullable(granted);
    }

    /** Whether it can be used now: it has begun, has not run out, and nobody ended it. */
    boolean runs(Instant now) {
        return granted != null && ended == null && granted.isInTime(now);
    }
}
