package org.lianzhi.intake.triage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.lianzhi.intake.domain.ReportCommand.NoteTime;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.report.Reports;
import org.lianzhi.intake.worklist.Board;
import org.lianzhi.intake.worklist.BoardEntry;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.Intent;
import org.lianzhi.journal.JournalProperties;
import org.lianzhi.journal.Reaction;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.StreamId;
import org.lianzhi.model.Actor;
import org.lianzhi.model.ReportEvent.DecisionDue;
import org.lianzhi.model.ReportEvent.ReportFiled;
import org.lianzhi.model.ReportEvent.ReportTakenUp;
import org.lianzhi.model.Side;
import org.lianzhi.model.wire.EventJson;
import org.lianzhi.territory.Territory;
import org.lianzhi.timers.Timers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reminds the bureau before the time for telling a reporter is over, and notes when it is. What the topics tell sets the
 * timers at once, and the worklists are looked at from the start on: whoever was told may be gone, and what was told need
 * not have been in them yet. Each note is a commit whose id derives from report, time and stage, so it is written once.
 */
@Component
public class DecisionClock implements Reaction, SmartLifecycle {

    private static final String SOON = "soon";
    private static final String OVER = "over";

    private final Reports reports;
    private final ReadModel<BoardEntry> board;
    private final Territory territory;
    private final List<Side> hosted;
    private final Clock clock;
    private final Duration before;
    private final Duration lookAgain;
    private final Timers timers;
    private volatile boolean running;

    DecisionClock(
            Reports reports,
            ReadModel<BoardEntry> board,
            Territory territory,
            JournalProperties journal,
            Clock clock,
            @Value("${lianzhi.intake.remind-before}") Duration before,
            @Value("${lianzhi.timers.look-again}") Duration lookAgain) {
        this.reports = reports;
        this.board = board;
        this.territory = territory;
        this.hosted = journal.sides().stream().map(Side::new).toList();
        this.clock = clock;
        this.before = before;
        this.lookAgain = lookAgain;
        this.timers = new Timers(clock, this::fire);
    }

    @Override
    public void start() {
        timers.start(this::stored, lookAgain);
        running = true;
    }

    private Map<String, Instant> stored() {
        List<String> lists = hosted.stream()
                .flatMap(side -> territory.officesOf(side).stream())
                .map(Board::open)
                .toList();
        Map<String, Instant> stored = new HashMap<>();
        board.entries(lists, BoardEntry.class)
                .values()
                .forEach(entry -> stored.putAll(times(entry.stream(), entry.triageBy())));
        return stored;
    }

    @Override
    public void on(IncomingEvent event) {
        switch (EventJson.read(event.type(), event.data()).orElse(null)) {
            case ReportFiled filed -> set(event.stream(), filed.triageBy());
            case ReportTakenUp again -> set(event.stream(), again.decideBy());
            case null, default -> {}
        }
    }

    private void set(StreamId report, Instant by) {
        if (hosted.contains(new Side(report.side()))) {
            times(report.toString(), by).forEach(timers::set);
        }
    }

    private Map<String, Instant> times(String report, Instant by) {
        return Map.of(SOON + " " + by + " " + report, by.minus(before), OVER + " " + by + " " + report, by);
    }

    private void fire(String key) {
        String[] parts = key.split(" ", 3);
        String stage = parts[0];
        Instant by = Instant.parse(parts[1]);
        StreamId stream = StreamId.parse(parts[2]);
        Instant now = clock.instant();
        ReportRecord record = reports.load(stream);
        boolean promisedAnew = !record.promise().by().equals(by);
        boolean tooLateToRemind = stage.equals(SOON) && !now.isBefore(by);
        if (promisedAnew || tooLateToRemind) {
            return;
        }
        Intent intent = Intent.policy(
                "report/" + stream.id() + "/" + by + "/" + stage,
                "deadline",
                Actor.policy(new Side(stream.side()), "deadline").written(),
                now);
        DecisionDue due = new DecisionDue(stage, by, record.promise().rule());
        reports.run(intent, stream, OptionalLong.empty(), new NoteTime(due));
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
