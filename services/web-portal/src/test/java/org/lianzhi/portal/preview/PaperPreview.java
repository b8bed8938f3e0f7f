package org.lianzhi.portal.preview;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.approval.DecideForm;
import org.lianzhi.portal.approval.PaperPage;
import org.lianzhi.portal.cases.PaperActs;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Pages;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.Tone;
import org.lianzhi.portal.component.View;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Validator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Papers that branches put to the bureau of their city. */
@Controller
@Profile("preview")
class PaperPreview {

    private static final Instant MONDAY = Instant.parse("2026-07-20T02:00:00Z");
    private static final String JIANGHUA = "永州市生态环境局江华分局";
    private static final String CITY = "永州市生态环境局";
    private static final Tag DONE = new Tag("state.done", Tone.DONE);
    private static final Tag BACK = new Tag("state.sent-back", Tone.ATTENTION);
    private static final PaperPage.Head NOTICE = new PaperPage.Head(
            "/staff/papers/7/d1", "行政处罚事先告知书，文书号 演示告〔2026〕1号", "C-20260720-F6G7H8 · 岭背塘水库：养殖废水、粪污", true);
    private static final PaperPage.Head ORDER = new PaperPage.Head(
            "/staff/papers/8/d2", "责令改正违法行为决定书，文书号 演示改〔2026〕3号", "C-20260718-K2M4P6 · 跨省排水渠：养殖废水、粪污", true);

    static final List<PaperActs.Shown> ACTS = List.of(
            new PaperActs.Shown("法制审核", BACK, CITY + " · 何敏", MONDAY.plusSeconds(7_000), "请补充违法事实所依据的监测报告。"),
            new PaperActs.Shown("法制审核", DONE, CITY + " · 何敏", MONDAY.plusSeconds(90_000), null));

    private static final PaperActs.Shown APPROVED =
            new PaperActs.Shown("负责人审批", DONE, CITY + " · 唐静", MONDAY.plusSeconds(97_000), null);

    private final Validator validator;

    PaperPreview(Validator validator) {
        this.validator = validator;
    }

    @GetMapping("/preview/staff/papers")
    String papers(Model model) {
        return all(
                model,
                List.of(
                        new PaperPage.Line(
                                NOTICE,
                                "拟就储液池漫溢作出处理",
                                JIANGHUA,
                                "负责人审批",
                                new Tag("state.for-head", Tone.ATTENTION),
                                MONDAY),
                        new PaperPage.Line(
                                ORDER,
                                "责令封堵雨水排口并清理沟渠",
                                "永州市生态环境局道县分局",
                                "负责人审批",
                                new Tag("state.for-head", Tone.ATTENTION),
                                MONDAY.plusSeconds(3_000))));
    }

    @GetMapping("/preview/staff/papers-none")
    String none(Model model) {
        return all(model, List.of());
    }

    private static String all(Model model, List<PaperPage.Line> lines) {
        Signed.in(Signed.OF_CITY, model);
        model.addAttribute(
                "page",
                new PaperPage.All(
                        List.of(
                                new View("asked.view.open", "/staff/papers?view=open", lines.size(), true),
                                new View("asked.view.done", "/staff/papers?view=done", 4, false)),
                        lines,
                        new Pages("/staff/papers?view=open", 1, lines.isEmpty() ? 1 : 3)));
        return "portal/approval/all";
    }

    @GetMapping("/preview/staff/paper")
    String paper(Model model) {
        Signed.in(Signed.OF_CITY, model);
        model.addAttribute("page", page("负责人审批"));
        return "portal/approval/paper";
    }

    @GetMapping("/preview/staff/paper-decided")
    String decided(Model model) {
        Signed.in(Signed.OF_CITY, model);
        model.addAttribute("page", page(null));
        model.addAttribute("done", "asked.decide.done");
        return "portal/approval/paper";
    }

    private static PaperPage page(@Nullable String step) {
        return new PaperPage(
                NOTICE,
                List.of(
                        Row.text("case.paper.about", "拟就储液池漫溢作出处理"),
                        Row.text("asked.asking", JIANGHUA),
                        Row.text("case.paper.by", JIANGHUA + " · 李明"),
                        Row.time("case.paper.at", MONDAY.plusSeconds(80_000)),
                        Row.text("asked.steps", "法制审核（已办理）\n负责人审批（" + (step == null ? "已" : "未") + "办理）")),
                TriagePreview.PHOTOS.subList(0, 2),
                step == null ? Stream.concat(ACTS.stream(), Stream.of(APPROVED)).toList() : ACTS,
                step,
                step == null ? null : NOTICE.href() + "/decision");
    }

    @GetMapping("/preview/staff/paper-decision")
    String decision(@RequestParam(required = false) @Nullable String wrong, Model model) {
        Signed.in(Signed.OF_CITY, model);
        var form = new DecideForm(wrong == null ? null : "no", wrong == null ? null : "不行", "approval", MONDAY, "k-1");
        var result = new BeanPropertyBindingResult(form, "form");
        if (wrong != null) {
            validator.validate(form, result);
        }
        model.addAttribute("form", form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", result);
        model.addAttribute("page", page("负责人审批"));
        model.addAttribute("answers", Choice.of("yes", "no"));
        return "portal/approval/decide";
    }
}
