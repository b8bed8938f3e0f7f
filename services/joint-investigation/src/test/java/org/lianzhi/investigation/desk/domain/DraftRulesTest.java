package org.lianzhi.investigation.desk.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianzhi.investigation.desk.domain.DeskCommand.DoStep;
import org.lianzhi.investigation.desk.domain.DeskCommand.Doing;
import org.lianzhi.investigation.desk.domain.DeskCommand.PreparePaper;
import org.lianzhi.investigation.desk.domain.DeskCommand.SendBack;
import org.lianzhi.model.Actor;
import org.lianzhi.model.DeskEvent;
import org.lianzhi.model.DeskEvent.PaperPrepared;
import org.lianzhi.model.DeskEvent.PaperSentBack;
import org.lianzhi.model.DeskEvent.PaperStepDone;
import org.lianzhi.model.Photo;
import org.lianzhi.model.Side;
import org.lianzhi.territory.Name;
import org.lianzhi.territory.PaperRule;
import org.lianzhi.test.Spec;

class DraftRulesTest {

    private static final Instant NOW = Instant.parse("2024-07-22T02:00:00Z");
    private static final String OFFICE = "431129-branch";
    private static final String CITY = "431100-department";
    private static final Name ANY = new Name("名", "name");
    private static final PaperRule.Step CHECK = new PaperRule.Step("check", null, ANY, "another");
    private static final PaperRule.Step REVIEW = new PaperRule.Step("legal-review", null, ANY, "deciding");
    private static final PaperRule.Step APPROVAL = new PaperRule.Step("approval", null, ANY, "head");
    private static final PaperRule.Step ELSEWHERE = new PaperRule.Step("committee", new Side("gx"), ANY, "head");
    private static final PaperRule RULE =
            new PaperRule("advance-notice", ANY, false, List.of(CHECK, REVIEW, APPROVAL, ELSEWHERE), null, false);
    private static final List<PaperRule.Step> STEPS = RULE.stepsOf(new Side("hn"));
    private static final Photo PAGE = new Photo("p1", "0".repeat(64));
    private static final Actor CLERK = Actor.parse("hn/431129-branch/officer/o-1");
    private static final Actor IN_CITY = Actor.parse("hn/431100-department/lead/c-8");

    private static final PaperStepDone CHECKED = new PaperStepDone("n1", "check", null);
    private static final PaperStepDone REVIEWED = new PaperStepDone("n1", "legal-review", null);
    private static final PaperStepDone APPROVED = new PaperStepDone("n1", "approval", null);

    /** Everything is done by o-1 of the branch. */
    private static final Spec<Desk, DeskCommand, DeskEvent> SPEC = new Spec<>(
            Desk.NONE,
            Desk::decide,
            (before, event) ->
                    event instanceof DeskEvent.AboutCase about ? Desk.evolve(before, about, CLERK, NOW) : before);

    /** Whoever prepares or checks it is o-1 of the branch; the rest is done in the city. */
    private static final Spec<Desk, DeskCommand, DeskEvent> IN_BOTH = new Spec<>(
            Desk.NONE,
            Desk::decide,
            (before, event) -> event instanceof DeskEvent.AboutCase about
                    ? Desk.evolve(before, about, isOfBranch(event) ? CLERK : IN_CITY, NOW)
                    : before);

    private static boolean isOfBranch(DeskEvent event) {
        return event instanceof PaperPrepared || event.equals(CHECKED);
    }

    private static Spec.Given<Desk, DeskCommand, DeskEvent> given(DeskEvent... past) {
        return SPEC.given(past);
    }

    private static PaperPrepared prepared(String office) {
        return new PaperPrepared("n1", "advance-notice", "no. 1", office, "What is held against it", List.of(PAGE));
    }

    private static PreparePaper prepare(String number, String office, List<Photo> pages, boolean issued) {
        return new PreparePaper(
                "n1", RULE, number, office, List.of(OFFICE, CITY), " What is held against it ", pages, issued);
    }

    private static Doing doing(String step, String asker, boolean head, @Nullable String reference) {
        return new Doing("n1", NOW, step, STEPS, asker, head, OFFICE, false, reference);
    }

    /** Somebody of the city's bureau, which takes part only because it was asked. */
    private static Doing asked(String step, String asker, boolean head) {
        return new Doing("n1", NOW, step, STEPS, asker, head, CITY, true, null);
    }

