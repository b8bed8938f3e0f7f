package org.lianzhi.investigation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianzhi.investigation.domain.Cases.BEGUN;
import static org.lianzhi.investigation.domain.Cases.GX;
import static org.lianzhi.investigation.domain.Cases.HN;
import static org.lianzhi.investigation.domain.Cases.link;
import static org.lianzhi.investigation.domain.Cases.readyToSign;
import static org.lianzhi.investigation.domain.Cases.signature;

import org.junit.jupiter.api.Test;
import org.lianzhi.investigation.domain.CaseCommand.Comment;
import org.lianzhi.investigation.domain.CaseCommand.Decline;
import org.lianzhi.investigation.domain.CaseCommand.LinkCase;
import org.lianzhi.model.CaseEvent.CaseLinked;
import org.lianzhi.model.CaseEvent.Commented;
import org.lianzhi.model.Side;

class ContextRulesTest {

    private static final CaseSpec ASKED = CaseSpec.given(BEGUN);
    private static final CaseLinked LINKED = new CaseLinked("other", "same-source", "The same outlet.", 1);

    @Test
    void each_side_links_two_cases_for_itself_and_once() {
        CaseSpec linked = ASKED.when(HN, link("other")).then(LINKED);
        linked.when(HN, link("other")).nothing();
        linked.when(HN, new LinkCase("case", "other", ASKED.joint(), "repeat", "Another word for it."))
                .nothing();
        linked.when(GX, link("other")).then(LINKED);
    }

    @Test
    void a_case_is_linked_only_to_another_one_in_which_the_side_takes_part() {
        ASKED.when(HN, new LinkCase("case", "case", ASKED.joint(), "repeat", "The same outlet."))
                .refused("case.link.itself");
        ASKED.when(HN, new LinkCase("case", "other", JointCase.NONE, "repeat", "The same outlet."))
                .refused("case.link.unknown");
        JointCase notJoined = CaseSpec.given(BEGUN[0]).joint();
        ASKED.when(GX, new LinkCase("case", "other", notJoined, "repeat", "The same outlet."))
                .refused("case.link.unknown");
        CaseSpec.given(BEGUN[0]).when(GX, link("other")).refused("case.not-joined");
        ASKED.when(new Side("cn"), link("other")).refused("case.not-a-party");
    }

    @Test
    void a_link_says_of_what_kind_it_is_and_why() {
        ASKED.when(HN, new LinkCase("case", "other", ASKED.joint(), "hunch", "The same outlet."))
                .refused("case.link.kind-unknown");
        ASKED.when(HN, new LinkCase("case", "other", ASKED.joint(), "repeat", "hm"))
                .refused("case.words.too-short", "reason", 5);
    }

    @Test
    void a_side_that_declined_may_still_say_where_the_matter_belongs_but_has_no_more_to_tell() {
        CaseSpec declined = ASKED.after(GX, new Decline("already-handled", "There is a case already."));
        declined.when(GX, link("other")).then(LINKED);
        declined.when(GX, new Comment("c1", "One more word.")).refused("case.declined");
    }

    @Test
    void a_comment_is_told_once_by_a_side_whose_record_has_begun() {
        CaseSpec told = ASKED.when(HN, new Comment("c1", "Please call before you come."))
                .then(new Commented("c1", "Please call before you come.", 1));
        told.when(HN, new Comment("c1", "Please call before you come.")).nothing();
        told.when(GX, new Comment("c2", "x")).refused("case.words.too-short", "text", 2);
        CaseSpec.given(BEGUN[0]).when(GX, new Comment("c3", "We are here.")).refused("case.not-acknowledged");
    }

    @Test
    void neither_breaks_a_signature_or_opens_what_is_closed() {
        CaseSpec ready = readyToSign();
        CaseSpec signed = ready.after(HN, signature(ready));
        CaseSpec said = signed.after(HN, link("other")).after(HN, new Comment("c1", "Signed on our side."));
        assertThat(Closure.of(said.joint()).hasSignedWhatIs(HN)).isTrue();
        CaseSpec closed = said.after(GX, signature(said));
        CaseSpec after = closed.after(GX, link("other")).after(GX, new Comment("c2", "Thank you."));
        assertThat(after.joint().closed()).isTrue();
    }

    @Test
    void a_comment_ends_the_silence_and_a_link_that_a_policy_may_have_made_does_not() {
        assertThat(ASKED.after(GX, link("other")).joint().recordOf(GX).saidVersion())
                .isZero();
        assertThat(ASKED.after(GX, new Comment("c1", "We are late."))
                        .joint()
                        .recordOf(GX)
                        .saidVersion())
                .isEqualTo(1);
    }
}
