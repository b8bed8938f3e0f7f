package org.lianzhi.investigation.desk.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianzhi.investigation.desk.domain.DeskCommand.Assign;
import org.lianzhi.investigation.desk.domain.DeskCommand.Remark;
import org.lianzhi.model.Actor;
import org.lianzhi.model.DeskEvent;
import org.lianzhi.model.DeskEvent.CaseAssigned;
import org.lianzhi.model.DeskEvent.Remarked;
import org.lianzhi.test.Spec;

class DeskTest {

    private static final Instant NOW = Instant.parse("2024-07-22T02:00:00Z");
    private static final String OFFICE = "431129-branch";
    private static final Actor BY = Actor.parse("hn/431129-branch/officer/o-9");

    private static final Spec<Desk, DeskCommand, DeskEvent> SPEC = new Spec<>(
            Desk.NONE,
            Desk::decide,
            (before, event) ->
                    event instanceof DeskEvent.AboutCase about ? Desk.evolve(before, about, BY, NOW) : before);

    private static Spec.Given<Desk, DeskCommand, DeskEvent> given(DeskEvent... past) {
        return SPEC.given(past);
    }

    private static CaseAssigned assigned(String person, @Nullable String note) {
        return new CaseAssigned(OFFICE, person, note);
    }

    private static Assign asks(String asker, String person, @Nullable String note) {
        return new Assign(OFFICE, person, note, asker, false, null);
    }

    @Test
    void anybody_of_the_office_says_first_who_is_responsible() {
        given().when(asks("o-1", "o-2", null)).then(assigned("o-2", null));
        given().when(asks("o-1", "o-1", " ")).then(assigned("o-1", null));
        given(assigned("o-2", null)).when(asks("o-1", "o-2", null)).then();
    }

    @Test
    void a_case_is_handed_over_by_whoever_has_it_or_stands_in_or_leads_the_office_with_what_the_next_has_to_know() {
        var has = given(assigned("o-1", null));
        has.when(asks("o-1", "o-2", " Call the farm first. ")).then(assigned("o-2", "Call the farm first."));
        has.when(new Assign(OFFICE, "o-2", "Call the farm.", "o-3", false, "o-3"))
                .then(assigned("o-2", "Call the farm."));
        has.when(new Assign(OFFICE, "o-2", "Call the farm.", "o-8", true, "o-1"))
                .then(assigned("o-2", "Call the farm."));
        has.when(new Assign(OFFICE, "o-2", "Call the farm.", "o-3", false, "o-1"))
                .refused("desk.not-yours");
        has.when(asks("o-1", "o-2", null)).refused("desk.note-missing");
        has.when(asks("o-1", "o-2", "x")).refused("desk.words.too-short");
        has.when(asks("o-1", "o-2", "x".repeat(2001))).refused("desk.words.too-long");
        has.when(asks("o-1", "not a reference", "Call the farm.")).refused("desk.person-unreadable");
    }

    @Test
    void another_office_begins_with_nobody() {
        Desk desk = Desk.evolve(Desk.NONE, assigned("o-1", null), BY, NOW);
        assertThat(desk.responsible(OFFICE)).hasValueSatisfying(last -> {
            assertThat(last.person()).isEqualTo("o-1");
            assertThat(last.by()).isEqualTo("o-9");
        });
        assertThat(desk.responsible("431124-branch")).isEmpty();
        given(assigned("o-1", null))
                .when(new Assign("431124-branch", "o-5", null, "o-5", false, null))
                .then(new CaseAssigned("431124-branch", "o-5", null));
    }

    @Test
    void a_remark_is_there_once() {
        var said = new Remarked("r1", "On site this afternoon");
        given().when(new Remark("r1", " On site this afternoon ")).then(said);
        given(said).when(new Remark("r1", "On site this afternoon")).then();
        given(said).when(new Remark("r2", "x")).refused("desk.words.too-short");
        assertThat(Desk.evolve(Desk.NONE, said, BY, NOW).remarks())
                .containsExactly(new Desk.Said("r1", "On site this afternoon", "o-9", NOW));
    }
}
