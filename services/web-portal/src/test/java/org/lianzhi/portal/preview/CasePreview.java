package org.lianzhi.portal.preview;

import static org.lianzhi.portal.component.Both.Cell.awaited;
import static org.lianzhi.portal.component.Both.Cell.said;
import static org.lianzhi.portal.preview.TriagePreview.MONDAY;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.cases.Beside;
import org.lianzhi.portal.cases.CaseHead;
import org.lianzhi.portal.cases.CasePage;
import org.lianzhi.portal.cases.Desk;
import org.lianzhi.portal.cases.Leading;
import org.lianzhi.portal.cases.ResultsTable;
import org.lianzhi.portal.cases.ResultsTable.Value;
import org.lianzhi.portal.cases.Turn;
import org.lianzhi.portal.component.Both;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.Task;
import org.lianzhi.portal.component.Tone;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The case page at the beginning, in the middle and at the end. */
@Controller
@Profile("preview")
class CasePreview {

    static final CaseHead HEAD = new CaseHead("/staff/cases/7", "XG-2026-0007", "岭背塘水库养殖废水污染", true);
    static final ResultsTable RESULTS = new ResultsTable(
            "LBT-01",
            "GB 18596-2001 畜禽养殖业污染物排放标准 表5",
            "results.caveat.grab-against-daily-mean",
            List.of(
                    new ResultsTable.Line(
                            "parameter.cod", "400 mg/L", exceeded("612 mg/L", "1.53"), exceeded("598 mg/L", "1.50")),
                    new ResultsTable.Line("parameter.nh3-n", "80 mg/L", exceeded("131 mg/L", "1.64"), null),
                    new ResultsTable.Line("parameter.tp", "8.0 mg/L", within("6.2 mg/L"), within("6.4 mg/L")),
                    new ResultsTable.Line("parameter.ss", "200 mg/L", within("< 4 mg/L"), null)));

    private static final Tag DONE = new Tag("state.done", Tone.DONE);
    private static final Tag OPEN = new Tag("state.open", Tone.ATTENTION);
    private static final Turn ALSO =
            new Turn("task.verify-measure", "hn", "永州市生态环境局江华分局", MONDAY.plusSeconds(700_000), false, null, false);
    private static final Task WITHDRAWAL = new Task(
            "task.withdraw-finding",
            "连续降雨使养殖废水漫溢进入雨水管网",
            "/staff/cases/7/withdraw-finding/f-1",
            new Tag("state.possible", Tone.PLAIN),
            null);
    private static final List<Task> WAITING = List.of(
            new Task(
                    "task.remind",
                    "广西壮族自治区生态环境厅 · 2026年7月29日 14:55 起可办",
                    null,
                    new Tag("state.silence.too-early", Tone.PLAIN),
                    null),
            new Task("task.conclude", null, null, new Tag("state.silence.ladder", Tone.PLAIN), null));
    private static final Map<String, Leading.Line> LEADING = Map.of(
            "finding",
            new Leading.Line(new Tag("state.jurisdiction.disputed", Tone.WRONG), "双方意见并列保留；确定之前仍由立案时确定的湖南牵头。"),
            "acknowledging",
            new Leading.Line(new Tag("state.jurisdiction.open", Tone.WAITING), "目前由立案时确定的湖南牵头。"));
    private static final Tag NOT_YET = new Tag("state.notyet", Tone.PLAIN);
    private static final List<Row> SUMMARY = List.of(
            Row.word("release.row.category", "report.category.livestock-wastewater"),
            Row.text("release.row.summary", "降雨期间，有养殖废水经排水渠流入岭背塘水库，水体发黑、有异味，发现死鱼。"),
            Row.text("release.row.allegedCause", "趁降雨故意排放"),
            Row.time("release.row.observedAt", MONDAY),
            Row.word("release.row.weather", "report.weather.rain"));

    private static final Beside BESIDE = new Beside(
            List.of(
                    new Beside.Linked(
                            "C-20260612-K3M9QX",
                            "/staff/cases/8",
                            new Tag("link.kind.same-source", Tone.PLAIN),
                            "hn",
                            "同一雨水排口，六月降雨后也曾排水。",
                            MONDAY.plusSeconds(30_000),
                            null,
                            "/staff/cases/7/unlink-case/8"),
                    new Beside.Linked(
                            "C-20260701-P2W7DA",
                            null,
                            new Tag("link.kind.repeat", Tone.PLAIN),
                            "gx",
                            "该场七月另有一起渗漏，整改后再次发生。",
                            MONDAY.plusSeconds(40_000),
                            new Beside.Undone("经核实是另一个养殖场。", MONDAY.plusSeconds(60_000)),
                            null)),
            List.of(
                    new Beside.Comment("gx", "贺州市富川生态环境局", "雨天进场道路不通，请从北门进入。", MONDAY.plusSeconds(50_000)),
                    new Beside.Comment("hn", "永州市生态环境局江华分局", "收到，明早八点在北门会合。", MONDAY.plusSeconds(52_000))));

