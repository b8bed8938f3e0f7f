package org.lianzhi.model;

import java.time.LocalDate;
import java.util.List;
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
     * A paper is prepared, or prepared anew: what was approved of an earlier one counts no more.
     *
     * @param kind code, as in the agreement's data
     * @param office that decides
     * @param about what it is about, in a few words
     */
    record PaperPrepared(
            @SideInternal String paper,
            @SideInternal String kind,
            @SideInternal String number,
            @SideInternal String office,
            @SideInternal String about,
            List<Photo> pages)
            implements AboutCase {

        public PaperPrepared {
            pages = List.copyOf(pages);
        }
    }

    /**
     * One of the steps that a paper takes within its side is done.
     *
     * @param step code, as in the agreement's data
     * @param reference number of the document by which another office did it, as it was entered; null where whoever did it
     *     did it here
     */
    record PaperStepDone(
            @SideInternal String paper,
            @SideInternal String step,
            @Nullable @SideInternal String reference) implements AboutCase {}

    /** Whoever was to do a step sends the paper back: it is to be prepared anew. */
    record PaperSentBack(
            @SideInternal String paper,
            @SideInternal String step,
            @SideInternal String reasons) implements AboutCase {}

    /**
     * A person is away, and another one stands in for all that the person is responsible for.
     *
     * @param from first day of absence, in the zone of the side
     * @param to last day of it
     */
    record StandInNamed(
            @SideInternal String person, @SideInternal String standIn, LocalDate from, LocalDate to)
            implements AboutOffice {}

    /**
     * The person is back sooner than was said.
     *
     * @param on first day back; the first day of an absence that does not take place at all
     * @param from first day of the absence that ends; null in what was written before several could be told apart, where all
     *     end that are not over
     */
    record Returned(
            @SideInternal String person,
            LocalDate on,
            @Nullable LocalDate from) implements AboutOffice {}
}
