package org.lianzhi.portal.preview;

import static org.lianzhi.portal.preview.TriagePreview.MONDAY;

import java.time.LocalDateTime;
import java.util.List;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Pages;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.Tone;
import org.lianzhi.portal.component.View;
import org.lianzhi.portal.instruction.ActForm;
import org.lianzhi.portal.instruction.DecisionForm;
import org.lianzhi.portal.instruction.GiveForm;
import org.lianzhi.portal.instruction.InstructionPage;
import org.lianzhi.portal.instruction.InstructionPage.Act;
import org.lianzhi.portal.instruction.InstructionPage.Head;
import org.lianzhi.portal.instruction.InstructionPage.Line;
import org.lianzhi.portal.instruction.InstructionPage.Step;
import org.lianzhi.portal.territory.Offices;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Instructions as supervisor and office see them. */
@Controller
@Profile("preview")
class InstructionPreview {

    private static final Head HEAD = new Head("/supervision/cases/7/instructions", "XG-2026-0007", "岭背塘水库养殖废水污染", true);
    private static final String TASK = "请查清雨水排口的去向，拍照留证，并说明已采取的措施。\n如需对方配合，请在案件中提出联合检查。";
    private static final String JIANGHUA = "永州市生态环境局江华分局";

    @GetMapping("/preview/instruction/all")
    String all(Model model) {
        Signed.in(Signed.SUPERVISOR, model);
        model.addAttribute(
                "page",
                new InstructionPage.All(
                        List.of(
                                new View("instruction.view.open", "/supervision/instructions", 2, true),
                                new View(
                                        "instruction.view.overdue", "/supervision/instructions?view=overdue", 1, false),
                                new View(
                                        "instruction.view.reported",
                                        "/supervision/instructions?view=reported",
                                        1,
                                        false),
                                new View("instruction.view.over", "/supervision/instructions?view=over", 5, false)),
                        List.of(
                                line("i1", "running", Tone.WRONG, true, 2),
                                line("i2", "reported", Tone.ATTENTION, false, 0)),
                        new Pages("/supervision/instructions", 1, 1)));
        return "portal/instruction/all";
    }

    @GetMapping("/preview/instruction/list")
    String list(Model model) {
        Signed.in(Signed.SUPERVISOR, model);
        model.addAttribute("done", "instruction.remind.done");
        model.addAttribute(
                "page",
                new InstructionPage(
                        HEAD,
                        "/supervision/cases/7",
                        HEAD.href() + "/new",
                        new InstructionPage.Decided("需要人工分级", true, "/supervision/cases/7/grading", List.of()),
                        new InstructionPage.Decided(
                                "永州市生态环境局",
                                false,
                                "/supervision/cases/7/designation",
                                List.of(new InstructionPage.Decision(
                                        "永州市生态环境局，代替 永州市生态环境局江华分局", MONDAY, "两县分局对管辖有争议", "行政处罚法第二十五条"))),
                        List.of(
                                line("i1", "running", Tone.WRONG, true, 2),
                                line("i2", "reported", Tone.ATTENTION, false, 0))));
        return "portal/instruction/list";
    }

    @GetMapping("/preview/instruction/give")
    String give(Model model) {
        Signed.in(Signed.SUPERVISOR, model);
        model.addAttribute("form", new GiveForm("431129-branch", TASK, null, "k"));
        model.addAttribute("head", HEAD);
        model.addAttribute(
                "offices",
                List.of(
                        new Offices.Group("永州市", List.of(Choice.named("431129-branch", JIANGHUA))),
                        new Offices.Group("省级", List.of(Choice.named("430000-department", "湖南省生态环境厅")))));
        return "portal/instruction/give";
    }

    @GetMapping("/preview/instruction/confirm")
    String confirm(Model model) {
        Signed.in(Signed.SUPERVISOR, model);
        model.addAttribute("form", new GiveForm("431129-branch", TASK, LocalDateTime.of(2026, 8, 2, 18, 0), "k"));
        model.addAttribute("head", HEAD);
        model.addAttribute("office", JIANGHUA);
        model.addAttribute("due", MONDAY);
        return "portal/instruction/confirm";
    }

    @GetMapping("/preview/instruction/grading")
    String grading(Model model) {
        Signed.in(Signed.SUPERVISOR, model);
        model.addAttribute("form", new DecisionForm("risk", "", "", "k"));
        model.addAttribute("head", HEAD);
        model.addAttribute("grades", Choice.of("risk", "iv", "iii", "ii", "i"));
        return "portal/instruction/grading";
    }

    @GetMapping("/preview/instruction/designation")
    String designation(Model model) {
        Signed.in(Signed.SUPERVISOR, model);
        model.addAttribute("form", new DecisionForm(null, "", "", "k"));
        model.addAttribute("head", HEAD);
        model.addAttribute("now", new InstructionPage.Decided(JIANGHUA, false, null, List.of()));
        model.addAttribute(
                "offices", List.of(new Offices.Group("省级", List.of(Choice.named("430000-department", "湖南省生态环境厅")))));
        return "portal/instruction/designation";
    }

    @GetMapping("/preview/instruction/extend")
    String extend(Model model) {
        Signed.in(Signed.SUPERVISOR, model);
        model.addAttribute("form", new ActForm("", null, "k"));
        model.addAttribute(
                "page",
                new InstructionPage.Doing(
                        "instruction.extend",
                        HEAD.href() + "/i1/extend",
                        line("i1", "running", Tone.WAITING, false, 1),
                        true));
        return "portal/instruction/act";
    }

    static Line line(String id, String stage, Tone tone, boolean overdue, int reminders) {
        return new Line(
                id,
                HEAD,
                JIANGHUA,
                "湖南省生态环境厅",
                TASK,
                MONDAY,
                MONDAY.plusSeconds(400_000),
                new Tag("instruction.stage." + stage, tone),
                overdue,
                reminders,
                reminders == 0
                        ? List.of(new Step(
                                "instruction.step.reported",
                                MONDAY.plusSeconds(200_000),
                                "雨水排口通向水库，已封堵，照片见案件记录。",
                                null))
                        : List.of(
                                new Step("instruction.step.reminded.clock", MONDAY.plusSeconds(300_000), null, null),
                                new Step(
                                        "instruction.step.extended",
                                        MONDAY.plusSeconds(310_000),
                                        "等待检测结果",
                                        MONDAY.plusSeconds(400_000))),
                List.of(
                        new Act("instruction.act.remind", HEAD.href() + "/" + id + "/remind"),
                        new Act("instruction.act.extend", HEAD.href() + "/" + id + "/extend"),
                        new Act("instruction.act.withdraw", HEAD.href() + "/" + id + "/withdraw")));
    }
}
