package org.lianzhi.intake.domain;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.Report.Accepted;
import org.lianzhi.intake.domain.Report.CrossBorder;
import org.lianzhi.intake.domain.Report.Filed;
import org.lianzhi.intake.domain.ReportCommand.Correct;
import org.lianzhi.intake.domain.ReportCommand.CorrectPlace;
import org.lianzhi.intake.domain.ReportCommand.Note;
import org.lianzhi.intake.domain.ReportCommand.Verify;
import org.lianzhi.model.ReportEvent;
import org.lianzhi.model.ReportEvent.DetailsCorrected;
import org.lianzhi.model.ReportEvent.PlaceCorrected;
import org.lianzhi.model.ReportEvent.ReportFiled;
import org.lianzhi.model.ReportEvent.ReportNoted;
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

    /** The words are sealed, so the record tells only that there are some. */
    static List<ReportEvent> note(Note command) {
        CorrespondenceRules.check("words", command.words());
        return List.of(new ReportNoted());
    }

    /** What an office has said to lie on its side it says anew where the pin lies now. */
    static List<ReportEvent> correct(Filed report, CorrectPlace command) {
        CorrespondenceRules.check("words", command.facts().reason());
        if (!command.moved()) {
            throw new RuleViolated("report.correction-same");
        }
        if (report instanceof Accepted && command.sideOpen() != null) {
            throw new RuleViolated("report.side-unconfirmed", command.sideOpen());
        }
        return List.of(command.facts());
    }

    static ReportFiled corrected(ReportFiled filed, PlaceCorrected correction) {
        boolean water = correction.kind().equals("water");
        return with(
                filed,
                filed.category(),
                water ? correction.after() : filed.county(),
                water ? filed.suspectedCounty() : correction.after(),
                correction.inBorderZone());
    }

    static ReportFiled corrected(ReportFiled filed, DetailsCorrected correction) {
        boolean category = correction.what().equals("category");
        boolean place = correction.what().equals("place");
        return with(
                filed,
                category ? correction.after() : filed.category(),
                place ? correction.after() : filed.county(),
                category || place ? filed.suspectedCounty() : correction.after(),
                filed.inBorderZone());
    }

    private static ReportFiled with(
            ReportFiled filed,
            String category,
            @Nullable String county,
            @Nullable String suspectedCounty,
            boolean inBorderZone) {
        return new ReportFiled(
                filed.channel(),
                category,
                county,
                suspectedCounty,
                filed.bureau(),
                inBorderZone,
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
