package org.lianzhi.investigation.supervision.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lianzhi.investigation.supervision.domain.Instruction.Stage;
import org.lianzhi.investigation.supervision.domain.SupervisionCommand.Close;
import org.lianzhi.investigation.supervision.domain.SupervisionCommand.Designate;
import org.lianzhi.investigation.supervision.domain.SupervisionCommand.Extend;
import org.lianzhi.investigation.supervision.domain.SupervisionCommand.Give;
import org.lianzhi.investigation.supervision.domain.SupervisionCommand.Grade;
import org.lianzhi.investigation.supervision.domain.SupervisionCommand.Remind;
import org.lianzhi.investigation.supervision.domain.SupervisionCommand.RemindByClock;
import org.lianzhi.investigation.supervision.domain.SupervisionCommand.ReportBack;
import org.lianzhi.investigation.supervision.domain.SupervisionCommand.Withdraw;
import org.lianzhi.model.SupervisionEvent;
import org.lianzhi.model.SupervisionEvent.BureauReminded;
import org.lianzhi.model.SupervisionEvent.DeadlineExtended;
import org.lianzhi.model.SupervisionEvent.Graded;
import org.lianzhi.model.SupervisionEvent.InstructionClosed;
import org.lianzhi.model.SupervisionEvent.InstructionGiven;
import org.lianzhi.model.SupervisionEvent.InstructionWithdrawn;
import org.lianzhi.model.SupervisionEvent.OfficeDesignated;
import org.lianzhi.model.SupervisionEvent.ReportedBack;
import org.lianzhi.test.Spec;

class SupervisionRulesTest {

    private static final Instant GIVEN_AT = Instant.parse("2024-07-22T02:00:00Z");
    private static final Instant DUE = Instant.parse("2024-07-26T10:00:00Z");
    private static final Instant LATER = Instant.parse("2024-07-30T10:00:00Z");
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final String ID = "i-1";
    private static final String JIANGHUA = "431129-branch";
    private static final String HUNAN = "430000-department";

    private static final InstructionGiven GIVEN =
            new InstructionGiven(ID, JIANGHUA, HUNAN, "Find out where the drain leads.", DUE);
    private static final ReportedBack REPORTED = new ReportedBack(ID, JIANGHUA, HUNAN, "It leads to the reservoir.");
    private static final BureauReminded BY_CLOCK = new BureauReminded(ID, JIANGHUA, null, DUE);
    private static final InstructionClosed CLOSED = new InstructionClosed(ID, JIANGHUA, null);
    private static final InstructionWithdrawn WITHDRAWN = new InstructionWithdrawn(ID, JIANGHUA, "Given by mistake.");

    /** A reminder without words counts as one by the clock here. */
    private static final Spec<Supervision, SupervisionCommand, SupervisionEvent> SPEC = new Spec<>(
            Supervision.NONE,
            Supervision::decide,
            (before, event) -> Supervision.evolve(
                    before, event, GIVEN_AT, event instanceof BureauReminded reminded && reminded.words() == null));

    private static Spec.Given<Supervision, SupervisionCommand, SupervisionEvent> given(SupervisionEvent... past) {
        return SPEC.given(past);
    }

    private static Give give(String office, String task, Instant due) {
        return new Give(ID, office, HUNAN, task, due, GIVEN_AT, Set.of(JIANGHUA, HUNAN));
    }

    @Test
    void an_office_of_the_own_side_is_asked_to_do_something_by_a_time() {
        given().when(give(JIANGHUA, "  Find out where the drain leads. ", DUE))
                .then(GIVEN)
                .and(supervision -> assertThat(supervision.to(JIANGHUA))
                        .singleElement()
                        .satisfies(
                                instruction -> assertThat(instruction.stage()).isEqualTo(Stage.RUNNING)));
    }

    @Test
    void an_office_of_the_other_side_cannot_be_asked() {
        given().when(give("451123-branch", "Find out where it leads.", DUE)).refused("supervision.office-unknown");
    }

    @Test
    void what_is_asked_for_is_said_in_words() {
        given().when(give(JIANGHUA, " do ", DUE)).refused("supervision.words.too-short", "task", "5");
        given().when(give(JIANGHUA, "x".repeat(2001), DUE)).refused("supervision.words.too-long", "task", "2000");
    }

    @Test
    void nobody_is_asked_to_have_been_ready_already() {
        given().when(give(JIANGHUA, "Find out where it leads.", GIVEN_AT)).refused("supervision.due-passed");
    }

