package org.lianzhi.portal.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianzhi.portal.OnStubServices;
import org.lianzhi.portal.StubServices;

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

    private static void listed(String cases) {
        SERVICES.on("GET /api/v1/timelines", cases)
                .on("GET /api/v1/figures/undecided", 404, "{\"code\":\"not-found\"}");
    }

    @Test
    void cases_are_listed_by_view_the_overdue_ones_first() {
        listed(LIST);

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

    private static final String BOARD = """
        {"cases":[
        {"id":"01j3xw8m02a1b2c3d4e5f6g7c2","state":"acknowledging","overdue":true,"dueAt":"2024-07-30T01:00:00Z","owing":[
        {"side":"gx","bureau":"451123-branch","act":"acknowledge","dueAt":"2024-07-30T01:00:00Z","overdue":true}],
        "summary":{"lead":"hn","leadBureau":"431129-branch","counterpart":"gx","counterpartBureau":"451123-branch","category":"other",
        "openedAt":"2024-07-29T01:00:00Z","lastAt":"2024-07-29T03:00:00Z","synthetic":true,"sides":[]}},
        {"id":"%s","state":"signing","overdue":false,"owing":[{"side":"hn","bureau":"431129-branch","act":"sign","dueAt":null,"overdue":false}],
        "summary":{"lead":"hn","leadBureau":"431129-branch","counterpart":"gx","counterpartBureau":"450324-branch","category":"air",
        "openedAt":"2024-07-29T01:00:00Z","lastAt":"2999-07-29T03:00:00Z","synthetic":false,"sides":[]}}],
        "page":0,"size":200,"total":2}\
        """.formatted(CASE);

    @Test
    void the_board_tells_which_offices_are_late_for_whom_a_case_waits_and_what_nobody_touches() {
        listed(BOARD);

        assertThat(pages.get().uri("/supervision?lang=en").with(supervisor()))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence("Overdue, by office", "view=overdue&amp;office=451123-branch", "1 case")
                .containsSubsequence(
                        "01j3xw8m02a1b2c3d4e5f6g7c2",
                        "No step for",
                        "Acknowledgement of the case",
                        "30 July 2024, 09:00",
                        "late",
                        CASE,
                        "Signature under the closure")
                .contains("data-board=\"/supervision/live\"", "Pause updates", "no step for 10 days")
                .doesNotContain("??");
        for (String view : new String[] {"overdue", "theirs", "dormant", "unsettled"}) {
            assertThat(pages.get().uri("/supervision?view=" + view).with(supervisor()))
                    .bodyText()
                    .as(view)
                    .contains("cases/01j3xw8m02a1b2c3d4e5f6g7c2")
                    .doesNotContain("cases/" + CASE, "??");
        }
    }

    @Test
    void the_board_is_chosen_by_the_address_and_taken_away_as_a_table() {
        listed(BOARD);

        assertThat(pages.get()
                        .uri("/supervision?view=all&office=450324-branch&category=air&lang=en")
                        .with(supervisor()))
                .bodyText()
                .contains("cases/" + CASE, "Office: ", "/supervision?view=all&amp;category=air\"")
                .contains("/supervision/cases.csv?view=all&amp;office=450324-branch&amp;category=air")
                .doesNotContain("cases/01j3xw8m02a1b2c3d4e5f6g7c2", "??");
        assertThat(pages.get()
                        .uri("/supervision/cases.csv?view=overdue&lang=en")
                        .with(supervisor()))
                .hasStatusOk()
                .hasHeader("Content-Disposition", "attachment; filename=\"cases.csv\"")
                .bodyText()
                .startsWith("\uFEFF")
                .contains("Waiting for", "Acknowledgement of the case", "2024-07-30T01:00:00Z")
                .doesNotContain("Signature");
    }

    @Test
    void the_board_tells_open_questions_since_when_and_reports_that_nobody_decided_on() {
        SERVICES.on(
                        "GET /api/v1/timelines",
                        BOARD.replace(
                                "\"act\":\"sign\",\"dueAt\"",
                                "\"act\":\"answer-finding\",\"since\":\"2024-07-29T02:00:00Z\",\"dueAt\""))
                .on("GET /api/v1/figures/undecided", """
                    {"code":"undecided","data":"real","figure":{"code":"undecided","counted":5,"leftOut":0,"meanMs":null,"onTime":3},
                    "units":[],"page":0,"size":1,"total":5}\
                    """);

        assertThat(pages.get().uri("/supervision?owes=answer-finding&lang=en").with(supervisor()))
                .hasStatusOk()
                .bodyText()
                .contains("5 reports of the own side are not decided on yet", "2 past the limit")
                .contains("cases/" + CASE, "Answer to the proposed finding", ", for ")
                .contains("What is owed: Answer to the proposed finding", "href=\"/supervision?view=open\"")
                .contains("/supervision/cases.xlsx?view=open&amp;owes=answer-finding")
                .doesNotContain("cases/01j3xw8m02a1b2c3d4e5f6g7c2", "??");
        assertThat(pages.get()
                        .uri("/supervision/cases.xlsx?view=open&owes=answer-finding")
                        .with(supervisor()))
                .hasStatusOk()
                .hasHeader("Content-Disposition", "attachment; filename=\"cases.xlsx\"");
    }

    @Test
    void the_script_gets_what_moves_and_nothing_around_it() {
        listed(BOARD);

        assertThat(pages.get().uri("/supervision/parts?view=overdue&lang=en").with(supervisor()))
                .hasStatusOk()
                .bodyText()
                .contains("data-board-part=\"late\"", "data-board-part=\"views\"", "data-board-part=\"cases\"")
                .contains("cases/01j3xw8m02a1b2c3d4e5f6g7c2", "/supervision?view=dormant")
                .doesNotContain("cases/" + CASE, "<header", "??");
        assertThat(pages.get().uri("/supervision/parts").with(officer())).hasStatus(404);
    }

    @Test
    void what_is_closed_is_read_and_counted_only_where_it_is_asked_for() {
        listed(BOARD);

        assertThat(pages.get().uri("/supervision?lang=en").with(supervisor()))
                .bodyText()
                .containsPattern("Open\\s+<span class=\"lz-view__count\">2</span>")
                .doesNotContainPattern("Closed\\s+<span class=\"lz-view__count\">");
        assertThat(pages.get().uri("/supervision?view=closed&lang=en").with(supervisor()))
                .bodyText()
                .containsPattern("Closed\\s+<span class=\"lz-view__count\">0</span>");
        assertThat(SERVICES.at("GET /api/v1/timelines"))
                .extracting(StubServices.Arrived::query)
                .containsExactly("view=open&page=0&size=200", "view=all&page=0&size=200");
    }

    @Test
    void a_timeline_is_taken_away_as_a_workbook() {
        timeline();

        assertThat(pages.get()
                        .uri("/supervision/cases/" + CASE + "/timeline.xlsx?side=hn")
                        .with(supervisor()))
                .hasStatusOk()
                .hasHeader("Content-Disposition", "attachment; filename=\"timeline-" + CASE + ".xlsx\"")
                .hasHeader("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
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

    private void timeline() {
        SERVICES.on("GET /api/v1/timelines/" + CASE, kept("timeline.json"))
                .on("GET /api/v1/timelines/" + CASE + "/verification", checked("null", "null", true));
    }

    @Test
    void a_timeline_tells_what_each_step_answers_comes_from_and_had_seen_and_who_is_silent() {
        timeline();

        assertThat(pages.get().uri("/supervision/cases/" + CASE + "?lang=en").with(supervisor()))
                .bodyText()
                .contains("No answer from Guangxi for", "Acknowledgement of the case", "Overdue")
                .contains("answered after 2 h</a>; limit 29 July 2024, 10:00, later than the limit")
                .contains("Because of:", "href=\"#step-a-0\"", "Had seen Hunan up to commit 1", "Automatic")
                .contains("/supervision/cases/" + CASE + "?step=c%230#step-c-0")
                .doesNotContain("??");
    }

    @Test
    void steps_are_chosen_by_the_address_and_each_choice_can_be_taken_back() {
        timeline();

        assertThat(pages.get()
                        .uri("/supervision/cases/" + CASE + "?side=hn&kind=finding&from=2024-07-29&lang=en")
                        .with(supervisor()))
                .bodyText()
                .contains("id=\"step-c-0\"", "Side: Hunan", "?order=newest&amp;kind=finding&amp;from=2024-07-29\"")
                .doesNotContain("id=\"step-a-0\"", "id=\"step-b-0\"", "??");
        assertThat(pages.get()
                        .uri("/supervision/cases/" + CASE + "?role=policy&side=nonsense&to=nonsense")
                        .with(supervisor()))
                .bodyText()
                .contains("id=\"step-b-0\"")
                .doesNotContain("id=\"step-c-0\"", "nonsense\"");
        assertThat(pages.get()
                        .uri("/supervision/cases/" + CASE + "?to=2024-07-28")
                        .with(supervisor()))
                .bodyText()
                .contains("还没有记录");
    }

    @Test
    void what_is_shown_can_be_taken_away_as_a_table_that_runs_nothing() {
        SERVICES.on(
                "GET /api/v1/timelines/" + CASE,
                kept("timeline.json").replace("储液池", "=HYPERLINK(1)").replace("c#0", "@c#0"));

        assertThat(pages.get()
                        .uri("/supervision/cases/" + CASE + "/timeline.csv?side=hn")
                        .with(supervisor()))
                .hasStatusOk()
                .hasHeader("Content-Disposition", "attachment; filename=\"timeline-" + CASE + ".csv\"")
                .hasHeader("Content-Type", "text/csv;charset=UTF-8")
                .bodyText()
                .startsWith("\uFEFF")
                .contains("时间（UTC）", "提出调查结论", "'@c#0")
                .doesNotContain("b#0");
    }

    @Test
    void what_is_shown_can_be_taken_away_as_the_service_tells_it() {
        timeline();

        assertThat(pages.get()
                        .uri("/supervision/cases/" + CASE + "/timeline.json?kind=closure")
                        .with(supervisor()))
                .hasStatusOk()
                .bodyText()
                .contains("\"agreement\"", "\"silences\"")
                .doesNotContain("\"c#0\"");
        assertThat(pages.get()
                        .uri("/supervision/cases/" + CASE + "/timeline.json?kind=finding")
                        .with(supervisor()))
                .bodyText()
                .contains("\"c#0\"", "\"h8\"");
    }

    @Test
    void a_case_is_shown_as_each_side_knew_it_with_what_differs_from_today() {
        SERVICES.on("GET /api/v1/timelines/" + CASE + "/as-of", kept("as-of.json"));

        assertThat(pages.get()
                        .uri("/supervision/cases/" + CASE + "/as-of?at=2024-07-30T10:00&lang=en")
                        .with(supervisor()))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"2024-07-30T10:00\"", "30 July 2024, 10:00", "6 rows differ from today")
                .contains("8 commits", "Guangxi: Answer to the proposed finding", "Finding 1", "Not known yet")
                .containsSubsequence("Finding 1", "Proposed", "differs from today", "Confirmed", "mediation", "ended")
                .doesNotContain("??");
    }

    @Test
    void a_moment_that_nobody_can_read_is_said_and_now_is_shown() {
        SERVICES.on("GET /api/v1/timelines/" + CASE + "/as-of", kept("as-of.json"));

        assertThat(pages.get()
                        .uri("/supervision/cases/" + CASE + "/as-of?at=yesterday")
                        .with(supervisor()))
                .hasStatusOk()
                .bodyText()
                .contains("请填写日期和时间", "有 6 行与今天不同")
                .doesNotContain("??", "yesterday\"");
    }

    @Test
    void what_cannot_be_read_is_said_where_it_is_missing_on_the_pages_and_in_the_file() {
        String unreadable = "{\"unreadable\": [{\"kind\": \"case\", \"side\": \"gx\", \"from\": 2}], ";
        String said = "copy of the case record of Guangxi something cannot be read, from commit 2 on";
        SERVICES.on(
                        "GET /api/v1/timelines/" + CASE,
                        unreadable + kept("timeline.json").substring(1))
                .on("GET /api/v1/timelines/" + CASE + "/verification", checked("2", "\"changed\"", false))
                .on(
                        "GET /api/v1/timelines/" + CASE + "/as-of",
                        unreadable + kept("as-of.json").substring(1));

        for (String page : List.of("?lang=en", "/as-of?lang=en", "/timeline.csv?side=hn")) {
            assertThat(pages.get().uri("/supervision/cases/" + CASE + page).with(supervisor()))
                    .hasStatusOk()
                    .bodyText()
                    .contains(page.contains("csv") ? "督查服务保存的广西案件记录，从第 2 次提交起" : said)
                    .doesNotContain("??");
        }
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

    @Test
    void it_is_told_who_holds_the_proof_and_when_that_was_signed() {
        SERVICES.on("GET /api/v1/timelines/" + CASE, kept("timeline.json"))
                .on("GET /api/v1/timelines/" + CASE + "/verification", checked("4", "\"rewritten\"", false));

        assertThat(pages.get().uri("/supervision/cases/" + CASE).with(supervisor()))
                .bodyText()
                .contains("此处内容被整体改写过", "广西第 12 号签名存证，由督查服务保存（2024年7月29日 11:00）", "前 3 次提交仍有佐证")
                .contains(
                        "/supervision/cases/" + CASE + "/proof/gx", "/portal/VerifyRecord.java", "/supervision/records")
                .doesNotContain("??");
    }

    @Test
    void all_records_are_listed_with_their_verdicts_and_the_checkpoints_that_prove_nothing() {
        SERVICES.on("GET /api/v1/records", """
            {"cases":[{"id":"%s","category":"other","synthetic":true,"records":[%s,%s]}],"page":0,"size":20,"total":45,
            "checkpoints":[{"side":"hn","last":12,"at":"2024-07-29T03:00:00Z","refused":[],"keys":[{"thumbprint":"oKts","from":1}]},
            {"side":"gx","last":null,"at":null,"refused":[{"number":3,"at":"2024-07-29T03:00:00Z","reason":"key"}],"keys":[]}]}\
            """.formatted(
                        CASE, chain("hn", "null", "null"), chain("gx", "4", "\"reordered\"")));

        assertThat(pages.get().uri("/supervision/records?lang=en").with(supervisor()))
                .hasStatusOk()
                .bodyText()
                .contains("Whole", "Does not fit from commit 4 on", "another order", "checkpoint 12 signed by Guangxi")
                .contains(
                        "number 12", "Key oKts, from number 1 on", "Number 3: not signed with the known key", "page=3")
                .doesNotContain("??");
    }

    @Test
    void a_proof_is_taken_away_character_for_character() {
        String proof = "{\"record\":\"case-a@hn\",\"json\":\"{\\\"words\\\":\\\"雨水\\\"}\"}";
        SERVICES.on("GET /api/v1/timelines/" + CASE + "/proof/hn", proof)
                .on("GET /api/v1/timelines/" + CASE + "/proof/gx", 404, "{\"code\":\"not-found\"}");

        assertThat(pages.get().uri("/supervision/cases/" + CASE + "/proof/hn").with(supervisor()))
                .hasStatusOk()
                .hasHeader("Content-Disposition", "attachment; filename=\"proof-" + CASE + "-hn.json\"")
                .bodyText()
                .isEqualTo(proof);
        assertThat(pages.get().uri("/supervision/cases/" + CASE + "/proof/gx").with(supervisor()))
                .hasStatus(404);
    }

    @Test
    void the_program_that_checks_a_proof_is_there_for_everybody() {
        assertThat(pages.get().uri("/portal/VerifyRecord.java"))
                .hasStatusOk()
                .bodyText()
                .contains("public class VerifyRecord");
    }

    private static String chain(String side, String brokenAt, String problem) {
        return """
            {"stream":"case-%s@%s","commits":3,"head":"cd","brokenAt":%s,"problem":%s,"provenUpTo":3,
            "proofs":[{"kind":"checkpoint","holder":"timeline","source":"checkpoint-0@%s","number":12,"at":"2024-07-29T03:00:00Z"}]}\
            """.formatted(CASE, side, brokenAt, problem, side);
    }

    private static String checked(String brokenAt, String problem, boolean intact) {
        return """
            {"id":"%s","intact":%s,"records":[
            {"stream":"case-%s@hn","commits":8,"head":"ab","brokenAt":null,"problem":null},%s]}\
            """.formatted(CASE, intact, CASE, chain("gx", brokenAt, problem));
    }
}