    @Test
    void a_paper_is_prepared_with_its_pages_by_an_office_that_may_decide() {
        given().when(prepare("no. 1", CITY, List.of(PAGE), false)).then(prepared(CITY));
        given(prepared(OFFICE))
                .when(prepare("no. 1", OFFICE, List.of(PAGE), false))
                .then();
        given().when(prepare("no. 1", "451123-branch", List.of(PAGE), false)).refused("desk.paper.office-unknown");
        given().when(prepare("no. 1", OFFICE, List.of(), false)).refused("desk.paper.pages-missing");
        given().when(prepare(" ", OFFICE, List.of(PAGE), false)).refused("desk.words.too-short");
        given(prepared(OFFICE))
                .when(prepare("no. 2", OFFICE, List.of(PAGE), true))
                .refused("desk.paper.issued");
        given().when(new PreparePaper("n1", null, "1", OFFICE, List.of(OFFICE), "words", List.of(PAGE), false))
                .refused("desk.paper.kind-unknown");
    }

    @Test
    void what_was_prepared_anew_after_somebody_read_it_is_not_approved_unread() {
        Instant before = NOW.minusSeconds(60);
        Doing unread = new Doing("n1", before, "check", STEPS, "o-2", false, OFFICE, false, null);
        given(prepared(OFFICE)).when(new DoStep(unread)).refused("desk.paper.changed");
        given(prepared(OFFICE)).when(new SendBack(unread, "The law is missing")).refused("desk.paper.changed");
    }

    @Test
    void the_steps_of_the_own_side_are_done_one_after_the_other_by_whom_the_data_say() {
        var ready = given(prepared(OFFICE));
        ready.when(new DoStep(doing("check", "o-2", false, null))).then(CHECKED);
        ready.when(new DoStep(doing("check", "o-1", true, null))).refused("desk.paper.not-yourself");
        ready.when(new DoStep(doing("approval", "o-8", true, null))).refused("desk.paper.step-too-early");
        ready.when(new DoStep(doing("committee", "o-8", true, null))).refused("desk.paper.step-unknown");
        given().when(new DoStep(doing("approval", "o-8", true, null))).refused("desk.paper.unknown");

        var checked = given(prepared(OFFICE), CHECKED);
        checked.when(new DoStep(doing("check", "o-2", false, null))).then();
        checked.when(new DoStep(doing("legal-review", "o-1", false, null))).refused("desk.paper.not-yourself");
        checked.when(new DoStep(doing("legal-review", "o-2", false, null))).then(REVIEWED);

        var reviewed = given(prepared(OFFICE), CHECKED, REVIEWED);
        reviewed.when(new DoStep(doing("approval", "o-2", false, null))).refused("desk.paper.head-only");
        reviewed.when(new DoStep(doing("approval", "o-8", true, "kept for nothing")))
                .then(APPROVED);
        given(prepared(OFFICE), CHECKED, REVIEWED, APPROVED)
                .when(new SendBack(doing("approval", "o-8", true, null), "The law is missing."))
                .refused("desk.paper.step-done");
    }

    @Test
    void what_the_citys_bureau_decides_on_paper_is_entered_with_the_number_of_its_document() {
        var checked = given(prepared(CITY), CHECKED);
        checked.when(new DoStep(doing("legal-review", "o-2", false, null))).refused("desk.paper.reference-missing");
        checked.when(new DoStep(doing("legal-review", "o-2", false, "City no. 6")))
                .then(new PaperStepDone("n1", "legal-review", "City no. 6"));
        var reviewed = given(prepared(CITY), CHECKED, REVIEWED);
        reviewed.when(new DoStep(doing("approval", "o-8", true, " "))).refused("desk.paper.reference-missing");
        reviewed.when(new DoStep(doing("approval", "o-2", false, " City no. 7 ")))
                .then(new PaperStepDone("n1", "approval", "City no. 7"));
    }

    @Test
    void the_citys_bureau_itself_reviews_and_approves_what_it_is_asked_for_and_nothing_else() {
        var ready = IN_BOTH.given(prepared(CITY));
        ready.when(new DoStep(asked("check", "c-2", true))).refused("desk.paper.not-asked");
        ready.when(new SendBack(asked("check", "c-2", true), "The law is missing."))
                .refused("desk.paper.not-asked");
        ready.when(new DoStep(asked("legal-review", "c-2", false))).refused("desk.paper.step-too-early");

        var checked = IN_BOTH.given(prepared(CITY), CHECKED);
        checked.when(new DoStep(asked("legal-review", "c-2", false))).then(REVIEWED);
        checked.when(new DoStep(asked("legal-review", "o-1", false))).refused("desk.paper.not-yourself");

        var reviewed = IN_BOTH.given(prepared(CITY), CHECKED, REVIEWED);
        reviewed.when(new DoStep(asked("legal-review", "c-3", false))).then();
        reviewed.when(new DoStep(asked("approval", "c-2", false))).refused("desk.paper.head-only");
        reviewed.when(new DoStep(asked("approval", "c-8", true)))
                .then(APPROVED)
                .and(desk -> assertThat(desk.draft("n1"))
                        .hasValueSatisfying(draft -> assertThat(draft.history())
                                .extracting(PaperAct::by)
                                .containsExactly(CLERK, IN_CITY, IN_CITY)));
        reviewed.when(new SendBack(asked("approval", "c-2", false), "The law is missing."))
                .refused("desk.paper.head-only");
        reviewed.when(new SendBack(asked("approval", "c-8", true), "no")).refused("desk.words.too-short");
        reviewed.when(new SendBack(asked("approval", "c-8", true), "The law is missing."))
                .then(new PaperSentBack("n1", "approval", "The law is missing."));
    }

