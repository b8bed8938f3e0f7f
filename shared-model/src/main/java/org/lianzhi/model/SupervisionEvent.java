package org.lianzhi.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the supervisors of one side ask of the offices of their own side in a joint case, and what these answer. It stands
 * in a record of its own on an internal topic: the other side learns of none of it. Who did it stands in the commit.
 */
public sealed interface SupervisionEvent extends PublishedEvent {

    /** Something that was asked of one office, until it is closed or withdrawn. */
    sealed interface AboutInstruction extends SupervisionEvent {

        String instruction();

        String bureau();
    }

    /**
     * An office is to do something by a time (supervised handling).
     *
     * @param bureau code of the office
     * @param giver code of the supervisor's office
     * @param task in the supervisor's words
     */
    record InstructionGiven(
            @SideInternal String instruction,
            @SideInternal String bureau,
            @SideInternal String giver,
            @SideInternal String task,
            Instant dueAt)
            implements AboutInstruction {}

    /**
     * The office is reminded, by a supervisor or by the clock. After a report back it means that the report is not enough.
     *
     * @param words null where the clock reminds, or a supervisor says nothing more
     * @param dueAt as it stands
     */
    record BureauReminded(
            @SideInternal String instruction,
            @SideInternal String bureau,
            @Nullable @SideInternal String words,
            Instant dueAt)
            implements AboutInstruction {}

    /** The office gets more time. */
    record DeadlineExtended(
            @SideInternal String instruction,
            @SideInternal String bureau,
            Instant dueAt,
            @SideInternal String reason) implements AboutInstruction {}

    /**
     * The office says what it did.
     *
     * @param giver code of the office that is to be told
     */
    record ReportedBack(
            @SideInternal String instruction,
            @SideInternal String bureau,
            @SideInternal String giver,
            @SideInternal String account)
            implements AboutInstruction {}

    /** The supervisor is content with what was reported. */
    record InstructionClosed(
            @SideInternal String instruction,
            @SideInternal String bureau,
            @Nullable @SideInternal String words) implements AboutInstruction {}

    /**
     * Somebody graded the matter as an environmental incident, or as none. A machine never does.
     *
     * @param grade code: {@code i}, {@code ii}, {@code iii}, {@code iv}, or {@code risk} for a risk that is no incident
     * @param bureau office of the side that handles the case
     */
    record Graded(
            @SideInternal String grade,
            @SideInternal String reason,
            @SideInternal String legalBasis,
            @SideInternal String bureau)
            implements SupervisionEvent {}

    /**
     * From now on another office of the side handles the case.
     *
     * @param bureau code of the office
     * @param instead office that handled it before
     */
    record OfficeDesignated(
            @SideInternal String bureau,
            @SideInternal String instead,
            @SideInternal String reason,
            @SideInternal String legalBasis)
            implements SupervisionEvent {}

    /** Its giver takes it back. */
    record InstructionWithdrawn(
            @SideInternal String instruction,
            @SideInternal String bureau,
            @SideInternal String reason) implements AboutInstruction {}
}
