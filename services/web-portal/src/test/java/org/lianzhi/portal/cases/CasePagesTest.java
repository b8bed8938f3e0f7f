package org.lianzhi.portal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianzhi.portal.OnStubServices;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class CasePagesTest extends OnStubServices {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PAGE = "/staff/cases/" + CASE;
    private static final String PAPERS = """
        {"items":[{"id":"d1","kind":"advance-notice","number":"告1号","office":"431129-branch","about":"拟处罚","pages":[{"id":"dp9","sha256":"bb"}],
        "needsParty":false,"steps":[{"step":"legal-review","done":true,"by":"deciding","byOwn":true},
        {"step":"approval","done":false,"by":"head","byOwn":true}],"by":"p-2","at":"2024-07-29T04:00:00Z",
        "acts":[{"step":"legal-review","office":"431129-branch","person":"p-1","at":"2024-07-29T05:00:00Z"}]},
        {"id":"d3","kind":"order-to-correct","number":"改3号","office":"431100-department","about":"责令改正","pages":[],
        "needsParty":false,"steps":[{"step":"approval","done":false,"by":"head","byOwn":false}],"by":"p-2","at":"2024-07-29T04:00:00Z",
        "acts":[{"step":"approval","office":"431100-department","person":"p-7","reasons":"缺少现场照片","at":"2024-07-29T03:00:00Z"}]}],
        "issued":[{"id":"d4","kind":"order-to-correct","number":"改4号","office":"431100-department","about":"责令改正","pages":[],
        "needsParty":false,"steps":[],"by":"p-2","at":"2024-07-29T04:00:00Z",
        "acts":[{"step":"approval","reference":"市审4号","office":"431129-branch","person":"p-2","at":"2024-07-29T03:00:00Z"}]}],
        "offices":["431129-branch"]}\
        """;
    private static final String DESK = """
        {"responsible":{"person":"p-2","acting":"p-1","note":"钥匙在值班室","since":"2024-07-29T02:00:00Z"},
        "remarks":[{"id":"r1","text":"下午去现场","by":"p-1","at":"2024-07-29T03:00:00Z"}]}\
        """;

    @Test
    void the_page_says_who_must_act_and_shows_both_records_and_what_it_does_not_know_is_passed_over() {
        SERVICES.on("GET /api/v1/cases/" + CASE, kept("case.json"))
                .on("GET /api/v1/cases/" + CASE + "/desk", DESK)
                .on("GET /api/v1/cases/" + CASE + "/papers", PAPERS);

        assertThat(pages.get().uri(PAGE).with(officer()))
                .hasStatusOk()
                .bodyText()
                .contains("请您办理：", "签署办结", "已逾期", "岭背塘水库：养殖废水、粪污")
                .contains("认定的原因：连续降雨使养殖废水漫溢", "反映的原因：趁降雨故意排放")
                .contains("598 mg/L", "只作参考")
                .contains("管辖有争议", "双方意见并列保留", "由广西牵头", "由湖南牵头", "上级机关（演示），文号 演示1号")
                .contains("/photos/recorded/ac1", "回头看（湖南），照片 ")
                .contains("验收后首场大雨", "气象部门通报", "回头看（首场大雨后）", "虚假整改", "封堵已被拆除", "未按期")
                .contains("封堵排口", "沙袋封堵", "致农业农村部门，文书号 函1号", "等待答复", PAGE + "/send-letter")
                .contains("href=\"/staff/cases/01j3xw8m00a1b2c3d4e5f6g7h9\"", "同一污染源", "同一排口再次排水", "C-20240729-F6G7K1")
                .contains(PAGE + "/unlink-case/01j3xw8m00a1b2c3d4e5f6g7h9", "已解除关联", "经核实无关")
                .doesNotContain(
                        "href=\"/staff/cases/01j3xw8m00a1b2c3d4e5f6g7k1\"", "/unlink-case/01j3xw8m00a1b2c3d4e5f6g7k1")
                .contains("双方留言", "请先通知我方现场人员。", PAGE + "/comment", PAGE + "/link-case")
                .contains("对方看不到", "演示·乙", "今日代办人", "演示·甲", "钥匙在值班室", "下午去现场", PAGE + "/assign")
                .contains("询问笔录，文书号 询1号", "贺州市生态环境局，2024年8月1日", "当事人拒绝签字：有两名见证人在场", "/photos/recorded/pg1")
                .contains("行政处罚事先告知书，文书号 告1号", "负责人审批", PAGE + "/approve-paper/d1", "/photos/drafted/d1/dp9")
                .contains("永州市生态环境局江华分局 · 演示·甲", "等待决定机关办理", "永州市生态环境局 · 演示·市局", "缺少现场照片")
                .contains("已制发文书的审核、审批过程", "改4号", "已登记", "依据决定机关文书 市审4号 登记")
                .contains("已等待 ")
                .contains("首违不罚", "已核实：违法行为轻微", "回溯 12 个月", "《行政处罚法》第三十三条（版本 2021")
                .contains("/staff/cases/" + CASE + "/after-check/o1")
                .contains("C-20240729-F6G7H8", "模拟数据")
                .contains("/staff/cases/" + CASE + "/answer-inspection/i1", "/withdraw-finding/f1")
                .doesNotContain("??");
        assertThat(SERVICES.at("GET /api/v1/cases/" + CASE))
                .singleElement()
                .satisfies(
                        request -> assertThat(request.header("Authorization")).isEqualTo("Bearer the-token"));
    }

    @Test
    void of_a_long_case_the_latest_of_each_kind_is_shown_and_everything_on_request() {
        SERVICES.on("GET /api/v1/cases/" + CASE, visitedOften(40))
                .on("GET /api/v1/cases/" + CASE + "/desk", DESK)
                .on("GET /api/v1/cases/" + CASE + "/papers", PAPERS);

        assertThat(pages.get().uri(PAGE).with(officer()))
                .bodyText()
                .contains("第 31 次检查", "第 40 次检查", PAGE + "?all=true#records", "签署办结")
                .doesNotContain("第 30 次检查", "第 1 次检查", "??");
        assertThat(pages.get().uri(PAGE + "?all=true").with(officer()))
                .bodyText()
                .contains("第 1 次检查", "第 40 次检查")
                .doesNotContain("#records\"", "??");
    }

    @Test
    void a_newer_decision_of_one_side_alone_is_not_called_the_same_although_an_older_one_holds() {
        SERVICES.on("GET /api/v1/cases/" + CASE, decided("newer"))
                .on("GET /api/v1/cases/" + CASE + "/desk", DESK)
                .on("GET /api/v1/cases/" + CASE + "/papers", PAPERS);
        assertThat(pages.get().uri(PAGE).with(officer()))
                .bodyText()
                .contains("双方登记不一致")
                .doesNotContain("双方登记一致");

        SERVICES.on("GET /api/v1/cases/" + CASE, decided("d"));
        assertThat(pages.get().uri(PAGE).with(officer())).bodyText().contains("双方登记一致");
    }

    private static String decided(String digest) {
        ObjectNode view = (ObjectNode) JSON.readTree(kept("case.json"));
        ObjectNode jurisdiction = (ObjectNode) view.get("jurisdiction");
        jurisdiction.put("state", "decided");
        ObjectNode decisions = (ObjectNode) jurisdiction.get("decisions");
        decisions.set("hn", decisions.get("gx").deepCopy());
        ((ObjectNode) decisions.get("hn")).put("digest", digest);
        return view.toString();
    }

    private static String visitedOften(int times) {
        ObjectNode view = (ObjectNode) JSON.readTree(kept("case.json"));
        ArrayNode visits = (ArrayNode) view.get("inspections");
        ObjectNode visit = (ObjectNode) visits.get(0);
        visits.removeAll();
        for (int number = 1; number <= times; number++) {
            visits.add(visit.deepCopy().put("id", "v" + number).put("purpose", "第 " + number + " 次检查"));
        }
        return view.toString();
    }

    @Test
    void a_task_that_is_not_open_leads_nowhere() {
        SERVICES.on("GET /api/v1/cases/" + CASE, kept("case.json"))
                .on("GET /api/v1/cases/" + CASE + "/desk", DESK)
                .on("GET /api/v1/cases/" + CASE + "/papers", PAPERS);

        assertThat(pages.get().uri(PAGE).with(officer()))
                .bodyText()
                .doesNotContain("href=\"" + PAGE + "/sign\"")
                .contains("href=\"" + PAGE + "/propose-inspection\"");
    }

    @Test
    void the_words_of_the_other_language_are_there_too() {
        SERVICES.on("GET /api/v1/cases/" + CASE, kept("case.json"))
                .on("GET /api/v1/cases/" + CASE + "/desk", DESK)
                .on("GET /api/v1/cases/" + CASE + "/papers", PAPERS);

        assertThat(pages.get().uri(PAGE + "?lang=en").with(officer()))
                .bodyText()
                .contains("Your turn: ", "Lead: the affected water is on this side", "Jianghua Yao Autonomous County")
                .doesNotContain("??");
    }

    @Test
    void a_photo_is_handed_on_as_a_picture_whatever_the_service_calls_it() {
        SERVICES.on("GET /api/v1/photos/ip1", "<script>").on("GET /api/v1/released-photos/rp1", "picture");

        assertThat(pages.get().uri(PAGE + "/photos/recorded/ip1").with(officer()))
                .hasStatusOk()
                .hasContentType("image/jpeg");
        assertThat(pages.get().uri(PAGE + "/photos/released/rp1").with(officer()))
                .hasStatusOk()
                .hasContentType("image/jpeg");
    }

    @Test
    void a_page_of_a_paper_within_the_office_is_a_picture_too() {
        SERVICES.on("GET /api/v1/cases/" + CASE + "/papers/d1/pages/dp9", "picture");

        assertThat(pages.get().uri(PAGE + "/photos/drafted/d1/dp9").with(officer()))
                .hasStatusOk()
                .hasContentType("image/jpeg");
    }

    @Test
    void a_case_of_others_looks_like_none() {
        SERVICES.on("GET /api/v1/cases/" + CASE, 404, "{\"code\":\"not-found\"}");

        assertThat(pages.get().uri(PAGE).with(officer())).hasStatus(404);
    }
}
