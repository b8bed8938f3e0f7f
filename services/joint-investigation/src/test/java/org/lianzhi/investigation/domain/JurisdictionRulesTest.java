package org.lianzhi.investigation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianzhi.investigation.domain.Cases.AT_WORK;
import static org.lianzhi.investigation.domain.Cases.BEGUN;
import static org.lianzhi.investigation.domain.Cases.GX;
import static org.lianzhi.investigation.domain.Cases.HN;
import static org.lianzhi.investigation.domain.Cases.TODAY;
import static org.lianzhi.investigation.domain.Cases.ZONE;
import static org.lianzhi.investigation.domain.Cases.gx;
import static org.lianzhi.investigation.domain.Cases.hn;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianzhi.investigation.domain.CaseCommand.Decline;
import org.lianzhi.investigation.domain.CaseCommand.EnterDecision;
import org.lianzhi.investigation.domain.CaseCommand.SignClosure;
import org.lianzhi.investigation.domain.CaseCommand.StateJurisdiction;
import org.lianzhi.model.CaseEvent.CaseAcknowledged;
import org.lianzhi.model.CaseEvent.CaseJoined;
import org.lianzhi.model.CaseEvent.CaseOpened;
import org.lianzhi.model.CaseEvent.DecisionReceived;
import org.lianzhi.model.CaseEvent.JurisdictionStated;
import org.lianzhi.model.Ground;
import org.lianzhi.model.Photo;
import org.lianzhi.model.Place;
import org.lianzhi.model.ReleasedSummary;
import org.lianzhi.model.Side;

class JurisdictionRulesTest {

    private static final Instant BY = Instant.parse("2024-07-26T16:00:00Z");
    private static final String WHY = "The farm is watched over by us.";
    private static final List<Photo> PAGES = List.of(new Photo("p1", "ab".repeat(32)));

    private static final CaseSpec WORKING = CaseSpec.given(AT_WORK);
    private static final CaseSpec ASKED = WORKING.after(HN, says(HN, ""));
    private static final CaseSpec AGREED = ASKED.after(GX, says(HN, ""));
    private static final CaseSpec DISPUTED = ASKED.after(GX, says(GX, WHY));

    private static StateJurisdiction says(Side lead, String why) {
        return new StateJurisdiction(lead, List.of(Ground.FIRST_FILED), why, BY);
    }

    private static JurisdictionStated said(Side lead, String why) {
        return new JurisdictionStated(lead, List.of(Ground.FIRST_FILED), why, BY, 1);
    }

    private static EnterDecision decision(String number, Side lead) {
        return new EnterDecision("The ministry", number, TODAY.minusDays(1), lead, PAGES, TODAY);
    }

    private static Jurisdiction.State state(CaseSpec spec) {
        return Jurisdiction.of(spec.joint()).state();
    }

    private static List<String> turns(CaseSpec spec) {
        return Turns.of(spec.joint(), ZONE).stream()
                .filter(turn -> turn.act() == Act.STATE_JURISDICTION || turn.act() == Act.ENTER_DECISION)
                .map(turn -> turn.side() + " " + turn.act().code() + " " + turn.dueAt())
                .toList();
    }

    private static Task.Status task(CaseSpec spec, Side side, Act act) {
        return Task.of(spec.joint(), side, null, ZONE).stream()
                .filter(task -> task.act() == act)
                .findFirst()
                .orElseThrow()
                .status();
    }

    @Test
    void each_side_says_for_itself_who_should_lead_and_both_together_settle_it() {
        WORKING.when(HN, says(HN, "")).then(said(HN, ""));
        assertThat(state(WORKING)).isEqualTo(Jurisdiction.State.OPEN);
        assertThat(task(WORKING, HN, Act.STATE_JURISDICTION)).isEqualTo(Task.Status.OPEN);
        assertThat(turns(ASKED)).containsExactly("gx state-jurisdiction " + BY);
        assertThat(task(ASKED, HN, Act.STATE_JURISDICTION)).isEqualTo(Task.Status.WAITING);
        ASKED.when(GX, says(HN, "")).then(said(HN, "")).holds(joint -> {
            assertThat(Jurisdiction.of(joint).state()).isEqualTo(Jurisdiction.State.AGREED);
            assertThat(Jurisdiction.of(joint).settledAt()).contains(CaseSpec.time(5));
            assertThat(joint.lead()).contains(HN);
        });
        assertThat(turns(AGREED)).isEmpty();
        assertThat(task(AGREED, GX, Act.STATE_JURISDICTION)).isEqualTo(Task.Status.DONE);
    }

