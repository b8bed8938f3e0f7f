package org.lianzhi.investigation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianzhi.journal.Commit;
import org.lianzhi.journal.Draft;
import org.lianzhi.journal.Journal;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.Recorded;
import org.lianzhi.model.Actor;
import org.lianzhi.model.Ground;
import org.lianzhi.model.Place;
import org.lianzhi.model.ReleasedSummary;
import org.lianzhi.model.ReportEvent;
import org.lianzhi.model.ReportEvent.AcceptedAsCrossBorder;
import org.lianzhi.model.ReportEvent.FixContested;
import org.lianzhi.model.Side;
import org.lianzhi.model.SortableIds;
import org.springframework.stereotype.Component;

/** Publishes what report-intake would publish. */
@Component
public class PublishedReports {

    private static final Side HN = new Side("hn");

    private final Journal journal;
    private final Clock clock;

    PublishedReports(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** A report that was accepted as crossing the border, and the id of the case that it opens. */
    public record Accepted(StreamId stream, String caseId) {}

    public Accepted accept() {
        StreamId stream = new StreamId("report", UUID.randomUUID().toString(), "hn");
        Commit commit = append(stream, accepted(clock.instant()));
        return new Accepted(stream, SortableIds.derive(commit.appendedAt(), commit.eventId(0)));
    }

    void contest(Accepted report) {
        append(report.stream(), new FixContested());
    }

    private Commit append(StreamId stream, ReportEvent event) {
        return journal.append(
                journal.load(stream),
                new Draft(
                        UUID.randomUUID().toString(),
                        "test",
                        Actor.citizen(HN).written(),
                        clock.instant(),
                        Map.of(),
                        List.of(Recorded.of(event))));
    }

    private static AcceptedAsCrossBorder accepted(Instant now) {
        Place water = new Place("431129", "Lingbeitang reservoir", 24.9, 111.5);
        Place farm = new Place("451123", "pig farm", 24.88, 111.4);
        return new AcceptedAsCrossBorder(
                "0".repeat(64),
                "hunan-guangxi",
                1,
                HN,
                "431129-branch",
                new Side("gx"),
                "451123-branch",
                Ground.AFFECTED_WATER,
                new ReleasedSummary(
                        "livestock-wastewater",
                        "Waste water of livestock enters the reservoir when it rains.",
                        "deliberate discharge",
                        water,
                        null,
                        farm,
                        now.minus(Duration.ofHours(2)),
                        "rain",
                        true,
                        List.of(),
                        true));
    }
}
