package org.lianzhi.intake.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianzhi.intake.domain.Report.Dismissed;
import org.lianzhi.intake.domain.Report.Filed;
import org.lianzhi.intake.domain.Report.Merged;
import org.lianzhi.intake.domain.Report.NotAccepted;
import org.lianzhi.intake.domain.Report.Proposed;
import org.lianzhi.intake.domain.Report.Returned;
import org.lianzhi.intake.domain.Report.Undecided;
import org.lianzhi.intake.domain.ReportCommand.AskReporter;
import org.lianzhi.intake.domain.ReportCommand.ConfirmOutcome;
import org.lianzhi.intake.domain.ReportCommand.Contest;
import org.lianzhi.intake.domain.ReportCommand.Merge;
import org.lianzhi.intake.domain.ReportCommand.NoteTime;
import org.lianzhi.intake.domain.ReportCommand.ProposeOutcome;
import org.lianzhi.intake.domain.ReportCommand.RejectOutcome;
import org.lianzhi.intake.domain.ReportCommand.TakeUp;
import org.lianzhi.model.ReportEvent;
import org.lianzhi.model.ReportEvent.InformationRequested;
import org.lianzhi.model.ReportEvent.OutcomeConfirmed;
import org.lianzhi.model.ReportEvent.OutcomeProposed;
import org.lianzhi.model.ReportEvent.OutcomeRejected;
import org.lianzhi.model.ReportEvent.ReportMerged;
import org.lianzhi.model.RuleViolated;

/** What a bureau may find at triage beside accepting a report or not, and how such an outcome is taken back. */
final class OutcomeRules {

    /** What a report lacks that cannot be looked into. */
    static final Set<String> MISSING = Set.of("object", "place", "time", "evidence");

    static final Set<String> SAME = Set.of("same-event", "same-source");

    /** Outcomes that say something against the reporter, each with its reasons: one officer alone does not decide them. */
    static final Map<String, Set<String>> AGAINST_THE_REPORTER = Map.of(
            "repeated", Set.of("answered-before", "being-handled"),
            "fabricated", Set.of("refuted-on-site", "refuted-by-records"));

    /** Why an officer takes something up again. */
    static final Set<String> AGAIN = Set.of("new-facts", "mistake");

    private OutcomeRules() {}

    static List<ReportEvent> ask(Filed report, AskReporter command) {
        InformationRequested facts = command.facts();
        known(MISSING.contains(facts.reason()));
        CorrespondenceRules.check("words", facts.question());
        return switch (report) {
            case Returned same when same.asked().equals(facts) -> List.of();
            case Undecided undecided -> List.of(facts);
            case Filed decided -> throw ReportRules.decided(decided);
        };
    }

    static List<ReportEvent> merge(Filed report, Merge command) {
        known(SAME.contains(command.reason()));
        if (report instanceof Merged same && same.into().equals(command.into())) {
            return List.of();
        }
        if (!(report instanceof Undecided)) {
            throw ReportRules.decided(report);
        }
        return switch (command.target()) {
            case GOOD -> {
                if (command.others().count() > 0 && !command.others().come()) {
                    throw new RuleViolated(
                            "report.merge.others-come", command.others().count());
                }
                yield List.of(new ReportMerged(command.into(), command.reason()));
            }
            case UNKNOWN -> throw new RuleViolated("report.merge.unknown");
            case ITSELF -> throw new RuleViolated("report.merge.itself");
            case NOT_GOING_ON -> throw new RuleViolated("report.merge.not-going-on");
        };
    }

    static List<ReportEvent> propose(Filed report, ProposeOutcome command) {
        OutcomeProposed facts = command.facts();
        known(AGAINST_THE_REPORTER.getOrDefault(facts.outcome(), Set.of()).contains(facts.reason()));
        CorrespondenceRules.check("words", facts.words());
        return switch (report) {
            case Undecided undecided -> {
                alone(command.others());
                yield List.of(facts);
            }
            case Proposed same when same.proposal().equals(facts) -> List.of();
            case Filed decided -> throw ReportRules.decided(decided);
        };
    }

    static List<ReportEvent> confirm(Filed report, ConfirmOutcome command) {
        return switch (report) {
            case Proposed proposed -> {
                second(proposed, command.officer());
                alone(command.others());
                yield List.of(new OutcomeConfirmed(proposed.proposal().outcome(), command.officer()));
            }
            case Dismissed dismissed -> List.of();
            case Filed other -> throw new RuleViolated("report.outcome-not-proposed");
        };
    }

    /** Whoever proposed it may also think better of it: then there is nothing to confirm any more. */
    static List<ReportEvent> reject(Filed report, RejectOutcome command) {
        CorrespondenceRules.check("words", command.words());
        if (report instanceof Proposed proposed) {
            return List.of(new OutcomeRejected(
                    proposed.proposal().outcome(), command.words().strip(), command.officer()));
        }
        throw new RuleViolated("report.outcome-not-proposed");
    }

    /**
     * What is found about one report is not found about those that go on in it: each of them is decided by itself first.
     *
     * @param others how many there are
     */
    static void alone(int others) {
        if (others > 0) {
            throw new RuleViolated("report.others-go-on", others);
        }
    }

    private static void second(Proposed proposed, String officer) {
        if (proposed.proposal().officer().equals(officer)) {
            throw new RuleViolated("report.second-officer-needed");
        }
    }

    /** What a higher authority is looking at stays as it is until it has answered. */
    static List<ReportEvent> takeUp(Filed report, TakeUp command) {
        known(AGAIN.contains(command.facts().reason()));
        if (report.correspondence().underReview().isPresent()) {
            throw new RuleViolated("report.under-review");
        }
        return switch (report) {
            case NotAccepted notAccepted -> List.of(command.facts());
            case Dismissed dismissed -> List.of(command.facts());
            case Merged merged -> List.of(command.facts());
            case Filed other -> throw new RuleViolated("report.not-taken-up");
        };
    }

    static List<ReportEvent> contest(Filed report, Contest command) {
        if (!(report instanceof Dismissed)) {
            throw new RuleViolated("report.not-contestable");
        }
        if (!command.words()) {
            throw new RuleViolated("report.contest-words-missing");
        }
        return List.of(command.facts());
    }

    /** Nobody is reminded of what is decided, nor of what waits for the reporter. */
    static List<ReportEvent> note(Filed report, NoteTime command) {
        return switch (report) {
            case Returned returned -> List.of();
            case Undecided undecided -> List.of(command.facts());
            case Proposed proposed -> List.of(command.facts());
            case Filed decided -> List.of();
        };
    }

    static void known(boolean known) {
        if (!known) {
            throw new RuleViolated("report.reason-unknown");
        }
    }
}
