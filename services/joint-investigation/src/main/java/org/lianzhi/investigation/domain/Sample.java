package org.lianzhi.investigation.domain;

import java.util.List;
import java.util.Optional;
import org.lianzhi.model.CaseEvent.ResultsReported;
import org.lianzhi.model.CaseEvent.SampleReceived;
import org.lianzhi.model.CaseEvent.SampleSent;
import org.lianzhi.model.CaseEvent.SampleTaken;

/** One side's part of a sample, with its custody. */
public record Sample(
        Noted<SampleTaken> taken,
        Optional<Noted<SampleSent>> sent,
        Optional<Noted<SampleReceived>> received,
        Optional<Noted<ResultsReported>> results) {

    public static final String RETAINED = "retained";

    public static List<Sample> allOf(JointCase joint) {
        return joint.all(SampleTaken.class)
                .map(taken -> of(joint.recordOf(taken.side()), taken))
                .toList();
    }

    private static Sample of(SideRecord own, Noted<SampleTaken> taken) {
        String id = taken.event().sample();
        return new Sample(
                taken,
                own.all(SampleSent.class)
                        .filter(sent -> sent.event().sample().equals(id))
                        .findFirst(),
                own.all(SampleReceived.class)
                        .filter(received -> received.event().sample().equals(id))
                        .findFirst(),
                own.all(ResultsReported.class)
                        .filter(results -> results.event().sample().equals(id))
                        .findFirst());
    }

    public String id() {
        return taken.event().sample();
    }

    /** A retained part waits for a dispute; it need not be sent. */
    boolean isRetained() {
        return taken.event().part().equals(RETAINED);
    }

    /** Code of the laboratory that it was sent to. */
    public Optional<String> laboratory() {
        return sent.map(sent -> sent.event().laboratory());
    }
}
