package org.lianzhi.territory;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianzhi.model.Side;

class TerritoryTest {

    private static final Territory TERRITORY = Territory.load();
    private static final Agreement AGREEMENT =
            TERRITORY.agreement("hunan-guangxi").orElseThrow();
    private static final Locator LOCATOR = TERRITORY.locator("hunan-guangxi").orElseThrow();

    @Test
    void the_agreement_covers_eight_counties_of_hunan_and_nine_of_guangxi_in_six_cities() {
        assertThat(AGREEMENT.parties())
                .extracting(party -> party.counties().size())
                .containsExactly(8, 9);
        assertThat(AGREEMENT.parties().stream().flatMap(party -> party.counties().stream()))
                .extracting(county -> county.city().code())
                .containsOnly("4311", "4305", "4312", "4503", "4502", "4511");
    }

    @Test
    void the_agreement_between_two_sides_is_found_whoever_asks() {
        Side hunan = new Side("hn");
        Side guangxi = new Side("gx");
        assertThat(TERRITORY.between(hunan, guangxi)).contains(AGREEMENT);
        assertThat(TERRITORY.between(guangxi, hunan)).contains(AGREEMENT);
        assertThat(TERRITORY.between(hunan, new Side("gd"))).isEmpty();
    }

    @Test
    void a_point_near_the_seat_of_jianghua_lies_in_jianghua_outside_the_border_zone() {
        Located located = LOCATOR.locate(25.185, 111.579, 10);
        assertThat(located.side()).contains(new Side("hn"));
        assertThat(located.county()).map(County::code).contains("431129");
        assertThat(located.inBorderZone()).isFalse();
        assertThat(located.toBorderM()).isBetween(6_000.0, 40_000.0);
    }

    @Test
    void within_six_kilometres_of_the_line_no_side_is_decided() {
        Located onTheLine = LOCATOR.locate(24.94835, 111.42863, 10);
        assertThat(onTheLine.toBorderM()).isLessThan(100);
        assertThat(onTheLine.inBorderZone()).isTrue();
    }

    @Test
    void two_points_either_side_of_the_line_between_jianghua_and_fuchuan_lie_in_the_border_zone() {
        Located inJianghua = LOCATOR.locate(24.95, 111.45, 10);
        assertThat(inJianghua.side()).contains(new Side("hn"));
        assertThat(inJianghua.county()).map(County::code).contains("431129");
        assertThat(inJianghua.inBorderZone()).isTrue();

        Located inFuchuan = LOCATOR.locate(24.95, 111.40, 10);
        assertThat(inFuchuan.side()).contains(new Side("gx"));
        assertThat(inFuchuan.county()).map(County::code).contains("451123");
        assertThat(inFuchuan.inBorderZone()).isTrue();
    }

    @Test
    void the_seat_of_fuchuan_lies_in_guangxi_outside_the_border_zone() {
        Located seat = LOCATOR.locate(24.81, 111.27, 10);
        assertThat(seat.side()).contains(new Side("gx"));
        assertThat(seat.county()).map(County::code).contains("451123");
        assertThat(seat.inBorderZone()).isFalse();
    }

    @Test
    void a_position_that_may_be_off_widens_the_border_zone() {
        Located sharp = LOCATOR.locate(25.185, 111.579, 0);
        Located vague = LOCATOR.locate(25.185, 111.579, sharp.toBorderM());
        assertThat(sharp.inBorderZone()).isFalse();
        assertThat(vague.inBorderZone()).isTrue();
    }

    @Test
    void a_point_far_away_lies_in_no_side_and_no_county() {
        Located beijing = LOCATOR.locate(39.9, 116.4, 0);
        assertThat(beijing.side()).isEmpty();
        assertThat(beijing.county()).isEmpty();
        assertThat(beijing.inBorderZone()).isFalse();
    }

    @Test
    void the_datum_of_chinese_maps_is_some_551_m_east_and_299_m_south_near_jianghua() {
        Datum.Position shifted = Datum.wgs84ToGcj02(24.9, 111.4);
        double north = (shifted.latitude() - 24.9) * 111_320;
        double east = (shifted.longitude() - 111.4) * 111_320 * Math.cos(Math.toRadians(24.9));
        assertThat(east).isCloseTo(551, within(3.0));
        assertThat(north).isCloseTo(-299, within(3.0));
    }

    @Test
    void converting_back_returns_to_the_point() {
        Datum.Position shifted = Datum.wgs84ToGcj02(24.9, 111.4);
        Datum.Position back = Datum.gcj02ToWgs84(shifted.latitude(), shifted.longitude());
        assertThat(back.latitude()).isCloseTo(24.9, within(1e-7));
        assertThat(back.longitude()).isCloseTo(111.4, within(1e-7));
    }

