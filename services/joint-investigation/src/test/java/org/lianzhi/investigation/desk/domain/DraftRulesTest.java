package org.lianzhi.investigation.desk.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianzhi.investigation.desk.domain.DeskCommand.DoStep;
import org.lianzhi.investigation.desk.domain.DeskCommand.Doing;
import org.lianzhi.investigation.desk.domain.DeskCommand.PreparePaper;
import org.lianzhi.investigation.desk.domain.DeskCommand.SendBack;
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
    private static final PaperRule.Step REVIEW = new PaperRule.Step("legal-review", null, ANY, "another");
    private static final PaperRule.Step APPROVAL = new PaperRule.Step("approval", null, ANY, "head");
    private static final PaperRule.Step ELSEWHERE = new PaperRule.Step("committee", new Side("gx"), ANY, "head");
    private static final PaperRule RULE =
            new PaperRule("advance-notice", ANY, false, List.of(REVIEW, APPROVAL, ELSEWHERE), null, false);
    private static final List<PaperRule.Step> STEPS = RULE.stepsOf(new Side("hn"));
    private static final Photo PAGE = new Photo("p1", "0".repeat(64));

    /** Whoever prepares it is o-1. */
    private static final Spec<Desk, DeskCommand, DeskEvent> SPEC = new Spec<>(
            Desk.NONE,
            Desk::decide,
            (before, event) ->
                    event instanceof DeskEvent.AboutCase about ? Desk.evolve(before, about, "o-1", NOW) : before);

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
        return new Doing("n1", step, STEPS, asker, head, OFFICE, reference);
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
    void the_steps_of_the_own_side_are_done_one_after_the_other_by_whom_the_data_say() {
        var ready = given(prepared(OFFICE));
        ready.when(new DoStep(doing("legal-review", "o-2", false, null)))
                .then(new PaperStepDone("n1", "legal-review", null));
        ready.when(new DoStep(doing("legal-review", "o-1", true, null))).refused("desk.paper.not-yourself");
        ready.when(new DoStep(doing("approval", "o-8", true, null))).refused("desk.paper.step-too-early");
        ready.when(new DoStep(doing("committee", "o-8", true, null))).refused("desk.paper.step-unknown");
        given().when(new DoStep(doing("approval", "o-8", true, null))).refused("desk.paper.unknown");

        var reviewed = given(prepared(OFFICE), new PaperStepDone("n1", "legal-review", null));
        reviewed.when(new DoStep(doing("legal-review", "o-2", false, null))).then();
        reviewed.when(new DoStep(doing("approval", "o-2", false, null))).refused("desk.paper.head-only");
        reviewed.when(new DoStep(doing("approval", "o-8", true, "kept for nothing")))
                .then(new PaperStepDone("n1", "approval", null));
    }

    @Test
    void what_the_citys_bureau_decides_is_entered_with_the_number_of_its_document() {
        var reviewed = given(prepared(CITY), new PaperStepDone("n1", "legal-review", null));
        reviewed.when(new DoStep(doing("approval", "o-2", false, " "))).refused("desk.paper.reference-missing");
        reviewed.when(new DoStep(doing("approval", "o-2", false, " City no. 7 ")))
                .then(new PaperStepDone("n1", "approval", "City no. 7"));
    }

    @Test
    void what_is_sent_back_is_prepared_anew_and_approved_anew() {
        var reviewed = given(prepared(OFFICE), new PaperStepDone("n1", "legal-review", null));
        reviewed.when(new SendBack(doing("approval", "o-8", true, null), "The law is missing."))
                .then(new PaperSentBack("n1", "approval", "The law is missing."));
        reviewed.when(new SendBack(doing("approval", "o-2", false, null), "The law is missing."))
                .refused("desk.paper.head-only");
        reviewed.when(new SendBack(doing("approval", "o-8", true, null), "no")).refused("desk.words.too-short");

        DeskEvent[] back = {
            prepared(OFFICE),
            new PaperStepDone("n1", "legal-review", null),
            new PaperSentBack("n1", "approval", "The law is missing.")
        };
        given(back).when(new DoStep(doing("legal-review", "o-2", false, null))).refused("desk.paper.sent-back");
        given(back)
                .when(prepare("no. 1", OFFICE, List.of(PAGE), false))
                .then(prepared(OFFICE))
                .and(desk -> assertThat(desk.draft("n1"))
                        .hasValueSatisfying(draft ->
                                assertThat(draft.openSteps(STEPS)).containsExactly("legal-review", "approval")));
    }
}
