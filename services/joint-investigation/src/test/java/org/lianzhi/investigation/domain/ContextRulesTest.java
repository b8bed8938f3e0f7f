package org.lianzhi.investigation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianzhi.investigation.domain.Cases.BEGUN;
import static org.lianzhi.investigation.domain.Cases.GX;
import static org.lianzhi.investigation.domain.Cases.HN;
import static org.lianzhi.investigation.domain.Cases.link;
import static org.lianzhi.investigation.domain.Cases.readyToSign;
import static org.lianzhi.investigation.domain.Cases.signature;
import static org.lianzhi.investigation.domain.Cases.unlink;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.lianzhi.investigation.domain.CaseCommand.Comment;
import org.lianzhi.investigation.domain.CaseCommand.Decline;
import org.lianzhi.investigation.domain.CaseCommand.LinkCase;
import org.lianzhi.investigation.domain.CaseCommand.UnlinkCase;
import org.lianzhi.model.CaseEvent.CaseLinked;
import org.lianzhi.model.CaseEvent.CaseUnlinked;
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
    void a_link_is_taken_back_with_a_reason_and_may_be_made_again() {
        CaseSpec linked = ASKED.after(HN, link("other"));
        CaseSpec unlinked =
                linked.when(HN, unlink("other")).then(new CaseUnlinked("other", "Another outlet after all.", 1));
        unlinked.when(HN, unlink("other")).nothing();
        unlinked.when(HN, link("other")).then(LINKED);
        linked.when(HN, new UnlinkCase("other", "hm")).refused("case.words.too-short", "reason", 5);
        assertThat(Links.of(unlinked.joint().recordOf(HN)))
                .as("the link stays in the history")
                .singleElement()
                .satisfies(link -> assertThat(link.holds()).isFalse());
    }

    @Test
    void a_side_takes_back_its_own_links_only() {
        CaseSpec linked = ASKED.after(HN, link("other"));
        linked.when(GX, unlink("other")).refused("case.link.not-linked");
        linked.when(HN, unlink("third")).refused("case.link.not-linked");
        CaseSpec both = linked.after(GX, link("other")).after(HN, unlink("other"));
        assertThat(Links.hold(both.joint().recordOf(GX), "other")).isTrue();
    }

    @Test
    void of_two_links_between_the_same_cases_only_the_last_can_hold() {
        CaseSpec again =
                ASKED.after(HN, link("other")).after(HN, unlink("other")).after(HN, link("other"));
        assertThat(Links.of(again.joint().recordOf(HN)).stream().map(Links.Link::holds))
                .containsExactly(false, true);
        assertThat(Links.hold(again.joint().recordOf(HN), "third")).isFalse();
    }

    @Test
    void a_word_from_before_a_link_was_made_or_taken_back_is_overtaken() {
        CaseSpec linked = ASKED.after(HN, link("other"));
        CaseSpec unlinked = linked.after(HN, unlink("other"));
        Instant made = Links.of(linked.joint().recordOf(HN)).getFirst().made().at();
        assertThat(Links.changedSince(linked.joint().recordOf(HN), "other", made.minusMillis(1)))
                .isTrue();
        assertThat(Links.changedSince(linked.joint().recordOf(HN), "other", made))
                .isFalse();
        assertThat(Links.changedSince(unlinked.joint().recordOf(HN), "other", Instant.MAX))
                .isFalse();
        assertThat(Links.changedSince(ASKED.joint().recordOf(HN), "other", Instant.MIN))
                .isFalse();
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
        CaseSpec after = closed.after(GX, link("other"))
                .after(GX, new Comment("c2", "Thank you."))
                .after(GX, unlink("other"));
        assertThat(after.joint().closed()).isTrue();
    }

    @Test
    void a_comment_ends_the_silence_and_a_link_that_a_policy_may_have_made_does_not() {
        CaseSpec linked = ASKED.after(GX, link("other"));
        assertThat(linked.joint().recordOf(GX).saidVersion()).isZero();
        assertThat(linked.after(GX, unlink("other")).joint().recordOf(GX).saidVersion())
                .isZero();
        assertThat(ASKED.after(GX, new Comment("c1", "We are late."))
                        .joint()
                        .recordOf(GX)
                        .saidVersion())
                .isEqualTo(1);
    }
}