    @Test
    void two_working_days_from_a_friday_end_on_tuesday_at_midnight_local_time() {
        Instant friday = Instant.parse("2024-07-05T02:00:00Z");
        assertThat(AGREEMENT.due("triage", friday)).isEqualTo(Instant.parse("2024-07-09T16:00:00Z"));
    }

    @Test
    void a_day_begins_at_local_midnight() {
        Instant alreadySaturdayInChina = Instant.parse("2024-07-05T17:00:00Z");
        assertThat(AGREEMENT.due("triage", alreadySaturdayInChina)).isEqualTo(Instant.parse("2024-07-09T16:00:00Z"));
    }

    @Test
    void hours_run_through_the_night() {
        assertThat(AGREEMENT.due("acknowledge", Instant.parse("2024-07-05T17:00:00Z")))
                .isEqualTo(Instant.parse("2024-07-06T17:00:00Z"));
    }

    @Test
    void holidays_are_left_out_and_worked_weekends_count() {
        WorkingCalendar synthetic = new WorkingCalendar(List.of(new WorkingCalendar.Year(
                2031, "made up for this test", List.of(LocalDate.of(2031, 5, 1)), List.of(LocalDate.of(2031, 5, 3)))));
        assertThat(synthetic.plusWorkingDays(LocalDate.of(2031, 4, 30), 1)).isEqualTo("2031-05-02");
        assertThat(synthetic.plusWorkingDays(LocalDate.of(2031, 4, 30), 2)).isEqualTo("2031-05-03");
        assertThat(synthetic.plusWorkingDays(LocalDate.of(2031, 4, 30), 3)).isEqualTo("2031-05-05");
        assertThat(synthetic.knows(2031)).isTrue();
        assertThat(synthetic.knows(2032)).isFalse();
    }

    /** Dates as the State Council's notices have them: 国办发明电〔2023〕7号, 〔2024〕12号, 〔2025〕7号. */
    @ParameterizedTest(name = "{1} working days after {0}: {2}")
    @CsvSource({
        // The week of the National Day is free, and the Saturday after it is worked.
        "2024-09-30, 1, 2024-10-08",
        "2024-09-30, 5, 2024-10-12",
        // Before the Mid-Autumn Festival the Saturday is worked.
        "2024-09-13, 1, 2024-09-14",
        "2024-09-13, 2, 2024-09-18",
        // The Spring Festival.
        "2025-01-27, 1, 2025-02-05",
        "2025-01-27, 4, 2025-02-08",
        "2026-02-13, 1, 2026-02-14",
        "2026-02-13, 2, 2026-02-24"
    })
    void working_days_follow_the_notices_of_the_years(LocalDate from, int days, LocalDate expected) {
        assertThat(AGREEMENT.calendar().plusWorkingDays(from, days)).isEqualTo(expected);
        assertThat(AGREEMENT.calendar().knows(from.getYear())).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "free: [2030-05-01], worked: []|2030-05-01 is not a day of 2031",
                "free: [2031-05-03], worked: []|2031-05-03 is a weekend",
                "free: [], worked: [2031-05-02]|2031-05-02 is no weekend"
            })
    void a_slip_of_the_pen_in_the_holidays_is_refused_with_its_line(String days, String why) throws IOException {
        String file;
        try (var shipped = TerritoryTest.class.getResourceAsStream("/territory/hunan-guangxi/agreement.yaml")) {
            file = new String(requireNonNull(shipped).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("  years:\n", "  years:\n    - { year: 2031, source: made up, " + days + " }\n");
        }
        assertThatThrownBy(() ->
                        AgreementFile.read("bad.yaml", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(BadTerritory.class)
                .hasMessageContaining(why)
                .hasMessageMatching("(?s)bad.yaml line \\d+.*");
    }

    @Test
    void a_bad_file_is_refused_with_its_line() {
        var bad = new ByteArrayInputStream("id: x\nversion: one\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> AgreementFile.read("bad.yaml", bad))
                .isInstanceOf(BadTerritory.class)
                .hasMessageContaining("bad.yaml line 2");
    }

    @Test
    void every_bureau_knows_its_side() {
        assertThat(TERRITORY.sideOfBureau("451123-branch")).contains(new Side("gx"));
        assertThat(TERRITORY.bureau("431129-branch").orElseThrow().name().zh()).contains("江华");
    }
}
