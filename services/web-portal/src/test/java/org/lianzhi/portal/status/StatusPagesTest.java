package org.lianzhi.portal.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.portal.stub.PlainBrowser;
import org.lianzhi.portal.stub.PlainBrowser.Page;
import org.lianzhi.portal.stub.StubServices;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=web-portal", "server.address=127.0.0.1"})
class StatusPagesTest {

    private static final StubServices SERVICES = new StubServices();
    private static final String TRACK = "POST /api/v1/tracking";
    private static final String QUICKER = "POST /api/v1/tracking/secret";
    private static final String ANSWER = "POST /api/v1/tracking/answer";
    private static final String CODE = "4821 0937 5516 2043";
    private static final String SECRET = "Zx8k2LmQ4vT7wYb1NcE9Rg";
    private static final String OPENS = "{\"secret\":\"" + SECRET + "\"}";
    private static final String RECEIVED = """
        {"report":"01j3x5m6hj4k2m3n4p5q6r7s8t","stream":"report-x@hn","state":"received","category":"sewage",
         "filedAt":"2026-07-20T00:42:00Z","triageBy":"2026-07-22T16:00:00Z","triageOverdue":false,
         "officeBureau":"431129-branch","updates":[],"askIfFixed":false}\
        """;
    private static final String CLOSED = """
        {"report":"01j3x5m6hj4k2m3n4p5q6r7s8t","stream":"report-x@hn","state":"cross-border","category":"sewage",
         "filedAt":"2026-07-20T00:42:00Z","triageBy":"2026-07-22T16:00:00Z","triageOverdue":false,
         "officeBureau":"431129-branch","otherBureau":"451123-branch",
         "updates":[{"key":"report.accepted-as-cross-border","at":"2026-07-20T02:00:00Z"}],
         "caseProgress":{"caseId":"01j3x5m6hj4k2m3n4p5q6r7s9z","closedAt":"2026-08-20T02:00:00Z","steps":[
           {"key":"opened","at":"2026-07-20T02:00:01Z"},{"key":"acknowledged","at":"2026-07-20T03:00:00Z"},
           {"key":"inspected","at":"2026-07-22T03:00:00Z"},{"key":"sampled"},
           {"key":"found","at":"2026-07-30T03:00:00Z"},{"key":"ordered","at":"2026-07-31T03:00:00Z"},
           {"key":"rectified","at":"2026-08-10T03:00:00Z"},{"key":"verified","at":"2026-08-12T03:00:00Z"},
           {"key":"closed","at":"2026-08-20T02:00:00Z"}]},
         "reply":{"text":"已整改完成。","at":"2026-08-20T03:00:00Z"},"askIfFixed":true}\
        """;

    @LocalServerPort
    private int port;

