package org.lianzhi.intake.domain;

import java.util.List;
import java.util.Set;
import org.lianzhi.intake.domain.Report.Accepted;
import org.lianzhi.intake.domain.Report.CrossBorder;
import org.lianzhi.intake.domain.Report.Filed;
import org.lianzhi.intake.domain.ReportCommand.Follow;
import org.lianzhi.intake.domain.ReportCommand.RenewCode;
import org.lianzhi.model.ReportEvent;
import org.lianzhi.model.ReportEvent.CodeRenewed;
import org.lianzhi.model.ReportEvent.ReportFollowed;
import org.lianzhi.model.RuleViolated;

/** Who may follow a report, and how its reporter gets a new code. */
final class FollowingRules {

    static final Set<String> REASONS = Set.of("lost", "seen-by-others");

    private FollowingRules() {}

    /** What nobody has looked at yet is shown to nobody, so it cannot be followed. */
    static List<ReportEvent> follow(Filed report, Follow follow) {
        if (follow.earlier() >= follow.most()) {
            throw new RuleViolated("report.followers-too-many", follow.most());
        }
        return switch (report) {
            case Accepted accepted -> List.of(new ReportFollowed());
            case CrossBorder crossBorder -> List.of(new ReportFollowed());
            case Filed other -> throw new RuleViolated("report.not-followable");
        };
    }

    /** Without contact there is nothing by which the bureau could know that it speaks with the reporter. */
    static List<ReportEvent> renew(Filed report, RenewCode renew) {
        if (!report.filed().contactGiven()) {
            throw new RuleViolated("report.renewal-without-contact");
        }
        if (!REASONS.contains(renew.reason())) {
            throw new RuleViolated("report.renewal-reason-unknown");
        }
        return List.of(new CodeRenewed(renew.reason()));
    }
}