    @Test
    void a_reminder_tells_when_it_is_due_and_needs_no_words() {
        given(GIVEN).when(new Remind(ID, " ")).then(BY_CLOCK);
        given(GIVEN).when(new Remind(ID, "Hurry")).then(new BureauReminded(ID, JIANGHUA, "Hurry", DUE));
    }

    @Test
    void a_reminder_after_a_report_back_says_what_is_missing_and_the_office_owes_an_answer_again() {
        given(GIVEN, REPORTED).when(new Remind(ID, null)).refused("supervision.words.too-short", "words", "5");
        given(GIVEN, REPORTED)
                .when(new Remind(ID, "The photo is missing"))
                .then(new BureauReminded(ID, JIANGHUA, "The photo is missing", DUE))
                .and(supervision -> assertThat(
                                supervision.instruction(ID).orElseThrow().isOverdue(LATER))
                        .isTrue());
    }

    @Test
    void the_clock_reminds_once_when_the_time_comes_near() {
        given(GIVEN).when(new RemindByClock(ID, A_DAY, DUE.minus(A_DAY))).then(BY_CLOCK);
        given(GIVEN)
                .when(new RemindByClock(ID, A_DAY, DUE.minus(A_DAY).minusMillis(1)))
                .then();
        given(GIVEN, BY_CLOCK).when(new RemindByClock(ID, A_DAY, DUE)).then();
    }

    @Test
    void the_clock_does_not_remind_of_what_was_short_from_the_beginning_or_is_answered() {
        given(GIVEN).when(new RemindByClock(ID, Duration.ofDays(30), DUE)).then();
        given(GIVEN, REPORTED).when(new RemindByClock(ID, A_DAY, DUE)).then();
        given(GIVEN, WITHDRAWN).when(new RemindByClock(ID, A_DAY, DUE)).then();
    }

    @Test
    void the_clock_reminds_again_of_a_new_time() {
        given(GIVEN, BY_CLOCK, new DeadlineExtended(ID, JIANGHUA, LATER, "The laboratory is late"))
                .when(new RemindByClock(ID, A_DAY, LATER))
                .then(new BureauReminded(ID, JIANGHUA, null, LATER));
    }

    @Test
    void nothing_is_due_where_no_clock_reaches() {
        given().when(give(JIANGHUA, "Find out where the drain leads.", Instant.MAX))
                .refused("supervision.due-too-far", "10");
        given(GIVEN)
                .when(new Extend(ID, Instant.MAX, "The laboratory is late", GIVEN_AT))
                .refused("supervision.due-too-far", "10");
    }

    @Test
    void more_time_is_given_with_a_reason_and_only_more() {
        given(GIVEN)
                .when(new Extend(ID, LATER, "The laboratory is late", GIVEN_AT))
                .then(new DeadlineExtended(ID, JIANGHUA, LATER, "The laboratory is late"))
                .and(supervision -> assertThat(
                                supervision.instruction(ID).orElseThrow().dueAt())
                        .isEqualTo(LATER));
        given(GIVEN)
                .when(new Extend(ID, DUE, "The laboratory is late", GIVEN_AT))
                .refused("supervision.extension-not-later");
        given(GIVEN)
                .when(new Extend(ID, LATER, "The laboratory is late", LATER))
                .refused("supervision.due-passed");
        given(GIVEN).when(new Extend(ID, LATER, "", GIVEN_AT)).refused("supervision.words.too-short", "reason", "5");
    }

    @Test
    void the_office_reports_back_and_owes_nothing_until_it_is_told_so() {
        given(GIVEN)
                .when(new ReportBack(ID, "It leads to the reservoir."))
                .then(REPORTED)
                .and(supervision -> assertThat(
                                supervision.instruction(ID).orElseThrow().isOverdue(LATER))
                        .isFalse());
        given(GIVEN).when(new ReportBack(ID, "ok")).refused("supervision.words.too-short", "account", "5");
    }

    @Test
    void the_same_report_twice_is_one_and_another_adds_to_it() {
        given(GIVEN, REPORTED)
                .when(new ReportBack(ID, "It leads to the reservoir."))
                .then();
        given(GIVEN, REPORTED)
                .when(new ReportBack(ID, "The drain is blocked now."))
                .then(new ReportedBack(ID, JIANGHUA, HUNAN, "The drain is blocked now."));
    }

    @Test
    void what_was_reported_can_be_closed() {
        given(GIVEN, REPORTED).when(new Close(ID, null)).then(CLOSED);
        given(GIVEN, REPORTED, CLOSED).when(new Close(ID, null)).then();
        given(GIVEN).when(new Close(ID, null)).refused("supervision.not-reported");
        given(GIVEN, WITHDRAWN).when(new Close(ID, null)).refused("supervision.instruction-over");
    }