    @Test
    void what_one_office_has_done_the_other_does_not_do_over_again() {
        given(prepared(CITY), CHECKED, REVIEWED, APPROVED)
                .when(new DoStep(asked("approval", "c-8", true)))
                .refused("desk.paper.step-done");
        IN_BOTH.given(prepared(CITY), CHECKED, REVIEWED, APPROVED)
                .when(new DoStep(doing("approval", "o-2", false, "City no. 7")))
                .refused("desk.paper.step-done");
    }

    @Test
    void a_paper_that_is_put_to_another_office_meanwhile_is_none_for_the_one_that_was_asked() {
        IN_BOTH.given(prepared(CITY), CHECKED, prepared(OFFICE))
                .when(new DoStep(asked("legal-review", "c-2", false)))
                .refused("desk.paper.unknown");
        given(prepared(OFFICE), CHECKED)
                .when(new SendBack(asked("legal-review", "c-2", false), "The law is missing."))
                .refused("desk.paper.unknown");
    }

    @Test
    void an_office_is_told_of_a_paper_from_when_it_is_asked_and_of_what_it_did_with_it() {
        assertThat(concerns(CITY, prepared(CITY))).isFalse();
        assertThat(concerns(CITY, prepared(CITY), CHECKED)).isTrue();
        assertThat(concerns("430500-department", prepared(CITY), CHECKED)).isFalse();
        assertThat(concerns(OFFICE, prepared(OFFICE), CHECKED)).isFalse();
        assertThat(concerns(CITY, prepared(CITY), CHECKED, REVIEWED, APPROVED)).isTrue();
        assertThat(concerns(CITY, prepared(CITY), CHECKED, prepared(OFFICE))).isFalse();

        PaperSentBack back = new PaperSentBack("n1", "legal-review", "The law is missing.");
        assertThat(askedOf(prepared(CITY), CHECKED)).contains("legal-review");
        assertThat(askedOf(prepared(CITY), CHECKED, REVIEWED)).contains("approval");
        assertThat(askedOf(prepared(CITY), CHECKED, back)).isEmpty();
        assertThat(askedOf(prepared(CITY), CHECKED, back, prepared(CITY))).isEmpty();
        assertThat(concerns(CITY, prepared(CITY), CHECKED, back, prepared(CITY)))
                .as("it sent it back before")
                .isTrue();
    }

    private static boolean concerns(String office, DeskEvent... past) {
        return draft(past).concerns(office, STEPS);
    }

    private static Optional<String> askedOf(DeskEvent... past) {
        return draft(past).askedOf(CITY, STEPS).map(PaperRule.Step::id);
    }

    private static Draft draft(DeskEvent... past) {
        Desk desk = Desk.NONE;
        for (DeskEvent event : past) {
            desk = Desk.evolve(desk, (DeskEvent.AboutCase) event, isOfBranch(event) ? CLERK : IN_CITY, NOW);
        }
        return desk.draft("n1").orElseThrow();
    }

    @Test
    void what_is_sent_back_is_prepared_anew_and_approved_anew() {
        var reviewed = given(prepared(OFFICE), CHECKED, REVIEWED);
        reviewed.when(new SendBack(doing("approval", "o-8", true, null), "The law is missing."))
                .then(new PaperSentBack("n1", "approval", "The law is missing."));
        reviewed.when(new SendBack(doing("approval", "o-2", false, null), "The law is missing."))
                .refused("desk.paper.head-only");
        reviewed.when(new SendBack(doing("approval", "o-8", true, null), "no")).refused("desk.words.too-short");

        DeskEvent[] back = {
            prepared(OFFICE), CHECKED, REVIEWED, new PaperSentBack("n1", "approval", "The law is missing.")
        };
        given(back).when(new DoStep(doing("legal-review", "o-2", false, null))).refused("desk.paper.sent-back");
        given(back)
                .when(prepare("no. 1", OFFICE, List.of(PAGE), false))
                .then(prepared(OFFICE))
                .and(desk -> assertThat(desk.draft("n1")).hasValueSatisfying(draft -> {
                    assertThat(draft.openSteps(STEPS)).containsExactly("check", "legal-review", "approval");
                    assertThat(draft.history())
                            .extracting(PaperAct::reasons)
                            .containsExactly(null, null, "The law is missing.");
                }));
    }
}
