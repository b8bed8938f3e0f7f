package org.lianzhi.investigation.worklist;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.casework.CaseStreams;
import org.lianzhi.investigation.casework.CaseZones;
import org.lianzhi.investigation.desk.DeskStreams;
import org.lianzhi.investigation.domain.Act;
import org.lianzhi.investigation.domain.CaseState;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.investigation.domain.Noted;
import org.lianzhi.investigation.domain.Sample;
import org.lianzhi.investigation.domain.SideRecord;
import org.lianzhi.investigation.domain.SideRecord.Stand;
import org.lianzhi.investigation.domain.Turn;
import org.lianzhi.investigation.domain.Turns;
import org.lianzhi.investigation.supervision.stream.SupervisionStreams;
import org.lianzhi.investigation.worklist.CaseLine.SampleLine;
import org.lianzhi.investigation.worklist.CaseLine.Waiting;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.Listed;
import org.lianzhi.model.CaseEvent.CaseOpened;
import org.lianzhi.model.Side;
import org.springframework.stereotype.Component;

/**
 * One line per case, in the lists of everybody whom it concerns. An event only says that something is new: the line is
 * folded from the journal, which this service owns and which is never behind the topics. Who must act depends on the whole
 * of both records, and keeping these a second time inside each line would make every line as long as its case.
 */
@Component
public class CaseLines implements Listed<CaseLine, CaseLine> {

    private static final Set<String> KINDS = Set.of("case", SupervisionStreams.KIND, DeskStreams.KIND);

    private final CaseStreams streams;
    private final CaseZones zones;
    private final DeskStreams desks;

    CaseLines(CaseStreams streams, CaseZones zones, DeskStreams desks) {
        this.streams = streams;
        this.desks = desks;
        this.zones = zones;
    }

    @Override
    public String collection() {
        return "case_lines";
    }

    @Override
    public Class<CaseLine> type() {
        return CaseLine.class;
    }

    @Override
    public List<String> documents(IncomingEvent event) {
        return KINDS.contains(event.stream().kind()) ? List.of(event.stream().id()) : List.of();
    }

    @Override
    public CaseLine apply(String id, @Nullable CaseLine current, IncomingEvent event) {
        JointCase joint = streams.load(id).joint();
        Noted<CaseOpened> opening =
                joint.opening().orElseThrow(() -> new IllegalStateException("a case that was not opened"));
        return line(id, joint, opening.event(), opening.at());
    }

    private CaseLine line(String id, JointCase joint, CaseOpened opened, Instant openedAt) {
        Side lead = joint.parties().getFirst();
        Side counterpart = joint.parties().getLast();
        return new CaseLine(
                opened.summary().category(),
                opened.summary().affectedWater(),
                opened.summary().suspectedFacility(),
                lead.code(),
                joint.bureauAtFirst(lead).orElseThrow(),
                counterpart.code(),
                joint.bureauAtFirst(counterpart).orElseThrow(),
                CaseState.of(joint).code(),
                Turns.of(joint, zones.of(joint)).stream()
                        .map(CaseLines::waiting)
                        .toList(),
                joint.parties().stream()
                        .filter(party -> joint.recordOf(party).is(Stand.ASKED))
                        .map(Side::code)
                        .toList(),
                Sample.allOf(joint).stream()
                        .filter(sample -> sample.sent().isPresent())
                        .map(CaseLines::sample)
                        .toList(),
                joint.parties().stream()
                        .flatMap(party -> streams.designated(party, id).stream()
                                .map(office -> new CaseLine.Designated(party.code(), office)))
                        .toList(),
                joint.parties().stream()
                        .flatMap(party -> streams.designatedBefore(party, id).stream())
                        .toList(),
                joint.parties().stream()
                        .flatMap(party -> desks.desk(id, party).handovers().reversed().stream()
                                .limit(1))
                        .map(last -> new CaseLine.Assigned(last.office(), last.person()))
                        .toList(),
                opened.summary().synthetic(),
                openedAt,
                lastAt(joint, openedAt),
                joint.epoch());
    }

    private static Waiting waiting(Turn turn) {
        return new Waiting(
                turn.act().code(),
                turn.side().code(),
                turn.bureau(),
                turn.act().isOfLaboratory() ? "laboratory" : "officer",
                turn.ref(),
                turn.dueAt());
    }

    private static SampleLine sample(Sample sample) {
        var taken = sample.taken().event();
        var sent = sample.sent().orElseThrow().event();
        String before = sample.received().isPresent() ? "received" : "sent";
        return new SampleLine(
                sample.id(),
                sent.laboratory(),
                taken.number(),
                taken.medium(),
                sample.results().isPresent() ? "reported" : before,
                taken.parameters(),
                sent.handedOverAt(),
                sent.seal());
    }

    private static Instant lastAt(JointCase joint, Instant openedAt) {
        return joint.records().values().stream()
                .map(SideRecord::entries)
                .filter(entries -> !entries.isEmpty())
                .map(entries -> entries.getLast().at())
                .max(Instant::compareTo)
                .orElse(openedAt);
    }

    @Override
    public Map<String, Optional<CaseLine>> places(String id, CaseLine line) {
        Map<String, Optional<CaseLine>> places = new LinkedHashMap<>();
        // First: whichever of them has to do with it now is put back below.
        line.left().forEach(office -> {
            places.put(open(office), Optional.empty());
            places.put(over(office), Optional.empty());
        });
        for (String whose :
                List.of(line.leadBureau(), line.counterpartBureau(), ofSide(line.lead()), ofSide(line.counterpart()))) {
            places.put(open(whose), line.isOver() ? Optional.empty() : Optional.of(line));
            places.put(over(whose), line.isOver() ? Optional.of(line) : Optional.empty());
        }
        line.designated().forEach(each -> {
            places.put(open(each.office()), line.isOver() ? Optional.empty() : Optional.of(line));
            places.put(over(each.office()), line.isOver() ? Optional.of(line) : Optional.empty());
        });
        for (String side : List.of(line.lead(), line.counterpart())) {
            places.put(clock(side), hasClock(line, side) ? Optional.of(line) : Optional.empty());
        }
        line.samples().forEach(sample -> places.put(open(sample.laboratory()), Optional.of(line)));
        return places;
    }

    /** A side has many cases at a time. */
    @Override
    public int parts(String list) {
        return MANY;
    }

    private static boolean hasClock(CaseLine line, String side) {
        return line.asked().contains(side)
                || line.turns().stream()
                        .anyMatch(turn -> turn.side().equals(side) && turn.act().equals(Act.AFTER_CHECK.code()));
    }

    /** Id of the list of a bureau's, laboratory's or side's cases that are not over. */
    public static String open(String whose) {
        return "open/" + whose;
    }

    public static String over(String whose) {
        return "over/" + whose;
    }

    /** Id of the list of cases in which a clock of the side runs: of acknowledgement, or of an after-check. */
    public static String clock(String side) {
        return "clock/" + side;
    }

    static String ofSide(String side) {
        return "side-" + side;
    }
}
