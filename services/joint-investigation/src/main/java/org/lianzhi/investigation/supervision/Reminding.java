package org.lianzhi.investigation.supervision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.lianzhi.investigation.casework.CaseStreams;
import org.lianzhi.investigation.supervision.domain.Instruction;
import org.lianzhi.investigation.supervision.domain.SupervisionCommand.RemindByClock;
import org.lianzhi.investigation.supervision.stream.SupervisionStreams;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.Intent;
import org.lianzhi.journal.Reaction;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.StreamId;
import org.lianzhi.model.Actor;
import org.lianzhi.model.Side;
import org.lianzhi.model.SupervisionEvent.DeadlineExtended;
import org.lianzhi.model.SupervisionEvent.InstructionGiven;
import org.lianzhi.model.wire.EventJson;
import org.lianzhi.timers.Timers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reminds an office by itself some time before an answer is due. The timers are set again from the lists at every start;
 * what these do not know yet is on the topic. A setting of zero leaves all reminding to people.
 */
@Component
class Reminding implements Reaction, SmartLifecycle {

    private static final String POLICY = "reminder";

    private final CaseStreams cases;
    private final SupervisionStreams streams;
    private final Supervising supervising;
    private final ReadModel<SupervisionLine> lines;
    private final Clock clock;
    private final Duration before;
    private final Duration lookAgain;
    private final Timers timers;
    private volatile boolean running;

    Reminding(
            CaseStreams cases,
            SupervisionStreams streams,
            Supervising supervising,
            ReadModel<SupervisionLine> instructionLines,
            Clock clock,
            @Value("${lianzhi.supervision.remind-before}") Duration before,
            @Value("${lianzhi.timers.look-again}") Duration lookAgain) {
        this.cases = cases;
        this.streams = streams;
        this.supervising = supervising;
        this.lines = instructionLines;
        this.clock = clock;
        this.before = before;
        this.lookAgain = lookAgain;
        this.timers = new Timers(clock, this::fire);
    }

    @Override
    public void on(IncomingEvent event) {
        switch (EventJson.read(event.type(), event.data()).orElse(null)) {
            case InstructionGiven given -> set(event.stream(), given.instruction(), given.dueAt());
            case DeadlineExtended extended -> set(event.stream(), extended.instruction(), extended.dueAt());
            case null, default -> {}
        }
    }

    private void set(StreamId stream, String instruction, Instant dueAt) {
        if (before.isPositive() && cases.hosted().contains(new Side(stream.side()))) {
            timers.set(key(stream.toString(), instruction), dueAt.minus(before));
        }
    }

    private static String key(String stream, String instruction) {
        return stream + "/" + instruction;
    }

    private void fire(String key) {
        StreamId stream = StreamId.parse(key.substring(0, key.indexOf('/')));
        Side side = new Side(stream.side());
        streams.load(stream.id(), side)
                .supervision()
                .instruction(key.substring(key.indexOf('/') + 1))
                .ifPresent(instruction -> remind(stream, side, instruction));
    }

    private void remind(StreamId stream, Side side, Instruction instruction) {
        Instant now = clock.instant();
        supervising.act(
                Intent.policy(
                        stream + "/" + instruction.id() + "/" + instruction.dueAt(),
                        POLICY,
                        Actor.policy(side, POLICY).written(),
                        now),
                stream.id(),
                side,
                new RemindByClock(instruction.id(), before, now));
    }

    @Override
    public void start() {
        timers.start(this::stored, lookAgain);
        running = true;
    }

    private Map<String, Instant> stored() {
        Map<String, Instant> stored = new HashMap<>();
        if (before.isPositive()) {
            for (Side side : cases.hosted()) {
                lines.entries(SupervisionLines.open(SupervisionLines.ofSide(side.code())), SupervisionLine.class)
                        .forEach((stream, line) -> line.instructions().stream()
                                .filter(each -> each.stage() == Instruction.Stage.RUNNING)
                                .forEach(each -> stored.put(
                                        key(stream, each.id()), each.dueAt().minus(before))));
            }
        }
        return stored;
    }

    @Override
    public void stop() {
        timers.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
