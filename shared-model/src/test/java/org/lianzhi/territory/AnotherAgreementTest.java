package org.lianzhi.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianzhi.model.Side;

/** Agreements are data: another one is added by files, and bad files are refused with the reason. */
class AnotherAgreementTest {

    private static final Path FILES = Path.of("src/test/resources/second-agreement");
    private static final Path FOLDER = FILES.resolve("territory/hunan-example");
    private static final Side HUNAN = new Side("hn");
    private static final Side EXAMPLE = new Side("ex");

    @Test
    void a_second_agreement_needs_files_only() throws IOException {
        Territory territory = territoryWith(FILES);

        assertThat(territory.agreements().map(Agreement::id))
                .containsExactlyInAnyOrder("hunan-guangxi", "hunan-example");
        assertThat(territory.between(EXAMPLE, HUNAN)).map(Agreement::id).contains("hunan-example");
        assertThat(territory.between(HUNAN, new Side("gx"))).map(Agreement::id).contains("hunan-guangxi");
        assertThat(territory.sideOfBureau("990101-branch")).contains(EXAMPLE);
        assertThat(territory.sideOfBureau("431129-branch")).contains(HUNAN);
    }

    @Test
    void each_agreement_has_its_own_map_and_its_own_border_zone() throws IOException {
        Territory territory = territoryWith(FILES);
        Locator other = territory.locator("hunan-example").orElseThrow();

        assertThat(other.locate(26.5, 114.1, 0).side()).contains(EXAMPLE);
        assertThat(other.locate(26.5, 114.1, 0).inBorderZone()).isFalse();
        assertThat(other.locate(26.5, 114.015, 0).inBorderZone()).isTrue();
        assertThat(territory
                        .locator("hunan-guangxi")
                        .orElseThrow()
                        .locate(26.5, 114.1, 0)
                        .county())
                .isEmpty();
    }

    @Test
    void each_agreement_has_its_own_deadlines_and_holidays() throws IOException {
        Agreement agreement = territoryWith(FILES).agreement("hunan-example").orElseThrow();

        // Thursday is a holiday, Saturday is worked instead: Friday, Saturday, Monday.
        Instant wednesday = Instant.parse("2031-04-30T09:00:00Z");
        assertThat(agreement.due("acknowledge", wednesday)).isEqualTo("2031-05-05T16:00:00Z");
        assertThatThrownBy(() -> agreement.due("triage", wednesday)).hasMessageContaining("no deadline triage");
    }

    @Test
    void an_agreement_is_valid_from_its_first_to_its_last_day() throws IOException {
        Agreement agreement = territoryWith(FILES).agreement("hunan-example").orElseThrow();

        assertThat(agreement.isValidOn(LocalDate.of(2030, 12, 31))).isFalse();
        assertThat(agreement.isValidOn(LocalDate.of(2031, 1, 1))).isTrue();
        assertThat(agreement.isValidOn(LocalDate.of(2031, 12, 31))).isTrue();
        assertThat(agreement.isValidOn(LocalDate.of(2032, 1, 1))).isFalse();
    }

    @Test
    void two_agreements_with_one_name_are_refused(@TempDir Path folder) throws IOException {
        write(folder, "one\ntwo\n");
        copyInto(folder, "one");
        copyInto(folder, "two");

        assertThatThrownBy(() -> territoryWith(folder))
                .isInstanceOf(BadTerritory.class)
                .hasMessage("territory/two/agreement.yaml: there is another agreement hunan-example");
    }

    @Test
    void a_folder_that_is_named_but_not_there_is_refused(@TempDir Path folder) throws IOException {
        write(folder, "nowhere\n");

        assertThatThrownBy(() -> territoryWith(folder))
                .isInstanceOf(BadTerritory.class)
                .hasMessage("territory/nowhere/agreement.yaml is missing");
    }

    @Test
    void a_deadline_of_no_days_is_refused_with_its_place() throws IOException {
        assertThatThrownBy(() -> agreementWith("amount: 3", "amount: 0"))
                .isInstanceOf(BadTerritory.class)
                .hasMessageContaining("bad.yaml line ")
                .hasMessageContaining("deadline acknowledge: the amount must be positive, not 0");
    }

