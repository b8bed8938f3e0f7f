package org.lianzhi.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianzhi.intake.domain.Reports.CROSSED;
import static org.lianzhi.intake.domain.Reports.ESCALATION;
import static org.lianzhi.intake.domain.Reports.FILED;
import static org.lianzhi.intake.domain.Reports.HUNAN;
import static org.lianzhi.intake.domain.Reports.RELEASED;
import static org.lianzhi.intake.domain.Reports.SUMMARY;
import static org.lianzhi.intake.domain.Reports.spec;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianzhi.intake.domain.ReportCommand.Accept;
import org.lianzhi.intake.domain.ReportCommand.AddInformation;
import org.lianzhi.intake.domain.ReportCommand.AskReporter;
import org.lianzhi.intake.domain.ReportCommand.ConfirmOutcome;
import org.lianzhi.intake.domain.ReportCommand.Contest;
import org.lianzhi.intake.domain.ReportCommand.Follow;
import org.lianzhi.intake.domain.ReportCommand.Merge;
import org.lianzhi.intake.domain.ReportCommand.NotAccept;
import org.lianzhi.intake.domain.ReportCommand.NoteTime;
import org.lianzhi.intake.domain.ReportCommand.Others;
import org.lianzhi.intake.domain.ReportCommand.ProposeOutcome;
import org.lianzhi.intake.domain.ReportCommand.RejectOutcome;
import org.lianzhi.intake.domain.ReportCommand.ReleaseAndEscalate;
import org.lianzhi.intake.domain.ReportCommand.Reply;
import org.lianzhi.intake.domain.ReportCommand.TakeContradiction;
import org.lianzhi.intake.domain.ReportCommand.TakeUp;
import org.lianzhi.intake.domain.ReportCommand.Target;
import org.lianzhi.model.ReportEvent.DecisionDue;
import org.lianzhi.model.ReportEvent.FixContested;
import org.lianzhi.model.ReportEvent.InformationAdded;
import org.lianzhi.model.ReportEvent.InformationRequested;
import org.lianzhi.model.ReportEvent.OutcomeConfirmed;
import org.lianzhi.model.ReportEvent.OutcomeProposed;
import org.lianzhi.model.ReportEvent.OutcomeRejected;
import org.lianzhi.model.ReportEvent.ReportAccepted;
import org.lianzhi.model.ReportEvent.ReportMerged;
import org.lianzhi.model.ReportEvent.ReportNotAccepted;
import org.lianzhi.model.ReportEvent.ReportReplied;
import org.lianzhi.model.ReportEvent.ReportTakenUp;
import org.lianzhi.model.ReportEvent.ReviewRequested;

class OutcomeRulesTest {

    private static final Instant DUE = Instant.parse("2024-07-22T16:00:00Z");
    private static final ReportAccepted ACCEPTED = new ReportAccepted("431129-branch");
    private static final ReportNotAccepted TOO_VAGUE = new ReportNotAccepted("too-vague", null);
    private static final InformationRequested ASKED =
            new InformationRequested("place", "Where does it flow out?", DUE, "reporter-answer");
    private static final ReportTakenUp ANSWERED = new ReportTakenUp("answered", DUE, "triage");
    private static final ReportTakenUp CONTESTED = new ReportTakenUp("contested", DUE, "triage");
    private static final ReportTakenUp MISTAKE = new ReportTakenUp("mistake", DUE, "triage");
    private static final ReportMerged MERGED = new ReportMerged("r-2", "same-event");
    private static final OutcomeProposed PROPOSED =
            new OutcomeProposed("fabricated", "refuted-on-site", "There is no farm.", "o-1");
    private static final Others NO_OTHERS = new Others(0, false);
    private static final OutcomeConfirmed CONFIRMED = new OutcomeConfirmed("fabricated", "o-2");

    @Test
    void what_others_go_on_in_is_not_dismissed_before_each_of_them_is_decided_by_itself() {
        spec().given(FILED).when(new NotAccept("too-vague", null, 2)).refused("report.others-go-on");
        spec().given(FILED).when(new ProposeOutcome(PROPOSED, 1)).refused("report.others-go-on");
        spec().given(FILED, PROPOSED).when(new ConfirmOutcome("o-2", 1)).refused("report.others-go-on");
        spec().given(FILED, TOO_VAGUE).when(new NotAccept("too-vague", null, 1)).then();
    }

    @Test
    void what_others_go_on_in_goes_on_elsewhere_with_them_where_an_officer_says_so() {
        spec().given(FILED)
                .when(new Merge("r-2", "same-event", Target.GOOD, new Others(2, false)))
                .refused("report.merge.others-come");
        spec().given(FILED)
                .when(new Merge("r-2", "same-event", Target.GOOD, new Others(2, true)))
                .then(MERGED);
    }

