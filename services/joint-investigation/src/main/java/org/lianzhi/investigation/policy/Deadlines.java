package org.lianzhi.investigation.policy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.lianzhi.investigation.casework.CaseStreams;
import org.lianzhi.investigation.casework.Casework;
import org.lianzhi.investigation.domain.Act;
import org.lianzhi.investigation.domain.CaseCommand.MissAcknowledgement;
import org.lianzhi.investigation.domain.CaseCommand.MissAfterChecks;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.investigation.worklist.CaseLine;
import org.lianzhi.investigation.worklist.CaseLines;
import org.lianzhi.journal.Intent;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.StreamId;
import org.lianzhi.model.Actor;
import org.lianzhi.model.Side;
import org.lianzhi.timers.Timers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Each hosted side's clocks: of acknowledgement, and of what it has to look at again. What the topics tell sets a timer at
 * once, and the read model is looked at from the start on: whoever was told may be gone, and what was told need not have
 * been in it yet. Letting a time pass is a commit whose id derives from case, epoch and rule.
 */
@Component
class Deadlines implements SmartLifecycle {

    /** Id of the rule in an agreement's data. */
    static final String ACKNOWLEDGE = "acknowledge";

    private static final String AFTER_CHECK = "after-check";

    private final CaseStreams streams;
    private final Casework casework;
    private final ReadModel<CaseLine> lines;
    private final Clock clock;
    private final Duration lookAgain;
    private final Timers timers;
    private volatile boolean running;

    Deadlines(
            CaseStreams streams,
            Casework casework,
            ReadModel<CaseLine> lines,
            Clock clock,
            @Value("${lianzhi.timers.look-again}") Duration lookAgain) {
        this.streams = streams;
        this.casework = casework;
        this.lines = lines;
        this.clock = clock;
        this.lookAgain = lookAgain;
        this.timers = new Timers(clock, this::fire);
    }

    @Override
    public void start() {
        timers.start(this::stored, lookAgain);
        running = true;
    }

    private Map<String, Instant> stored() {
        Map<String, Instant> stored = new HashMap<>();
        for (Side side : streams.hosted()) {
            lines.entries(CaseLines.clock(side.code()), CaseLine.class)
                    .forEach((caseId, line) -> line.turns().stream()
                            .filter(turn -> turn.side().equals(side.code()))
                            .forEach(turn -> store(streams.stream(caseId, side), turn, stored)));
        }
        return stored;
    }

    private static void store(StreamId stream, CaseLine.Waiting turn, Map<String, Instant> stored) {
        if (turn.act().equals(Act.ACKNOWLEDGE.code())) {
            stored.put(key(stream, ACKNOWLEDGE), Objects.requireNonNull(turn.dueAt()));
        } else if (turn.act().equals(Act.AFTER_CHECK.code())) {
            Instant due = Objects.requireNonNull(turn.dueAt());
            stored.put(key(stream, afterCheck(due)), due);
        }
    }

    void set(StreamId stream, Instant due) {
        set(stream, ACKNOWLEDGE, due);
    }

    void setAfterCheck(StreamId stream, Instant due) {
        set(stream, afterCheck(due), due);
    }

    private void set(StreamId stream, String rule, Instant due) {
        if (streams.hosted().contains(new Side(stream.side()))) {
            timers.set(key(stream, rule), due);
        }
    }

    private static String key(StreamId stream, String rule) {
        return rule + " " + stream;
    }

    /** A record may have several: one by each date, one after the rain. */
    private static String afterCheck(Instant due) {
        return AFTER_CHECK + "/" + due;
    }

    private void fire(String key) {
        String rule = key.substring(0, key.indexOf(' '));
        StreamId record = StreamId.parse(key.substring(rule.length() + 1));
        Side side = new Side(record.side());
        JointCase joint = streams.load(record.id()).joint();
        casework.act(
                Intent.policy(
                        "case/" + record.id() + "/" + joint.epoch() + "/" + rule,
                        "deadline",
                        Actor.policy(side, "deadline").written(),
                        clock.instant()),
                record.id(),
                side,
                rule.equals(ACKNOWLEDGE)
                        ? new MissAcknowledgement(clock.instant())
                        : new MissAfterChecks(clock.instant()));
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
