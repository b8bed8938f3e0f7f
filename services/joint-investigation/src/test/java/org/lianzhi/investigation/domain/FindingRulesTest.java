package org.lianzhi.investigation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianzhi.investigation.domain.Cases.GX;
import static org.lianzhi.investigation.domain.Cases.HN;
import static org.lianzhi.investigation.domain.Cases.finding;
import static org.lianzhi.investigation.domain.Cases.gx;
import static org.lianzhi.investigation.domain.Cases.hn;
import static org.lianzhi.investigation.domain.Cases.withVisit;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianzhi.investigation.domain.CaseCommand.ConfirmFinding;
import org.lianzhi.investigation.domain.CaseCommand.DissentFromFinding;
import org.lianzhi.investigation.domain.CaseCommand.WithdrawFinding;
import org.lianzhi.model.CaseEvent.FindingConfirmed;
import org.lianzhi.model.CaseEvent.FindingDissented;
import org.lianzhi.model.CaseEvent.FindingProposed;
import org.lianzhi.model.CaseEvent.FindingWithdrawn;

class FindingRulesTest {

    private static final String WHY = "The samples say otherwise.";
    private static final CaseSpec PROPOSED = withVisit().after(HN, finding("f1", "v1"));
    private static final String DIGEST = Cases.digestOfFinding(PROPOSED, "f1");

    @Test
    void a_finding_keeps_what_was_alleged_apart_from_what_was_established() {
        FindingProposed proposed = (FindingProposed)
                JointCase.decide(withVisit().joint(), HN, finding("f1", "v1")).getFirst();
        assertThat(proposed.allegedCause()).isEqualTo("deliberate discharge");
        assertThat(proposed.establishedCause()).startsWith("Overflow");
        assertThat(proposed.digest()).isEqualTo(DIGEST);
    }

    @Test
    void a_finding_rests_on_evidence_of_either_record() {
        withVisit().when(GX, finding("f1", "nothing")).refused("case.finding.evidence-unknown", "nothing");
        withVisit()
                .when(
                        GX,
                        new CaseCommand.ProposeFinding("f1", "rain", "farm", "drain", Cases.OUTLET, "water", List.of()))
                .refused("case.finding.no-evidence");
    }

    @Test
    void a_finding_is_agreed_once_the_other_side_confirms_the_same_content() {
        PROPOSED.when(GX, new ConfirmFinding("f1", DIGEST))
                .then(new FindingConfirmed("f1", DIGEST, 1))
                .holds(joint -> assertThat(joint.agreed()).map(Finding::id).contains("f1"))
                .when(GX, new ConfirmFinding("f1", DIGEST))
                .nothing();
        PROPOSED.holds(joint -> assertThat(joint.agreed()).isEmpty());
    }

    @Test
    void nobody_confirms_the_own_finding_an_unknown_one_or_another_content() {
        PROPOSED.when(HN, new ConfirmFinding("f1", DIGEST)).refused("case.finding.own", "f1");
        PROPOSED.when(GX, new ConfirmFinding("f9", DIGEST)).refused("case.finding.unknown");
        PROPOSED.when(GX, new ConfirmFinding("f1", "0")).refused("case.digest-differs");
    }

    @Test
    void dissent_is_a_fact_with_reasons_and_the_last_word_counts() {
        PROPOSED.when(GX, new DissentFromFinding("f1", DIGEST, WHY))
                .then(new FindingDissented("f1", DIGEST, WHY, 1))
                .holds(joint -> assertThat(state(joint)).isEqualTo(Finding.State.DISSENTED))
                .when(GX, new ConfirmFinding("f1", DIGEST))
                .then(new FindingConfirmed("f1", DIGEST, 1))
                .holds(joint -> assertThat(state(joint)).isEqualTo(Finding.State.AGREED));
        PROPOSED.when(GX, new DissentFromFinding("f1", DIGEST, "no")).refused("case.words.too-short", "reasons", 5);
    }

    @Test
    void a_finding_is_withdrawn_by_the_side_that_proposed_it() {
        PROPOSED.when(HN, new WithdrawFinding("f1", DIGEST, WHY))
                .then(new FindingWithdrawn("f1", DIGEST, WHY, 1))
                .holds(joint -> assertThat(state(joint)).isEqualTo(Finding.State.WITHDRAWN))
                .when(GX, new ConfirmFinding("f1", DIGEST))
                .refused("case.finding.withdrawn", "f1");
        PROPOSED.when(GX, new WithdrawFinding("f1", DIGEST, WHY)).refused("case.finding.not-own", "f1");
    }

    @Test
    void a_confirmation_that_crossed_with_a_withdrawal_stands_and_the_withdrawal_counts_as_dissent() {
        CaseSpec one =
                PROPOSED.and(hn(new FindingWithdrawn("f1", DIGEST, WHY, 1)), gx(new FindingConfirmed("f1", DIGEST, 1)));
        CaseSpec other =
                PROPOSED.and(gx(new FindingConfirmed("f1", DIGEST, 1)), hn(new FindingWithdrawn("f1", DIGEST, WHY, 1)));

        assertThat(state(one.joint())).isEqualTo(Finding.State.DISSENTED);
        assertThat(state(other.joint())).isEqualTo(Finding.State.DISSENTED);
    }

    private static Finding.State state(JointCase joint) {
        return Finding.allOf(joint).getFirst().state();
    }
}
