package org.lianzhi.intake.domain;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.Report.Accepted;
import org.lianzhi.intake.domain.Report.CrossBorder;
import org.lianzhi.intake.domain.Report.Filed;
import org.lianzhi.intake.domain.ReportCommand.Correct;
import org.lianzhi.intake.domain.ReportCommand.Verify;
import org.lianzhi.model.ReportEvent;
import org.lianzhi.model.ReportEvent.DetailsCorrected;
import org.lianzhi.model.ReportEvent.ReportFiled;
import org.lianzhi.model.ReportEvent.ReportVerified;
import org.lianzhi.model.RuleViolated;

/** What a bureau established about a report, and what it corrects in it. */
final class CheckingRules {

    private CheckingRules() {}

    /** Nothing is established about what nobody deals with. It may be established anew: each time stays in the record. */
    static List<ReportEvent> verify(Filed report, Verify command) {
        if (!CorrespondenceRules.VERIFICATIONS.contains(command.result())) {
            throw new RuleViolated("report.verification-unknown");
        }
        CorrespondenceRules.check("words", command.words());
        return switch (report) {
            case Accepted accepted -> events(command);
            case CrossBorder crossBorder -> events(command);
            case Filed nobodyDealsWithIt -> throw new RuleViolated("report.not-verifiable");
        };
    }

    private static List<ReportEvent> events(Verify command) {
        return List.of(new ReportVerified(command.result(), command.words().strip()));
    }

    static List<ReportEvent> correct(Filed report, Correct command) {
        CorrespondenceRules.check("words", command.reason());
        String before = before(report.filed(), command.what());
        if (!command.known()) {
            throw new RuleViolated("report.correction-unknown");
        }
        if (Objects.equals(before, command.after())) {
            throw new RuleViolated("report.correction-same");
        }
        return List.of(new DetailsCorrected(
                command.what(), before, command.after(), command.reason().strip()));
    }

    private static @Nullable String before(ReportFiled filed, String what) {
        return switch (what) {
            case "category" -> filed.category();
            case "place" -> filed.county();
            case "source" -> filed.suspectedCounty();
            default -> throw new RuleViolated("report.correction-unknown");
        };
    }

    static ReportFiled corrected(ReportFiled filed, DetailsCorrected correction) {
        boolean category = correction.what().equals("category");
        boolean place = correction.what().equals("place");
        return new ReportFiled(
                filed.channel(),
                category ? correction.after() : filed.category(),
                place ? correction.after() : filed.county(),
                category || place ? filed.suspectedCounty() : correction.after(),
                filed.bureau(),
                filed.inBorderZone(),
                filed.observedAt(),
                filed.weather(),
                filed.stillGoingOn(),
                filed.photos(),
                filed.contactGiven(),
                filed.triageBy(),
                filed.triageRule(),
                filed.synthetic());
    }
}
