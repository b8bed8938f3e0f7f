package org.lianzhi.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who of a side works at what, and what its people tell each other about a case. It stays on the internal topics of the own
 * side: to the other side these are no events. Who did it stands in the commit.
 */
public sealed interface DeskEvent extends PublishedEvent {

    /** What belongs to one case. */
    sealed interface AboutCase extends DeskEvent {}

    /** What belongs to the people of one office. */
    sealed interface AboutOffice extends DeskEvent {}

    /**
     * From now on a person is responsible for the case.
     *
     * @param office that the person is of
     * @param person opaque reference
     * @param note what whoever takes over has to know; null where nobody was responsible before
     */
    record CaseAssigned(
            @SideInternal String office,
            @SideInternal String person,
            @Nullable @SideInternal String note) implements AboutCase {}

    /** A word among the own people. */
    record Remarked(
            @SideInternal String remark, @SideInternal String text) implements AboutCase {}

    /**
     * A person is away, and another one stands in for all that the person is responsible for.
     *
     * @param from first day of absence, in the zone of the side
     * @param to last day of it
     */
    record StandInNamed(
            @SideInternal String person, @SideInternal String standIn, LocalDate from, LocalDate to)
            implements AboutOffice {}

    /** The person is back sooner than was said. */
    record Returned(@SideInternal String person, LocalDate on) implements AboutOffice {}
}
