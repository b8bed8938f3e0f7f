package org.lianzhi.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianzhi.intake.domain.Reports.CROSSED;
import static org.lianzhi.intake.domain.Reports.ESCALATION;
import static org.lianzhi.intake.domain.Reports.FILED;
import static org.lianzhi.intake.domain.Reports.GUANGXI;
import static org.lianzhi.intake.domain.Reports.HUNAN;
import static org.lianzhi.intake.domain.Reports.RELEASED;
import static org.lianzhi.intake.domain.Reports.SUMMARY;
import static org.lianzhi.intake.domain.Reports.spec;

import org.junit.jupiter.api.Test;
import org.lianzhi.intake.domain.ReportCommand.Accept;
import org.lianzhi.intake.domain.ReportCommand.AnswerWhetherFixed;
import org.lianzhi.intake.domain.ReportCommand.FileReport;
import org.lianzhi.intake.domain.ReportCommand.NotAccept;
import org.lianzhi.intake.domain.ReportCommand.Question;
import org.lianzhi.intake.domain.ReportCommand.ReleaseAndEscalate;
import org.lianzhi.intake.domain.ReportCommand.Reply;
import org.lianzhi.intake.domain.ReportCommand.Times;
import org.lianzhi.model.ReportEvent.FixConfirmed;
import org.lianzhi.model.ReportEvent.FixContested;
import org.lianzhi.model.ReportEvent.ReportAccepted;
import org.lianzhi.model.ReportEvent.ReportNotAccepted;
import org.lianzhi.model.ReportEvent.ReportReplied;
import org.lianzhi.model.Side;

class ReportRulesTest {

    private static final Times FIRST = new Times(0, 3);
    private static final ReportAccepted ACCEPTED = new ReportAccepted("431129-branch");
    private static final ReportNotAccepted TOO_VAGUE = new ReportNotAccepted("too-vague", null);
    private static final ReleaseAndEscalate RELEASE = new ReleaseAndEscalate(HUNAN, SUMMARY, ESCALATION);

    @Test
    void a_report_is_filed_once() {
        spec().given()
                .when(new FileReport(FILED))
                .then(FILED)
                .and(report -> assertThat(Report.code(report)).isEqualTo("received"));
        spec().given(FILED).when(new FileReport(FILED)).then();
    }

    @Test
    void nothing_can_be_done_about_what_was_never_filed() {
        spec().given().when(new Accept("431129-branch")).refused("report.unknown");
        spec().given().when(RELEASE).refused("report.unknown");
    }

    @Test
    void a_bureau_accepts_a_report_once() {
        spec().given(FILED).when(new Accept("431129-branch")).then(ACCEPTED);
        spec().given(FILED, ACCEPTED).when(new Accept("431129-branch")).then();
    }

    @Test
    void what_was_decided_is_not_decided_again() {
        spec().given(FILED, TOO_VAGUE).when(new Accept("431129-branch")).refused("report.already-decided");
        spec().given(FILED, ACCEPTED).when(new NotAccept("too-vague", null, 0)).refused("report.already-decided");
        spec().given(FILED, TOO_VAGUE).when(RELEASE).refused("report.already-decided");
        spec().given(FILED, RELEASED, CROSSED).when(new Accept("431129-branch")).refused("report.already-decided");
    }

    @Test
    void who_is_not_accepted_is_told_why_and_where_to_go() {
        spec().given(FILED).when(new NotAccept("too-vague", null, 0)).then(TOO_VAGUE);
        spec().given(FILED, TOO_VAGUE).when(new NotAccept("too-vague", null, 0)).then();
        spec().given(FILED)
                .when(new NotAccept("not-environmental", "the county's agriculture bureau", 0))
                .then(new ReportNotAccepted("not-environmental", "the county's agriculture bureau"));
        spec().given(FILED).when(new NotAccept("not-environmental", " ", 0)).refused("report.where-to-go-missing");
        spec().given(FILED).when(new NotAccept("no-such-reason", null, 0)).refused("report.reason-unknown");
    }

    @Test
    void a_release_says_what_the_other_side_sees_and_opens_the_case() {
        spec().given(FILED).when(RELEASE).then(RELEASED, CROSSED);
        spec().given(FILED, RELEASED, CROSSED).when(RELEASE).then();
    }

    @Test
    void a_local_matter_may_turn_out_to_cross_the_border() {
        spec().given(FILED, ACCEPTED).when(RELEASE).then(RELEASED, CROSSED);
    }

    @Test
    void a_release_needs_words_a_county_and_both_sides() {
        refused(new ReleaseAndEscalate(HUNAN, Reports.summary("hm", "431129"), ESCALATION), "summary-too-short");
        refused(
                new ReleaseAndEscalate(HUNAN, Reports.summary("x".repeat(4001), "431129"), ESCALATION),
                "summary-too-long");
        refused(new ReleaseAndEscalate(HUNAN, Reports.summary("Waste water", ""), ESCALATION), "county-missing");
        refused(new ReleaseAndEscalate(HUNAN, SUMMARY, Reports.escalation(HUNAN, HUNAN)), "one-side-only");
        refused(
                new ReleaseAndEscalate(new Side("gd"), SUMMARY, Reports.escalation(HUNAN, GUANGXI)),
                "own-side-missing");
    }

    private static void refused(ReleaseAndEscalate release, String rule) {
        spec().given(FILED).when(release).refused("report.release." + rule);
    }

    @Test
    void a_reply_follows_a_decision() {
        spec().given(FILED)
                .when(new Reply("We are looking into it", null, false))
                .refused("report.not-decided");
        spec().given(FILED, ACCEPTED)
                .when(new Reply(" Done. ", null, false))
                .then(new ReportReplied("Done.", null, null));
        spec().given(FILED, ACCEPTED).when(new Reply("  ", null, false)).refused("report.reply-missing");
        spec().given(FILED, ACCEPTED)
                .when(new Reply("x".repeat(4001), null, false))
                .refused("report.reply-too-long");
    }

    @Test
    void the_reporter_says_whether_it_is_fixed_once_asked_and_may_think_better_of_it() {
        spec().given(FILED, RELEASED, CROSSED)
                .when(new AnswerWhetherFixed(true, Question.NOT_ASKED, FIRST))
                .refused("report.fix-not-asked");
        spec().given(FILED, RELEASED, CROSSED)
                .when(new AnswerWhetherFixed(true, Question.OPEN, FIRST))
                .then(new FixConfirmed());
        spec().given(FILED, RELEASED, CROSSED, new FixConfirmed())
                .when(new AnswerWhetherFixed(true, Question.CONFIRMED, FIRST))
                .then();
        spec().given(FILED, RELEASED, CROSSED, new FixConfirmed())
                .when(new AnswerWhetherFixed(false, Question.CONFIRMED, FIRST))
                .then(new FixContested());
        // Closed again after a reopening: the same answer is a new one.
        spec().given(FILED, RELEASED, CROSSED, new FixContested())
                .when(new AnswerWhetherFixed(false, Question.OPEN, FIRST))
                .then(new FixContested());
        spec().given(FILED, RELEASED, CROSSED)
                .when(new AnswerWhetherFixed(true, Question.OPEN, new Times(3, 3)))
                .refused("report.said-too-often");
    }
}
