package org.lianzhi.portal.preview;

import static org.lianzhi.portal.preview.TriagePreview.MONDAY;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Link;
import org.lianzhi.portal.component.Option;
import org.lianzhi.portal.component.Pages;
import org.lianzhi.portal.component.Select;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.Tone;
import org.lianzhi.portal.component.View;
import org.lianzhi.portal.worklist.InboxPage;
import org.lianzhi.portal.worklist.SamplesPage;
import org.lianzhi.portal.worklist.WorklistPage;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What an officer has to do, and is told. */
@Controller
@Profile("preview")
class WorklistPreview {

    private static final WorklistPage.Desk DESK = new WorklistPage.Desk(
            List.of(Choice.named("p-1", "我"), Choice.named("nobody", "退回，暂时没有人")),
            List.of(new Link("雨后的养殖废水", "/staff/worklist?category=livestock-wastewater")),
            "k-1");

    @GetMapping("/preview/staff/worklist")
    String worklist(Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute(
                "page",
                new WorklistPage(
                        views(), choices(true), DESK, items(), new Pages("/staff/worklist", 2, 9), List.of(), 3));
        return "portal/worklist/worklist";
    }

    @GetMapping("/preview/staff/worklist-empty")
    String nothing(Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute(
                "page",
                new WorklistPage(
                        views(),
                        choices(false),
                        DESK,
                        List.of(),
                        new Pages("/staff/worklist", 1, 1),
                        List.of("worklist.away.cases"),
                        0));
        return "portal/worklist/worklist";
    }

    @GetMapping("/preview/staff/inbox")
    String inbox(Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute(
                "page",
                new InboxPage(
                        "/staff/inbox",
                        List.of(
                                notice("finding-proposed", "XG-2026-0007", true, MONDAY.plusSeconds(99_000)),
                                notice("report-filed", "HN-R-2026-0113", true, MONDAY.plusSeconds(160_000)),
                                new InboxPage.Notice(
                                        "n-3",
                                        "/staff/cases/7",
                                        "notice.case-joined",
                                        "XG-2026-0007",
                                        MONDAY,
                                        false,
                                        null)),
                        new Pages("/staff/inbox", 1, 1),
                        2));
        return "portal/worklist/inbox";
    }

    @GetMapping("/preview/staff/samples")
    String samples(Model model) {
        Signed.in(Signed.LABORANT, model);
        model.addAttribute(
                "page",
                new SamplesPage(List.of(
                        sample("LBT-01", "sent", "receive-sample", Tone.ATTENTION),
                        sample("LBT-02", "received", "enter-results", Tone.ATTENTION),
                        sample("XSH-04", "reported", null, Tone.DONE))));
        return "portal/worklist/samples";
    }

    private static SamplesPage.Sample sample(String number, String state, @Nullable String next, Tone tone) {
        return new SamplesPage.Sample(
                "/staff/cases/7",
                number,
                "C-20260720-7Q2M4K",
                "污水",
                "化学需氧量（COD）、氨氮（NH₃-N）、总磷（TP）",
                new Tag("state.sample." + state, tone),
                next == null ? "worklist.next.none" : "task." + next,
                "FC-0093",
                MONDAY,
                true);
    }

    private static WorklistPage.Choices choices(boolean chosen) {
        return new WorklistPage.Choices(
                "mine",
                List.of(
                        new Select("kind", List.of(new Option("report", "投诉举报", chosen))),
                        new Select("category", List.of(new Option("livestock-wastewater", "养殖废水、粪污", chosen))),
                        new Select("who", List.of(new Option("me", "我", false)))),
                "",
                chosen
                        ? List.of(
                                new Link("哪一类: 投诉举报", "/staff/worklist"), new Link("污染类别: 养殖废水、粪污", "/staff/worklist"))
                        : List.of(),
                "",
                "/staff/worklist/worklist.csv",
                "/staff/worklist/worklist.xlsx");
    }

    private static List<View> views() {
        return List.of(
                new View("worklist.view.mine", "/staff/worklist", 4, true),
                new View("worklist.view.ours", "/staff/worklist?view=ours", 23, false),
                new View("worklist.view.theirs", "/staff/worklist?view=theirs", 6, false),
                new View("worklist.view.overdue", "/staff/worklist?view=overdue", 1, false),
                new View("worklist.view.closed", "/staff/worklist?view=closed", 41, false));
    }

    private static List<WorklistPage.Item> items() {
        return List.of(
                new WorklistPage.Item(
                        "/staff/cases/7",
                        null,
                        "负责人：李明；代办：周敏",
                        "XG-2026-0007",
                        "岭背塘水库养殖废水污染",
                        "江华瑶族自治县 / 富川瑶族自治县",
                        new Tag("state.case.finding", Tone.WAITING),
                        "task.answer-finding",
                        "hn",
                        MONDAY.minusSeconds(40_000),
                        true,
                        true),
                new WorklistPage.Item(
                        "/staff/reports/113",
                        "report-113",
                        null,
                        "HN-R-2026-0113",
                        "养殖废水、粪污",
                        "江华瑶族自治县",
                        new Tag("state.report.received", Tone.ATTENTION),
                        "triage.turn",
                        "hn",
                        MONDAY.plusSeconds(170_000),
                        false,
                        true),
                new WorklistPage.Item(
                        "/staff/cases/6",
                        null,
                        "负责人：李明",
                        "XG-2026-0006",
                        "秀水河洗砂废水，下游取水口水质异常",
                        "江永县 / 富川瑶族自治县",
                        new Tag("state.case.rectifying", Tone.WAITING),
                        "task.measure-done",
                        "gx",
                        null,
                        false,
                        true));
    }

    private static InboxPage.Notice notice(String kind, String subject, boolean unread, Instant due) {
        return new InboxPage.Notice("n-" + kind, "/staff/cases/7", "notice." + kind, subject, MONDAY, unread, due);
    }
}
