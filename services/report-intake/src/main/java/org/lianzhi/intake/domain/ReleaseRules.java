package org.lianzhi.intake.domain;

import java.util.List;
import org.lianzhi.intake.domain.Report.Accepted;
import org.lianzhi.intake.domain.Report.CrossBorder;
import org.lianzhi.intake.domain.Report.Filed;
import org.lianzhi.intake.domain.Report.Undecided;
import org.lianzhi.intake.domain.ReportCommand.Escalation;
import org.lianzhi.intake.domain.ReportCommand.ReleaseAndEscalate;
import org.lianzhi.model.ReleasedSummary;
import org.lianzhi.model.ReportEvent;
import org.lianzhi.model.ReportEvent.AcceptedAsCrossBorder;
import org.lianzhi.model.ReportEvent.SummaryReleased;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.wire.ContentDigest;

/** What must be settled by a person before anything crosses the border. */
final class ReleaseRules {

    static final int SUMMARY_AT_LEAST = 5;
    static final int SUMMARY_AT_MOST = 4000;

    private ReleaseRules() {}

    static List<ReportEvent> decide(Filed report, ReleaseAndEscalate command, Codes codes) {
        checkSummary(command.summary(), codes);
        checkSides(command);
        String digest = ContentDigest.of(command.summary());
        return switch (report) {
            case Undecided undecided -> events(digest, command);
            // What looked like a local matter may turn out to cross the border.
            case Accepted accepted -> events(digest, command);
            case CrossBorder same when same.accepted().equals(accepted(digest, command)) -> List.of();
            case Filed decided -> throw ReportRules.decided(decided);
        };
    }

    private static void checkSummary(ReleasedSummary summary, Codes codes) {
        int length = summary.text().strip().length();
        if (length < SUMMARY_AT_LEAST) {
            throw new RuleViolated("report.release.summary-too-short", SUMMARY_AT_LEAST);
        }
        if (length > SUMMARY_AT_MOST) {
            throw new RuleViolated("report.release.summary-too-long", SUMMARY_AT_MOST);
        }
        if (!codes.categories().contains(summary.category())) {
            throw new RuleViolated("report.release.category-unknown");
        }
        if (!codes.weather().contains(summary.weather())) {
            throw new RuleViolated("report.release.weather-unknown");
        }
        if (summary.allegedCause().isBlank()) {
            throw new RuleViolated("report.release.alleged-cause-missing");
        }
        if (summary.affectedWater().county() == null) {
            throw new RuleViolated("report.release.county-missing");
        }
    }

    private static void checkSides(ReleaseAndEscalate command) {
        Escalation escalation = command.escalation();
        if (escalation.lead().equals(escalation.counterpart())) {
            throw new RuleViolated("report.release.one-side-only", escalation.lead());
        }
        if (!escalation.involves(command.side())) {
            throw new RuleViolated("report.release.own-side-missing", command.side());
        }
    }

    private static List<ReportEvent> events(String digest, ReleaseAndEscalate command) {
        return List.of(new SummaryReleased(digest, command.summary()), accepted(digest, command));
    }

    private static AcceptedAsCrossBorder accepted(String digest, ReleaseAndEscalate command) {
        Escalation escalation = command.escalation();
        return new AcceptedAsCrossBorder(
                digest,
                escalation.agreement(),
                escalation.agreementVersion(),
                escalation.lead(),
                escalation.leadBureau(),
                escalation.counterpart(),
                escalation.counterpartBureau(),
                escalation.ground(),
                command.summary());
    }
}
