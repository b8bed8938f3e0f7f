package org.lianzhi.investigation.supervision;

import java.time.Instant;
import java.util.List;
import org.lianzhi.investigation.supervision.domain.Instruction;

/**
 * An instruction as it is shown.
 *
 * @param stage code: {@code running}, {@code reported}, {@code closed} or {@code withdrawn}
 * @param reminders how many were sent
 */
record InstructionView(
        String id,
        String office,
        String giver,
        String task,
        Instant givenAt,
        Instant dueAt,
        String stage,
        boolean overdue,
        long reminders,
        List<Instruction.Step> steps) {

    static InstructionView of(Instruction instruction, Instant now) {
        return new InstructionView(
                instruction.id(),
                instruction.office(),
                instruction.giver(),
                instruction.task(),
                instruction.givenAt(),
                instruction.dueAt(),
                instruction.stage().code(),
                instruction.isOverdue(now),
                instruction.reminders(),
                instruction.steps());
    }
}
