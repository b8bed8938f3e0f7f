package org.lianzhi.investigation.supervision.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lianzhi.model.SupervisionEvent;
import org.lianzhi.model.SupervisionEvent.AboutInstruction;
import org.lianzhi.model.SupervisionEvent.InstructionGiven;

/**
 * One side's supervision of one case.
 *
 * @param instructions in the order in which they were given
 */
public record Supervision(List<Instruction> instructions) {

    public static final Supervision NONE = new Supervision(List.of());

    public Supervision {
        instructions = List.copyOf(instructions);
    }

    public static List<SupervisionEvent> decide(Supervision supervision, SupervisionCommand command) {
        return SupervisionRules.decide(supervision, command);
    }

    /** @param byClock whether nobody did it by hand */
    public static Supervision evolve(Supervision before, SupervisionEvent event, Instant at, boolean byClock) {
        return switch (event) {
            case InstructionGiven given -> before.with(Instruction.of(given, at));
            case AboutInstruction about -> before.changed(about, at, byClock);
        };
    }

    private Supervision with(Instruction instruction) {
        List<Instruction> more = new ArrayList<>(instructions);
        more.add(instruction);
        return new Supervision(more);
    }

    private Supervision changed(AboutInstruction event, Instant at, boolean byClock) {
        return new Supervision(instructions.stream()
                .map(each -> each.id().equals(event.instruction()) ? each.with(event, at, byClock) : each)
                .toList());
    }

    public Optional<Instruction> instruction(String id) {
        return instructions.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    public List<Instruction> to(String office) {
        return instructions.stream()
                .filter(each -> each.office().equals(office))
                .toList();
    }
}