    private static final Desk DESK = new Desk(
            List.of(
                    Row.text("case.desk.responsible", "李明"),
                    Row.time("case.desk.since", MONDAY),
                    Row.text("case.desk.standIn", "周敏"),
                    Row.text("case.desk.note", "检测机构周三回电；现场钥匙在值班室。")),
            List.of(new Desk.Remark("周敏", "下午去现场复看，晚些补照片。", MONDAY.plusSeconds(60_000))),
            List.of(new Desk.Drafted(
                    "行政处罚事先告知书，文书号 演示告〔2026〕1号",
                    List.of(
                            Row.text("case.paper.about", "拟就储液池漫溢作出处理"),
                            Row.text("case.paper.office", "永州市生态环境局"),
                            Row.text("case.paper.by", "李明"),
                            Row.time("case.paper.at", MONDAY)),
                    PaperPreview.ACTS,
                    TriagePreview.PHOTOS.subList(0, 1),
                    new Task(
                            "task.paper-put",
                            "负责人审批",
                            "/staff/cases/7/approve-paper/d1",
                            new Tag("state.waiting", Tone.WAITING),
                            null),
                    "/staff/cases/7/prepare-paper/d1")),
            List.of(new Desk.Issued("责令改正违法行为决定书，文书号 演示改〔2026〕1号", PaperPreview.ACTS)));

    @GetMapping("/preview/case/opened")
    String opened(Model model) {
        var turn = new Turn("task.acknowledge", "hn", "永州市生态环境局江华分局", MONDAY.plusSeconds(86_400), false, null, true);
        return show(
                model,
                "acknowledging",
                turn,
                List.of(
                        new Task("task.acknowledge", "/staff/cases/7/acknowledge", OPEN, MONDAY.plusSeconds(86_400)),
                        new Task("task.propose-inspection", null, NOT_YET, null)),
                List.of(
                        new Both(
                                "row.joined",
                                said(MONDAY, "自动", "牵头方：受影响水体在本侧"),
                                said(MONDAY.plusSeconds(3), "自动", "协同方")),
                        new Both(
                                "row.acknowledged",
                                awaited(MONDAY.plusSeconds(86_400)),
                                awaited(MONDAY.plusSeconds(86_400)))),
                List.of(),
                "摘要已发给对方，联合处置案件已开立。");
    }

    @GetMapping("/preview/case/middle")
    String middle(Model model) {
        model.addAttribute("instructions", List.of(InstructionPreview.line("i1", "running", Tone.WRONG, true, 0)));
        var turn = new Turn(
                "task.answer-finding",
                "gx",
                "贺州市富川生态环境局",
                MONDAY.plusSeconds(600_000),
                true,
                Duration.ofDays(6),
                false);
        return show(model, "finding", turn, List.of(), middleRecords(), List.of(RESULTS), null);
    }

    @GetMapping("/preview/case/closed")
    String closed(Model model) {
        model.addAttribute("desk", DESK);
        return show(
                model,
                "closed",
                null,
                List.of(),
                Stream.concat(middleRecords().stream(), lastRecords()).toList(),
                List.of(RESULTS),
                null);
    }

