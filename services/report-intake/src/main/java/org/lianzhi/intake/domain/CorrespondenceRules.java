package org.lianzhi.intake.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lianzhi.intake.domain.Report.Accepted;
import org.lianzhi.intake.domain.Report.CrossBorder;
import org.lianzhi.intake.domain.Report.Filed;
import org.lianzhi.intake.domain.Report.Merged;
import org.lianzhi.intake.domain.Report.Proposed;
import org.lianzhi.intake.domain.Report.Returned;
import org.lianzhi.intake.domain.Report.Undecided;
import org.lianzhi.intake.domain.ReportCommand.AddInformation;
import org.lianzhi.intake.domain.ReportCommand.AnswerReview;
import org.lianzhi.intake.domain.ReportCommand.AnswerWhetherFixed;
import org.lianzhi.intake.domain.ReportCommand.AskForReview;
import org.lianzhi.intake.domain.ReportCommand.Question;
import org.lianzhi.intake.domain.ReportCommand.RateReply;
import org.lianzhi.intake.domain.ReportCommand.Reply;
import org.lianzhi.intake.domain.ReportCommand.ReportPressure;
import org.lianzhi.intake.domain.ReportCommand.Times;
import org.lianzhi.model.ReportEvent;
import org.lianzhi.model.ReportEvent.FixConfirmed;
import org.lianzhi.model.ReportEvent.FixContested;
import org.lianzhi.model.ReportEvent.InformationAdded;
import org.lianzhi.model.ReportEvent.PressureReported;
import org.lianzhi.model.ReportEvent.ReplyRated;
import org.lianzhi.model.ReportEvent.ReportReplied;
import org.lianzhi.model.ReportEvent.ReviewAnswered;
import org.lianzhi.model.RuleViolated;

/** What bureau and reporter may say to each other, and when. */
final class CorrespondenceRules {

    static final Set<String> VERIFICATIONS = Set.of("substantiated", "partly", "unsubstantiated");
    static final Set<String> RATINGS = Set.of("satisfied", "partly", "dissatisfied");
    static final Set<String> OUTCOMES = Set.of("upheld", "changed");
    private static final int WORDS_AT_MOST = 4000;

    private CorrespondenceRules() {}

    static List<ReportEvent> reply(Filed report, Reply reply) {
        check("reply", reply.text());
        if (reply.verification() != null && !VERIFICATIONS.contains(reply.verification())) {
            throw new RuleViolated("report.verification-unknown");
        }
        if (report instanceof Undecided || report instanceof Proposed) {
            throw new RuleViolated("report.not-decided");
        }
        if (report instanceof Merged) {
            throw new RuleViolated("report.goes-on-elsewhere");
        }
        return List.of(new ReportReplied(reply.text().strip(), reply.verification(), reply.reviewable() ? true : null));
    }

    /** @param what the words are, as the rule is called */
    static void check(String what, String text) {
        if (text.isBlank()) {
            throw new RuleViolated("report." + what + "-missing");
        }
        if (text.length() > WORDS_AT_MOST) {
            throw new RuleViolated("report." + what + "-too-long", WORDS_AT_MOST);
        }
    }

    /** What is dealt with is looked at again; of what ended otherwise nobody can say that it is not fixed. */
    static List<ReportEvent> contradict(Filed report) {
        return report instanceof Accepted || report instanceof CrossBorder ? List.of(new FixContested()) : List.of();
    }

    static List<ReportEvent> answer(AnswerWhetherFixed command) {
        if (command.question() == Question.NOT_ASKED) {
            throw new RuleViolated("report.fix-not-asked");
        }
        if (command.question() == (command.fixed() ? Question.CONFIRMED : Question.CONTESTED)) {
            return List.of();
        }
        check(command.times());
        return List.of(command.fixed() ? new FixConfirmed() : new FixContested());
    }

    /** The answer to what the bureau asked puts the report back on its list. */
    static List<ReportEvent> add(Filed report, AddInformation addition) {
        if (!addition.words() && addition.photos() == 0) {
            throw new RuleViolated("report.addition-empty");
        }
        if (addition.earlier() >= addition.most()) {
            throw new RuleViolated("report.additions-too-many", addition.most());
        }
        InformationAdded added = new InformationAdded(addition.words(), addition.photos());
        return report instanceof Returned ? List.of(added, addition.again()) : List.of(added);
    }

    static List<ReportEvent> press(ReportPressure pressure) {
        check(pressure.times());
        return List.of(new PressureReported());
    }

    /** Whoever has one code could write without end. */
    private static void check(Times times) {
        if (times.earlier() >= times.most()) {
            throw new RuleViolated("report.said-too-often", times.most());
        }
    }

    static List<ReportEvent> rate(Filed report, RateReply rate) {
        if (!report.correspondence().replied()) {
            throw new RuleViolated("report.not-replied");
        }
        if (!RATINGS.contains(rate.rating())) {
            throw new RuleViolated("report.rating-unknown");
        }
        check(rate.times());
        return List.of(new ReplyRated(rate.rating()));
    }

    static List<ReportEvent> ask(Filed report, AskForReview command) {
        Correspondence correspondence = report.correspondence();
        String step = command.facts().step();
        if (correspondence.underReview().map(ReviewStep::code).equals(Optional.of(step))) {
            return List.of();
        }
        if (!correspondence.nextReview().map(ReviewStep::code).equals(Optional.of(step))) {
            throw new RuleViolated("report.review-not-offered");
        }
        return switch (command.standing()) {
            case GOOD -> List.of(command.facts());
            case NOT_NAMED -> throw new RuleViolated("report.review-needs-name");
            case TOO_LATE -> throw new RuleViolated("report.review-too-late");
        };
    }

    static List<ReportEvent> answer(Filed report, AnswerReview answer) {
        check("reply", answer.text());
        if (!OUTCOMES.contains(answer.outcome())) {
            throw new RuleViolated("report.review-outcome-unknown");
        }
        ReviewStep step =
                report.correspondence().underReview().orElseThrow(() -> new RuleViolated("report.review-not-asked"));
        return List.of(
                new ReviewAnswered(step.code(), answer.outcome(), answer.text().strip()));
    }
}
