package org.lianzhi.investigation.access.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianzhi.investigation.access.domain.AccessCommand.End;
import org.lianzhi.investigation.access.domain.AccessCommand.Grant;
import org.lianzhi.investigation.access.domain.AccessCommand.Limits;
import org.lianzhi.investigation.access.domain.AccessCommand.Look;
import org.lianzhi.investigation.access.domain.AccessCommand.Matter;
import org.lianzhi.model.AccessEvent;
import org.lianzhi.model.AccessEvent.AccessEnded;
import org.lianzhi.model.AccessEvent.AccessGranted;
import org.lianzhi.model.AccessEvent.AccessUsed;
import org.lianzhi.test.Spec;

class AccessRulesTest {

    private static final Instant NOW = Instant.parse("2024-07-22T02:00:00Z");
    private static final Instant UNTIL = Instant.parse("2024-07-29T02:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2024, 7, 1);
    private static final LocalDate LAST = LocalDate.of(2024, 7, 31);
    private static final Limits LIMITS = new Limits(Duration.ofDays(30), 2);
    private static final String AGREEMENT = "hunan-guangxi";

    private static final AccessGranted CASES = new AccessGranted(
            "p-2j6r9x", "Inspection bureau", "Check of the case", List.of("c-1"), null, null, null, NOW, UNTIL);
    private static final AccessGranted PERIOD = new AccessGranted(
            "p-2j6r9x", "Inspection bureau", "Check of the case", List.of(), AGREEMENT, FIRST, LAST, NOW, UNTIL);

    private static final Spec<Access, AccessCommand, AccessEvent> SPEC =
            new Spec<>(Access.NONE, Access::decide, (before, event) -> Access.evolve(before, event, NOW));

    private static Spec.Given<Access, AccessCommand, AccessEvent> given(AccessEvent... past) {
        return SPEC.given(past);
    }

    private static Grant grant(
            String inspector,
            String reason,
            List<String> cases,
            @Nullable String agreement,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            Instant from,
            Instant until) {
        return new Grant(
                inspector,
                " Inspection bureau ",
                reason,
                cases,
                agreement,
                first,
                last,
                from,
                until,
                NOW,
                Set.of("c-1", "c-2", "c-3"),
                Set.of(AGREEMENT),
                LIMITS);
    }

    private static Grant cases(List<String> cases) {
        return grant("p-2j6r9x", "Check of the case", cases, null, null, null, NOW, UNTIL);
    }

    private static Grant period(@Nullable String agreement, @Nullable LocalDate first, @Nullable LocalDate last) {
        return grant("p-2j6r9x", "Check of the case", List.of(), agreement, first, last, NOW, UNTIL);
    }

    private static Grant time(Instant from, Instant until) {
        return grant("p-2j6r9x", "Check of the case", List.of("c-1"), null, null, null, from, until);
    }

    private static Look look(String who, @Nullable Matter matter, String part, Instant at) {
        return new Look(who, matter, part, at);
    }

    private static Matter matter(String id, LocalDate openedOn) {
        return new Matter(id, AGREEMENT, openedOn);
    }

    @Test
    void cases_are_named_or_an_agreement_and_a_period() {
        given().when(cases(List.of("c-1"))).then(CASES);
        given().when(period(AGREEMENT, FIRST, LAST)).then(PERIOD);
        given().when(cases(List.of())).refused("access.scope-missing");
        given().when(period(AGREEMENT, FIRST, null)).refused("access.scope-missing");
        given().when(period(AGREEMENT, LAST, FIRST)).refused("access.period-backwards");
        given().when(period("another", FIRST, LAST)).refused("access.agreement-unknown");
        given().when(cases(List.of("c-9"))).refused("access.case-unknown");
        given().when(cases(List.of("c-1", "c-2", "c-3"))).refused("access.too-many-cases");
        given().when(period(null, FIRST, LAST)).refused("access.scope-mixed");
        given().when(grant("p-1", "Check of the case", List.of("c-1"), AGREEMENT, FIRST, LAST, NOW, UNTIL))
                .refused("access.scope-mixed");
    }

    @Test
    void it_has_an_end_that_is_not_too_far_off() {
        given().when(time(NOW, NOW)).refused("access.ends-before-it-begins");
        given().when(time(NOW.minusSeconds(9), NOW.minusSeconds(1))).refused("access.end-passed");
        given().when(time(NOW, NOW.plus(Duration.ofDays(30)).plusMillis(1))).refused("access.too-long");
        Instant later = NOW.plusSeconds(60);
        given().when(time(later, later.plus(Duration.ofDays(30))))
                .then(new AccessGranted(
                        "p-2j6r9x",
                        "Inspection bureau",
                        "Check of the case",
                        List.of("c-1"),
                        null,
                        null,
                        null,
                        later,
                        later.plus(Duration.ofDays(30))));
    }

    @Test
    void who_and_why_are_said() {
        given().when(grant("Li Ming", "Check of the case", List.of("c-1"), null, null, null, NOW, UNTIL))
                .refused("access.inspector-unreadable");
        given().when(grant("p-1", " why ", List.of("c-1"), null, null, null, NOW, UNTIL))
                .refused("access.words.too-short");
    }

    @Test
    void it_is_ended_once_and_not_after_its_time() {
        given(CASES)
                .when(new End(" The check is over ", NOW.plusSeconds(1)))
                .then(new AccessEnded("The check is over"));
        given(CASES, new AccessEnded("The check is over"))
                .when(new End("The check is over", NOW))
                .then();
        given(CASES).when(new End("The check is over", UNTIL)).refused("access.over");
        given().when(new End("The check is over", NOW)).refused("access.unknown");
    }

    @Test
    void a_look_within_it_is_written_down() {
        given(CASES)
                .when(look("p-2j6r9x", matter("c-1", LAST), "timeline", NOW))
                .then(new AccessUsed("c-1", "timeline"));
        given(CASES).when(look("p-2j6r9x", null, "list", NOW)).then(new AccessUsed(null, "list"));
        given(CASES, new AccessUsed("c-1", "timeline"))
                .when(look("p-2j6r9x", matter("c-1", LAST), "timeline", NOW))
                .then(new AccessUsed("c-1", "timeline"))
                .and(access -> assertThat(access.looks()).hasSize(2));
    }

    @ParameterizedTest
    @CsvSource({"2024-06-30, false", "2024-07-01, true", "2024-07-31, true", "2024-08-01, false"})
    void a_period_has_both_of_its_days(LocalDate openedOn, boolean covered) {
        Look look = look("p-2j6r9x", matter("c-7", openedOn), "timeline", NOW);
        if (covered) {
            given(PERIOD).when(look).then(new AccessUsed("c-7", "timeline"));
        } else {
            given(PERIOD).when(look).refused("access.not-granted");
        }
    }

    @Test
    void all_that_is_not_granted_is_refused_alike() {
        String refused = "access.not-granted";
        Matter granted = matter("c-1", LAST);
        given(CASES).when(look("p-other", granted, "timeline", NOW)).refused(refused);
        given(CASES)
                .when(look("p-2j6r9x", matter("c-2", LAST), "timeline", NOW))
                .refused(refused);
        given(CASES).when(look("p-2j6r9x", granted, "figures", NOW)).refused(refused);
        given(CASES).when(look("p-2j6r9x", granted, "list", NOW)).refused(refused);
        given(CASES).when(look("p-2j6r9x", null, "timeline", NOW)).refused(refused);
        given(CASES)
                .when(look("p-2j6r9x", granted, "timeline", NOW.minusMillis(1)))
                .refused(refused);
        given(CASES).when(look("p-2j6r9x", granted, "timeline", UNTIL)).refused(refused);
        given(CASES, new AccessEnded("The check is over"))
                .when(look("p-2j6r9x", granted, "timeline", NOW))
                .refused(refused);
        given(PERIOD)
                .when(look("p-2j6r9x", new Matter("c-1", "another", LAST), "timeline", NOW))
                .refused(refused);
        given().when(look("p-2j6r9x", null, "list", NOW)).refused(refused);
    }
}