    @Test
    void a_misspelt_name_is_refused_with_its_line() throws IOException {
        assertThatThrownBy(() -> agreementWith("validUntil", "validTill"))
                .isInstanceOf(BadTerritory.class)
                .hasMessageContaining("bad.yaml line 7")
                .hasMessageContaining("validTill");
    }

    @Test
    void a_missing_part_is_refused_by_name() throws IOException {
        assertThatThrownBy(() -> agreementWith("zone: Asia/Shanghai", ""))
                .isInstanceOf(BadTerritory.class)
                .hasMessage("bad.yaml: zone is missing");
    }

    @Test
    void a_county_of_another_province_is_refused() throws IOException {
        assertThatThrownBy(() -> agreementWith("\"990101\"", "\"451123\""))
                .isInstanceOf(BadTerritory.class)
                .hasMessage("bad.yaml: 451123 is no county of province 990000");
    }

    @Test
    void what_a_file_does_not_say_although_it_must_is_named_by_its_path() throws IOException {
        assertThatThrownBy(() -> agreementWith(
                        "branch: { code: 990101-branch, name: { zh: 邻县分局, en: Neighbouring branch } }", ""))
                .isInstanceOf(BadTerritory.class)
                .hasMessage("bad.yaml: sides[1].counties[0].branch is missing");
        assertThatThrownBy(() -> agreementWith("{ zh: 确认, en: Acknowledging }", "{ zh: 确认 }"))
                .isInstanceOf(BadTerritory.class)
                .hasMessage("bad.yaml: deadlines[0].name.en is missing");
        assertThatThrownBy(() -> agreementWith("free: [2031-05-01]", "free: [~]"))
                .isInstanceOf(BadTerritory.class)
                .hasMessageStartingWith("bad.yaml line ");
        assertThat(agreementWith("validUntil: 2031-12-31\n", "").validUntil()).isNull();
    }

    @Test
    void a_border_zone_without_width_is_refused() {
        assertThatThrownBy(() -> agreementWith("widthKm: 2", "widthKm: -2"))
                .isInstanceOf(BadTerritory.class)
                .hasMessageContaining("border zone of -2.0 km");
    }

    @Test
    void an_outline_that_crosses_itself_is_refused_by_name() throws IOException {
        assertThatThrownBy(() -> mapWith("[114.5,26],[114.5,27],[114,27]", "[114.5,27],[114.5,26],[114,27]"))
                .isInstanceOf(BadTerritory.class)
                .hasMessage("bad.geojson line 5: the outline of 990101 does not fit: it crosses itself");
    }

    @Test
    void outlines_that_are_not_closed_have_no_numbers_or_are_not_there_are_refused_by_line_and_reason()
            throws IOException {
        assertThatThrownBy(() -> mapWith("[114.5,27],[114,27],[114,26]", "[114.5,27],[114,27]"))
                .isInstanceOf(BadTerritory.class)
                .hasMessage("bad.geojson line 5: the outline of 990101 does not fit: it is not closed");
        assertThatThrownBy(() -> mapWith("[113.5,26],[114,26]", "[113.5,\"26\"],[114,26]"))
                .isInstanceOf(BadTerritory.class)
                .hasMessageContaining("bad.geojson line 4: the outline of 431124")
                .hasMessageContaining("longitude and latitude");
        assertThatThrownBy(() -> mapWith("\"990101\"", "\"990102\""))
                .isInstanceOf(BadTerritory.class)
                .hasMessage("bad.geojson: the outline of 990101 is missing");
        assertThatThrownBy(() -> mapWith("{\"type\":\"Feature\",\"properties\":{\"adcode\":\"990000\"", "{\"type\":"))
                .isInstanceOf(BadTerritory.class)
                .hasMessageContaining("bad.geojson line 3: ");
    }

