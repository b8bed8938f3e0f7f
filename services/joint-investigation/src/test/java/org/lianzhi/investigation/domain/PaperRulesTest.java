package org.lianzhi.investigation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianzhi.investigation.domain.Cases.BEGUN;
import static org.lianzhi.investigation.domain.Cases.GX;
import static org.lianzhi.investigation.domain.Cases.HN;
import static org.lianzhi.investigation.domain.Cases.TODAY;
import static org.lianzhi.investigation.domain.Cases.issue;
import static org.lianzhi.investigation.domain.Cases.readyToSign;
import static org.lianzhi.investigation.domain.Cases.signature;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianzhi.investigation.domain.CaseCommand.Decline;
import org.lianzhi.investigation.domain.CaseCommand.IssuePaper;
import org.lianzhi.model.CaseEvent.PaperIssued;
import org.lianzhi.model.Side;

class PaperRulesTest {

    private static final CaseSpec ASKED = CaseSpec.given(BEGUN);

    private static PaperIssued paper(String party, @Nullable String partyWords) {
        return Cases.paper("p1", party, partyWords);
    }

    @Test
    void a_paper_is_issued_once_with_the_signature_of_the_party() {
        CaseSpec issued = ASKED.when(HN, issue(paper("signed", "not kept"))).then(paper("signed", null));
        issued.when(HN, issue(paper("signed", null))).nothing();
        issued.when(HN, issue(paper("absent", "Nobody was there."))).refused("case.paper.issued");
    }

    @Test
    void a_refusal_says_how_it_came_about() {
        ASKED.when(HN, issue(paper("refused", " Two witnesses were there. ")))
                .then(paper("refused", "Two witnesses were there."));
        ASKED.when(HN, issue(paper("refused", null))).refused("case.words.too-short", "partyWords", 2);
        ASKED.when(HN, issue(paper("not-needed", null))).refused("case.paper.party-missing");
        ASKED.when(HN, new IssuePaper(paper("signed", null), List.of(), false, TODAY))
                .refused("case.paper.party-missing");
        ASKED.when(HN, new IssuePaper(paper("not-needed", null), List.of(), false, TODAY))
                .then(paper("not-needed", null));
    }

    @Test
    void nothing_crosses_before_all_is_done_within_the_side() {
        ASKED.when(HN, new IssuePaper(paper("signed", null), List.of("legal-review", "approval"), true, TODAY))
                .refused("case.paper.step-open", "legal-review");
        ASKED.when(HN, new IssuePaper(paper("signed", null), List.of(), true, TODAY.minusDays(1)))
                .refused("case.in-the-future", TODAY.minusDays(1));
    }

    @Test
    void papers_are_of_sides_that_take_part() {
        CaseSpec.given(BEGUN[0]).when(GX, issue(paper("signed", null))).refused("case.not-acknowledged");
        ASKED.after(GX, new Decline("not-competent", "It is not ours."))
                .when(GX, issue(paper("signed", null)))
                .refused("case.declined");
        ASKED.when(new Side("cn"), issue(paper("signed", null))).refused("case.not-a-party");
    }

    @Test
    void a_paper_breaks_no_signature_and_may_come_after_the_end() {
        CaseSpec ready = readyToSign();
        CaseSpec signed = ready.after(HN, signature(ready)).after(HN, issue(paper("signed", null)));
        assertThat(Closure.of(signed.joint()).hasSignedWhatIs(HN)).isTrue();
        CaseSpec closed = signed.after(GX, signature(signed));
        assertThat(closed.after(GX, issue(paper("signed", null))).joint().closed())
                .isTrue();
    }
}
