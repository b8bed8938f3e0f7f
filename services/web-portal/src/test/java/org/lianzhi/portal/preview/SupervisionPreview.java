package org.lianzhi.portal.preview;

import static org.lianzhi.portal.preview.TriagePreview.MONDAY;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Entry;
import org.lianzhi.portal.component.Link;
import org.lianzhi.portal.component.Option;
import org.lianzhi.portal.component.Pages;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.component.Select;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.Tone;
import org.lianzhi.portal.component.View;
import org.lianzhi.portal.inspector.Banner;
import org.lianzhi.portal.supervision.AsOfPage;
import org.lianzhi.portal.supervision.CasesPage;
import org.lianzhi.portal.supervision.RecordsPage;
import org.lianzhi.portal.supervision.TimelinePage;
import org.lianzhi.portal.supervision.Verification;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The supervisor's pages, with whole records and with a broken one. */
@Controller
@Profile("preview")
class SupervisionPreview {

    @GetMapping("/preview/supervision/cases")
    String cases(Model model) {
        Signed.in(Signed.SUPERVISOR, model);
        model.addAttribute(
                "page",
                new CasesPage(
                        List.of(
                                new CasesPage.Office("贺州市富川生态环境局", "gx", 2, "/supervision?view=overdue&office=1"),
                                new CasesPage.Office("永州市生态环境局江华分局", "hn", 1, "/supervision?view=overdue&office=2")),
                        List.of(
                                new View("supervision.view.open", "/supervision", 12, true),
                                new View("supervision.view.overdue", "/supervision?view=overdue", 2, false),
                                new View("supervision.view.theirs", "/supervision?view=theirs", 4, false),
                                new View("supervision.view.dormant", "/supervision?view=dormant", 1, false),
                                new View("supervision.view.unsettled", "/supervision?view=unsettled", 3, false),
                                new View("supervision.view.closed", "/supervision?view=closed", 7, false),
                                new View("supervision.view.all", "/supervision?view=all", 19, false)),
                        List.of(new Select("office", List.of(new Option("1", "贺州市富川生态环境局", true)))),
                        List.of(new Link("单位: 贺州市富川生态环境局", "/supervision?view=open")),
                        "open",
                        List.of(
                                line("XG-2026-0007", "岭背塘水库养殖废水污染", "acknowledging", "gx", true),
                                line("XG-2026-0006", "秀水河洗砂废水，下游取水口水质异常", "signing", "gx", false),
                                line("XG-2026-0003", "灌江沿岸倾倒废渣", "closed", null, false)),
                        new Pages("/supervision", 1, 3),
                        Duration.ofDays(10),
                        new CasesPage.Undecided(5, 2, "/supervision/figures/undecided"),
                        "/supervision/cases.csv",
                        "/supervision/cases.xlsx",
                        "/preview/supervision/live",
                        "/preview/supervision/parts",
                        MONDAY));
        return "portal/supervision/cases";
    }

    @GetMapping("/preview/supervision/timeline")
    String timeline(Model model) {
        return timeline(model, null);
    }

    @GetMapping("/preview/supervision/timeline-broken")
    String broken(Model model) {
        return timeline(model, 9L);
    }

    @GetMapping("/preview/supervision/timeline-inspector")
    String inspector(Model model) {
        String view = timeline(model, null);
        Signed.in(Signed.INSPECTOR, model);
        model.addAttribute("inspector", new Banner("hn", MONDAY.plusSeconds(900_000), "/inspector/hn/1"));
        return view;
    }

    private static String timeline(Model model, @Nullable Long brokenAt) {
        Signed.in(Signed.SUPERVISOR, model);
        var chains = List.of(chain("hn", null), chain("gx", brokenAt));
        model.addAttribute(
                "page",
                new TimelinePage(
                        "01j3xw8m00a1b2c3d4e5f6g7h8",
                        "/supervision/cases/7",
                        "XG-2026-0007",
                        "岭背塘水库养殖废水污染",
                        true,
                        new Tag("state.case.finding", Tone.WAITING),
                        List.of(
                                Row.text("supervision.row.agreement", "湘桂省际边界区域生态环境保护协作框架协议"),
                                Row.text("supervision.row.lead", "湖南 · 永州市生态环境局江华分局"),
                                Row.text("supervision.row.counterpart", "广西 · 贺州市富川生态环境局"),
                                Row.time("supervision.row.openedAt", MONDAY)),
                        choices(brokenAt != null),
                        List.of(
                                new View("timeline.newest", "?order=newest", 4, true),
                                new View("timeline.oldest", "?order=oldest", 4, false)),
                        false,
                        List.of(
                                silence("hn", "永州市生态环境局江华分局", "报告整改措施完成", null),
                                silence("gx", "贺州市富川生态环境局", "对调查结论的答复", MONDAY)),
                        brokenAt == null
                                ? List.of()
                                : List.of("督查服务保存的广西案件记录，从第 9 次提交起有内容读不出来，下面缺少这些步骤。" + "原始记录和签名存证不受影响；请管理员重建查询数据。"),
                        lines(),
                        new Pages("/supervision/cases/7", 1, 1),
                        new Verification(MONDAY.plusSeconds(500_000), chains)));
        return "portal/supervision/timeline";
    }

