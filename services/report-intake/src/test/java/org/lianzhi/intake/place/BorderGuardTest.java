package org.lianzhi.intake.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lianzhi.intake.place.BorderGuard.Judged;
import org.lianzhi.intake.place.BorderGuard.Proposal;
import org.lianzhi.intake.place.BorderGuard.Why;
import org.lianzhi.model.Side;
import org.lianzhi.territory.Agreement;
import org.lianzhi.territory.County;
import org.lianzhi.territory.Located;
import org.lianzhi.territory.Locator;
import org.lianzhi.territory.Territory;

/** On which side a place may lie, also against a rule that is written down once more without an index and without a library. */
class BorderGuardTest {

    private static final int POINTS = 10_000;
    private static final Territory TERRITORY = Territory.load();
    private static final Agreement AGREEMENT =
            TERRITORY.agreement("hunan-guangxi").orElseThrow();
    private static final Locator LOCATOR = TERRITORY.locator("hunan-guangxi").orElseThrow();
    private static final Side HUNAN = new Side("hn");
    private static final Side GUANGXI = new Side("gx");

    @Test
    void ten_thousand_points_are_judged_as_by_a_rule_without_index_and_library() {
        long seed = Long.getLong("guard.seed", System.nanoTime());
        System.out.println("border guard: -Dguard.seed=" + seed);
        Random random = new Random(seed);
        NaiveMap naive =
                NaiveMap.of(TERRITORY.map("hunan-guangxi").orElseThrow().geoJson());
        double width = AGREEMENT.border().widthKm() * 1000;
        int tooCloseToCall = 0;
        int near = 0;

        for (int i = 0; i < POINTS; i++) {
            double latitude = 24 + random.nextDouble() * 3;
            double longitude = 109.3 + random.nextDouble() * 3;
            double accuracy = random.nextInt(4) == 0 ? random.nextInt(3_000) : 0;
            Located located = LOCATOR.locate(latitude, longitude, accuracy);
            String point = "seed " + seed + ": " + latitude + ", " + longitude + " accuracy " + accuracy;

            double toBorder = naive.toBorder(latitude, longitude);
            assertThat(Math.abs(located.toBorderM() - toBorder)).as(point).isLessThan(NaiveMap.STEP_M);
            assertThat(located.county().map(County::code)).as(point).isEqualTo(naive.county(latitude, longitude));
            if (Math.abs(toBorder - width - accuracy) < NaiveMap.STEP_M) {
                tooCloseToCall++;
                continue;
            }
            Judged judged = BorderGuard.place("water", AGREEMENT, Optional.of(located), Optional.empty());
            if (toBorder < width + accuracy) {
                near++;
                assertThat(judged.why()).as(point).isEqualTo(Why.NEAR_THE_LINE);
                assertThat(judged.sides()).as(point).containsExactlyInAnyOrder(HUNAN, GUANGXI);
            } else {
                assertThat(judged.sides())
                        .as(point)
                        .isEqualTo(naive.side(latitude, longitude).stream().toList());
            }
        }
        assertThat(near).as("points near the line").isGreaterThan(POINTS / 20);
        assertThat(tooCloseToCall).as("points at the edge of the zone").isLessThan(POINTS / 50);
    }

    @Test
    void a_position_that_may_be_off_leaves_the_side_open_as_far_as_it_may_be_off() {
        Located sharp = LOCATOR.locate(25.185, 111.579, 0);
        Judged judged = BorderGuard.place("water", AGREEMENT, Optional.of(sharp), Optional.empty());
        Judged vague = BorderGuard.place(
                "water", AGREEMENT, Optional.of(LOCATOR.locate(25.185, 111.579, sharp.toBorderM())), Optional.empty());

        assertThat(judged.sides()).containsExactly(HUNAN);
        assertThat(judged.why()).isEqualTo(Why.INSIDE);
        assertThat(vague.sides()).containsExactlyInAnyOrder(HUNAN, GUANGXI);
        assertThat(vague.zoneM()).isEqualTo(6_000 + Math.round(sharp.toBorderM()));
    }

    @Test
    void a_place_of_a_province_may_lie_in_no_county_and_a_place_outside_of_both_in_no_province() {
        Judged changsha =
                BorderGuard.place("water", AGREEMENT, Optional.of(LOCATOR.locate(28.23, 112.94, 0)), Optional.empty());
        Judged beijing =
                BorderGuard.place("water", AGREEMENT, Optional.of(LOCATOR.locate(39.9, 116.4, 0)), Optional.empty());

        assertThat(changsha.sides()).containsExactly(HUNAN);
        assertThat(changsha.county()).isNull();
        assertThat(beijing.sides()).isEmpty();
        assertThat(beijing.why()).isEqualTo(Why.OUTSIDE);
    }

    @Test
    void what_is_proposed_follows_from_all_places() {
        Judged hunan = judged(Why.INSIDE, HUNAN);
        Judged guangxi = judged(Why.CHOSEN, GUANGXI);
        Judged near = judged(Why.NEAR_THE_LINE, HUNAN, GUANGXI);
        Judged nowhere = judged(Why.UNKNOWN);

        assertThat(proposal(hunan)).isEqualTo(Proposal.OWN_SIDE);
        assertThat(proposal(hunan, nowhere)).isEqualTo(Proposal.OWN_SIDE);
        assertThat(proposal(hunan, guangxi)).isEqualTo(Proposal.CROSS_BORDER);
        assertThat(proposal(hunan, guangxi, near)).isEqualTo(Proposal.CROSS_BORDER);
        assertThat(proposal(hunan, near)).isEqualTo(Proposal.BOTH_SIDES);
        assertThat(proposal(near, guangxi)).isEqualTo(Proposal.BOTH_SIDES);
        assertThat(proposal(guangxi)).isEqualTo(Proposal.OTHER_SIDE);
        assertThat(proposal(nowhere)).isEqualTo(Proposal.UNKNOWN);
        assertThat(proposal()).isEqualTo(Proposal.UNKNOWN);
        assertThat(List.of(Proposal.values()).stream().filter(each -> !each.mustBeConfirmed()))
                .containsExactly(Proposal.OWN_SIDE);
    }

    @Test
    void a_county_that_was_chosen_counts_without_a_pin_only() {
        County fuchuan = TERRITORY.county("451123").orElseThrow();
        Judged chosen = BorderGuard.place("source", AGREEMENT, Optional.empty(), Optional.of(fuchuan));
        Judged pinned = BorderGuard.place(
                "source", AGREEMENT, Optional.of(LOCATOR.locate(25.185, 111.579, 0)), Optional.of(fuchuan));

        assertThat(chosen.sides()).containsExactly(GUANGXI);
        assertThat(chosen.why()).isEqualTo(Why.CHOSEN);
        assertThat(pinned.sides()).containsExactly(HUNAN);
    }

    private static Judged judged(Why why, Side... sides) {
        return new Judged("water", List.of(sides), why, null, null, null);
    }

    private static Proposal proposal(Judged... places) {
        return BorderGuard.proposal(HUNAN, new ArrayList<>(List.of(places)));
    }
}
