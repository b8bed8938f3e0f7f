package org.lianzhi.portal.triage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.portal.stub.SignedInAs;
import org.lianzhi.portal.stub.StubServices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@SpringBootTest(properties = "spring.config.name=web-portal")
@AutoConfigureMockMvc
class TriagePagesTest {

    private static final StubServices SERVICES = new StubServices();
    private static final String ID = "01j3x5m6hj4k2m3n4p5q6r7s8t";
    private static final String PAGE = "/staff/reports/" + ID;
    private static final String API = "/api/v1/reports/" + ID;
    private static final String RECEIPT = "{\"stream\":\"report-x@hn\",\"version\":2,\"id\":\"x\",\"repeated\":false}";
    private static final RequestPostProcessor OFFICER = SignedInAs.somebody("hn", "431129-branch", "officer");

    @Autowired
    private MockMvcTester pages;

    private final MockHttpSession session = new MockHttpSession();

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        SERVICES.register(properties);
    }

    @BeforeEach
    void clear() {
        SERVICES.clear();
        SERVICES.answers("GET " + API, 200, report("received"));
    }

    private static String report(String state) {
        return """
            {"line":{"id":"%s","state":"%s","category":"livestock-wastewater","county":"431129",
              "suspectedCounty":"451123","inBorderZone":true,"weather":"rain","filedAt":"2026-07-20T00:42:00Z",
              "triageBy":"2026-07-22T16:00:00Z","overdue":false,"contactGiven":true,"photos":1,"synthetic":true,
              "version":1},
             "opened":{"reason":"on-the-desk"},
             "triageRule":"triage","description":"水渠里流出黑褐色的水",
             "affectedWater":{"lat":24.9612,"lon":111.4301,"words":"岭背塘水库北岸","county":"431129","distanceToBorderM":2310},
             "suspectedSource":{"words":"山坡上的养猪场"},"observedAt":"2026-07-20T00:30:00Z","stillGoingOn":true,
             "weather":"rain","photos":[{"id":"p-1","sha256":"ab"}],
             "suggestion":{"agreement":"hunan-guangxi","agreementVersion":1,"lead":"hn","leadBureau":"431129-branch",
              "counterpart":"gx","counterpartBureau":"451123-branch","ground":"affected-water"},
             "guard":{"proposal":"both-sides","places":[
              {"kind":"water","sides":["hn","gx"],"why":"near-the-line","county":"431129","toBorderM":2310,"zoneM":6020},
              {"kind":"source","sides":["gx"],"why":"chosen","county":"451123"}]},
             "keep":{"state":"kept"},
             "history":[{"key":"filed","at":"2026-07-20T00:42:00Z","role":"citizen"}],"answers":[]}\
            """.formatted(ID, state);
    }

    private MvcTestResult open(String path) {
        return pages.get().uri(path).session(session).with(OFFICER).exchange();
    }

    private MvcTestResult send(String path, String... fields) {
        var form = pages.post().uri(path).session(session).with(OFFICER).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return form.exchange();
    }

    private static String text(MvcTestResult result) {
        try {
            String html = result.getResponse().getContentAsString();
            assertThat(html).as("words without translation").doesNotContain("??");
            return html.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void an_officer_reads_the_report_with_places_contact_and_what_is_to_be_decided_by_when() {
        assertThat(text(open(PAGE)))
                .contains("R-20240729-6R7S8T", "岭背塘水库北岸", "距示意省界约 2.3 公里", "2026年7月23日 00:00", "须写明理由")
                .contains("涉及另一省", "模拟");
    }

    /** As the service tells it to somebody who has said no reason. */
    private static String sealed() {
        return report("received")
                .replace("\"opened\":{\"reason\":\"on-the-desk\"},", "\"opened\":null,")
                .replace("\"description\":\"水渠里流出黑褐色的水\",", "")
                .replaceAll("(?s)\"affectedWater\":.*?\"observedAt\"", "\"observedAt\"")
                .replace("[{\"id\":\"p-1\",\"sha256\":\"ab\"}]", "[]");
    }

    @Test
    void why_somebody_reads_what_the_reporter_said_stands_beside_it() {
        assertThat(text(open(PAGE))).contains("您的查阅理由：已分给该工作人员").doesNotContain("为什么要查阅");
        SERVICES.clear();
        SERVICES.answers(
                "GET " + API,
                200,
                report("received")
                        .replace(
                                "{\"reason\":\"on-the-desk\"}",
                                "{\"reason\":\"other\",\"words\":\"法院来函\",\"until\":\"2026-07-20T12:00:00Z\"}"));
        assertThat(text(open(PAGE))).contains("您的查阅理由：其他理由，写在下面。法院来函", "理由有效至 2026年7月20日 20:00");
    }

    @Test
    void what_is_sealed_is_asked_for_with_one_question_and_what_was_typed_stays() {
        SERVICES.clear();
        SERVICES.answers("GET " + API, 200, sealed());
        assertThat(text(open(PAGE)))
                .contains("为什么要查阅这件举报", "由我承办", "说明理由后才能查阅", "江华瑶族自治县")
                .doesNotContain("岭背塘水库北岸", "您认为怎么处理");
        String release = PAGE + "/release";
        assertThat(open(release)).hasRedirectedUrl(PAGE + "?to=release");
        assertThat(send(release, "summary", "经核实，降雨时废水流入水库。")).hasRedirectedUrl(PAGE + "?to=release");

        assertThat(text(send(PAGE + "/opening"))).contains("请选择查阅理由");
        SERVICES.answers(
                "POST " + API + "/opening", 422, "{\"code\":\"report.opening-words-missing\",\"arguments\":[5]}");
        SERVICES.answers("POST " + API + "/opening", 200, report("received"));
        assertThat(text(send(PAGE + "/opening", "reason", "other", "words", "看看")))
                .contains("请用 5 字以上写明理由", "看看");

        assertThat(send(PAGE + "/opening", "reason", "handling", "to", "https://example.org"))
                .hasRedirectedUrl(PAGE);
        assertThat(send(PAGE + "/opening", "reason", "handling", "to", "release"))
                .hasRedirectedUrl(release);
        assertThat(SERVICES.asked("POST " + API + "/opening")
                        .getLast()
                        .json()
                        .path("reason")
                        .asString())
                .isEqualTo("handling");
        SERVICES.clear();
        SERVICES.answers("GET " + API, 200, report("received"));
        assertThat(text(open(release))).contains("经核实，降雨时废水流入水库。");
    }

    @Test
    void a_photo_comes_through_the_portal_and_can_do_nothing_else_than_be_seen() {
        SERVICES.answersPicture("GET " + API + "/photos/p-1", new byte[] {1, 2, 3});
        var photo = open(PAGE + "/photos/p-1");

        assertThat(photo).hasContentType("image/jpeg").headers().hasValue("X-Content-Type-Options", "nosniff");
        assertThat(photo.getResponse().getContentAsByteArray()).containsExactly(1, 2, 3);
    }

    @Test
    void a_reporter_who_is_known_by_the_contact_is_read_a_new_code_that_is_shown_once() {
        SERVICES.answers("POST " + API + "/code", 200, "{\"code\":\"7302 1184 0926 5571\",\"secret\":\"s\"}");
        assertThat(text(open(PAGE))).contains("为举报人更换查询码");
        assertThat(text(send(PAGE + "/code", "reason", "lost", "note", "x"))).contains("请用 4 到 500 字");
        assertThat(SERVICES.asked("POST " + API + "/code")).isEmpty();

        String shown =
                text(send(PAGE + "/code", "reason", "lost", "note", "回拨了保险库中的电话", "idempotencyKey", "key-of-renewal"));
        assertThat(shown).contains("7302 1184 0926 5571", "只在这里显示这一次").doesNotContain("回拨了");
        assertThat(SERVICES.asked("POST " + API + "/code")
                        .getFirst()
                        .json()
                        .path("reason")
                        .asString())
                .isEqualTo("lost");
        assertThat(text(open(PAGE))).doesNotContain("7302");
    }

    @Test
    void how_many_follow_stands_on_the_report() {
        SERVICES.clear();
        SERVICES.answers(
                "GET " + API, 200, report("accepted").replace("\"answers\":[]", "\"followers\":12,\"answers\":[]"));

        assertThat(text(open(PAGE))).contains("另有 12 人跟进");
    }

    @Test
    void who_the_reporter_is_is_shown_once_for_a_reason_and_what_was_agreed_to_with_it() {
        SERVICES.answers(
                "POST " + API + "/identity",
                200,
                "{\"contact\":{\"phone\":\"138 0000 0000\",\"channels\":[\"call\",\"post\"]}}");
        assertThat(text(open(PAGE + "/identity"))).contains("打开前请写明理由");
        assertThat(text(send(PAGE + "/identity", "reason", "想看"))).contains("请用 5 到 500 字写明理由");
        assertThat(SERVICES.asked("POST " + API + "/identity")).isEmpty();

        assertThat(text(send(PAGE + "/identity", "reason", "回访核实排口位置")))
                .contains("138 0000 0000", "同意打电话", "同意寄信")
                .doesNotContain("同意发短信");
        assertThat(SERVICES.asked("POST " + API + "/identity")
                        .getFirst()
                        .json()
                        .path("reason")
                        .asString())
                .isEqualTo("回访核实排口位置");
        assertThat(text(open(PAGE))).doesNotContain("138 0000");
    }

    @Test
    void the_lead_of_the_office_holds_or_erases_what_a_reporter_said_and_is_told_what_that_means() {
        RequestPostProcessor lead = SignedInAs.somebody("hn", "431129-branch", "lead");
        assertThat(text(open(PAGE))).contains("保存中").doesNotContain("删除举报人所说的内容");
        assertThat(text(pages.get().uri(PAGE).with(lead).exchange())).contains("依法保全", "删除举报人所说的内容");
        SERVICES.answers("POST " + API + "/hold", 200, "{\"state\":\"held\"}");
        SERVICES.answers("POST " + API + "/erasure", 422, "{\"code\":\"vault.held\",\"arguments\":[\"2099-01-31\"]}");
        SERVICES.answers("POST " + API + "/erasure", 200, "{\"state\":\"erased\"}");

        assertThat(text(send(PAGE + "/hold", "reason", "法院调取材料"))).contains("请填写今天以后的复核日期");
        assertThat(send(PAGE + "/hold", "reason", "法院调取材料", "reviewOn", "2099-01-31"))
                .hasRedirectedUrl(PAGE);
        assertThat(SERVICES.asked("POST " + API + "/hold")
                        .getFirst()
                        .json()
                        .path("reviewOn")
                        .asString())
                .isEqualTo("2099-01-31");
        assertThat(text(open(PAGE + "/erasure"))).contains("恢复备份也不能");
        assertThat(text(send(PAGE + "/erasure", "reason", "举报人申请删除"))).contains("请勾选确认");
        assertThat(text(send(PAGE + "/erasure", "reason", "举报人申请删除", "agreed", "true")))
                .contains("正在依法保全，复核日期 2099-01-31");
        assertThat(send(PAGE + "/erasure", "reason", "举报人申请删除", "agreed", "true"))
                .hasRedirectedUrl(PAGE);
    }

    @Test
    void accepting_sends_the_version_that_was_seen() {
        SERVICES.answers("POST " + API + "/acceptance", 200, RECEIPT);
        assertThat(send(PAGE, "decision", "accept", "seen", "1", "idempotencyKey", "k-12345678"))
                .hasRedirectedUrl(PAGE);

        var sent = SERVICES.asked("POST " + API + "/acceptance").getFirst();
        assertThat(sent.key()).isEqualTo("k-12345678");
        assertThat(sent.ifMatch()).isEqualTo("\"1\"");
    }

    @Test
    void near_the_line_both_sides_are_proposed_with_the_reason_and_a_person_says_which_before_it_is_accepted() {
        assertThat(text(open(PAGE))).contains("两侧都有可能", "湖南 或 广西：距示意省界 2.3 公里，在 6.0 公里宽的省界地带之内", "广西：按所选的县推测，没有定位");
        SERVICES.answers(
                "POST " + API + "/acceptance",
                422,
                "{\"code\":\"report.side-unconfirmed\",\"arguments\":[\"both-sides\"]}");
        SERVICES.answers("POST " + API + "/acceptance", 200, RECEIPT);
        assertThat(send(PAGE, "decision", "accept", "seen", "1", "idempotencyKey", "k-12345678"))
                .hasRedirectedUrl(PAGE + "/side");
        assertThat(text(open(PAGE + "/side"))).contains("请核定地点属于哪一侧", "湖南 或 广西");
        assertThat(text(send(PAGE + "/side", "seen", "1"))).contains("请选择属于哪一侧");
        assertThat(send(PAGE + "/side", "side", "other", "seen", "1")).hasRedirectedUrl(PAGE + "/release");
        assertThat(send(PAGE + "/side", "side", "unknown", "seen", "1")).hasRedirectedUrl(PAGE);

        assertThat(send(PAGE + "/side", "side", "own", "seen", "1", "idempotencyKey", "k-87654321"))
                .hasRedirectedUrl(PAGE);
        assertThat(SERVICES.asked("POST " + API + "/acceptance")
                        .getLast()
                        .json()
                        .path("sideConfirmed")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void not_accepting_needs_a_place_to_go_where_the_rule_says_so_and_keeps_what_was_typed() {
        SERVICES.answers(
                "POST " + API + "/non-acceptance",
                422,
                "{\"code\":\"report.where-to-go-missing\",\"arguments\":[\"not-environmental\"]}");
        SERVICES.answers("POST " + API + "/non-acceptance", 200, RECEIPT);
        var refused = send(PAGE + "/not-accepted", "reason", "not-environmental", "seen", "1");

        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("请写明可以找哪个部门");
        assertThat(send(PAGE + "/not-accepted", "reason", "not-environmental", "whereToGo", "县农业局", "seen", "1"))
                .hasRedirectedUrl(PAGE);
    }

    @Test
    void when_a_colleague_was_faster_the_page_says_so_beside_what_was_typed() {
        SERVICES.answers(
                "POST " + API + "/non-acceptance", 409, "{\"code\":\"stream.conflict\",\"expected\":1,\"actual\":2}");
        var conflict = send(PAGE + "/not-accepted", "reason", "too-vague", "whereToGo", "请补充地点", "seen", "1");

        assertThat(conflict).hasStatus(409);
        assertThat(text(conflict)).contains("请补充地点", "已被他人更新");
        assertThat(hidden(conflict, "seen"))
                .as("sent again, it is about what is there now")
                .isEqualTo("2");
    }

    @Test
    void what_is_sent_after_a_refusal_or_a_conflict_is_a_new_command_and_the_same_one_while_nobody_knows() {
        String call = "POST " + API + "/non-acceptance";
        SERVICES.answers(call, 422, "{\"code\":\"report.where-to-go-missing\",\"arguments\":[\"not-environmental\"]}");
        SERVICES.answers(call, 409, "{\"code\":\"stream.conflict\",\"expected\":1,\"actual\":2}");
        SERVICES.answers(call, 503, "{\"code\":\"service.unavailable\"}");
        SERVICES.answers(call, 429, "{\"code\":\"too-many\"}");
        SERVICES.answers(call, 200, RECEIPT);
        String first = hidden(open(PAGE + "/not-accepted"), "idempotencyKey");

        String corrected = hidden(notAccepted("", first), "idempotencyKey");
        String onWhatIsNow = hidden(notAccepted("县农业局", corrected), "idempotencyKey");
        String again = hidden(notAccepted("县农业局", onWhatIsNow), "idempotencyKey");
        String later = hidden(notAccepted("县农业局", again), "idempotencyKey");
        assertThat(notAccepted("县农业局", later)).hasRedirectedUrl(PAGE);

        assertThat(List.of(first, corrected, onWhatIsNow)).doesNotHaveDuplicates();
        assertThat(SERVICES.asked(call))
                .extracting(StubServices.Asked::key)
                .containsExactly(first, corrected, onWhatIsNow, onWhatIsNow, onWhatIsNow);
    }

    private MvcTestResult notAccepted(String whereToGo, String key) {
        return send(
                PAGE + "/not-accepted",
                "reason",
                "not-environmental",
                "whereToGo",
                whereToGo,
                "seen",
                "1",
                "idempotencyKey",
                key);
    }

    @Test
    void a_rule_without_words_is_told_by_its_code() {
        SERVICES.answers("POST " + API + "/acceptance", 422, "{\"code\":\"report.never-heard-of\",\"arguments\":[]}");
        assertThat(text(send(PAGE, "decision", "accept", "seen", "1"))).contains("report.never-heard-of");
    }

    @Test
    void faces_and_plates_are_covered_by_numbers_and_shown_as_they_will_be_sent() {
        String cover = "POST " + API + "/photos/p-1/cover";
        SERVICES.answers("GET " + API + "/photos/p-1/cover", 200, "{\"boxes\":[],\"sha256\":null}");
        SERVICES.answers(cover, 200, "{\"boxes\":[],\"sha256\":null}");
        assertThat(text(open(PAGE + "/release"))).contains("照片 1：遮盖人脸和车牌").doesNotContain("已遮盖");
        assertThat(text(open(PAGE + "/photos/p-1/cover"))).contains("第 1 个框", "第 6 个框", "发出去的样子");

        for (String[] wrong : new String[][] {
            {"boxes[0].left", "10"},
            {"boxes[0].left", "90", "boxes[0].top", "0", "boxes[0].width", "20", "boxes[0].height", "5"}
        }) {
            assertThat(text(send(PAGE + "/photos/p-1/cover", wrong))).contains("每个框要填四个数");
        }
        assertThat(SERVICES.asked(cover)).isEmpty();
        assertThat(send(
                        PAGE + "/photos/p-1/cover",
                        "boxes[0].left",
                        "10.5",
                        "boxes[0].top",
                        "20",
                        "boxes[0].width",
                        "30",
                        "boxes[0].height",
                        "40",
                        "boxes[1].left",
                        ""))
                .hasRedirectedUrl(PAGE + "/photos/p-1/cover");
        var boxes = SERVICES.asked(cover).getFirst().json().path("boxes");
        assertThat(boxes.size()).isEqualTo(1);
        assertThat(boxes.path(0).path("left").asDouble()).isEqualTo(10.5);
    }

    @Test
    void a_release_names_what_was_shown_of_each_photo_and_shows_it_as_it_will_be_sent() {
        SERVICES.clear();
        SERVICES.answers(
                "GET " + API,
                200,
                report("received")
                        .replace(
                                "\"photos\":[{\"id\":\"p-1\",\"sha256\":\"ab\"}],",
                                "\"photos\":[{\"id\":\"p-1\",\"sha256\":\"ab\"}],"
                                        + "\"toRelease\":[{\"id\":\"p-1\",\"sha256\":\"cd\"}],"));
        SERVICES.answers("POST " + API + "/release", 200, RECEIPT);
        assertThat(text(open(PAGE + "/release"))).contains("已遮盖");
        written("451123");
        var confirm = open(PAGE + "/confirm");
        assertThat(confirm).bodyText().contains(PAGE + "/photos/p-1/to-release");
        assertThat(confirmed(hidden(confirm, "digest"), "true")).hasRedirectedUrl(PAGE);
        assertThat(SERVICES.asked("POST " + API + "/release")
                        .getFirst()
                        .json()
                        .path("summary")
                        .path("shown")
                        .path("p-1")
                        .asString())
                .isEqualTo("cd");
    }

    @Test
    void the_position_leaves_as_exactly_as_the_officer_chose_and_not_at_all_unless_they_did() {
        SERVICES.answers("POST " + API + "/release", 200, RECEIPT);
        assertThat(text(open(PAGE + "/release"))).contains("约 1 公里", "不是任何人的住家");
        for (String[] told :
                new String[][] {{"none", ""}, {"rounded", "24.96, 111.43"}, {"exact", "24.9612, 111.4301"}}) {
            String[] fields = with(release("451123"), "position", told[0]);
            assertThat(send(PAGE + "/release", fields)).hasRedirectedUrl(PAGE + "/confirm");
            var confirm = open(PAGE + "/confirm");
            assertThat(text(confirm)).contains(told[1]);
            assertThat(text(confirm).contains("举报人标注的精确位置")).isEqualTo(!told[0].equals("exact"));
            assertThat(send(
                            PAGE + "/confirm",
                            with(fields, "digest", hidden(confirm, "digest"), "agreed", "true", "seen", "1")))
                    .hasRedirectedUrl(PAGE);
            var place = SERVICES.asked("POST " + API + "/release")
                    .getLast()
                    .json()
                    .path("summary")
                    .path("affectedWater");
            String sent = place.path("latitude").isNumber()
                    ? place.path("latitude").asDouble() + ", "
                            + place.path("longitude").asDouble()
                    : "";
            assertThat(sent).isEqualTo(told[1]);
        }
    }

    private static String[] with(String[] fields, String... more) {
        String[] all = Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return all;
    }

    @Test
    void a_box_that_is_not_ticked_is_no_answer_and_no_failure() {
        written("451123");
        var confirm = open(PAGE + "/confirm");
        assertThat(confirm).bodyText().contains("name=\"_agreed\"");
        String digest = hidden(confirm, "digest");
        // A browser sends the marker alone.
        String[] fields = with(release("451123"), "digest", digest, "_agreed", "on", "seen", "1");
        assertThat(text(send(PAGE + "/confirm", fields))).contains("请核对内容并勾选");
    }

    @Test
    void a_release_is_read_word_by_word_before_exactly_that_is_sent() {
        SERVICES.answers("POST " + API + "/release", 200, RECEIPT);
        assertThat(send(PAGE, "decision", "cross-border", "seen", "1")).hasRedirectedUrl(PAGE + "/release");
        assertThat(text(open(PAGE + "/release"))).contains("江华瑶族自治县", "富川瑶族自治县");
        assertThat(written("451123")).hasRedirectedUrl(PAGE + "/confirm");
        var confirm = open(PAGE + "/confirm");

        assertThat(text(confirm))
                .contains("养殖废水经排水渠流入水库", "趁降雨故意排放", "岭背塘水库", "贺州市生态环境局富川分局")
                .contains("广西壮族自治区生态环境厅（督查）", "湖南省生态环境厅（督查）", "湘桂省际边界区域生态环境保护协作框架协议")
                .doesNotContain("138 0000 0000", "水渠里流出黑褐色的水");
        String digest = hidden(confirm, "digest");
        assertThat(text(confirmed(digest, "false"))).contains("请核对内容并勾选");
        assertThat(SERVICES.asked("POST " + API + "/release")).isEmpty();
        assertThat(confirmed(digest, "true")).hasRedirectedUrl(PAGE);
        var sent = SERVICES.asked("POST " + API + "/release").getFirst().json();
        assertThat(sent.path("escalation").path("lead").asString()).isEqualTo("hn");
        assertThat(sent.path("escalation").path("counterpartBureau").asString()).isEqualTo("451123-branch");
        assertThat(sent.path("escalation").path("ground").asString()).isEqualTo("affected-water");
        assertThat(sent.path("summary").path("affectedWater").path("latitude").isNull())
                .as("the reporter's position stays")
                .isTrue();
        assertThat(sent.path("summary").path("photos").toString()).isEqualTo("[\"p-1\"]");
    }

    @Test
    void other_words_than_those_that_were_read_are_not_sent() {
        written("451123");
        assertThat(confirmed("0".repeat(64), "true")).hasRedirectedUrl(PAGE + "/release");
        assertThat(SERVICES.asked("POST " + API + "/release")).isEmpty();
    }

    @Test
    void two_counties_of_one_province_are_no_joint_case() {
        assertThat(text(written("431125"))).contains("两个县（区）在同一省", "养殖废水经排水渠流入水库");
    }

    private MvcTestResult written(String sourceCounty) {
        return send(PAGE + "/release", release(sourceCounty));
    }

    private MvcTestResult confirmed(String digest, String agreed) {
        return send(PAGE + "/confirm", with(release("451123"), "digest", digest, "agreed", agreed, "seen", "1"));
    }

    private static String[] release(String sourceCounty) {
        return new String[] {
            "summary", "降雨期间，养殖废水经排水渠流入水库。",
            "allegedCause", "趁降雨故意排放",
            "affectedName", "岭背塘水库",
            "affectedCounty", "431129",
            "sourceName", "规模化养猪场",
            "sourceCounty", sourceCounty,
            "ground", "affected-water",
            "photos", "p-1"
        };
    }

    private static String hidden(MvcTestResult page, String name) {
        try {
            return page.getResponse()
                    .getContentAsString()
                    .replaceFirst("(?s).*name=\"" + name + "\" value=\"([^\"]*)\".*", "$1");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_the_reporter_said_since_is_read_and_the_answer_of_a_higher_authority_is_entered() {
        String more = report("accepted").replace("\"answers\":[]", """
            "answers":[],"underReview":"review","said":[
              {"key":"information-added","at":"2026-07-22T01:00:00Z","words":"又流出黑水","reserved":false,
               "photos":[{"id":"p-1","sha256":"ab"}]},
              {"key":"pressure-reported","at":"2026-07-22T02:00:00Z","reserved":true,"photos":[]}]\
            """);
        SERVICES.clear();
        SERVICES.answers("GET " + API, 200, more);
        SERVICES.answers("POST " + API + "/review-answer", 200, RECEIPT);

        assertThat(text(open(PAGE))).contains("又流出黑水", "照片 1 张", "只有本单位负责人可以看", "登记复查");
        assertThat(text(send(PAGE + "/review", "text", "维持原处理意见。", "seen", "1")))
                .contains("请选择结果");
        assertThat(send(PAGE + "/review", "outcome", "upheld", "text", "维持原处理意见。", "seen", "1"))
                .hasRedirectedUrl(PAGE);
        assertThat(SERVICES.asked("POST " + API + "/review-answer")
                        .getFirst()
                        .json()
                        .path("outcome")
                        .asString())
                .isEqualTo("upheld");
    }

    @Test
    void an_original_is_saved_as_a_file_and_never_becomes_a_page() {
        SERVICES.answersPicture("GET " + API + "/originals/o-1", "<script>alert(1)</script>".getBytes(UTF_8));

        assertThat(open(PAGE + "/originals/o-1"))
                .hasStatusOk()
                .hasContentType("application/octet-stream")
                .hasHeader("Content-Disposition", "attachment")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasBodyTextEqualTo("<script>alert(1)</script>");
        assertThat(open(PAGE + "/originals/o-2")).hasStatus(404);
        SERVICES.answersPicture("GET " + API + "/photos/p-1", new byte[] {1});
        assertThat(open(PAGE + "/photos/p-1"))
                .hasContentType("image/jpeg")
                .hasHeader("Content-Disposition", "attachment")
                .hasHeader("X-Content-Type-Options", "nosniff");
    }

    @Test
    void how_far_off_a_phone_may_be_is_said_beside_the_position() {
        SERVICES.clear();
        SERVICES.answers(
                "GET " + API,
                200,
                report("received").replace("\"lon\":111.4301,", "\"lon\":111.4301,\"accuracyM\":36.4,"));

        assertThat(open(PAGE)).bodyText().contains("24.96120, 111.43010", "误差约 36 米");
    }

    private void outcome(String state, String more) {
        SERVICES.clear();
        SERVICES.answers("GET " + API, 200, report(state).replace("\"answers\":[]", "\"answers\":[]," + more));
    }

    @Test
    void each_decision_that_takes_more_than_a_word_has_a_page_of_its_own() {
        assertThat(send(PAGE, "decision", "merge", "seen", "1")).hasRedirectedUrl(PAGE + "/merge");
        assertThat(send(PAGE, "decision", "ask", "seen", "1")).hasRedirectedUrl(PAGE + "/question");
        assertThat(send(PAGE, "decision", "against", "seen", "1")).hasRedirectedUrl(PAGE + "/outcome");
    }

    @Test
    void the_reporter_is_asked_and_the_page_says_what_and_until_when() {
        SERVICES.answers("POST " + API + "/question", 200, RECEIPT);
        assertThat(text(open(PAGE + "/question"))).contains("请举报人补充情况", "地点");
        assertThat(text(send(PAGE + "/question", "question", "在哪里", "seen", "1")))
                .contains("请选择缺少什么", "请用 4 到 4000 字");
        assertThat(send(PAGE + "/question", "reason", "place", "question", "排水口在哪里？", "seen", "1"))
                .hasRedirectedUrl(PAGE);
        assertThat(SERVICES.asked("POST " + API + "/question")
                        .getFirst()
                        .json()
                        .path("reason")
                        .asString())
                .isEqualTo("place");

        outcome(
                "returned",
                "\"asked\":{\"reason\":\"place\",\"question\":\"排水口在哪里？\",\"answerBy\":\"2026-08-03T16:00:00Z\"}");
        assertThat(text(open(PAGE))).contains("排水口在哪里？", "2026年8月4日 00:00", "受理，由本单位办理");
    }

    @Test
    void what_looks_alike_is_proposed_with_the_reasons_and_another_one_is_named_by_its_number() {
        SERVICES.answers("GET " + API + "/similar", 200, """
            [{"id":"01j3x5m6hj4k2m3n4p5q6r7s8v","state":"accepted","category":"livestock-wastewater",
              "filedAt":"2026-07-19T01:10:00Z","reasons":["category","place"]}]\
            """);
        SERVICES.answers("POST " + API + "/merge", 422, "{\"code\":\"report.merge.unknown\",\"arguments\":[]}");
        SERVICES.answers("POST " + API + "/merge", 200, RECEIPT);

        assertThat(text(open(PAGE + "/merge"))).contains("R-20240729-6R7S8V", "相同之处：类别、地点所在县（区）", "另一件");
        assertThat(text(send(PAGE + "/merge", "into", "other", "reason", "same-event", "seen", "1")))
                .contains("请写另一件的编号");
        var refused = send(
                PAGE + "/merge", "into", "other", "number", "R-20240729-ABCDEF", "reason", "same-event", "seen", "1");
        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("本单位没有这个编号");
        assertThat(refused).bodyText().contains("R-20240729-ABCDEF");
        assertThat(send(PAGE + "/merge", "into", "01j3x5m6hj4k2m3n4p5q6r7s8v", "reason", "same-event", "seen", "1"))
                .hasRedirectedUrl(PAGE);
    }

    @Test
    void what_others_go_on_in_is_not_dismissed_and_they_come_along_only_where_the_officer_says_so() {
        SERVICES.answers("GET " + API + "/similar", 200, "[]");
        assertThat(text(open(PAGE + "/merge"))).doesNotContain("也一起转到那一件");
        String refused = "{\"code\":\"report.merge.others-come\",\"arguments\":[2]}";
        SERVICES.answers("POST " + API + "/merge", 422, refused);
        String[] typed = {"into", "other", "number", "R-20240729-9K2M4Q", "reason", "same-event", "seen", "1"};
        assertThat(text(send(PAGE + "/merge", typed))).contains("有 2 件投诉举报并入了本件", "也一起转到那一件");
        SERVICES.answers(
                "POST " + API + "/non-acceptance", 422, "{\"code\":\"report.others-go-on\",\"arguments\":[2]}");
        assertThat(text(send(PAGE + "/not-accepted", "reason", "too-vague", "seen", "1")))
                .contains("请先逐件重新处理");

        outcome("received", "\"mergedHere\":[\"01j3x5m6hj4k2m3n4p5q6r7s9k\"]");
        SERVICES.answers("GET " + API + "/similar", 200, "[]");
        assertThat(text(open(PAGE + "/merge"))).contains("也一起转到那一件");
        SERVICES.answers("POST " + API + "/merge", 200, RECEIPT);
        String[] ticked = Arrays.copyOf(typed, typed.length + 2);
        ticked[typed.length] = "othersCome";
        ticked[typed.length + 1] = "true";
        assertThat(send(PAGE + "/merge", ticked)).hasRedirectedUrl(PAGE);
        assertThat(SERVICES.asked("POST " + API + "/merge")
                        .getLast()
                        .json()
                        .path("othersCome")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_merged_report_and_the_one_it_goes_on_in_lead_to_each_other() {
        outcome("merged", "\"mergedInto\":\"01j3x5m6hj4k2m3n4p5q6r7s8v\",\"mergedHere\":[]");
        assertThat(open(PAGE)).bodyText().contains("/staff/reports/01j3x5m6hj4k2m3n4p5q6r7s8v", "R-20240729-6R7S8V");
        assertThat(text(open(PAGE))).contains("重新决定").doesNotContain("答复举报人");

        outcome("accepted", "\"mergedHere\":[\"01j3x5m6hj4k2m3n4p5q6r7s8v\"]");
        assertThat(text(open(PAGE))).contains("并入本件的投诉举报", "R-20240729-6R7S8V", "答复举报人");
    }

    @Test
    void what_is_found_against_the_reporter_is_proposed_by_one_and_confirmed_by_another() {
        SERVICES.answers("POST " + API + "/outcome", 200, RECEIPT);
        assertThat(text(open(PAGE + "/outcome"))).contains("第二名执法人员核定");
        assertThat(send(PAGE + "/outcome", "finding", "repeated.answered-before", "words", "同一事实已经答复。", "seen", "1"))
                .hasRedirectedUrl(PAGE);
        var sent = SERVICES.asked("POST " + API + "/outcome").getFirst().json();
        assertThat(sent.path("outcome").asString()).isEqualTo("repeated");
        assertThat(sent.path("reason").asString()).isEqualTo("answered-before");

        String proposal = "\"proposal\":{\"outcome\":\"repeated\",\"reason\":\"answered-before\","
                + "\"words\":\"同一事实已经答复。\",\"own\":%s}";
        outcome("proposed", proposal.formatted("true"));
        assertThat(text(open(PAGE))).contains("待第二人核定", "撤回").doesNotContain("核定或者不同意");
        assertThat(text(open(PAGE + "/outcome/second"))).doesNotContain(" 同意 ");

        outcome("proposed", proposal.formatted("false"));
        SERVICES.answers(
                "POST " + API + "/outcome/rejection", 422, "{\"code\":\"report.words-missing\",\"arguments\":[]}");
        SERVICES.answers("POST " + API + "/outcome/confirmation", 200, RECEIPT);
        assertThat(text(open(PAGE))).contains("核定或者不同意", "同一事实已经答复");
        assertThat(send(PAGE + "/outcome/second", "agree", "no", "seen", "1")).hasStatus(422);
        assertThat(send(PAGE + "/outcome/second", "agree", "yes", "seen", "1")).hasRedirectedUrl(PAGE);
    }

    @Test
    void what_was_decided_is_decided_again_for_a_reason() {
        outcome("fabricated", "\"mergedHere\":[]");
        SERVICES.answers("POST " + API + "/taking-up", 200, RECEIPT);
        assertThat(text(open(PAGE))).contains("虚假", "重新决定");
        assertThat(text(send(PAGE + "/taking-up", "seen", "1"))).contains("请选择理由");
        assertThat(send(PAGE + "/taking-up", "reason", "new-facts", "seen", "1"))
                .hasRedirectedUrl(PAGE);
    }

    @Test
    void the_history_says_when_who_and_why() {
        SERVICES.clear();
        SERVICES.answers(
                "GET " + API,
                200,
                report("received")
                        .replace(
                                "\"role\":\"citizen\"}",
                                "\"role\":\"citizen\"},{\"key\":\"outcome-rejected\",\"at\":\"2026-07-21T01:00:00Z\","
                                        + "\"role\":\"officer\",\"bureau\":\"431129-branch\",\"words\":\"没有人去过现场\"}"));
        assertThat(text(open(PAGE))).contains("第二人未予核定", "2026年7月21日 09:00", "江华分局 ·", "没有人去过现场");
    }

    @Test
    void a_report_is_handed_to_an_office_of_the_own_side_and_the_other_side_is_told_apart() {
        SERVICES.answers("POST " + API + "/transfer", 200, RECEIPT);
        assertThat(text(open(PAGE + "/transfer")))
                .contains("永州市生态环境局江永分局", "永州市生态环境局", "湖南省生态环境厅", "发起联合处置")
                .doesNotContain("富川分局", "监测站");
        assertThat(text(send(PAGE + "/transfer", "seen", "1"))).contains("请选择单位", "请选择理由", "请用 4 到 4000 字");
        assertThat(send(
                        PAGE + "/transfer",
                        "office",
                        "431125-branch",
                        "reason",
                        "place",
                        "words",
                        "地点在江永县。",
                        "seen",
                        "1"))
                .hasRedirectedUrl("/staff/worklist");
        assertThat(SERVICES.asked("POST " + API + "/transfer")
                        .getFirst()
                        .json()
                        .path("to")
                        .asString())
                .isEqualTo("431125-branch");
    }

    @Test
    void whoever_got_a_report_may_object_and_the_superiors_decision_is_entered() {
        String transfer = "\"transfer\":{\"from\":\"431125-branch\",\"to\":\"431129-branch\",\"reason\":\"place\","
                + "\"words\":\"属江华。\",\"objectBy\":\"2026-07-27T16:00:00Z\"%s}";
        outcome("transferred", transfer.formatted(""));
        SERVICES.answers(
                "POST " + API + "/transfer/objection",
                422,
                "{\"code\":\"report.objection-too-late\",\"arguments\":[]}");
        SERVICES.answers("POST " + API + "/transfer/objection", 200, RECEIPT);
        assertThat(text(open(PAGE))).contains("江永分局", "属江华。", "2026年7月28日 00:00", "提出异议", "受理，由本单位办理");
        assertThat(text(send(PAGE + "/transfer/objection", "reason", "not-our-area", "words", "不在本县。", "seen", "1")))
                .contains("提出异议的时限已过", "不在本县。");
        assertThat(send(PAGE + "/transfer/objection", "reason", "not-our-area", "words", "不在本县。", "seen", "1"))
                .hasRedirectedUrl("/staff/worklist");

        outcome(
                "disputed",
                transfer.formatted(
                        ",\"objection\":{\"reason\":\"not-our-area\",\"words\":\"不在本县。\",\"superior\":\"431100-department\"}"));
        SERVICES.answers("POST " + API + "/transfer/decision", 200, RECEIPT);
        assertThat(text(open(PAGE))).contains("不在本县。", "共同上级", "永州市生态环境局", "登记共同上级的决定");
        assertThat(text(send(PAGE + "/transfer/decision", "document", "永环函1号", "seen", "1")))
                .contains("请选择单位", "江永分局");
        assertThat(send(PAGE + "/transfer/decision", "office", "431125-branch", "document", "永环函1号", "seen", "1"))
                .hasRedirectedUrl("/staff/worklist");
    }

    @Test
    void a_note_is_written_for_the_own_office_and_whoever_reads_it_has_said_why() {
        SERVICES.answers("POST " + API + "/note", 200, RECEIPT);
        assertThat(text(open(PAGE))).contains("写内部备注");
        assertThat(text(send(PAGE + "/note", "words", "回"))).contains("请用 4 到 4000 字写备注");
        assertThat(send(PAGE + "/note", "words", "六点以后再打电话")).hasRedirectedUrl(PAGE);
        assertThat(SERVICES.asked("POST " + API + "/note")
                        .getFirst()
                        .json()
                        .path("words")
                        .asString())
                .isEqualTo("六点以后再打电话");
    }

    @Test
    void a_template_begins_a_reply_below_what_is_written_and_sends_nothing() {
        assertThat(text(open(PAGE + "/reply")))
                .contains("答复模板", "已整改 (English)", "正在办理")
                .doesNotContain("正在办理 (English)");

        String written = text(send(
                PAGE + "/reply", "text", "您好。", "template", "0-zh", "insert", "yes", "_reviewable", "on", "seen", "1"));
        assertThat(written).contains("您好。 您反映的问题收悉。经现场检查，情况属实。");
        assertThat(text(send(PAGE + "/reply", "template", "0-en", "insert", "yes", "_reviewable", "on", "seen", "1")))
                .contains("Thank you for your report.");
        assertThat(text(send(
                        PAGE + "/reply",
                        "text",
                        "您好。",
                        "template",
                        "9-zh",
                        "insert",
                        "yes",
                        "_reviewable",
                        "on",
                        "seen",
                        "1")))
                .contains("您好。");
        assertThat(SERVICES.asked("POST " + API + "/reply")).isEmpty();
    }

    @Test
    void what_was_established_is_recorded_apart_from_the_reply() {
        outcome("accepted", "\"verification\":\"partly\"");
        SERVICES.answers("POST " + API + "/verification", 200, RECEIPT);
        assertThat(text(open(PAGE))).contains("部分属实", "登记核实结果");
        assertThat(text(open(PAGE + "/reply"))).contains("核实结果另行登记");
        assertThat(text(send(PAGE + "/verification", "seen", "1"))).contains("请选择核实结果", "怎么核实的");
        assertThat(send(PAGE + "/verification", "result", "unsubstantiated", "words", "两次检测未见异常。", "seen", "1"))
                .hasRedirectedUrl(PAGE);
        assertThat(SERVICES.asked("POST " + API + "/verification")
                        .getFirst()
                        .json()
                        .path("result")
                        .asString())
                .isEqualTo("unsubstantiated");
    }

    @Test
    void a_detail_is_corrected_with_a_reason_and_the_history_keeps_what_was_before() {
        SERVICES.answers("POST " + API + "/correction", 422, "{\"code\":\"report.correction-same\",\"arguments\":[]}");
        SERVICES.answers("POST " + API + "/correction", 200, RECEIPT);
        assertThat(open(PAGE)).bodyText().contains(PAGE + "/correction/category", PAGE + "/correction/place");
        assertThat(text(open(PAGE + "/correction/category"))).contains("更正类别", "生活污水");
        assertThat(text(open(PAGE + "/correction/source"))).contains("更正疑似来源", "富川瑶族自治县");
        assertThat(open(PAGE + "/correction/colour")).hasRedirectedUrl(PAGE);
        assertThat(text(send(PAGE + "/correction/place", "after", "431129", "reason", "现场看过。", "seen", "1")))
                .contains("与现在的相同", "现场看过。");
        assertThat(send(PAGE + "/correction/place", "after", "431125", "reason", "现场看过。", "seen", "1"))
                .hasRedirectedUrl(PAGE);
        assertThat(SERVICES.asked("POST " + API + "/correction")
                        .getLast()
                        .json()
                        .path("what")
                        .asString())
                .isEqualTo("place");

        SERVICES.clear();
        SERVICES.answers(
                "GET " + API,
                200,
                report("received")
                        .replace(
                                "\"role\":\"citizen\"}",
                                "\"role\":\"citizen\"},{\"key\":\"details-corrected\",\"at\":\"2026-07-21T01:00:00Z\","
                                    + "\"role\":\"officer\",\"bureau\":\"431129-branch\",\"words\":\"现场看过。\","
                                    + "\"correction\":{\"what\":\"place\",\"before\":\"431129\",\"after\":\"431125\"}}"));
        assertThat(text(open(PAGE))).contains("地点：江华瑶族自治县 → 江永县", "现场看过。");
    }

    @Test
    void a_pin_is_moved_by_numbers_too_and_near_the_line_the_side_is_said_again() {
        assertThat(text(open(PAGE))).contains("修改");
        String pin = PAGE + "/pin/water";
        assertThat(text(open(pin)))
                .contains("移动受影响水体的定位", "岭背塘水库北岸", "24.96120, 111.43010")
                .doesNotContain("我核定它在本侧");
        assertThat(open(PAGE + "/pin/outlet")).hasRedirectedUrl(PAGE);
        assertThat(open(PAGE + "/pin/elsewhere")).hasStatus(404);
        assertThat(text(send(pin, "reason", "现场定位"))).contains("请在地图上定位，或填写经纬度");
        assertThat(SERVICES.asked("POST " + API + "/place")).isEmpty();

        SERVICES.answers(
                "POST " + API + "/place", 422, "{\"code\":\"report.side-unconfirmed\",\"arguments\":[\"both-sides\"]}");
        SERVICES.answers("POST " + API + "/place", 200, RECEIPT);
        String[] typed = {
            "placeLat", "24.97", "placeLon", "111.44", "placeDatum", "GCJ-02", "reason", "现场定位", "seen", "1"
        };
        assertThat(text(send(pin, typed))).contains("我核定它在本侧", "现场定位");
        String[] confirmed = Arrays.copyOf(typed, typed.length + 2);
        confirmed[typed.length] = "sideConfirmed";
        confirmed[typed.length + 1] = "true";
        assertThat(send(pin, confirmed)).hasRedirectedUrl(PAGE);
        var sent = SERVICES.asked("POST " + API + "/place").getLast().json();
        assertThat(sent.path("latitude").asDouble()).isEqualTo(24.97);
        assertThat(sent.path("datum").asString()).isEqualTo("GCJ-02");
        assertThat(sent.path("sideConfirmed").asBoolean()).isTrue();

        SERVICES.clear();
        SERVICES.answers(
                "GET " + API,
                200,
                report("received")
                        .replace(
                                "\"history\":[",
                                "\"history\":[{\"key\":\"place-corrected\",\"at\":\"2026-07-21T01:00:00Z\",\"role\":\"officer\","
                                    + "\"bureau\":\"431129-branch\",\"words\":\"现场定位\",\"correction\":{\"what\":\"water\","
                                    + "\"before\":\"431129\",\"after\":null},\"shift\":{\"fromLat\":24.9612,"
                                    + "\"fromLon\":111.4301,\"lat\":24.97,\"lon\":111.44,\"givenDatum\":\"GCJ-02\"}},"));
        assertThat(text(open(PAGE)))
                .contains("移动了定位", "受影响水体：江华瑶族自治县 → 未填", "位置：24.96120, 111.43010 → 24.97000, 111.44000", "现场定位");
    }

    @Test
    void how_the_day_is_counted_and_on_what_basis_stands_beside_it() {
        outcome(
                "received",
                "\"deadline\":{\"amount\":2,\"unit\":\"working-days\",\"basis\":\"某通知第三条\",\"verified\":false,"
                        + "\"holidaysKnown\":false}");
        assertThat(text(open(PAGE))).contains("2 个工作日", "某通知第三条", "未经核实", "只扣除周六、周日");
        outcome(
                "received",
                "\"deadline\":{\"amount\":15,\"unit\":\"calendar-days\",\"basis\":\"某通知第三条\",\"verified\":true,"
                        + "\"holidaysKnown\":false}");
        assertThat(text(open(PAGE))).contains("15 日", "某通知第三条").doesNotContain("未经核实", "只扣除周六、周日");
    }
}