    @Test
    void the_same_word_again_is_nothing_new_and_what_is_settled_is_not_unsettled_by_one_side() {
        ASKED.when(HN, says(HN, "")).nothing();
        AGREED.when(HN, says(HN, "")).nothing();
        AGREED.when(HN, says(GX, WHY)).refused("case.jurisdiction.settled");
    }

    @Test
    void who_sees_it_otherwise_says_why_and_both_positions_stand_side_by_side() {
        ASKED.when(GX, says(GX, "")).refused("case.words.too-short", "explanation", 5);
        WORKING.when(GX, says(GX, "")).refused("case.words.too-short", "explanation", 5);
        ASKED.when(GX, says(GX, WHY)).then(said(GX, WHY));
        assertThat(state(DISPUTED)).isEqualTo(Jurisdiction.State.DISPUTED);
        assertThat(DISPUTED.joint().lead()).as("as it was opened").contains(HN);
        assertThat(Jurisdiction.of(DISPUTED.joint()).positions()).containsOnlyKeys(HN, GX);
        assertThat(turns(DISPUTED)).as("nobody can be made to give way").isEmpty();
        assertThat(task(DISPUTED, HN, Act.STATE_JURISDICTION)).isEqualTo(Task.Status.OPEN);
        assertThat(task(DISPUTED, HN, Act.ENTER_DECISION)).isEqualTo(Task.Status.OPEN);
        DISPUTED.when(HN, says(GX, WHY))
                .then(said(GX, WHY))
                .holds(joint -> assertThat(joint.lead()).contains(GX))
                .holds(joint -> assertThat(joint.parties()).containsExactly(GX, HN));
    }

    @Test
    void two_sides_that_each_leave_it_to_the_other_are_in_dispute_too() {
        CaseSpec crossed = WORKING.and(hn(said(GX, WHY)), gx(said(HN, "")));
        assertThat(state(crossed)).isEqualTo(Jurisdiction.State.DISPUTED);
    }

    @Test
    void a_decision_from_above_binds_nobody_until_both_sides_have_entered_the_same() {
        CaseSpec entered = DISPUTED.after(HN, decision("环函〔2024〕 1号", GX));
        assertThat(state(entered)).isEqualTo(Jurisdiction.State.DISPUTED);
        assertThat(turns(entered)).containsExactly("gx enter-decision null");
        CaseSpec both = entered.after(
                GX, new EnterDecision("the  Ministry", "环函〔2024〕1号", TODAY.minusDays(1), GX, PAGES, TODAY));
        assertThat(state(both)).isEqualTo(Jurisdiction.State.DECIDED);
        assertThat(both.joint().lead()).contains(GX);
        assertThat(Jurisdiction.of(both.joint()).settledAt()).contains(CaseSpec.time(7));
        assertThat(Jurisdiction.of(both.joint()).grounds().get(GX)).contains(Ground.DESIGNATED);
        assertThat(turns(both)).isEmpty();
        both.when(GX, decision("环函〔2024〕1号", GX)).nothing();
        both.when(HN, says(HN, WHY)).refused("case.jurisdiction.settled");
        both.when(GX, says(HN, "")).refused("case.jurisdiction.settled");
    }

    @Test
    void different_documents_or_different_readings_of_one_settle_nothing() {
        CaseSpec entered = DISPUTED.after(HN, decision("1", HN));
        assertThat(state(entered.after(GX, decision("2", HN)))).isEqualTo(Jurisdiction.State.DISPUTED);
        assertThat(state(entered.after(GX, decision("1", GX)))).isEqualTo(Jurisdiction.State.DISPUTED);
        assertThat(turns(entered.after(GX, decision("2", HN))))
                .containsExactly("gx enter-decision null", "hn enter-decision null");
    }