    private PlainBrowser browser;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        SERVICES.register(properties);
    }

    @BeforeEach
    void open() {
        SERVICES.clear();
        browser = new PlainBrowser(port);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private Page look() {
        SERVICES.answers(QUICKER, 200, OPENS);
        return type();
    }

    private Page type() {
        browser.open("/status");
        return browser.send("/status", Map.of("code", CODE));
    }

    @Test
    void whoever_has_the_code_sees_where_the_report_is_and_what_is_promised() {
        SERVICES.answers(TRACK, 200, RECEIVED);
        Page page = look();

        assertThat(page.path()).as("no code in the address").isEqualTo("/status/report");
        assertThat(page.text()).contains("永州市生态环境局江华分局正在核实", "2026年7月23日 00:00", "R-2024");
        assertThat(page.html()).doesNotContain("fixed-1");
        assertThat(browser.open("/status/report?lang=en").text()).contains("Jianghua branch", "looks into it");
    }

    @Test
    void a_typed_code_is_asked_with_once_and_from_then_on_what_opens_the_same_quickly() {
        SERVICES.answers(TRACK, 200, RECEIVED);
        look();
        Page again = browser.open("/status/report");

        assertThat(codes(QUICKER)).containsExactly(CODE);
        assertThat(codes(TRACK)).hasSizeGreaterThan(1).containsOnly(SECRET);
        assertThat(again.html())
                .as("the code that was typed is not in the page")
                .doesNotContain(CODE);
    }

    private static List<String> codes(String call) {
        return SERVICES.asked(call).stream()
                .map(asked -> asked.json().path("code").asString())
                .toList();
    }

    @Test
    void a_code_of_an_earlier_version_has_nothing_quicker_beside_it() {
        SERVICES.answers(QUICKER, 200, "{\"secret\":null}");
        SERVICES.answers(TRACK, 200, RECEIVED);

        assertThat(type().path()).isEqualTo("/status/report");
        assertThat(codes(TRACK)).containsOnly(CODE);
    }

    @Test
    void a_closed_joint_case_is_told_step_by_step_and_the_reporter_is_asked() {
        SERVICES.answers(TRACK, 200, CLOSED);
        SERVICES.answers(ANSWER, 200, "{\"stream\":\"report-x@hn\",\"version\":5,\"id\":\"x\",\"repeated\":false}");
        Page page = look();

        assertThat(page.text())
                .contains("永州市生态环境局江华分局和贺州市生态环境局富川分局共同调查", "两侧核验", "办结", "已整改完成。", "问题真的解决了吗")
                .doesNotContain("采样检测");
        assertThat(browser.send("/status/fixed", Map.of("words", "水还是黑的")).text())
                .contains("请选择是否已经解决", "水还是黑的");
        Page thanks = browser.send("/status/fixed", Map.of("fixed", "no", "words", "水还是黑的"));

        assertThat(thanks.path()).isEqualTo("/status/report");
        assertThat(thanks.text()).contains("您的反馈已经记入案件");
        var sent = SERVICES.asked(ANSWER).getFirst();
        assertThat(sent.key()).hasSize(36);
        assertThat(sent.json().path("fixed").asBoolean(true)).isFalse();
        assertThat(sent.json().path("words").asString()).isEqualTo("水还是黑的");
        assertThat(sent.json().path("code").asString()).isEqualTo(SECRET);
    }

    @Test
    void an_answer_that_cannot_be_saved_now_is_kept_on_the_page() {
        SERVICES.answers(TRACK, 200, CLOSED);
        SERVICES.answers(ANSWER, 503, "{}");
        look();
        Page away = browser.send("/status/fixed", Map.of("fixed", "no", "words", "水还是黑的"));

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.text()).contains("暂时无法保存", "水还是黑的");
    }

    @Test
    void a_wrong_code_a_mistyped_one_and_too_many_attempts_are_told_apart() {
        assertThat(type().text()).contains("没有找到这个查询码");
        SERVICES.answers(QUICKER, 422, "{\"code\":\"tracking.code-malformed\"}");
        assertThat(type().text()).contains("查询码应为 16 位数字");
        SERVICES.clear();
        SERVICES.answers(QUICKER, 429, "{}");
        assertThat(type().text()).contains("输入次数太多");
        SERVICES.clear();
        SERVICES.answers(QUICKER, 503, "{}");
        assertThat(type().text()).contains("您的举报是安全的");
        assertThat(browser.page().html()).contains("value=\"" + CODE + "\"");
    }

    @Test
    void who_follows_sees_the_steps_and_can_say_nothing_in_the_name_of_the_reporter() {
        SERVICES.answers(TRACK, 200, CLOSED.replace("\"askIfFixed\":true", "\"askIfFixed\":false,\"follows\":true"));
        Page page = look();

        assertThat(page.text()).contains("您开始跟进", "这件事由别人举报", "已整改完成。");
        assertThat(page.html()).doesNotContain("/status/add", "/status/pressure", "/status/rating");
    }

    @Test
    void a_renewed_code_says_so() {
        SERVICES.answers(
                TRACK,
                200,
                RECEIVED.replace(
                        "\"askIfFixed\":false", "\"askIfFixed\":false,\"codeRenewedAt\":\"2026-07-21T02:00:00Z\""));

        assertThat(look().text()).contains("原来的查询码已失效", "2026年7月21日 10:00");
    }

    @Test
    void the_code_can_be_cleared_from_the_device() {
        SERVICES.answers(TRACK, 200, RECEIVED);
        look();
        browser.send("/status/forget", Map.of());

        assertThat(browser.open("/status/report").path()).isEqualTo("/status");
    }

    private static final String REPLIED = """
        {"report":"01j3x5m6hj4k2m3n4p5q6r7s8t","stream":"report-x@hn","state":"accepted","category":"sewage",
         "filedAt":"2026-07-20T00:42:00Z","officeBureau":"431129-branch","updates":[],"askIfFixed":false,
         "reply":{"text":"没有发现排水。","at":"2026-07-24T03:00:00Z","verification":"unsubstantiated"},
         "askAboutReply":true,"added":[{"at":"2026-07-21T03:00:00Z","words":true,"photos":2}],
         "review":{"offer":{"step":"review","until":"2026-08-23T16:00:00Z"},"named":true,"answers":[],"basis":"第三十五条"}}\
        """;
    private static final String RECEIPT = "{\"stream\":\"report-x@hn\",\"version\":5,\"id\":\"x\",\"repeated\":false}";

    @Test
    void where_nothing_was_found_the_page_asks_about_the_reply_and_offers_a_review() {
        SERVICES.answers(TRACK, 200, REPLIED);
        SERVICES.answers("POST /api/v1/tracking/rating", 200, RECEIPT);
        SERVICES.answers("POST /api/v1/tracking/review", 422, "{\"code\":\"report.review-too-late\"}");
        Page page = look();

        assertThat(page.text())
                .contains("不属实", "评价这个答复", "申请复查", "2026年8月24日 00:00", "第三十五条", "照片 2 张")
                .doesNotContain("真的解决了吗");
        browser.open("/status/rating");
        assertThat(browser.send("/status/rating", Map.of("words", "没有人来过")).text())
                .contains("请选择是否满意", "没有人来过");
        assertThat(browser.send("/status/rating", Map.of("choice", "dissatisfied", "words", "没有人来过"))
                        .text())
                .contains("您的评价已经记下");
        var rated = SERVICES.asked("POST /api/v1/tracking/rating").getFirst().json();
        assertThat(rated.path("rating").asString()).isEqualTo("dissatisfied");
        assertThat(rated.path("code").asString()).isEqualTo(SECRET);
        browser.open("/status/review");
        Page late = browser.send("/status/review", Map.of("words", "请再查"));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text()).contains("申请期限已过", "请再查");
        assertThat(SERVICES.asked("POST /api/v1/tracking/review")
                        .getFirst()
                        .json()
                        .path("step")
                        .asString())
                .isEqualTo("review");
    }

    @Test
    void words_and_photos_are_added_later_and_what_arrived_is_not_sent_twice() {
        SERVICES.answers(TRACK, 200, RECEIVED);
        SERVICES.answers("POST /api/v1/uploads", 201, "{\"id\":\"u-1\",\"sha256\":\"ab\"}");
        SERVICES.answers("POST /api/v1/tracking/additions", 503, "{}");
        SERVICES.answers("POST /api/v1/tracking/additions", 200, RECEIPT);
        look();
        browser.open("/status/add");
        assertThat(browser.send("/status/add", Map.of("words", " ")).text()).contains("请写下要补充的情况");
        Page away = browser.sendFile("/status/add", Map.of("words", "又流出黑水"), "photos", "b.jpg", new byte[] {1});

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.text()).contains("又流出黑水", "b.jpg");
        Page thanks = browser.send("/status/add", Map.of("words", "又流出黑水"));
        assertThat(thanks.path()).isEqualTo("/status/report");
        assertThat(thanks.text()).contains("已收到您的补充");
        assertThat(SERVICES.asked("POST /api/v1/uploads")).hasSize(1);
        var sent = SERVICES.asked("POST /api/v1/tracking/additions");
        assertThat(sent.get(1).json().path("photos").toString()).isEqualTo("[\"u-1\"]");
        assertThat(sent.get(0).key()).isEqualTo(sent.get(1).key());
    }

    @Test
    void what_is_said_again_after_a_refusal_is_something_new() {
        SERVICES.answers(TRACK, 200, RECEIVED);
        SERVICES.answers("POST /api/v1/tracking/additions", 422, "{\"code\":\"report.incomplete\"}");
        SERVICES.answers("POST /api/v1/tracking/additions", 200, RECEIPT);
        look();
        browser.open("/status/add");
        assertThat(browser.send("/status/add", Map.of("words", "又流出黑水")).status())
                .isEqualTo(422);
        assertThat(browser.send("/status/add", Map.of("words", "昨晚又流出黑水")).path())
                .isEqualTo("/status/report");

        var sent = SERVICES.asked("POST /api/v1/tracking/additions");
        assertThat(sent.get(1).key()).isNotBlank().isNotEqualTo(sent.get(0).key());
    }

    @Test
    void who_is_put_under_pressure_can_say_so_with_the_code_alone() {
        SERVICES.answers(TRACK, 200, RECEIVED);
        SERVICES.answers("POST /api/v1/tracking/pressure", 200, RECEIPT);
        SERVICES.answers(QUICKER, 200, OPENS);
        Page page = browser.open("/status/pressure");

        assertThat(page.text()).contains("请先打电话", "110", "您的查询码");
        assertThat(browser.send("/status/pressure", Map.of("words", "有人上门")).text())
                .contains("请输入查询码", "有人上门");
        Page told = browser.send("/status/pressure", Map.of("code", CODE, "words", "有人上门"));
        assertThat(told.path()).isEqualTo("/status/report");
        assertThat(told.text()).contains("已经告诉受理单位的负责人");
    }

    private static String received(String state, String more) {
        return RECEIVED.replace("\"state\":\"received\"", "\"state\":\"" + state + "\"," + more);
    }

    @Test
    void what_the_office_asks_stands_on_the_page_and_leads_to_the_answer() {
        SERVICES.answers(
                TRACK,
                200,
                received(
                        "returned",
                        "\"asked\":{\"reason\":\"place\",\"question\":\"排水口在哪里？\",\"answerBy\":\"2026-08-03T16:00:00Z\"}"));
        Page page = look();

        assertThat(page.text()).contains("请您补充情况", "排水口在哪里？", "2026年8月4日 00:00");
        assertThat(page.html()).contains("href=\"/status/add\"");
        assertThat(browser.open("/status/add").html())
                .as("what was typed comes back in no other report")
                .contains("data-autosave=\"status-add-01j3x5m6hj4k2m3n4p5q6r7s8t\"");
        assertThat(browser.open("/status/report?lang=en").text()).contains("Something is missing from your report");
    }

    @Test
    void a_merged_report_tells_where_it_goes_on_under_its_own_number() {
        SERVICES.answers(TRACK, 200, received("merged", """
            "goingOn":{"since":"2026-07-21T02:00:00Z","state":"accepted","officeBureau":"431129-branch",
             "updates":[{"key":"accepted","at":"2026-07-21T03:00:00Z"}],
             "reply":{"text":"雨水管已封堵。","at":"2026-07-22T03:00:00Z"}}\
            """));

        assertThat(look().text())
                .contains("合并办理", "您的编号和查询码保留", "2026年7月21日 11:00", "雨水管已封堵。", "R-2024")
                .doesNotContain("评价这个答复", "问题真的解决了吗");
    }

    @Test
    void whoever_reported_a_merged_report_is_asked_whether_it_is_fixed_and_told_what_follows_where_it_goes_on() {
        SERVICES.answers(TRACK, 200, received("merged", """
            "goingOn":{"since":"2026-07-21T02:00:00Z","state":"cross-border","officeBureau":"431129-branch",
             "otherBureau":"451123-branch","updates":[{"key":"accepted-as-cross-border","at":"2026-07-21T03:00:00Z"}],
             "caseProgress":{"caseId":"01j3x5m6hj4k2m3n4p5q6r7s8t","steps":[],"closedAt":"2026-07-25T03:00:00Z",
              "outcome":"rectified-and-verified"}}\
            """).replace("\"askIfFixed\":false", "\"askIfFixed\":true"));

        assertThat(look().text()).contains("问题真的解决了吗", "案件会重新调查，两侧部门都会收到");
    }

    @Test
    void what_two_officers_found_can_be_contested_with_words() {
        SERVICES.answers(
                TRACK,
                200,
                received(
                        "fabricated",
                        "\"dismissal\":{\"outcome\":\"fabricated\",\"reason\":\"refuted-on-site\",\"words\":\"现场没有排水口。\",\"at\":\"2026-07-21T02:00:00Z\"}"));
        SERVICES.answers(
                "POST /api/v1/tracking/contest",
                200,
                "{\"stream\":\"report-x@hn\",\"version\":5,\"id\":\"x\",\"repeated\":false}");
        assertThat(look().text()).contains("所反映的情况不存在", "现场没有排水口。", "两名执法人员", "提出异议");

        browser.open("/status/contest");
        assertThat(browser.send("/status/contest", Map.of("words", " ")).text()).contains("请写明为什么不同意");
        assertThat(browser.send("/status/contest", Map.of("words", "我有照片")).text())
                .contains("已收到您的异议");
        assertThat(SERVICES.asked("POST /api/v1/tracking/contest")
                        .getFirst()
                        .json()
                        .path("words")
                        .asString())
                .isEqualTo("我有照片");
    }
}
