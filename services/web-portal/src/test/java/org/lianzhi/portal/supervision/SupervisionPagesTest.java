package org.lianzhi.portal.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianzhi.portal.OnStubServices;

class SupervisionPagesTest extends OnStubServices {

    private static final String LIST = """
        {"cases":[
        {"id":"%s","state":"finding","waitingFor":"gx","overdue":false,"summary":{"lead":"hn","category":"other","openedAt":"2024-07-29T01:00:00Z",
        "lastAt":"2024-07-29T03:00:00Z","synthetic":true,"sides":[]}},
        {"id":"01j3xw8m02a1b2c3d4e5f6g7c2","state":"signing","overdue":true,"summary":{"lead":"gx","category":"sewage","openedAt":"2024-07-29T01:00:00Z",
        "lastAt":"2024-07-29T03:00:00Z","synthetic":false,"sides":[]}},
        {"id":"01j3xw8m03a1b2c3d4e5f6g7c3","summary":{"lead":"gx","category":"air","openedAt":"2024-07-29T01:00:00Z","lastAt":"2024-07-30T01:00:00Z",
        "synthetic":false,"sides":[{"side":"hn","closed":true,"declined":false},{"side":"gx","closed":true,"declined":false}]}}],
        "page":0,"size":200,"total":3}\
        """.formatted(CASE);

    @Test
    void cases_are_listed_by_view_the_overdue_ones_first() {
        SERVICES.on("GET /api/v1/timelines", LIST);

        assertThat(pages.get().uri("/supervision").with(supervisor()))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence("01j3xw8m02a1b2c3d4e5f6g7c2", CASE)
                .doesNotContain("01j3xw8m03", "??");
        assertThat(pages.get().uri("/supervision?view=closed").with(supervisor()))
                .bodyText()
                .contains("01j3xw8m03", "已办结", "1 天")
                .doesNotContain(CASE);
    }

    @Test
    void a_timeline_tells_each_step_and_that_both_records_are_whole() {
        SERVICES.on("GET /api/v1/timelines/" + CASE, kept("timeline.json"))
                .on("GET /api/v1/timelines/" + CASE + "/verification", checked("null", "null", true));

        assertThat(pages.get().uri("/supervision/cases/" + CASE).with(supervisor()))
                .hasStatusOk()
                .bodyText()
                .contains("岭背塘水库", "提出调查结论", "认定的原因：雨水漫溢", "执法人员", "2 小时", "其他记录")
                .contains("牵头方：湖南；协同方：广西", "两侧记录均完整")
                .doesNotContain("??");
    }

    @Test
    void a_record_that_was_changed_is_told_in_words() {
        SERVICES.on("GET /api/v1/timelines/" + CASE, kept("timeline.json"))
                .on("GET /api/v1/timelines/" + CASE + "/verification", checked("4", "\"changed\"", false));

        assertThat(pages.get().uri("/supervision/cases/" + CASE + "?lang=en").with(supervisor()))
                .bodyText()
                .contains("A record is not whole", "Does not fit from commit 4 on", "Its content was changed.")
                .doesNotContain("??");
    }

    private static String checked(String brokenAt, String problem, boolean intact) {
        return """
            {"id":"%s","intact":%s,"records":[
            {"stream":"case-%s@hn","commits":8,"head":"ab","brokenAt":null,"problem":null},
            {"stream":"case-%s@gx","commits":3,"head":"cd","brokenAt":%s,"problem":%s}]}\
            """.formatted(CASE, intact, CASE, CASE, brokenAt, problem);
    }
}
