package org.lianzhi.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one side lets somebody from outside look at, such as an inspector of the common superior, and what was looked at.
 * Each grant has a record of its own side on an internal topic. Who did it stands in the commit.
 */
public sealed interface AccessEvent extends PublishedEvent {

    /**
     * Somebody from outside may read, for some time. Either cases are named, or an agreement and when its cases were opened.
     *
     * @param inspector opaque reference of the person, as in the sign-in
     * @param authority that the person comes from, in the supervisor's words
     * @param cases ids; empty where an agreement is named
     * @param agreement id; null where cases are named
     * @param openedFrom first day on which a case of the agreement was opened; null where cases are named
     * @param openedTo the last such day, included
     */
    record AccessGranted(
            @SideInternal String inspector,
            @SideInternal String authority,
            @SideInternal String reason,
            List<@SideInternal String> cases,
            @Nullable @SideInternal String agreement,
            @Nullable LocalDate openedFrom,
            @Nullable LocalDate openedTo,
            Instant from,
            Instant until)
            implements AccessEvent {

        /** Whether its time has come and has not run out. */
        public boolean isInTime(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }

        /**
         * Whether a case may be read.
         *
         * @param of its agreement
         * @param openedOn day in the zone of the agreement
         */
        public boolean covers(String id, String of, LocalDate openedOn) {
            return agreement == null
                    ? cases.contains(id)
                    : agreement.equals(of)
                            && openedFrom != null
                            && openedTo != null
                            && !openedOn.isBefore(openedFrom)
                            && !openedOn.isAfter(openedTo);
        }
    }

    /** A supervisor ends it before its time. */
    record AccessEnded(@SideInternal String reason) implements AccessEvent {}

    /**
     * The inspector looks at something: recorded before it is shown.
     *
     * @param subject id of the case; null for the list of cases
     * @param part code of what is shown
     */
    record AccessUsed(
            @Nullable @SideInternal String subject,
            @SideInternal String part) implements AccessEvent {}
}
