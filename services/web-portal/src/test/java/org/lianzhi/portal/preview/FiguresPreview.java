package org.lianzhi.portal.preview;

import static org.lianzhi.portal.preview.TriagePreview.MONDAY;

import java.util.List;
import org.lianzhi.portal.component.Link;
import org.lianzhi.portal.component.Option;
import org.lianzhi.portal.component.Pages;
import org.lianzhi.portal.component.Select;
import org.lianzhi.portal.component.View;
import org.lianzhi.portal.supervision.BehindPage;
import org.lianzhi.portal.supervision.FiguresPage;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Figures, and what stands behind one. */
@Controller
@Profile("preview")
class FiguresPreview {

    private static final Select OFFICE = new Select("office", List.of(new Option("451123-branch", "贺州市富川生态环境局", true)));
    private static final Select AGREEMENT =
            new Select("agreement", List.of(new Option("hunan-guangxi", "湘桂省际边界区域生态环境保护协作框架协议", false)));
    private static final List<Link> CHIPS = List.of(
            new Link("自: 2026年1月1日", "/supervision/figures"), new Link("单位: 贺州市富川生态环境局", "/supervision/figures"));

    @GetMapping("/preview/supervision/figures")
    String figures(Model model) {
        Signed.in(Signed.SUPERVISOR, model);
        model.addAttribute(
                "page",
                new FiguresPage(
                        List.of(
                                new View("figures.data.real", "/supervision/figures?data=real", 12, true),
                                new View("figures.data.synthetic", "/supervision/figures?data=synthetic", 3, false)),
                        "real",
                        List.of(AGREEMENT, OFFICE),
                        "2026-01-01",
                        null,
                        CHIPS,
                        List.of(
                                line("立案数", "12 件", "", "时段内立案的联合处置案件，同一案件只计一次。"),
                                line("平均受理天数", "3.0 天", "已计 22 项；未计 2 项", "每个参与单位从立案到首次确认接收。未确认的不计。"),
                                line("按期办结率", "99.8%", "按期 11，应计 12", "在协议办结期限内办结的案件所占比例。")),
                        List.of(line("待确认接收", "1.2 天", "已计 12 项", ""), line("整改中", "24.0 天", "已计 7 项", "")),
                        List.of(line("收到举报", "1640 件", "", "时段内本方收到的举报。")),
                        List.of("网上 1500", "电话 140"),
                        "/supervision/figures.csv",
                        "/supervision/figures.xlsx",
                        MONDAY));
        return "portal/supervision/figures";
    }

    private static FiguresPage.Line line(String name, String value, String counted, String means) {
        return new FiguresPage.Line(name, value, counted, means, "/supervision/figures/closing");
    }

    @GetMapping("/preview/supervision/figures-behind")
    String behind(Model model) {
        Signed.in(Signed.SUPERVISOR, model);
        model.addAttribute(
                "page",
                new BehindPage(
                        "/supervision/figures",
                        line("按期办结率", "50.0%", "按期 1，应计 2", "在协议办结期限内办结的案件所占比例。"),
                        CHIPS,
                        true,
                        true,
                        List.of(
                                new BehindPage.Line(
                                        "XG-2026-0007",
                                        "/supervision/cases/7",
                                        List.of("第 7 起联合解决（湘桂省际边界区域生态环境保护协作框架协议）"),
                                        MONDAY,
                                        MONDAY.plusSeconds(500_000),
                                        "5.8 天",
                                        MONDAY.plusSeconds(900_000),
                                        true),
                                new BehindPage.Line(
                                        "XG-2026-0008",
                                        null,
                                        List.of("贺州市富川生态环境局"),
                                        MONDAY,
                                        null,
                                        null,
                                        MONDAY.plusSeconds(900_000),
                                        false)),
                        new Pages("/supervision/figures/closing-on-time", 1, 2),
                        "/supervision/figures/closing-on-time/units.csv",
                        "/supervision/figures/closing-on-time/units.xlsx"));
        return "portal/supervision/behind";
    }
}
