package org.lianzhi.portal.preview;

import static org.lianzhi.portal.preview.TriagePreview.MONDAY;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Pages;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.Tone;
import org.lianzhi.portal.inspector.AccessLinePage;
import org.lianzhi.portal.inspector.Banner;
import org.lianzhi.portal.inspector.EndForm;
import org.lianzhi.portal.inspector.GrantForm;
import org.lianzhi.portal.inspector.LooksPage;
import org.lianzhi.portal.supervision.InspectorCase;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What inspectors may read, as supervisors and as they themselves see it. */
@Controller
@Profile("preview")
class InspectorPreview {

    private static final AccessLinePage.Line RUNNING = line("inspector.state.running", Tone.DONE, null, "/end");
    private static final AccessLinePage.Line ENDED = line("inspector.state.ended", Tone.PLAIN, "检查已提前结束", null);

    @GetMapping("/preview/inspector/all")
    String all(Model model) {
        Signed.in(Signed.SUPERVISOR, model);
        model.addAttribute(
                "page", new AccessLinePage(List.of(RUNNING, ENDED), new Pages("/supervision/inspectors", 1, 1), null));
        return "portal/inspector/all";
    }

    @GetMapping("/preview/inspector/grant")
    String grant(Model model) {
        Signed.in(Signed.SUPERVISOR, model);
        model.addAttribute(
                "form", new GrantForm("p-2j6r9x", "", "", "cases", List.of("1"), null, null, null, null, "k"));
        model.addAttribute(
                "scopes",
                List.of(
                        new Choice("cases", null, null),
                        Choice.named("hunan-guangxi", "按立案日期，协议项下的案件：湘桂省际边界区域生态环境保护协作框架协议")));
        model.addAttribute(
                "cases", List.of(Choice.named("1", "XG-2026-0007 · 养殖废水污染"), Choice.named("2", "XG-2026-0006 · 洗砂废水")));
        return "portal/inspector/grant";
    }

    @GetMapping("/preview/inspector/looks")
    String looks(Model model) {
        Signed.in(Signed.SUPERVISOR, model);
        model.addAttribute(
                "page",
                new LooksPage(
                        RUNNING,
                        List.of(
                                new LooksPage.Look(
                                        MONDAY, "XG-2026-0007", "/supervision/cases/7", "inspector.part.proof"),
                                new LooksPage.Look(MONDAY, null, null, "inspector.part.list")),
                        41,
                        new Pages("/supervision/inspectors/1", 1, 3),
                        "/supervision/inspectors/1/looks.csv"));
        return "portal/inspector/looks";
    }

    @GetMapping("/preview/inspector/end")
    String end(Model model) {
        Signed.in(Signed.SUPERVISOR, model);
        model.addAttribute("form", new EndForm("", "k"));
        model.addAttribute("line", RUNNING);
        return "portal/inspector/end";
    }

    @GetMapping("/preview/inspector/granted")
    String granted(Model model) {
        return granted(model, List.of(RUNNING));
    }

    @GetMapping("/preview/inspector/none")
    String none(Model model) {
        return granted(model, List.of());
    }

    private static String granted(Model model, List<AccessLinePage.Line> lines) {
        Signed.in(Signed.INSPECTOR, model);
        model.addAttribute("page", new AccessLinePage(lines, new Pages("/inspector", 1, 1), "p-2j6r9x"));
        return "portal/inspector/granted";
    }

    @GetMapping("/preview/inspector/cases")
    String cases(Model model) {
        Signed.in(Signed.INSPECTOR, model);
        model.addAttribute("inspector", new Banner("hn", MONDAY.plusSeconds(900_000), "/inspector/hn/1"));
        model.addAttribute(
                "lines",
                List.of(new InspectorCase(
                        "/inspector/hn/1/cases/7",
                        "XG-2026-0007",
                        "岭背塘水库养殖废水污染",
                        true,
                        new Tag("state.case.finding", Tone.WAITING),
                        MONDAY,
                        MONDAY.plusSeconds(90_000))));
        return "portal/inspector/cases";
    }

    private static AccessLinePage.Line line(String state, Tone tone, @Nullable String why, @Nullable String end) {
        return new AccessLinePage.Line(
                "hn",
                "p-2j6r9x",
                "（演示）上级督察机构",
                "跨界案件处置情况检查",
                List.of("湘桂省际边界区域生态环境保护协作框架协议", "立案日期 2026年7月1日 至 2026年7月31日"),
                MONDAY,
                MONDAY.plusSeconds(900_000),
                new Tag(state, tone),
                why,
                41,
                "/supervision/inspectors/1",
                end == null ? null : "/supervision/inspectors/1" + end);
    }
}
