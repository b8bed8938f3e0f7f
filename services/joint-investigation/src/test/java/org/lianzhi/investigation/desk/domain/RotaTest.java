package org.lianzhi.investigation.desk.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.lianzhi.investigation.desk.domain.Rota.Absence;
import org.lianzhi.investigation.desk.domain.RotaCommand.NameStandIn;
import org.lianzhi.investigation.desk.domain.RotaCommand.Return;
import org.lianzhi.model.DeskEvent;
import org.lianzhi.model.DeskEvent.Returned;
import org.lianzhi.model.DeskEvent.StandInNamed;
import org.lianzhi.test.Spec;

class RotaTest {

    private static final LocalDate MONDAY = LocalDate.of(2024, 7, 22);
    private static final LocalDate FRIDAY = LocalDate.of(2024, 7, 26);
    private static final StandInNamed AWAY = new StandInNamed("o-1", "o-2", MONDAY, FRIDAY);

    private static final Spec<Rota, RotaCommand, DeskEvent> SPEC =
            new Spec<>(Rota.NONE, Rota::decide, RotaTest::evolve);

    private static Rota evolve(Rota before, DeskEvent event) {
        return event instanceof DeskEvent.AboutOffice about ? Rota.evolve(before, about) : before;
    }

    private static Spec.Given<Rota, RotaCommand, DeskEvent> given(DeskEvent... past) {
        return SPEC.given(past);
    }

    private static Rota rota(DeskEvent... past) {
        Rota rota = Rota.NONE;
        for (DeskEvent event : past) {
            rota = evolve(rota, event);
        }
        return rota;
    }

    private static NameStandIn names(String asker, boolean head, String person, String standIn) {
        return new NameStandIn(person, standIn, MONDAY, FRIDAY, MONDAY, asker, head);
    }

    @Test
    void whoever_is_away_names_a_stand_in_or_the_head_does() {
        given().when(names("o-1", false, "o-1", "o-2")).then(AWAY);
        given().when(names("o-8", true, "o-1", "o-2")).then(AWAY);
        given().when(names("o-3", false, "o-1", "o-2")).refused("desk.absence.not-yours");
        given(AWAY).when(names("o-1", false, "o-1", "o-2")).then();
    }

    @Test
    void a_stand_in_is_somebody_else_who_is_there_on_days_that_are_not_over() {
        given().when(names("o-1", false, "o-1", "o-1")).refused("desk.absence.own-stand-in");
        given().when(names("o-1", false, "o-1", "not a reference")).refused("desk.person-unreadable");
        given().when(new NameStandIn("o-1", "o-2", FRIDAY, MONDAY, MONDAY, "o-1", false))
                .refused("desk.absence.backwards");
        given().when(new NameStandIn("o-1", "o-2", MONDAY, FRIDAY, FRIDAY.plusDays(1), "o-1", false))
                .refused("desk.absence.over");
        given(AWAY).when(names("o-3", false, "o-3", "o-1")).refused("desk.absence.stand-in-away");
        given(AWAY).when(names("o-1", false, "o-1", "o-3")).refused("desk.absence.overlaps");
    }

    @Test
    void the_stand_in_acts_on_these_days_and_the_stand_ins_own_one_where_that_is_away_too() {
        Rota rota = rota(AWAY, new StandInNamed("o-2", "o-3", FRIDAY, FRIDAY));
        assertThat(rota.acting("o-1", MONDAY.minusDays(1))).isEqualTo("o-1");
        assertThat(rota.acting("o-1", MONDAY)).isEqualTo("o-2");
        assertThat(rota.acting("o-1", FRIDAY)).isEqualTo("o-3");
        assertThat(rota.acting("o-1", FRIDAY.plusDays(1))).isEqualTo("o-1");
        assertThat(rota.acting("o-2", MONDAY)).isEqualTo("o-2");
        // Two commands that crossed: nobody is asked for ever.
        Rota circle = rota(AWAY, new StandInNamed("o-2", "o-1", MONDAY, FRIDAY));
        assertThat(circle.acting("o-1", MONDAY)).isEqualTo("o-1");
    }

    @Test
    void whoever_is_back_sooner_does_the_own_work_again() {
        given(AWAY).when(new Return("o-1", MONDAY, FRIDAY, "o-1", false)).then(new Returned("o-1", FRIDAY, MONDAY));
        Rota back = rota(AWAY, new Returned("o-1", FRIDAY, MONDAY));
        assertThat(back.acting("o-1", FRIDAY)).isEqualTo("o-1");
        assertThat(back.absences()).containsExactly(new Absence("o-1", "o-2", MONDAY, FRIDAY.minusDays(1)));
        assertThat(rota(AWAY, new Returned("o-1", MONDAY, MONDAY)).absences()).isEmpty();
        assertThat(rota(AWAY, new Returned("o-2", MONDAY, MONDAY)).from(FRIDAY)).hasSize(1);
        assertThat(rota(AWAY).from(FRIDAY.plusDays(1))).isEmpty();
        given().when(new Return("o-1", MONDAY, FRIDAY, "o-1", false)).refused("desk.absence.none");
        given(AWAY).when(new Return("o-1", MONDAY, FRIDAY, "o-3", false)).refused("desk.absence.not-yours");
    }

    @Test
    void of_several_absences_the_one_ends_that_is_meant() {
        LocalDate nextMonth = MONDAY.plusDays(28);
        StandInNamed later = new StandInNamed("o-1", "o-3", nextMonth, nextMonth.plusDays(4));
        Returned back = new Returned("o-1", FRIDAY, MONDAY);
        given(AWAY, later).when(new Return("o-1", MONDAY, FRIDAY, "o-1", false)).then(back);
        assertThat(rota(AWAY, later, back).acting("o-1", nextMonth)).isEqualTo("o-3");

        Returned notAway = new Returned("o-1", nextMonth, nextMonth);
        given(AWAY, later)
                .when(new Return("o-1", nextMonth, FRIDAY, "o-1", false))
                .then(notAway);
        assertThat(rota(AWAY, later, notAway).absences()).containsExactly(new Absence("o-1", "o-2", MONDAY, FRIDAY));
        assertThat(rota(AWAY, later, new Returned("o-1", FRIDAY, null)).from(FRIDAY))
                .as("what was written before ends all")
                .isEmpty();
    }
}