    @Test
    void a_newer_decision_that_one_side_enters_alone_leaves_the_older_one_until_the_other_enters_it_too() {
        CaseSpec first = DISPUTED.after(HN, decision("1", GX)).after(GX, decision("1", GX));
        CaseSpec alone = first.after(HN, newer("2", HN));
        assertThat(state(alone)).isEqualTo(Jurisdiction.State.DECIDED);
        assertThat(alone.joint().lead()).contains(GX);
        assertThat(turns(alone)).containsExactly("gx enter-decision null");
        CaseSpec both = alone.after(GX, newer("2", HN));
        assertThat(both.joint().lead()).contains(HN);
        assertThat(Jurisdiction.of(both.joint()).settledAt()).contains(CaseSpec.time(9));
        assertThat(turns(both)).isEmpty();
    }

    @Test
    void decisions_that_both_sides_entered_in_another_order_give_the_newest() {
        CaseSpec crossed = DISPUTED.after(HN, newer("2", HN))
                .after(GX, decision("1", GX))
                .after(GX, newer("2", HN))
                .after(HN, decision("1", GX));
        assertThat(crossed.joint().lead()).contains(HN);
        assertThat(turns(crossed)).isEmpty();
        CaseSpec older =
                DISPUTED.after(HN, newer("2", HN)).after(GX, newer("2", HN)).after(GX, decision("1", GX));
        assertThat(older.joint().lead()).contains(HN);
        assertThat(turns(older)).as("what is older decides nothing any more").isEmpty();
    }

    @Test
    void a_slip_of_the_pen_that_was_put_right_is_not_asked_for() {
        CaseSpec mended = DISPUTED.after(HN, decision("l", GX))
                .after(HN, decision("1", GX))
                .after(GX, decision("1", GX));
        assertThat(state(mended)).isEqualTo(Jurisdiction.State.DECIDED);
        assertThat(turns(mended)).isEmpty();
    }

    private static EnterDecision newer(String number, Side lead) {
        return new EnterDecision("The ministry", number, TODAY, lead, PAGES, TODAY);
    }

    @Test
    void a_decision_goes_before_an_agreement() {
        CaseSpec both = AGREED.after(GX, decision("1", GX)).after(HN, decision("1", GX));
        assertThat(both.joint().lead()).contains(GX);
        assertThat(turns(AGREED.after(GX, decision("1", GX)))).containsExactly("hn enter-decision null");
    }

    @Test
    void who_has_entered_the_decision_need_not_say_who_should_lead() {
        assertThat(turns(ASKED.after(GX, decision("1", GX)))).containsExactly("hn enter-decision null");
    }

    @Test
    void a_decision_is_entered_with_all_that_names_it() {
        WORKING.when(HN, new EnterDecision("The ministry", " ", TODAY, HN, PAGES, TODAY))
                .refused("case.words.too-short", "number", 1);
        WORKING.when(HN, new EnterDecision("M", "1", TODAY, HN, PAGES, TODAY))
                .refused("case.words.too-short", "issuer", 2);
        WORKING.when(HN, new EnterDecision("The ministry", "1", TODAY.plusDays(1), HN, PAGES, TODAY))
                .refused("case.in-the-future", TODAY);
        WORKING.when(HN, new EnterDecision("The ministry", "1", TODAY, HN, List.of(), TODAY))
                .refused("case.jurisdiction.no-file");
        WORKING.when(HN, new EnterDecision("The ministry", "1", TODAY, new Side("gd"), PAGES, TODAY))
                .refused("case.jurisdiction.lead-unknown", "gd");
        assertThat(JointCase.decide(WORKING.joint(), HN, decision("1", GX)))
                .singleElement()
                .isInstanceOfSatisfying(DecisionReceived.class, event -> {
                    assertThat(event.digest()).hasSize(64);
                    assertThat(event.decidedOn()).isEqualTo(LocalDate.of(2024, 7, 24));
                    assertThat(event.pages()).isEqualTo(PAGES);
                });
    }

