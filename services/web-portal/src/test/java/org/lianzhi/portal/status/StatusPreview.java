package org.lianzhi.portal.status;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.status.StatusPage.Step;
import org.lianzhi.portal.upload.SentPhoto;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
@Profile("preview")
class StatusPreview {

    private static final Instant MONDAY = Instant.parse("2026-07-20T00:42:00Z");

    @GetMapping("/preview/status/under-way")
    String underWay(Model model) {
        return show(
                model,
                List.of(
                        step("received", "done", MONDAY, null),
                        step("accepted", "done", MONDAY.plusSeconds(7200), "江华分局已受理。"),
                        step("joint", "done", MONDAY.plusSeconds(9000), "湖南一侧牵头，广西一侧协同。"),
                        new Step(
                                "status.step.inspected",
                                "now",
                                null,
                                "两侧正在约定现场检查时间。",
                                Instant.parse("2026-07-24T10:00:00Z")),
                        step("finding", "later", null, null),
                        step("rectification", "later", null, null),
                        step("closed", "later", null, null)),
                null,
                false,
                null);
    }

    @GetMapping("/preview/status/report-follows")
    String follows(Model model) {
        model.addAttribute("follows", true);
        return show(
                model,
                List.of(
                        step("followed", "done", MONDAY, null),
                        step("accepted", "done", MONDAY.plusSeconds(7200), null),
                        step("handled", "now", null, "江华分局正在处理。")),
                null,
                false,
                null);
    }

    @GetMapping("/preview/status/closed")
    String closed(Model model) {
        return show(
                model,
                List.of(
                        step("received", "done", MONDAY, null),
                        step("accepted", "done", MONDAY.plusSeconds(7200), null),
                        step("joint", "done", MONDAY.plusSeconds(9000), null),
                        step("finding", "done", MONDAY.plusSeconds(600_000), "连续降雨使养殖废水漫溢，进入雨水管网后流入水库。没有发现故意排放。"),
                        step("rectification", "done", MONDAY.plusSeconds(900_000), "已加高防溢围堰，封堵雨水排口。"),
                        step("closed", "done", MONDAY.plusSeconds(1_200_000), null)),
                new StatusPage.Reply("您反映的问题已由两省生态环境部门共同查实并督促整改完成，感谢您的监督。", true, null),
                true,
                null);
    }

    @GetMapping("/preview/status/unsubstantiated")
    String unsubstantiated(Model model) {
        model.addAttribute("verification", "reply.verification.unsubstantiated");
        return show(
                model,
                List.of(
                        step("received", "done", MONDAY, null),
                        step("accepted", "done", MONDAY.plusSeconds(7200), null),
                        step("handled", "done", MONDAY.plusSeconds(600_000), null)),
                new StatusPage.Reply("经两次现场核查，没有发现排水，水质检测未见异常。", false, "status.rating.dissatisfied"),
                false,
                new StatusPage.Review(
                        "re-review",
                        MONDAY.plusSeconds(4_000_000),
                        true,
                        null,
                        null,
                        false,
                        List.of(new StatusPage.Answer(
                                "review", "upheld", "经复查，维持原处理意见。", MONDAY.plusSeconds(2_000_000))),
                        "《信访工作条例》第三十五条"));
    }

    @GetMapping("/preview/status/asked")
    String asked(Model model) {
        model.addAttribute(
                "asked", new StatusPage.Asked("place", "排水口在水库的哪一侧？可以在地图上点，也可以写附近的地名。", MONDAY.plusSeconds(1_200_000)));
        return show(
                model,
                List.of(
                        step("received", "done", MONDAY, null),
                        step("asked", "now", null, "永州市生态环境局江华分局请您补充情况，问题在上面。")),
                null,
                false,
                null);
    }

    @GetMapping("/preview/status/merged")
    String merged(Model model) {
        return show(
                model,
                List.of(
                        step("received", "done", MONDAY, null),
                        step("merged", "done", MONDAY.plusSeconds(7200), "您的编号和查询码保留。以下是合并后的办理进展。"),
                        step("accepted", "done", MONDAY.plusSeconds(9000), null),
                        step("handled", "now", null, "永州市生态环境局江华分局正在核实，将在这里答复。")),
                null,
                false,
                null);
    }

    @GetMapping("/preview/status/dismissed")
    String dismissed(Model model) {
        model.addAttribute(
                "dismissal",
                new StatusPage.Dismissal("repeated", "answered-before", "您反映的情况与 7 月 2 日答复的是同一事实，答复见查询页。"));
        return show(
                model,
                List.of(
                        step("received", "done", MONDAY, null),
                        step("repeated", "done", MONDAY.plusSeconds(7200), null)),
                null,
                false,
                null);
    }

    @GetMapping("/preview/status/contest")
    String contest(Model model) {
        model.addAttribute("form", SayForm.empty("4821093755162043", null));
        return "portal/status/contest";
    }

    @GetMapping("/preview/status/add")
    String add(Model model) {
        model.addAttribute("form", AddForm.empty("4821093755162043"));
        model.addAttribute("arrived", List.of(new SentPhoto("p-1", "IMG_20260722_081512.jpg")));
        return "portal/status/add";
    }

    @GetMapping("/preview/status/rating")
    String rating(Model model) {
        model.addAttribute("form", SayForm.empty("4821093755162043", null));
        model.addAttribute("ratings", Choice.of("satisfied", "partly", "dissatisfied"));
        return "portal/status/rating";
    }

    @GetMapping("/preview/status/review")
    String review(Model model) {
        model.addAttribute("form", SayForm.empty("4821093755162043", "review"));
        return "portal/status/review";
    }

    private static Step step(String name, String state, @Nullable Instant at, @Nullable String words) {
        return new Step("status.step." + name, state, at, words, null);
    }

    private static String show(
            Model model,
            List<Step> steps,
            StatusPage.@Nullable Reply reply,
            boolean ask,
            StatusPage.@Nullable Review review) {
        boolean follows = model.containsAttribute("follows");
        model.addAttribute(
                "page",
                new StatusPage(
                        "R-20260720-7Q2M4K",
                        steps,
                        List.of("永州市生态环境局江华分局", "贺州市生态环境局富川分局"),
                        MONDAY.plusSeconds(9000),
                        reply,
                        ask,
                        null,
                        "status.fixed.rule",
                        follows ? List.of() : List.of(new StatusPage.Added(MONDAY.plusSeconds(90_000), true, 2)),
                        review,
                        follows ? null : MONDAY.plusSeconds(80_000),
                        follows,
                        (StatusPage.Asked) model.getAttribute("asked"),
                        (StatusPage.Dismissal) model.getAttribute("dismissal"),
                        (String) model.getAttribute("verification")));
        model.addAttribute("form", new FixedForm("4821093755162043", null, null, "k-2"));
        model.addAttribute("fixedChoices", Choice.of("yes", "no"));
        return "portal/status/show";
    }
}
