package org.lianzhi.investigation.supervision.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.SupervisionEvent.AboutInstruction;
import org.lianzhi.model.SupervisionEvent.BureauReminded;
import org.lianzhi.model.SupervisionEvent.DeadlineExtended;
import org.lianzhi.model.SupervisionEvent.InstructionClosed;
import org.lianzhi.model.SupervisionEvent.InstructionGiven;
import org.lianzhi.model.SupervisionEvent.InstructionWithdrawn;
import org.lianzhi.model.SupervisionEvent.ReportedBack;

/**
 * What one office of the side was asked to do.
 *
 * @param office that is to do it
 * @param giver office of the supervisor
 * @param dueAt as it stands after the last extension
 * @param settledAt when {@code dueAt} was last fixed
 * @param steps after the giving, in their order
 */
public record Instruction(
        String id,
        String office,
        String giver,
        String task,
        Instant givenAt,
        Instant dueAt,
        Instant settledAt,
        Stage stage,
        List<Step> steps) {

    public Instruction {
        steps = List.copyOf(steps);
    }

    /** How far it is. */
    public enum Stage {
        RUNNING,
        /** The office has answered, and the supervisor has not looked yet. */
        REPORTED,
        CLOSED,
        WITHDRAWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Something that was done about it.
     *
     * @param what code: {@code reminded}, {@code extended}, {@code reported}, {@code closed} or {@code withdrawn}
     * @param dueAt as it stood then; null where it does not matter
     * @param byClock whether nobody did it by hand
     */
    public record Step(
            String what,
            Instant at,
            @Nullable String words,
            @Nullable Instant dueAt,
            boolean byClock) {}

    static Instruction of(InstructionGiven given, Instant at) {
        return new Instruction(
                given.instruction(),
                given.bureau(),
                given.giver(),
                given.task(),
                at,
                given.dueAt(),
                at,
                Stage.RUNNING,
                List.of());
    }

    Instruction with(AboutInstruction event, Instant at, boolean byClock) {
        return switch (event) {
            case InstructionGiven again -> this;
            // A reminder after a report back says that it is not enough.
            case BureauReminded e -> with(Stage.RUNNING, new Step("reminded", at, e.words(), e.dueAt(), byClock));
            case DeadlineExtended e ->
                with(Stage.RUNNING, new Step("extended", at, e.reason(), e.dueAt(), byClock))
                        .due(e.dueAt(), at);
            case ReportedBack e -> with(Stage.REPORTED, new Step("reported", at, e.account(), null, byClock));
            case InstructionClosed e -> with(Stage.CLOSED, new Step("closed", at, e.words(), null, byClock));
            case InstructionWithdrawn e -> with(Stage.WITHDRAWN, new Step("withdrawn", at, e.reason(), null, byClock));
        };
    }

    private Instruction with(Stage next, Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return new Instruction(id, office, giver, task, givenAt, dueAt, settledAt, next, more);
    }

    private Instruction due(Instant due, Instant at) {
        return new Instruction(id, office, giver, task, givenAt, due, at, stage, steps);
    }

    public boolean isOver() {
        return stage == Stage.CLOSED || stage == Stage.WITHDRAWN;
    }

    /** Whether the office owes an answer that is late. */
    public boolean isOverdue(Instant now) {
        return stage == Stage.RUNNING && now.isAfter(dueAt);
    }

    public long reminders() {
        return steps.stream().filter(step -> step.what().equals("reminded")).count();
    }

    boolean wasRemindedByClockOf(Instant due) {
        return steps.stream()
                .anyMatch(step -> step.what().equals("reminded") && step.byClock() && due.equals(step.dueAt()));
    }
}
