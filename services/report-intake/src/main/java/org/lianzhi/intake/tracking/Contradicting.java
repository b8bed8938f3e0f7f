package org.lianzhi.intake.tracking;

import java.time.Clock;
import java.util.OptionalLong;
import org.lianzhi.intake.domain.ReportCommand.TakeContradiction;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.report.Reports;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.Intent;
import org.lianzhi.journal.JournalProperties;
import org.lianzhi.journal.Reaction;
import org.lianzhi.model.Actor;
import org.lianzhi.model.ReportEvent.FixContested;
import org.lianzhi.model.Side;
import org.lianzhi.model.wire.EventJson;
import org.springframework.stereotype.Component;

/**
 * Where the reporter of a merged report says that it is not fixed, the report in which it goes on is told so: whoever deals
 * with that one looks at it again, and its own reporter learns nothing of it. In which one it went on is judged as of when
 * that was said: the event may come again long after, when the report was taken up and merged into another one, whose end
 * nobody has contradicted.
 */
@Component
public final class Contradicting implements Reaction {

    private static final String POLICY = "contradiction";

    private final Reports reports;
    private final JournalProperties journal;
    private final Clock clock;

    Contradicting(Reports reports, JournalProperties journal, Clock clock) {
        this.reports = reports;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void on(IncomingEvent event) {
        boolean contested = EventJson.read(event.type(), event.data())
                .filter(FixContested.class::isInstance)
                .isPresent();
        if (!contested || !journal.sides().contains(event.stream().side())) {
            return;
        }
        ReportRecord record = reports.load(event.stream());
        ReportRecord goingOn = reports.goingOn(record, event.at());
        if (!goingOn.stream().equals(record.stream())) {
            Intent intent = Intent.policy(
                    event.id(),
                    POLICY,
                    Actor.policy(new Side(event.stream().side()), POLICY).written(),
                    clock.instant());
            reports.run(intent, goingOn.stream(), OptionalLong.empty(), new TakeContradiction());
        }
    }
}
