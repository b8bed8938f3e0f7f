package org.lianzhi.portal.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianzhi.portal.OnStubServices;

class FiguresPagesTest extends OnStubServices {

    @TempDir
    private Path folder;

    private static final String FIGURES = """
        {"asOf":"2024-12-01T00:00:00Z","data":"real","real":2,"synthetic":1,"cases":[
        {"code":"opened","counted":2,"leftOut":0,"meanMs":null,"onTime":null},
        {"code":"accepting","counted":3,"leftOut":1,"meanMs":259200000,"onTime":null},
        {"code":"accepting-on-time","counted":4,"leftOut":0,"meanMs":null,"onTime":1},
        {"code":"settling","counted":0,"leftOut":2,"meanMs":null,"onTime":null},
        {"code":"closing","counted":1,"leftOut":1,"meanMs":2073600000,"onTime":null},
        {"code":"closing-on-time","counted":500,"leftOut":0,"meanMs":null,"onTime":499},
        {"code":"resolutions","counted":7,"leftOut":0,"meanMs":null,"onTime":null}],
        "states":[{"code":"rectifying","counted":2,"leftOut":0,"meanMs":43200000,"onTime":null}],
        "reports":[{"code":"received","counted":9,"leftOut":0,"meanMs":null,"onTime":null},
        {"code":"deciding","counted":8,"leftOut":1,"meanMs":86400000,"onTime":null},
        {"code":"deciding-on-time","counted":8,"leftOut":1,"meanMs":null,"onTime":8},
        {"code":"led-to-a-case","counted":2,"leftOut":0,"meanMs":null,"onTime":null}],
        "channels":{"web":9}}\
        """;
    private static final String BEHIND = """
        {"code":"resolutions","data":"real","figure":{"code":"resolutions","counted":1,"leftOut":0,"meanMs":null,"onTime":null},
        "units":[{"matter":"%s","caseId":"%s","agreement":"hunan-guangxi","bureau":null,"word":null,"from":"2024-07-29T01:00:00Z",
        "until":"2024-08-10T01:00:00Z","ms":1036800000,"limit":"2024-09-27T16:00:00Z","onTime":true,"ordinal":7}],
        "page":0,"size":50,"total":1}\
        """.formatted(CASE, CASE);

    @Test
    void every_figure_stands_beside_its_definition_and_leads_to_what_is_behind_it() {
        SERVICES.on("GET /api/v1/figures", FIGURES);

        assertThat(pages.get()
                        .uri("/supervision/figures?office=451123-branch&from=2024-07-01&lang=en")
                        .with(supervisor()))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence(
                        "Mean time to accept", "3.0 days", "first acknowledgement", "Counted: 3; left out: 1")
                .containsSubsequence("settle jurisdiction", "None yet", "Mean time to close", "24.0 days")
                .containsSubsequence("Closed on time", "99.8%", "On time: 499 of 500")
                .containsSubsequence("Rectif", "0.5 days", "Reports received", "web 9")
                .contains("/supervision/figures/closing?from=2024-07-01&amp;office=451123-branch\"")
                .contains("/supervision/figures/in-state?from=2024-07-01&amp;office=451123-branch&amp;state=rectifying")
                .contains("From: 1 July 2024", "/supervision/figures?from=2024-07-01\"", "Demonstration")
                .contains("href=\"/supervision/figures\" aria-current=\"page\"")
                .doesNotContain("??");
        assertThat(pages.get()
                        .uri("/supervision/figures?from=nonsense&agreement=%3Cb%3E&data=all")
                        .with(supervisor()))
                .bodyText()
                .contains("平均受理天数", "99.8%", "未计 1 项", "实际数据")
                .doesNotContain("value=\"nonsense", ": nonsense", "<b>/", "??");
    }

    @Test
    void behind_a_figure_stand_the_cases_with_the_number_of_their_joint_resolution() {
        SERVICES.on("GET /api/v1/figures/resolutions", BEHIND);

        assertThat(pages.get()
                        .uri("/supervision/figures/resolutions?office=451123-branch&lang=en")
                        .with(supervisor()))
                .hasStatusOk()
                .bodyText()
                .contains("/supervision/cases/" + CASE, "Joint resolution no. 7", "12.0 days", "29 July 2024, 09:00")
                .contains("/supervision/figures/resolutions/units.xlsx?office=451123-branch")
                .contains("govuk-back-link\" href=\"/supervision/figures?office=451123-branch\"")
                .doesNotContain("??");
    }

    @Test
    void what_no_figure_is_called_is_not_there() {
        SERVICES.on("GET /api/v1/figures/no-such-figure", 404, "{\"code\":\"not-found\"}");

        assertThat(pages.get().uri("/supervision/figures/no-such-figure").with(supervisor()))
                .hasStatus(404);
    }

    @Test
    void figures_and_what_is_behind_them_are_taken_away_as_csv() {
        SERVICES.on("GET /api/v1/figures", FIGURES).on("GET /api/v1/figures/resolutions", BEHIND);

        assertThat(pages.get().uri("/supervision/figures.csv?lang=en").with(supervisor()))
                .hasStatusOk()
                .hasHeader("Content-Disposition", "attachment; filename=\"figures.csv\"")
                .hasHeader("Content-Type", "text/csv;charset=UTF-8")
                .bodyText()
                .startsWith("\uFEFF")
                .contains("Mean time in each state – Rectif", "99.8%");
        assertThat(pages.get()
                        .uri("/supervision/figures/resolutions/units.csv?lang=en")
                        .with(supervisor()))
                .bodyText()
                .contains(CASE, "Joint resolution no. 7", "2024-08-10T01:00:00Z", "12.0", "yes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/supervision/figures.xlsx?lang=en", "/supervision/figures/resolutions/units.xlsx?lang=en"})
    void the_same_is_taken_away_as_a_workbook(String address) throws IOException {
        SERVICES.on("GET /api/v1/figures", FIGURES).on("GET /api/v1/figures/resolutions", BEHIND);

        byte[] workbook = pages.get()
                .uri(address)
                .with(supervisor())
                .exchange()
                .getResponse()
                .getContentAsByteArray();

        assertThat(sheet(workbook))
                .contains(address.contains("units") ? "Joint resolution no. 7" : "Mean time to accept", "inlineStr");
    }

    private String sheet(byte[] workbook) throws IOException {
        try (ZipFile zip = new ZipFile(
                Files.write(folder.resolve("figures.xlsx"), workbook).toFile())) {
            return new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }
}
