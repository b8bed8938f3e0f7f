package org.lianzhi.investigation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.Side;
import org.lianzhi.model.wire.ContentDigest;
import org.lianzhi.test.Spec;

/** given(records).when(side, command).then(events of that side). Each event is a minute after the one before. */
record CaseSpec(JointCase joint, int minutes) {

    /** An entry of one side's record. */
    record In(Side side, CaseEvent event) {}

    static CaseSpec given(In... past) {
        return new CaseSpec(JointCase.NONE, 0).and(past);
    }

    CaseSpec and(In... more) {
        JointCase next = joint;
        int at = minutes;
        for (In entry : more) {
            next = JointCase.evolve(next, entry.side(), entry.event(), time(at++), ContentDigest.of(entry.event()));
        }
        return new CaseSpec(next, at);
    }

    static Instant time(int minutes) {
        return Cases.OPENED_AT.plusSeconds(60L * minutes);
    }

    When when(Side side, CaseCommand command) {
        return new When(this, side, command);
    }

    /** The command is carried out, whatever it gives. */
    CaseSpec after(Side side, CaseCommand command) {
        In[] events = JointCase.decide(joint, side, command).stream()
                .map(event -> new In(side, event))
                .toArray(In[]::new);
        assertThat(events).as("events of %s", command).isNotEmpty();
        return and(events);
    }

    record When(CaseSpec spec, Side side, CaseCommand command) {

        CaseSpec then(CaseEvent... expected) {
            List<CaseEvent> events = JointCase.decide(spec.joint, side, command);
            assertThat(events).as("events after %s", command).containsExactlyElementsOf(Arrays.asList(expected));
            return spec.and(events.stream().map(event -> new In(side, event)).toArray(In[]::new));
        }

        CaseSpec nothing() {
            return then();
        }

        void refused(String code, Object... arguments) {
            Spec.assertRefused(() -> JointCase.decide(spec.joint, side, command), command, code, arguments);
        }
    }

    CaseSpec holds(Consumer<JointCase> check) {
        check.accept(joint);
        return this;
    }
}
