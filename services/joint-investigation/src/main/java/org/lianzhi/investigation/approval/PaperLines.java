package org.lianzhi.investigation.approval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.casework.CaseStreams;
import org.lianzhi.investigation.desk.DeskStreams;
import org.lianzhi.investigation.desk.PaperData;
import org.lianzhi.investigation.desk.domain.Draft;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.Listed;
import org.lianzhi.journal.StreamId;
import org.lianzhi.model.Side;
import org.lianzhi.territory.PaperRule;
import org.springframework.stereotype.Component;

/**
 * The papers that were put to each office, by case. As with the lists of cases an event only says that something is new: the
 * line is folded from the journal, which this service owns.
 */
@Component
class PaperLines implements Listed<PaperLine, PaperLine> {

    private static final String DONE = "done/";

    private final CaseStreams cases;
    private final DeskStreams desks;
    private final PaperData data;

    PaperLines(CaseStreams cases, DeskStreams desks, PaperData data) {
        this.cases = cases;
        this.desks = desks;
        this.data = data;
    }

    @Override
    public String collection() {
        return "paper_lines";
    }

    @Override
    public Class<PaperLine> type() {
        return PaperLine.class;
    }

    @Override
    public List<String> documents(IncomingEvent event) {
        return event.stream().kind().equals(DeskStreams.KIND)
                ? List.of(event.stream().toString())
                : List.of();
    }

    @Override
    public PaperLine apply(String id, @Nullable PaperLine current, IncomingEvent event) {
        StreamId stream = event.stream();
        Side side = new Side(stream.side());
        JointCase joint = cases.load(stream.id()).joint();
        List<Draft> drafts = desks.desk(stream.id(), side).drafts();
        return PaperLine.of(
                joint,
                drafts.stream()
                        .flatMap(draft -> draft.offices().stream())
                        .distinct()
                        .toList(),
                drafts.stream()
                        .filter(Draft::isPut)
                        .map(draft -> put(draft, data.steps(joint, draft, side)))
                        .toList());
    }

    private static PaperLine.Put put(Draft draft, List<PaperRule.Step> steps) {
        PaperRule.Step next = draft.askedOf(draft.office(), steps).orElse(null);
        return new PaperLine.Put(
                draft.paper(),
                draft.kind(),
                draft.number(),
                draft.about(),
                draft.office(),
                draft.by().bureau(),
                draft.at(),
                next == null ? null : next.id(),
                next != null && next.isOfHead(),
                draft.lastActOf(draft.office())
                        .map(act -> new PaperLine.Did(act.step(), act.isBack(), act.at()))
                        .orElse(null));
    }

    @Override
    public Map<String, Optional<PaperLine>> places(String id, PaperLine line) {
        Map<String, Optional<PaperLine>> places = new LinkedHashMap<>();
        String side = StreamId.parse(id).side();
        line.offices().forEach(office -> {
            places.put(open(side, office), part(line, office, true));
            places.put(done(side, office), part(line, office, false));
        });
        return places;
    }

    private static Optional<PaperLine> part(PaperLine line, String office, boolean open) {
        List<PaperLine.Put> part = line.papers().stream()
                .filter(put -> put.office().equals(office) && put.isShown() && put.isOpen() == open)
                .toList();
        return part.isEmpty() ? Optional.empty() : Optional.of(line.with(part));
    }

    /** What was done grows without end. */
    @Override
    public int parts(String list) {
        return list.startsWith(DONE) ? MANY : 1;
    }

    static String open(String side, String office) {
        return "open/" + side + "-" + office;
    }

    static String done(String side, String office) {
        return DONE + side + "-" + office;
    }
}