    private static Verification.Chain chain(String side, @Nullable Long brokenAt) {
        return new Verification.Chain(
                side,
                side.equals("hn") ? 14 : 8,
                "5f0e8a61c2d94b7733a1e0c98d1246bb7a5e3c90f1d2e4b6a8c7d9e0f1a2b3c4",
                brokenAt,
                brokenAt == null ? null : "verify.problem.rewritten",
                8,
                List.of("湖南的记录，第 9 次提交（2026年9月1日 10:00）", "广西第 12 号签名存证，由督查服务保存（2026年9月1日 10:10）"),
                "/supervision/cases/7/proof/" + side);
    }

    @GetMapping("/preview/supervision/records")
    String records(Model model) {
        Signed.in(Signed.SUPERVISOR, model);
        var unconfirmed =
                new Verification.Chain("hn", 1, "ab", null, null, 0, List.of(), "/supervision/cases/8/proof/hn");
        model.addAttribute(
                "page",
                new RecordsPage(
                        List.of(
                                new RecordsPage.Line("#1", "XG-2026-0007", "养殖废水污染", true, chain("hn", null)),
                                new RecordsPage.Line("#2", "XG-2026-0007", "养殖废水污染", true, chain("gx", 9L)),
                                new RecordsPage.Line("#3", "XG-2026-0008", "工业废水", false, unconfirmed)),
                        new Pages("/supervision/records", 1, 4),
                        List.of(
                                new RecordsPage.Signing(
                                        "hn",
                                        57L,
                                        MONDAY,
                                        List.of(
                                                "密钥指纹 oKtsHnCbBQHQFvfpdDdJqpFbDSLsUqfEnyXnPZmnVxk，自第 1 号起",
                                                "密钥指纹 kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k，自第 57 号起"),
                                        List.of("第 56 号：签名不真实（2026年9月1日 10:00）")),
                                new RecordsPage.Signing("gx", null, null, List.of(), List.of())),
                        MONDAY.plusSeconds(500_000)));
        return "portal/supervision/records";
    }

    @GetMapping("/preview/supervision/records-none")
    String noRecords(Model model) {
        Signed.in(Signed.SUPERVISOR, model);
        model.addAttribute(
                "page", new RecordsPage(List.of(), new Pages("/supervision/records", 1, 1), List.of(), MONDAY));
        return "portal/supervision/records";
    }

    @GetMapping("/preview/supervision/parts")
    String parts(Model model) {
        cases(model);
        return "portal/supervision/parts";
    }

    /** Nothing moves in a preview. */
    @GetMapping(path = "/preview/supervision/live", produces = "text/event-stream")
    @ResponseBody
    String live() {
        return "retry: 600000\n: quiet\n\n";
    }

    @GetMapping("/preview/supervision/as-of")
    String asOf(Model model) {
        return asOf(model, false);
    }

    @GetMapping("/preview/supervision/as-of-wrong")
    String asOfWrong(Model model) {
        return asOf(model, true);
    }

    private static String asOf(Model model, boolean unread) {
        Signed.in(Signed.SUPERVISOR, model);
        var known = new AsOfPage.Cell("已提出", true);
        var unknown = new AsOfPage.Cell("尚不知道", true);
        model.addAttribute(
                "page",
                new AsOfPage(
                        "/supervision/cases/7",
                        "XG-2026-0007",
                        "岭背塘水库养殖废水污染",
                        true,
                        MONDAY,
                        "2026-07-20T08:42",
                        unread,
                        List.of("hn", "gx"),
                        List.of(),
                        List.of(
                                new AsOfPage.Row(
                                        "状态",
                                        null,
                                        List.of(new AsOfPage.Cell("形成结论", true), new AsOfPage.Cell("现场检查", true)),
                                        "整改中"),
                                new AsOfPage.Row(
                                        "未答复",
                                        null,
                                        List.of(
                                                new AsOfPage.Cell("广西：对调查结论的答复\n湖南：报告整改措施完成", true),
                                                new AsOfPage.Cell("无", false)),
                                        "无"),
                                new AsOfPage.Row("调查结论 1", "hn", List.of(known, unknown), "已共同确认")),
                        3));
        return "portal/supervision/as-of";
    }

