package org.lianzhi.investigation.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.investigation.supervision.stream.SupervisionStreams;
import org.lianzhi.journal.Commit;
import org.lianzhi.journal.EventData;
import org.lianzhi.journal.EventStream;
import org.lianzhi.journal.Head;
import org.lianzhi.journal.Journal;
import org.lianzhi.journal.JournalProperties;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.Side;
import org.lianzhi.model.wire.ContentDigest;
import org.lianzhi.model.wire.EventJson;
import org.springframework.stereotype.Component;

/** The records of a case in the journal. */
@Component
public class CaseStreams {

    private static final String KIND = "case";

    private final Journal journal;
    private final SupervisionStreams supervision;
    private final List<Side> knownSides;
    private final List<Side> hostedSides;

    CaseStreams(Journal journal, SupervisionStreams supervision, JournalProperties properties) {
        this.journal = journal;
        this.supervision = supervision;
        this.knownSides = properties.knownSides().stream().map(Side::new).toList();
        this.hostedSides = properties.sides().stream().map(Side::new).toList();
    }

    /**
     * A case as loaded.
     *
     * @param heads of the records that have begun
     */
    public record Loaded(String id, JointCase joint, Map<Side, Head> heads) {}

    /** Sides whose records this deployment writes. */
    public List<Side> hosted() {
        return hostedSides;
    }

    /** @throws NotForYou when the id is none */
    public StreamId stream(String caseId, Side side) {
        try {
            return new StreamId(KIND, caseId, side.code());
        } catch (IllegalArgumentException e) {
            throw new NotForYou();
        }
    }

    List<StreamId> all(String caseId) {
        return knownSides.stream().map(side -> stream(caseId, side)).toList();
    }

    public Loaded load(String caseId) {
        Map<StreamId, EventStream> streams = journal.load(all(caseId));
        Map<Side, Head> heads = new TreeMap<>();
        streams.forEach((id, stream) -> {
            if (stream.version() > 0) {
                heads.put(new Side(id.side()), stream.head());
            }
        });
        return new Loaded(caseId, fold(streams), heads);
    }

    /** As a side sees it: another of its own offices may have been designated to handle it. */
    public Loaded loadFor(Side side, String caseId) {
        Loaded loaded = load(caseId);
        return new Loaded(caseId, seenBy(side, caseId, loaded.joint()), loaded.heads());
    }

    JointCase seenBy(Side side, String caseId, JointCase joint) {
        return designated(side, caseId)
                .map(office -> joint.designating(side, office))
                .orElse(joint);
    }

    /** The office that a side's supervisors made handle the case. */
    public Optional<String> designated(Side side, String caseId) {
        return supervision.load(caseId, side).supervision().designated();
    }

    /** The offices that they had made handle it before that one; it may be among them. */
    public List<String> designatedBefore(Side side, String caseId) {
        return supervision.load(caseId, side).supervision().designatedBefore();
    }

    static JointCase fold(Map<StreamId, EventStream> streams) {
        JointCase joint = JointCase.NONE;
        for (EventStream stream : streams.values()) {
            for (Commit commit : stream.commits()) {
                joint = fold(joint, new Side(stream.id().side()), commit);
            }
        }
        return joint;
    }

    private static JointCase fold(JointCase before, Side side, Commit commit) {
        JointCase joint = before;
        for (EventData data : commit.events()) {
            // A type that this version does not know says nothing to it.
            if (EventJson.read(data.type(), data.json()).orElse(null) instanceof CaseEvent event) {
                String digest = ContentDigest.ofWritten(data.type(), data.json());
                joint = JointCase.evolve(joint, side, event, commit.appendedAt(), digest);
            }
        }
        return joint;
    }
}
