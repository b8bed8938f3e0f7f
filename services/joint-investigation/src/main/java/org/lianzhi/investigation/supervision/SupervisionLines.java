package org.lianzhi.investigation.supervision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.casework.CaseStreams;
import org.lianzhi.investigation.supervision.domain.Instruction;
import org.lianzhi.investigation.supervision.stream.SupervisionStreams;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.Listed;
import org.lianzhi.model.ReleasedSummary;
import org.lianzhi.model.Side;
import org.springframework.stereotype.Component;

/**
 * The instructions of each side and of each office, by case. As with the lists of cases an event only says that something
 * is new: the line is folded from the journal, which this service owns.
 */
@Component
class SupervisionLines implements Listed<SupervisionLine, SupervisionLine> {

    private static final String OVER = "over/";

    private final CaseStreams cases;
    private final SupervisionStreams streams;

    SupervisionLines(CaseStreams cases, SupervisionStreams streams) {
        this.cases = cases;
        this.streams = streams;
    }

    @Override
    public String collection() {
        return "supervision_lines";
    }

    @Override
    public Class<SupervisionLine> type() {
        return SupervisionLine.class;
    }

    @Override
    public List<String> documents(IncomingEvent event) {
        return event.stream().kind().equals(SupervisionStreams.KIND)
                ? List.of(event.stream().toString())
                : List.of();
    }

    @Override
    public SupervisionLine apply(String id, @Nullable SupervisionLine current, IncomingEvent event) {
        String caseId = event.stream().id();
        ReleasedSummary summary = cases.load(caseId)
                .joint()
                .opening()
                .map(opening -> opening.event().summary())
                .orElse(null);
        return new SupervisionLine(
                summary == null ? null : summary.category(),
                summary == null ? null : summary.affectedWater(),
                summary != null && summary.synthetic(),
                streams.load(caseId, new Side(event.stream().side()))
                        .supervision()
                        .instructions());
    }

    @Override
    public Map<String, Optional<SupervisionLine>> places(String id, SupervisionLine line) {
        Map<String, Optional<SupervisionLine>> places = new LinkedHashMap<>();
        String side = id.substring(id.indexOf('@') + 1);
        place(places, ofSide(side), line, line.instructions());
        line.instructions().stream()
                .map(Instruction::office)
                .distinct()
                .forEach(office -> place(
                        places,
                        ofOffice(side, office),
                        line,
                        line.instructions().stream()
                                .filter(each -> each.office().equals(office))
                                .toList()));
        return places;
    }

    /** Two lists for each: what is over grows without end and is read only when it is asked for. */
    private static void place(
            Map<String, Optional<SupervisionLine>> places,
            String whose,
            SupervisionLine line,
            List<Instruction> instructions) {
        places.put(open(whose), part(line, instructions, false));
        places.put(over(whose), part(line, instructions, true));
    }

    private static Optional<SupervisionLine> part(
            SupervisionLine line, List<Instruction> instructions, boolean isOver) {
        List<Instruction> part =
                instructions.stream().filter(each -> each.isOver() == isOver).toList();
        return part.isEmpty()
                ? Optional.empty()
                : Optional.of(new SupervisionLine(line.category(), line.affectedWater(), line.synthetic(), part));
    }

    @Override
    public int parts(String list) {
        return list.startsWith(OVER) ? MANY : 1;
    }

    static String open(String whose) {
        return "open/" + whose;
    }

    static String over(String whose) {
        return OVER + whose;
    }

    static String ofSide(String side) {
        return "side-" + side;
    }

    static String ofOffice(String side, String office) {
        return side + "-" + office;
    }
}