    private static TimelinePage.Choices choices(boolean chosen) {
        return new TimelinePage.Choices(
                List.of(
                        new Select("side", List.of(new Option("gx", "广西", chosen), new Option("hn", "湖南", false))),
                        new Select("kind", List.of(new Option("inspection", "现场检查", false))),
                        new Select("role", List.of(new Option("officer", "执法人员", false)))),
                null,
                chosen ? "2026-09-03" : null,
                "newest",
                chosen ? List.of(new Link("哪一方: 广西", "?1"), new Link("至: 2026-09-03", "?2")) : List.of(),
                "/supervision/cases/7/timeline.csv",
                "/supervision/cases/7/timeline.xlsx",
                "/supervision/cases/7/timeline.json");
    }

    private static TimelinePage.Silence silence(String side, String office, String act, @Nullable Instant dueAt) {
        return new TimelinePage.Silence(
                side, office, act, new Link("提出调查结论", "#step-0"), Duration.ofHours(75), dueAt, dueAt != null);
    }

    private static List<TimelinePage.Line> lines() {
        List<Entry> entries = entries();
        return IntStream.range(0, entries.size())
                .mapToObj(at -> new TimelinePage.Line(
                        "step-" + at,
                        "?step=" + at + "#step-" + at,
                        entries.get(at),
                        at == 3,
                        at == 2
                                ? new TimelinePage.Answered(
                                        new Link("跨界联合立案", "#step-3"),
                                        Duration.ofHours(60),
                                        MONDAY.plusSeconds(80_000),
                                        true)
                                : null,
                        at == 3 ? new Link("认定涉及对方省份", "?step=9#step-9") : null,
                        at == 0 ? List.of(new Link("当时已看到广西的记录至第 7 次提交", "#step-1")) : List.of()))
                .toList();
    }

    private static List<Entry> entries() {
        return List.of(
                new Entry(
                        "event.case.finding-proposed",
                        MONDAY.plusSeconds(400_000),
                        "hn",
                        "永州市生态环境局江华分局",
                        "执法人员",
                        List.of("反映的原因：趁降雨故意排放", "认定的原因：连续降雨使养殖废水漫溢进入雨水管网"),
                        Duration.ofSeconds(190_000),
                        false),
                new Entry(
                        "event.case.results-reported",
                        MONDAY.plusSeconds(210_000),
                        "gx",
                        "富川生态环境监测站",
                        "检测人员",
                        List.of("COD 598 mg/L，超过限值（400 mg/L）；一次性采样，仅作参考"),
                        Duration.ofSeconds(120_000),
                        true),
                new Entry(
                        "event.case.acknowledged",
                        MONDAY.plusSeconds(9000),
                        "gx",
                        "贺州市富川生态环境局",
                        "执法人员",
                        List.of(),
                        Duration.ofSeconds(8997),
                        false),
                new Entry(
                        "event.case.opened",
                        MONDAY,
                        "hn",
                        "永州市生态环境局江华分局",
                        null,
                        List.of("牵头方：湖南；协同方：广西"),
                        null,
                        false));
    }

    private static CasesPage.Line line(
            String number, String title, String state, @Nullable String waitingFor, boolean overdue) {
        return new CasesPage.Line(
                "/supervision/cases/" + number,
                number,
                title,
                new Tag("state.case." + state, state.equals("closed") ? Tone.DONE : Tone.WAITING),
                "hn",
                waitingFor == null
                        ? List.of()
                        : List.of(new CasesPage.Wait(
                                waitingFor,
                                "贺州市富川生态环境局",
                                "确认接收案件",
                                Duration.ofHours(74),
                                overdue ? MONDAY : null,
                                overdue ? Duration.ofHours(50) : null)),
                MONDAY,
                Duration.ofHours(131),
                overdue,
                state.equals("signing") ? Duration.ofDays(12) : null,
                true);
    }
}