    @Test
    void its_giver_takes_it_back_with_a_reason() {
        given(GIVEN).when(new Withdraw(ID, HUNAN, "Given by mistake.")).then(WITHDRAWN);
        given(GIVEN, WITHDRAWN)
                .when(new Withdraw(ID, HUNAN, "Given by mistake."))
                .then();
        given(GIVEN).when(new Withdraw(ID, HUNAN, "no")).refused("supervision.words.too-short", "reason", "5");
        given(GIVEN).when(new Withdraw(ID, JIANGHUA, "Given by mistake.")).refused("supervision.not-the-giver");
        given(GIVEN, REPORTED, CLOSED)
                .when(new Withdraw(ID, HUNAN, "Given by mistake."))
                .refused("supervision.instruction-over");
    }

    @Test
    void what_is_over_stays_as_it_is() {
        given(GIVEN, WITHDRAWN).when(new Remind(ID, null)).refused("supervision.instruction-over");
        given(GIVEN, WITHDRAWN)
                .when(new Extend(ID, LATER, "More time", GIVEN_AT))
                .refused("supervision.instruction-over");
        given(GIVEN, WITHDRAWN).when(new ReportBack(ID, "It is done.")).refused("supervision.instruction-over");
    }

    @Test
    void a_person_grades_the_matter_with_reason_and_legal_basis() {
        given().when(new Grade("risk", "No harm was done", "National plan 2014", JIANGHUA))
                .then(new Graded("risk", "No harm was done", "National plan 2014", JIANGHUA))
                .and(supervision ->
                        assertThat(supervision.grading().orElseThrow().grade()).isEqualTo("risk"));
        given().when(new Grade("v", "No harm was done", "National plan 2014", JIANGHUA))
                .refused("supervision.grade-unknown");
        given().when(new Grade("ii", "no", "National plan 2014", JIANGHUA))
                .refused("supervision.words.too-short", "reason", "5");
        given().when(new Grade("ii", "It crosses the border", "", JIANGHUA))
                .refused("supervision.words.too-short", "legalBasis", "5");
    }

    @Test
    void a_matter_is_ungraded_until_somebody_grades_it_and_can_be_graded_anew() {
        given(GIVEN)
                .when(new Remind(ID, null))
                .then(BY_CLOCK)
                .and(supervision -> assertThat(supervision.grading()).isEmpty());
        Graded risk = new Graded("risk", "No harm was done", "National plan 2014", JIANGHUA);
        given(risk)
                .when(new Grade("risk", "No harm was done", "National plan 2014", JIANGHUA))
                .then();
        given(risk)
                .when(new Grade("iv", "Fish have died", "National plan 2014", JIANGHUA))
                .then(new Graded("iv", "Fish have died", "National plan 2014", JIANGHUA));
    }

    @Test
    void another_office_of_the_side_is_made_to_handle_the_case() {
        given().when(designate(HUNAN))
                .then(new OfficeDesignated(HUNAN, JIANGHUA, "Two branches dispute", "Penalties Law, 25"))
                .and(supervision -> assertThat(supervision.designated()).contains(HUNAN));
        given().when(designate(JIANGHUA)).refused("supervision.office-already");
        given().when(designate("451123-branch")).refused("supervision.office-unknown");
        given().when(new Designate(HUNAN, JIANGHUA, "", "Penalties Law, 25", Set.of(HUNAN)))
                .refused("supervision.words.too-short", "reason", "5");
    }

    @Test
    void the_next_designation_follows_the_one_before() {
        given(new OfficeDesignated(HUNAN, JIANGHUA, "Two branches dispute", "Penalties Law, 25"))
                .when(designate(JIANGHUA))
                .then(new OfficeDesignated(JIANGHUA, HUNAN, "Two branches dispute", "Penalties Law, 25"));
        given(new OfficeDesignated(HUNAN, JIANGHUA, "Two branches dispute", "Penalties Law, 25"))
                .when(designate(HUNAN))
                .refused("supervision.office-already");
    }

    private static Designate designate(String office) {
        return new Designate(office, JIANGHUA, "Two branches dispute", "Penalties Law, 25", Set.of(JIANGHUA, HUNAN));
    }

    @Test
    void nothing_is_done_about_an_instruction_that_was_never_given() {
        given().when(new Remind(ID, null)).refused("supervision.instruction-unknown");
        given().when(new ReportBack(ID, "It is done.")).refused("supervision.instruction-unknown");
        given().when(new Close(ID, null)).refused("supervision.instruction-unknown");
        given().when(new Withdraw(ID, HUNAN, "Given by mistake.")).refused("supervision.instruction-unknown");
    }
}
