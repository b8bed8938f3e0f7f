package org.lianzhi.intake.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianzhi.intake.domain.GivenPlace;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.territory.Territory;

class RoutingTest {

    private static final Territory TERRITORY = Territory.load();

    private final Routing routing = new Routing(TERRITORY, Map.of("hn", "431129-branch", "gx", "451123-branch"));

    @Test
    void the_branch_of_the_county_of_the_affected_water_reads_a_report() {
        // The town of Jianghua, well inside of the county.
        Routing.Route route = routing.route(pin(25.18, 111.58, null));

        assertThat(route.county()).isEqualTo("431129");
        assertThat(route.bureau()).isEqualTo("431129-branch");
        assertThat(route.side().code()).isEqualTo("hn");
    }

    @Test
    void the_county_that_was_chosen_counts_without_a_pin() {
        Routing.Route route = routing.route(new GivenPlace(null, null, null, null, "behind the mill", "451123"));

        assertThat(route.bureau()).isEqualTo("451123-branch");
        assertThat(route.inBorderZone()).isFalse();
    }

    @Test
    void the_pin_counts_more_than_the_county_that_was_chosen() {
        assertThat(routing.route(pin(25.18, 111.58, "451123")).county()).isEqualTo("431129");
    }

    @Test
    void a_place_of_the_province_in_no_county_of_the_data_goes_to_the_bureau_that_is_configured() {
        // Changsha.
        Routing.Route route = routing.route(pin(28.23, 112.94, null));

        assertThat(route.county()).isNull();
        assertThat(route.bureau()).isEqualTo("431129-branch");
    }

    @Test
    void a_place_outside_of_all_agreements_is_said_to_be_so() {
        assertThatThrownBy(() -> routing.route(pin(39.9, 116.4, null)))
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        violated -> assertThat(violated.arguments()).containsExactly("affectedWater:outside"));
        assertThatThrownBy(() -> routing.route(new GivenPlace(null, null, null, null, null, "110101")))
                .isInstanceOf(RuleViolated.class);
    }

    @Test
    void a_pin_of_a_chinese_map_is_moved_to_where_it_is() {
        GivenPlace shifted = new GivenPlace(25.18, 111.58, null, "GCJ-02", null, null);

        assertThat(PinnedPlace.of(shifted)).hasValueSatisfying(pin -> {
            assertThat(Math.abs(pin.latitude() - 25.18) + Math.abs(pin.longitude() - 111.58))
                    .isBetween(0.001, 0.02);
        });
    }

    @Test
    void a_bureau_of_another_side_cannot_be_configured() {
        assertThatThrownBy(() -> new Routing(TERRITORY, Map.of("hn", "451123-branch")))
                .hasMessageContaining("lianzhi.intake.fallback.hn");
    }

    private static GivenPlace pin(double latitude, double longitude, @Nullable String county) {
        return new GivenPlace(latitude, longitude, null, null, null, county);
    }
}
