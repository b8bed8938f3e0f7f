package org.lianzhi.intake.triage;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.lianzhi.intake.domain.ReportCommand;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.report.Reports;
import org.lianzhi.journal.Claims;
import org.lianzhi.journal.CommitHash;
import org.lianzhi.journal.Intent;
import org.lianzhi.kit.ExpectedVersion;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.SignedIn;
import tools.jackson.databind.json.JsonMapper;

/** Runs an officer's command once, however often it is sent. */
public final class Deciding {

    private final Reports reports;
    private final Claims claims;
    private final Clock clock;
    private final JsonMapper json;

    public Deciding(Reports reports, Claims claims, Clock clock, JsonMapper json) {
        this.reports = reports;
        this.claims = claims;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Who asks, and under which key.
     *
     * @param seen the version that was before the eyes
     */
    record Asked(SignedIn who, IdempotencyKey key, ExpectedVersion seen) {}

    Receipt run(Asked asked, ReportRecord record, ReportCommand command) {
        return run(asked, record, command, at -> command);
    }

    /**
     * A command that makes a promise, which begins with the first attempt.
     *
     * @param said what was asked for
     * @throws NotForYou for who does not hold the report any more, unless it is this command that stands in its record
     */
    Receipt run(Asked asked, ReportRecord record, Object said, Function<Instant, ReportCommand> command) {
        String digest = CommitHash.of(
                record.stream().toString(), said.getClass().getSimpleName(), json.writeValueAsString(said));
        Intent intent = claims.claim(
                OwnReports.actor(asked.who()).written(), asked.key().value(), digest, clock.instant());
        if (!OwnReports.isOwn(asked.who(), record) && !record.has(intent.id())) {
            throw new NotForYou();
        }
        return reports.run(intent, record.stream(), asked.seen().value(), command.apply(intent.at()));
    }
}