    @Test
    void a_position_names_a_party_and_grounds_that_are_its_own_to_give() {
        WORKING.when(HN, says(new Side("gd"), WHY)).refused("case.jurisdiction.lead-unknown", "gd");
        WORKING.when(HN, new StateJurisdiction(HN, List.of(), "", null)).refused("case.jurisdiction.no-ground");
        WORKING.when(HN, new StateJurisdiction(HN, List.of(Ground.DESIGNATED), "", null))
                .refused("case.jurisdiction.not-designated");
    }

    @Test
    void only_sides_at_work_speak_and_nobody_settles_anything_with_a_side_that_left() {
        CaseSpec.given(BEGUN).when(HN, says(HN, "")).refused("case.not-acknowledged");
        CaseSpec alone = WORKING.after(GX, new Decline("not-competent", "It is not ours."));
        alone.when(HN, says(HN, "")).refused("case.jurisdiction.alone");
        alone.when(HN, decision("1", HN)).refused("case.jurisdiction.alone");
        alone.when(GX, says(HN, "")).refused("case.declined");
        assertThat(state(AGREED.after(GX, new Decline("not-competent", "It is not ours."))))
                .isEqualTo(Jurisdiction.State.OPEN);
        CaseSpec ready = Cases.readyToSign();
        ready.after(HN, new SignClosure(Closure.of(ready.joint()).content(), "rectified-and-verified"))
                .when(HN, says(HN, ""))
                .refused("case.closure.signed");
    }

    @Test
    void a_position_is_material_to_what_is_signed() {
        CaseSpec ready = Cases.readyToSign();
        String before = Closure.of(ready.joint()).content();
        assertThat(Closure.of(ready.after(GX, says(HN, "")).joint()).content()).isNotEqualTo(before);
    }

    @Test
    void the_rule_proposes_the_side_where_all_places_lie_and_else_the_one_that_filed_first() {
        assertThat(proposal(HN, null, Cases.FARM, Cases.RESERVOIR))
                .as("the farm here, the water there")
                .isEqualTo(new Jurisdiction.Proposal(HN, Ground.FIRST_FILED));
        assertThat(proposal(GX, null, Cases.FARM, Cases.RESERVOIR))
                .isEqualTo(new Jurisdiction.Proposal(GX, Ground.FIRST_FILED));
        assertThat(proposal(GX, Cases.OUTLET, null, Cases.RESERVOIR))
                .as("all in Hunan, wherever it was filed")
                .isEqualTo(new Jurisdiction.Proposal(HN, Ground.OUTLET));
        assertThat(proposal(GX, null, null, Cases.RESERVOIR))
                .isEqualTo(new Jurisdiction.Proposal(HN, Ground.AFFECTED_WATER));
        assertThat(proposal(GX, null, null, new Place(null, "a brook", null, null)))
                .as("nothing is known")
                .isEqualTo(new Jurisdiction.Proposal(GX, Ground.FIRST_FILED));
    }

    @Test
    void a_settled_finding_says_better_than_the_report_where_the_outlet_is() {
        assertThat(Jurisdiction.of(WORKING.joint()).grounds())
                .containsEntry(HN, List.of(Ground.AFFECTED_WATER, Ground.FIRST_FILED))
                .containsEntry(GX, List.of(Ground.FACILITY));
        assertThat(Jurisdiction.of(Cases.withFinding().joint()).grounds())
                .containsEntry(HN, List.of(Ground.OUTLET, Ground.AFFECTED_WATER, Ground.FIRST_FILED));
    }

    private static Jurisdiction.Proposal proposal(
            Side opener, @Nullable Place outlet, @Nullable Place facility, Place water) {
        ReleasedSummary summary = new ReleasedSummary(
                "sewage", "text", "cause", water, outlet, facility, BY, "rain", null, List.of(), true);
        CaseOpened opened = new CaseOpened(
                "hunan-guangxi",
                1,
                HN,
                "431129-branch",
                GX,
                "451123-branch",
                Ground.AFFECTED_WATER,
                summary,
                BY,
                "acknowledge",
                1);
        Side other = opener.equals(HN) ? GX : HN;
        return Jurisdiction.of(CaseSpec.given(
                                new CaseSpec.In(opener, opened),
                                new CaseSpec.In(other, new CaseJoined("b", BY, "acknowledge", 1)),
                                hn(new CaseAcknowledged("431129-branch")))
                        .joint())
                .proposal();
    }
}
