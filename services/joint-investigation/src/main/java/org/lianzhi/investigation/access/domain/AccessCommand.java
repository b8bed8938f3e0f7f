package org.lianzhi.investigation.access.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be asked for. Who may ask was looked at before. */
public sealed interface AccessCommand {

    /**
     * How much can be granted at once.
     *
     * @param longest from its beginning to its end
     * @param cases how many can be named
     */
    record Limits(Duration longest, int cases) {}

    /**
     * Somebody from outside is to read.
     *
     * @param known those of the named cases in which the side takes part
     * @param agreements of the side
     */
    record Grant(
            String inspector,
            String authority,
            String reason,
            List<String> cases,
            @Nullable String agreement,
            @Nullable LocalDate openedFrom,
            @Nullable LocalDate openedTo,
            Instant from,
            Instant until,
            Instant at,
            Set<String> known,
            Set<String> agreements,
            Limits limits)
            implements AccessCommand {

        public Grant {
            cases = List.copyOf(cases);
        }
    }

    /**
     * A case, as far as it matters here.
     *
     * @param openedOn day in the zone of its agreement
     */
    record Matter(String id, String agreement, LocalDate openedOn) {}

    record End(String reason, Instant at) implements AccessCommand {}

    /**
     * The inspector is about to see something.
     *
     * @param inspector who asks
     * @param matter that is asked for; null for the list of cases
     */
    record Look(String inspector, @Nullable Matter matter, String part, Instant at) implements AccessCommand {}
}