    @Test
    void what_is_dealt_with_is_contradicted_from_a_report_that_goes_on_in_it_and_nothing_else_is() {
        spec().given(FILED, ACCEPTED).when(new TakeContradiction()).then(new FixContested());
        spec().given(FILED, RELEASED, CROSSED).when(new TakeContradiction()).then(new FixContested());
        spec().given(FILED).when(new TakeContradiction()).then();
        spec().given(FILED, TOO_VAGUE).when(new TakeContradiction()).then();
    }

    @Test
    void the_reporter_is_asked_for_what_is_missing() {
        spec().given(FILED)
                .when(new AskReporter(ASKED))
                .then(ASKED)
                .and(report -> assertThat(Report.code(report)).isEqualTo("returned"));
        spec().given(FILED, ASKED).when(new AskReporter(ASKED)).then();
        spec().given(FILED)
                .when(new AskReporter(new InformationRequested("name", "Who are you?", DUE, "reporter-answer")))
                .refused("report.reason-unknown");
        spec().given(FILED)
                .when(new AskReporter(new InformationRequested("place", " ", DUE, "reporter-answer")))
                .refused("report.words-missing");
        spec().given(FILED, ACCEPTED).when(new AskReporter(ASKED)).refused("report.already-decided");
    }

    @Test
    void what_the_reporter_answers_puts_the_report_back_on_the_list_with_a_new_promise() {
        AddInformation answer = new AddInformation(true, 0, 0, 30, ANSWERED);
        spec().given(FILED, ASKED)
                .when(answer)
                .then(new InformationAdded(true, 0), ANSWERED)
                .and(report -> assertThat(Report.code(report)).isEqualTo("received"));
        spec().given(FILED, ACCEPTED).when(answer).then(new InformationAdded(true, 0));
        spec().given(FILED, ASKED)
                .when(new AddInformation(false, 0, 0, 30, ANSWERED))
                .refused("report.addition-empty");
    }

    @Test
    void a_bureau_that_asked_need_not_wait_for_the_answer() {
        spec().given(FILED, ASKED).when(new Accept("431129-branch")).then(ACCEPTED);
        spec().given(FILED, ASKED).when(new NotAccept("too-vague", null, 0)).then(TOO_VAGUE);
        spec().given(FILED, ASKED)
                .when(new ReleaseAndEscalate(HUNAN, SUMMARY, ESCALATION))
                .then(RELEASED, CROSSED);
        spec().given(FILED, ASKED).when(new Reply("Soon", null, false)).refused("report.not-decided");
    }

    @Test
    void a_report_goes_on_in_another_one_and_can_come_back() {
        spec().given(FILED)
                .when(new Merge("r-2", "same-event", Target.GOOD, NO_OTHERS))
                .then(MERGED)
                .and(report -> assertThat(Report.code(report)).isEqualTo("merged"));
        spec().given(FILED, MERGED)
                .when(new Merge("r-2", "same-event", Target.GOOD, NO_OTHERS))
                .then();
        spec().given(FILED, MERGED)
                .when(new Merge("r-3", "same-event", Target.GOOD, NO_OTHERS))
                .refused("report.already-decided");
        spec().given(FILED, MERGED)
                .when(new TakeUp(MISTAKE))
                .then(MISTAKE)
                .and(report -> assertThat(Report.code(report)).isEqualTo("received"));
    }

    @ParameterizedTest
    @CsvSource({"UNKNOWN, unknown", "ITSELF, itself", "NOT_GOING_ON, not-going-on"})
    void not_every_report_can_take_another_one_in(Target target, String rule) {
        spec().given(FILED)
                .when(new Merge("r-2", "same-event", target, NO_OTHERS))
                .refused("report.merge." + rule);
    }

    @Test
    void a_merge_needs_a_reason_and_a_report_that_nobody_has_decided_on() {
        spec().given(FILED)
                .when(new Merge("r-2", "alike", Target.GOOD, NO_OTHERS))
                .refused("report.reason-unknown");
        spec().given(FILED, ACCEPTED)
                .when(new Merge("r-2", "same-event", Target.GOOD, NO_OTHERS))
                .refused("report.already-decided");
    }

    @Test
    void who_reported_what_was_merged_is_answered_where_it_goes_on() {
        spec().given(FILED, MERGED).when(new Reply("Done.", null, false)).refused("report.goes-on-elsewhere");
        spec().given(FILED, MERGED).when(new Follow(0, 10)).refused("report.not-followable");
    }

