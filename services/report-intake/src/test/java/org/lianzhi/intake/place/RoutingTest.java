package org.lianzhi.intake.place;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    void of_several_agreements_of_a_side_the_one_counts_on_whose_border_the_place_lies(@TempDir Path folder)
            throws IOException {
        copy(folder, "hunan-guangxi", "hunan-guangxi", "widthKm: 6");
        copy(folder, "another", "another", "widthKm: 0.5");
        Routing among = new Routing(Territory.in(folder), Map.of());

        Routing.Route onTheBorder = among.route(pin(24.95, 111.45, null));
        assertThat(onTheBorder.agreement().id()).isEqualTo("hunan-guangxi");
        assertThat(onTheBorder.inBorderZone()).isTrue();
        assertThat(among.route(pin(25.18, 111.58, null)).agreement().id())
                .as("the first by name where it makes no difference")
                .isEqualTo("another");
    }

    private static void copy(Path folder, String name, String id, String width) throws IOException {
        Path to = Files.createDirectories(folder.resolve(name));
        for (String file : List.of("agreement.yaml", "counties.geojson")) {
            try (var shipped = Territory.class.getResourceAsStream("/territory/hunan-guangxi/" + file)) {
                String text = new String(requireNonNull(shipped).readAllBytes(), StandardCharsets.UTF_8);
                Files.writeString(
                        to.resolve(file),
                        text.replace("id: hunan-guangxi", "id: " + id).replace("widthKm: 6", width));
            }
        }
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