    @Test
    void the_files_of_a_folder_are_read_anew_while_it_runs_and_what_does_not_fit_changes_nothing(@TempDir Path root)
            throws IOException {
        copyInto(root, "example");
        Path folder = root.resolve("territory");
        Path agreement = folder.resolve("example/agreement.yaml");
        Path map = folder.resolve("example/counties.geojson");
        Territory territory = Territory.in(folder);
        double zone =
                territory.agreement("hunan-example").orElseThrow().border().widthKm();
        assertThat(inZone(territory)).isTrue();

        Files.writeString(agreement, Files.readString(agreement).replace("widthKm: " + plain(zone), "widthKm: 0.1"));
        assertThat(territory.renew())
                .singleElement()
                .satisfies(loaded -> assertThat(loaded.zoneKm()).isEqualTo(0.1));
        assertThat(inZone(territory)).isFalse();

        String whole = Files.readString(map);
        Files.writeString(map, whole.replace("[114.5,26],[114.5,27],[114,27]", "[114.5,27],[114.5,26],[114,27]"));
        assertThatThrownBy(territory::renew)
                .isInstanceOf(BadTerritory.class)
                .hasMessage("example/counties.geojson line 5: the outline of 990101 does not fit: it crosses itself");
        Files.writeString(map, whole);
        Files.writeString(agreement, Files.readString(agreement).replace("validUntil", "validTill"));
        assertThatThrownBy(territory::renew)
                .isInstanceOf(BadTerritory.class)
                .hasMessageContaining("example/agreement.yaml line 7");
        String written = Files.readString(agreement).replace("validTill", "validUntil");
        Files.writeString(agreement, written.replaceFirst("(?s)deadlines:.*calendar:", "deadlines: []\ncalendar:"));
        assertThatThrownBy(territory::renew)
                .isInstanceOf(BadTerritory.class)
                .hasMessage(
                        "deadline acknowledge of hunan-example is missing, and what is being dealt with may name it");
        Files.delete(agreement);
        assertThatThrownBy(territory::renew)
                .isInstanceOf(BadTerritory.class)
                .hasMessage("agreement hunan-example is missing, and what is being dealt with may name it");
        assertThat(inZone(territory)).as("as it was read last").isFalse();
        assertThat(territory.sideOfBureau("990101-branch")).contains(EXAMPLE);
    }

    private static boolean inZone(Territory territory) {
        return territory
                .locator("hunan-example")
                .orElseThrow()
                .locate(26.5, 114.015, 0)
                .inBorderZone();
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    @Test
    void a_map_without_a_common_line_is_refused() throws IOException {
        assertThatThrownBy(() -> mapWith(
                        "[[114,26],[115,26],[115,27],[114,27],[114,26]]", "[[116,26],[117,26],[117,27],[116,26]]"))
                .isInstanceOf(BadTerritory.class)
                .hasMessageContaining("no line in common");
    }

    private static Territory territoryWith(Path folder) throws IOException {
        URL[] urls = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, Territory.class.getClassLoader())) {
            return Territory.load(loader);
        }
    }

    private static void write(Path folder, String index) throws IOException {
        Files.createDirectories(folder.resolve("territory"));
        Files.writeString(folder.resolve("territory/agreements.txt"), index);
    }

    private static void copyInto(Path folder, String name) throws IOException {
        Path to = Files.createDirectories(folder.resolve("territory").resolve(name));
        for (String file : new String[] {"agreement.yaml", "counties.geojson"}) {
            Files.copy(FOLDER.resolve(file), to.resolve(file));
        }
    }

    private static Agreement agreementWith(String before, String after) throws IOException {
        return AgreementFile.read("bad.yaml", changed("agreement.yaml", before, after));
    }

    private static Locator mapWith(String before, String after) throws IOException {
        Agreement agreement = territoryWith(FILES).agreement("hunan-example").orElseThrow();
        return Locator.read(
                "bad.geojson", changed("counties.geojson", before, after).readAllBytes(), agreement);
    }

    private static InputStream changed(String file, String before, String after) throws IOException {
        String text = Files.readString(FOLDER.resolve(file));
        assertThat(text).contains(before);
        return new ByteArrayInputStream(text.replace(before, after).getBytes(StandardCharsets.UTF_8));
    }
}
