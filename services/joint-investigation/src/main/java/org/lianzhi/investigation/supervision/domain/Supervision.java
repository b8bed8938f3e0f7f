package org.lianzhi.investigation.supervision.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lianzhi.model.SupervisionEvent;
import org.lianzhi.model.SupervisionEvent.AboutInstruction;
import org.lianzhi.model.SupervisionEvent.Graded;
import org.lianzhi.model.SupervisionEvent.InstructionGiven;
import org.lianzhi.model.SupervisionEvent.OfficeDesignated;

/**
 * One side's supervision of one case.
 *
 * @param instructions in the order in which they were given
 * @param gradings the last one holds; none as long as nobody has graded the matter
 * @param designations the last one holds
 */
public record Supervision(List<Instruction> instructions, List<Grading> gradings, List<Designation> designations) {

    public static final Supervision NONE = new Supervision(List.of(), List.of(), List.of());

    public Supervision {
        instructions = List.copyOf(instructions);
        gradings = List.copyOf(gradings);
        designations = List.copyOf(designations);
    }

    public static List<SupervisionEvent> decide(Supervision supervision, SupervisionCommand command) {
        return SupervisionRules.decide(supervision, command);
    }

    /** @param byClock whether nobody did it by hand */
    public static Supervision evolve(Supervision before, SupervisionEvent event, Instant at, boolean byClock) {
        return switch (event) {
            case InstructionGiven given -> before.with(more(before.instructions, Instruction.of(given, at)));
            case AboutInstruction about -> before.with(changed(before.instructions, about, at, byClock));
            case Graded graded ->
                new Supervision(
                        before.instructions,
                        more(before.gradings, new Grading(graded.grade(), graded.reason(), graded.legalBasis(), at)),
                        before.designations);
            case OfficeDesignated e ->
                new Supervision(
                        before.instructions,
                        before.gradings,
                        more(
                                before.designations,
                                new Designation(e.bureau(), e.instead(), e.reason(), e.legalBasis(), at)));
        };
    }

    private Supervision with(List<Instruction> others) {
        return new Supervision(others, gradings, designations);
    }

    private static <T> List<T> more(List<T> before, T one) {
        List<T> more = new ArrayList<>(before);
        more.add(one);
        return more;
    }

    private static List<Instruction> changed(
            List<Instruction> before, AboutInstruction event, Instant at, boolean byClock) {
        return before.stream()
                .map(each -> each.id().equals(event.instruction()) ? each.with(event, at, byClock) : each)
                .toList();
    }

    public Optional<Grading> grading() {
        return gradings.isEmpty() ? Optional.empty() : Optional.of(gradings.getLast());
    }

    /** The office that handles the case because somebody said so. */
    public Optional<String> designated() {
        return designations.isEmpty()
                ? Optional.empty()
                : Optional.of(designations.getLast().office());
    }

    /** Offices that somebody made handle the case before the one that does, which may be among them. */
    public List<String> designatedBefore() {
        return designations.stream()
                .limit(Math.max(0, designations.size() - 1))
                .map(Designation::office)
                .toList();
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