    private static Stream<Both> lastRecords() {
        return Stream.of(
                new Both(
                        "row.emergency",
                        said(MONDAY.plusSeconds(500), "湖南", "2026年7月20日 09:30，雨水排口", "用沙袋临时封堵。")
                                .tagged(new Tag("emergency.block-outlet", Tone.ATTENTION)),
                        awaited(null)),
                new Both(
                        "row.letter",
                        said(
                                        MONDAY.plusSeconds(900),
                                        "湖南",
                                        "致农业农村部门，文书号 函1号",
                                        "请核查养殖场粪污处理设施。",
                                        "应在 2026年7月28日 00:00 前答复")
                                .tagged(new Tag("state.reply-awaited", Tone.WAITING)),
                        awaited(null)),
                new Both(
                        "row.paper",
                        awaited(null),
                        said(
                                        MONDAY.plusSeconds(940_000),
                                        "广西",
                                        "询问笔录，文书号 演示询〔2026〕1号",
                                        "贺州市生态环境局富川分局，2026年7月31日",
                                        "询问场主排水情况",
                                        "当事人拒绝签字：有两名见证人在场")
                                .tagged(new Tag("paper.party.refused", Tone.ATTENTION))),
                new Both(
                        "row.heavy-rain",
                        said(MONDAY.plusSeconds(900_000), "湖南", "大雨时间：2026年7月30日 18:00", "气象部门通报"),
                        awaited(null)),
                new Both(
                        "row.after-check",
                        awaited(null),
                        said(
                                        MONDAY.plusSeconds(950_000),
                                        "广西",
                                        "到场时间：2026年7月31日 09:00",
                                        "执法方，2 名人员到场。",
                                        "封堵雨水管",
                                        "封堵已被拆除。")
                                .tagged(new Tag("state.sham", Tone.WRONG))),
                new Both(
                        "row.after-check.date",
                        awaited(null),
                        awaited(MONDAY.plusSeconds(990_000)).tagged(new Tag("state.missed", Tone.WRONG))),
                new Both(
                        "row.disposition",
                        awaited(null),
                        said(
                                        MONDAY.plusSeconds(960_000),
                                        "广西",
                                        "演示〔2026〕1号，2026年8月1日",
                                        "依据：《行政处罚法》第三十三条（版本 2021；有效期 未注明 至 未注明；已核对原文）",
                                        "已核实：违法行为轻微、期间内首次违法、及时改正、没有危害后果或危害后果轻微",
                                        "回溯 12 个月")
                                .tagged(new Tag("disposition.first-offence-exemption", Tone.PLAIN))));
    }

    private static List<Both> middleRecords() {
        return List.of(
                new Both("row.joined", said(MONDAY, "自动", "牵头方：受影响水体在本侧"), said(MONDAY.plusSeconds(3), "自动", "协同方")),
                new Both(
                        "row.acknowledged",
                        said(MONDAY.plusSeconds(4000), "执法人员 · 江华分局").tagged(DONE),
                        said(MONDAY.plusSeconds(9000), "执法人员 · 富川局").tagged(DONE)),
                new Both(
                        "row.jurisdiction",
                        said(MONDAY.plusSeconds(10_000), "湖南", "由湖南牵头", "依据：受影响水体所在地、最先立案")
                                .tagged(new Tag("state.jurisdiction.disputed", Tone.WRONG)),
                        said(MONDAY.plusSeconds(20_000), "广西", "由广西牵头", "依据：设施所在地", "养殖场由本侧日常监管。")
                                .tagged(new Tag("state.jurisdiction.disputed", Tone.WRONG))),
                new Both(
                        "row.inspection",
                        said(
                                MONDAY.plusSeconds(200_000),
                                "执法人员 · 江华分局",
                                "见证（协同）方，2 名人员到场。",
                                "养殖场雨水沟与储液池相通，排口位于湖南一侧，距水库约 300 米。池面已漫过堤顶。"),
                        said(MONDAY.plusSeconds(210_000), "执法人员 · 富川局", "执法方，3 名人员到场。", "储液池容积不足，连续降雨后漫溢。")),
                new Both(
                        "row.finding",
                        said(MONDAY.plusSeconds(400_000), "执法人员 · 江华分局", "认定原因：连续降雨使养殖废水漫溢进入雨水管网。没有发现故意排放。")
                                .tagged(new Tag("state.signed", Tone.DONE)),
                        awaited(MONDAY.plusSeconds(600_000)).tagged(new Tag("state.missed", Tone.WRONG))));
    }

    private static String show(
            Model model,
            String state,
            @Nullable Turn turn,
            List<Task> tasks,
            List<Both> records,
            List<ResultsTable> results,
            @Nullable String done) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute(
                "page",
                new CasePage(
                        HEAD,
                        new Tag("state.case." + state, state.equals("closed") ? Tone.DONE : Tone.WAITING),
                        LEADING.get(state),
                        turn,
                        turn == null ? List.of() : List.of(ALSO),
                        tasks,
                        turn == null || turn.mine() ? List.of() : WAITING,
                        turn == null ? List.of() : List.of(WITHDRAWAL),
                        records,
                        results,
                        turn == null ? BESIDE : new Beside(List.of(), List.of()),
                        SUMMARY,
                        TriagePreview.PHOTOS.subList(0, 1),
                        TriagePreview.PLACES,
                        TriagePreview.PLACES_JSON,
                        done,
                        turn == null ? CasePage.Left.NOTHING : new CasePage.Left(3, tasks.isEmpty() ? 0 : 12, 84, 50)));
        return "portal/cases/case";
    }

    private static Value exceeded(String text, String factor) {
        return new Value(text, new Tag("verdict.exceeded", Tone.WRONG), factor);
    }

    private static Value within(String text) {
        return new Value(text, new Tag("verdict.within", Tone.DONE), null);
    }
}