    @Test
    void what_is_said_against_the_reporter_holds_when_a_second_officer_confirms_it() {
        spec().given(FILED)
                .when(new ProposeOutcome(PROPOSED, 0))
                .then(PROPOSED)
                .and(report -> assertThat(Report.code(report)).isEqualTo("proposed"));
        spec().given(FILED, PROPOSED).when(new ProposeOutcome(PROPOSED, 0)).then();
        spec().given(FILED, PROPOSED).when(new ConfirmOutcome("o-1", 0)).refused("report.second-officer-needed");
        spec().given(FILED, PROPOSED)
                .when(new ConfirmOutcome("o-2", 0))
                .then(CONFIRMED)
                .and(report -> assertThat(Report.code(report)).isEqualTo("fabricated"));
        spec().given(FILED, PROPOSED, CONFIRMED)
                .when(new ConfirmOutcome("o-2", 0))
                .then();
        spec().given(FILED).when(new ConfirmOutcome("o-2", 0)).refused("report.outcome-not-proposed");
    }

    @Test
    void as_long_as_it_is_only_proposed_nothing_else_is_decided() {
        spec().given(FILED, PROPOSED).when(new Accept("431129-branch")).refused("report.already-decided");
        spec().given(FILED, PROPOSED).when(new Reply("Made up", null, false)).refused("report.not-decided");
    }

    @Test
    void a_second_officer_who_does_not_agree_says_why_and_the_report_is_open_again() {
        OutcomeRejected rejected = new OutcomeRejected("fabricated", "Nobody went there.", "o-2");
        spec().given(FILED, PROPOSED)
                .when(new RejectOutcome("o-2", " Nobody went there. "))
                .then(rejected)
                .and(report -> assertThat(Report.code(report)).isEqualTo("received"));
        spec().given(FILED, PROPOSED).when(new RejectOutcome("o-2", " ")).refused("report.words-missing");
        spec().given(FILED).when(new RejectOutcome("o-2", "Why?")).refused("report.outcome-not-proposed");
    }

    @ParameterizedTest
    @CsvSource({"repeated, answered-before", "repeated, being-handled", "fabricated, refuted-by-records"})
    void each_outcome_has_reasons_of_its_own(String outcome, String reason) {
        OutcomeProposed facts = new OutcomeProposed(outcome, reason, "Words", "o-1");
        spec().given(FILED).when(new ProposeOutcome(facts, 0)).then(facts);
    }

    @Test
    void a_reason_of_another_outcome_is_none() {
        spec().given(FILED)
                .when(new ProposeOutcome(new OutcomeProposed("fabricated", "answered-before", "Words", "o-1"), 0))
                .refused("report.reason-unknown");
        spec().given(FILED)
                .when(new ProposeOutcome(new OutcomeProposed("annoying", "answered-before", "Words", "o-1"), 0))
                .refused("report.reason-unknown");
    }

    @Test
    void the_reporter_contests_with_words_and_it_is_decided_anew() {
        spec().given(FILED, PROPOSED, CONFIRMED)
                .when(new Contest(true, CONTESTED))
                .then(CONTESTED)
                .and(report -> assertThat(Report.code(report)).isEqualTo("received"));
        spec().given(FILED, PROPOSED, CONFIRMED)
                .when(new Contest(false, CONTESTED))
                .refused("report.contest-words-missing");
        spec().given(FILED, PROPOSED).when(new Contest(true, CONTESTED)).refused("report.not-contestable");
        spec().given(FILED, TOO_VAGUE).when(new Contest(true, CONTESTED)).refused("report.not-contestable");
    }

    @Test
    void an_officer_takes_up_again_what_is_not_under_review() {
        spec().given(FILED, TOO_VAGUE).when(new TakeUp(MISTAKE)).then(MISTAKE);
        spec().given(FILED, PROPOSED, CONFIRMED).when(new TakeUp(MISTAKE)).then(MISTAKE);
        spec().given(FILED, ACCEPTED).when(new TakeUp(MISTAKE)).refused("report.not-taken-up");
        spec().given(FILED, TOO_VAGUE).when(new TakeUp(CONTESTED)).refused("report.reason-unknown");
        spec().given(
                        FILED,
                        TOO_VAGUE,
                        new ReportReplied("Not for us.", null, true),
                        new ReviewRequested("review", DUE, "review"))
                .when(new TakeUp(MISTAKE))
                .refused("report.under-review");
    }

    @Test
    void the_clock_is_noted_as_long_as_the_reporter_waits_for_the_bureau() {
        DecisionDue soon = new DecisionDue("soon", DUE, "triage");
        spec().given(FILED).when(new NoteTime(soon)).then(soon);
        spec().given(FILED, PROPOSED).when(new NoteTime(soon)).then(soon);
        spec().given(FILED, ASKED).when(new NoteTime(soon)).then();
        spec().given(FILED, ACCEPTED).when(new NoteTime(soon)).then();
    }
}
