package org.lianzhi.intake.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.lianzhi.intake.domain.ReportCommand.Escalation;
import org.lianzhi.model.Ground;
import org.lianzhi.model.Place;
import org.lianzhi.model.ReleasedSummary;
import org.lianzhi.model.ReportEvent;
import org.lianzhi.model.ReportEvent.AcceptedAsCrossBorder;
import org.lianzhi.model.ReportEvent.ReportFiled;
import org.lianzhi.model.ReportEvent.SummaryReleased;
import org.lianzhi.model.Side;
import org.lianzhi.model.wire.ContentDigest;
import org.lianzhi.test.Spec;

/** The report about Lingbeitang reservoir. */
final class Reports {

    static final Side HUNAN = new Side("hn");
    static final Side GUANGXI = new Side("gx");
    static final Instant MORNING = Instant.parse("2024-07-08T01:00:00Z");

    static final Codes CODES = new Codes(
            Set.of("livestock-wastewater", "other"),
            Set.of("rain", "unknown"),
            Set.of("zh-CN", "en"),
            Set.of("not-environmental", "too-vague"),
            Set.of("not-environmental"),
            Set.of("handling", "other"));

    static final ReportFiled FILED = new ReportFiled(
            "web",
            "livestock-wastewater",
            "431129",
            "451123",
            "431129-branch",
            true,
            MORNING,
            "rain",
            true,
            1,
            true,
            Instant.parse("2024-07-10T16:00:00Z"),
            "triage",
            true);

    static final ReleasedSummary SUMMARY = summary("Waste water ran into the reservoir.", "431129");

    static final Escalation ESCALATION = escalation(HUNAN, GUANGXI);

    static final String DIGEST = ContentDigest.of(SUMMARY);

    static final SummaryReleased RELEASED = new SummaryReleased(DIGEST, SUMMARY);

    static final AcceptedAsCrossBorder CROSSED = new AcceptedAsCrossBorder(
            DIGEST,
            "hunan-guangxi",
            1,
            HUNAN,
            "431129-branch",
            GUANGXI,
            "451123-branch",
            Ground.AFFECTED_WATER,
            SUMMARY);

    private Reports() {}

    static Spec<Report, ReportCommand, ReportEvent> spec() {
        return new Spec<>(Report.NONE, new ReportRules(CODES)::decide, ReportRules::evolve);
    }

    static Escalation escalation(Side lead, Side counterpart) {
        return new Escalation(
                "hunan-guangxi", 1, lead, "431129-branch", counterpart, "451123-branch", Ground.AFFECTED_WATER);
    }

    static ReleasedSummary summary(String text, String county) {
        return new ReleasedSummary(
                "livestock-wastewater",
                text,
                "Deliberate discharge",
                new Place(county.isEmpty() ? null : county, "Lingbeitang reservoir", null, null),
                null,
                null,
                MORNING,
                "rain",
                true,
                List.of(),
                true);
    }
}
