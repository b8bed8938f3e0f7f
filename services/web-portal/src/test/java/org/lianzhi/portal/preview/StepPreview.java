package org.lianzhi.portal.preview;

import static org.lianzhi.portal.preview.TriagePreview.MONDAY;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.cases.step.AcknowledgeForm;
import org.lianzhi.portal.cases.step.AfterCheckForm;
import org.lianzhi.portal.cases.step.AnswerForm;
import org.lianzhi.portal.cases.step.ApprovePaperForm;
import org.lianzhi.portal.cases.step.AssignForm;
import org.lianzhi.portal.cases.step.CommentForm;
import org.lianzhi.portal.cases.step.ConcludeForm;
import org.lianzhi.portal.cases.step.DecideDispositionForm;
import org.lianzhi.portal.cases.step.EnterDecisionForm;
import org.lianzhi.portal.cases.step.ExtendMeasureForm;
import org.lianzhi.portal.cases.step.HeavyRainForm;
import org.lianzhi.portal.cases.step.IssuePaperForm;
import org.lianzhi.portal.cases.step.LinkCaseForm;
import org.lianzhi.portal.cases.step.MeasureDoneForm;
import org.lianzhi.portal.cases.step.OrderForm;
import org.lianzhi.portal.cases.step.PreparePaperForm;
import org.lianzhi.portal.cases.step.ProposeFindingForm;
import org.lianzhi.portal.cases.step.ProposeInspectionForm;
import org.lianzhi.portal.cases.step.ReasonsForm;
import org.lianzhi.portal.cases.step.ReceiveSampleForm;
import org.lianzhi.portal.cases.step.RecordInspectionForm;
import org.lianzhi.portal.cases.step.RecordReplyForm;
import org.lianzhi.portal.cases.step.RemarkForm;
import org.lianzhi.portal.cases.step.RemindForm;
import org.lianzhi.portal.cases.step.ReopenForm;
import org.lianzhi.portal.cases.step.ResultsForm;
import org.lianzhi.portal.cases.step.SendLetterForm;
import org.lianzhi.portal.cases.step.SendSampleForm;
import org.lianzhi.portal.cases.step.SignForm;
import org.lianzhi.portal.cases.step.StateJurisdictionForm;
import org.lianzhi.portal.cases.step.StepPage;
import org.lianzhi.portal.cases.step.TakeEmergencyMeasureForm;
import org.lianzhi.portal.cases.step.TakeSampleForm;
import org.lianzhi.portal.cases.step.UnlinkCaseForm;
import org.lianzhi.portal.cases.step.VerifyMeasureForm;
import org.lianzhi.portal.component.Both;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Row;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Validator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of each step, as it is first seen or with its errors ({@code ?wrong}). */
@Controller
@Profile("preview")
class StepPreview {

    /** Template, form as first seen, form that is refused. */
    record Example(String template, Object first, Object wrong) {}

    static final Map<String, Example> STEPS = Map.ofEntries(
            Map.entry(
                    "acknowledge",
                    new Example(
                            "acknowledge",
                            new AcknowledgeForm(null, null, null),
                            new AcknowledgeForm("decline", null, "无"))),
            Map.entry("propose-inspection", same("propose-inspection", new ProposeInspectionForm(null, null, null))),
            Map.entry(
                    "answer-inspection",
                    new Example("answer", new AnswerForm(null, null, "d"), new AnswerForm("no", "", "d"))),
            Map.entry(
                    "record-inspection",
                    same(
                            "record-inspection",
                            new RecordInspectionForm(
                                    LocalDateTime.of(2026, 7, 22, 9, 0),
                                    LocalDateTime.of(2026, 7, 22, 8, 0),
                                    "岭背塘水库大坝管理房",
                                    null,
                                    List.of("o-1"),
                                    false,
                                    null,
                                    null,
                                    List.of(),
                                    List.of("p-1")))),
            Map.entry(
                    "take-sample",
                    same(
                            "take-sample",
                            new TakeSampleForm(
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    List.of(),
                                    false,
                                    List.of("cod", "nh3-n")))),
            Map.entry("send-sample", same("send-sample", new SendSampleForm(null, null, null))),
            Map.entry("receive-sample", same("receive-sample", new ReceiveSampleForm(null, null))),
            Map.entry(
                    "enter-results",
                    same(
                            "results-enter",
                            new ResultsForm(
                                    null,
                                    null,
                                    List.of(
                                            new ResultsForm.Line("cod", "六百", "mg/L", false, "HJ 828-2017"),
                                            new ResultsForm.Line("faecal-coliform", "", "count/100mL", true, null)),
                                    false))),
            Map.entry(
                    "check-results",
                    same(
                            "results-check",
                            new ResultsForm(
                                    "gb-18596-2001",
                                    LocalDateTime.of(2026, 7, 24, 16, 0),
                                    List.of(new ResultsForm.Line("cod", "612", "mg/L", false, "HJ 828-2017")),
                                    false))),
            Map.entry(
                    "propose-finding",
                    same(
                            "propose-finding",
                            new ProposeFindingForm(null, null, null, "岭背塘水库", null, null, 24.95, 111.42, List.of()))),
            Map.entry("answer-finding", same("answer", new AnswerForm(null, null, "d"))),
            Map.entry(
                    "order",
                    same(
                            "order",
                            new OrderForm(
                                    null,
                                    null,
                                    List.of(
                                            new OrderForm.Line("加高储液池围堰", null),
                                            new OrderForm.Line(null, null),
                                            new OrderForm.Line(null, null))))),
            Map.entry("measure-done", same("measure-done", new MeasureDoneForm(null, null, List.of(), List.of()))),
            Map.entry("verify-measure", same("verify-measure", new VerifyMeasureForm(null, null, null, "d"))),
            Map.entry("withdraw-finding", same("reasons", new ReasonsForm(null, "d"))),
            Map.entry("withdraw-signature", same("reasons", new ReasonsForm(null, "d"))),
            Map.entry(
                    "state-jurisdiction",
                    same(
                            "state-jurisdiction",
                            new StateJurisdictionForm("hn", List.of("affected-water", "first-filed"), null))),
            Map.entry(
                    "enter-decision",
                    new Example(
                            "enter-decision",
                            new EnterDecisionForm(null, null, null, null, List.of(), List.of()),
                            new EnterDecisionForm("上级机关（演示）", null, null, "gx", List.of(), List.of("p-1")))),
            Map.entry("extend-measure", same("extend-measure", new ExtendMeasureForm(null, null))),
            Map.entry(
                    "decide-disposition",
                    same(
                            "decide-disposition",
                            new DecideDispositionForm(null, List.of(), List.of("slight"), null, null, null))),
            Map.entry(
                    "take-emergency-measure",
                    same(
                            "take-emergency-measure",
                            new TakeEmergencyMeasureForm(null, "岭背塘水库", null, null, List.of(), List.of()))),
            Map.entry(
                    "prepare-paper",
                    same("prepare-paper", new PreparePaperForm(null, null, null, null, List.of(), List.of()))),
            Map.entry("approve-paper", same("approve-paper", new ApprovePaperForm("no", null, null, "approval", null))),
            Map.entry("issue-paper", same("issue-paper", new IssuePaperForm(null, "refused", null, null))),
            Map.entry("remark", same("remark", new RemarkForm(null))),
            Map.entry("assign", same("assign", new AssignForm(null, null))),
            Map.entry("comment", same("comment", new CommentForm(null))),
            Map.entry("link-case", same("link-case", new LinkCaseForm(null, null, null, null))),
            Map.entry("unlink-case", same("unlink-case", new UnlinkCaseForm(null))),
            Map.entry("send-letter", same("send-letter", new SendLetterForm(null, null, null))),
            Map.entry("record-reply", same("record-reply", new RecordReplyForm(null, null))),
            Map.entry("heavy-rain", same("heavy-rain", new HeavyRainForm(null, null))),
            Map.entry(
                    "after-check",
                    new Example("after-check", afterCheck(null, List.of()), afterCheck("sham", List.of()))),
            Map.entry("remind", same("remind", new RemindForm("bureau", null))),
            Map.entry("conclude", same("conclude", new ConcludeForm(null, null))),
            Map.entry("reopen", same("reopen", new ReopenForm(null, null))),
            Map.entry("sign", same("sign", new SignForm(null, false, "d"))));

    private static final Both.Cell LIST = new Both.Cell(
            List.of(
                    "依据：《行政处罚法》第三十三条（版本 2021；有效期 未注明 至 未注明；已核对原文）",
                    "依据：《湖南省生态环境违法行为免罚轻罚告知承诺制实施办法》（版本 2023-03-14；有效期 2023年3月14日 至 2028年3月13日；未核对原文）"),
            null,
            null,
            null,
            null);
    private static final Both.Cell NO_LIST = new Both.Cell(List.of("未找到适用的清单"), null, null, null, null);

    private static final List<Row> CONTEXT = List.of(
            Row.text("row.finding", "连续降雨使养殖废水漫溢，经雨水管网进入水库。排口位于湖南一侧。"), Row.time("report.row.observedAt", MONDAY));

    private final Validator validator;

    StepPreview(Validator validator) {
        this.validator = validator;
    }

    @GetMapping("/preview/step/{name}")
    String step(@PathVariable String name, @RequestParam(required = false) @Nullable String wrong, Model model) {
        var example = Objects.requireNonNull(STEPS.get(name));
        var form = wrong == null ? example.first() : example.wrong();
        var result = new BeanPropertyBindingResult(form, "form");
        if (wrong != null) {
            validator.validate(form, result);
            result.reject("form.conflict");
        }
        Signed.in(name.contains("results") || name.startsWith("receive") ? Signed.LABORANT : Signed.OFFICER, model);
        var upload = List.of(
                        "record-inspection",
                        "measure-done",
                        "enter-decision",
                        "after-check",
                        "take-emergency-measure",
                        "prepare-paper")
                .contains(name);
        model.addAttribute(
                "step",
                new StepPage("case." + name, CasePreview.HEAD, "/staff/cases/7/" + name, "k-9", "7", CONTEXT, upload));
        model.addAttribute("form", form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", result);
        choices(name, model);
        return "portal/cases/" + example.template();
    }

    private static void choices(String name, Model model) {
        model.addAttribute(
                "answers",
                switch (name) {
                    case "acknowledge" -> Choice.of("acknowledge", "decline");
                    case "after-check" -> Choice.of("holds", "sham");
                    default -> Choice.of("yes", "no");
                });
        model.addAttribute(
                "kinds",
                switch (name) {
                    case "take-emergency-measure" -> Choice.of("block-outlet", "stop-using-water", "other");
                    case "prepare-paper" ->
                        List.of(Choice.named("order-to-correct", "责令改正决定书"), Choice.named("interview-record", "询问笔录"));
                    case "link-case" -> Choice.of("same-matter", "same-source", "repeat");
                    default ->
                        List.of(
                                new Choice("no-penalty", "不予处罚", "需同时符合：违法行为轻微、及时改正、没有造成危害后果"),
                                new Choice(
                                        "first-offence-exemption", "首违不罚", "需同时符合：违法行为轻微、期间内首次违法、及时改正。回溯 12 个月（未核对原文）"),
                                Choice.named("penalty", "处罚"));
                });
        var others = List.of(
                new Choice("8", "C-20260612-K3M9QX：岭背塘水库养殖废水污染", "已结案；同一设施及同一水体"),
                new Choice("9", "C-20260701-P2W7DA：河路口溪养殖废水污染", "调查中"));
        model.addAttribute(
                "offices",
                List.of(Choice.named("431129-branch", "永州市生态环境局江华分局"), Choice.named("431100-department", "永州市生态环境局")));
        model.addAttribute("byOwn", false);
        model.addAttribute("parties", Choice.of("signed", "refused", "absent"));
        model.addAttribute("candidates", others);
        model.addAttribute("likely", others.subList(0, 1));
        model.addAttribute("conditions", List.of(Choice.named("slight", "违法行为轻微"), Choice.named("corrected", "及时改正")));
        model.addAttribute("bases", List.of(Choice.named("app-33", "依据：《行政处罚法》第三十三条（版本 2021；有效期 未注明 至 未注明；已核对原文）")));
        model.addAttribute(
                "lists",
                List.of(
                        new Both("disposition.no-penalty", LIST, LIST),
                        new Both("disposition.transfer-police", NO_LIST, NO_LIST)));
        model.addAttribute(
                "addressees", Choice.of("agriculture", "water", "river-chief", "township", "police", "other"));
        model.addAttribute("shams", List.of(Choice.named("m1", "加高储液池围堰"), Choice.named("m2", "封堵雨水管")));
        model.addAttribute(
                "reasons",
                name.equals("reopen")
                        ? Choice.of("not-fixed", "sham-rectification", "repeat-after-rain", "new-facts")
                        : Choice.of("no-cross-border-effect", "not-competent", "other"));
        model.addAttribute("leads", List.of(Choice.named("hn", "湖南"), Choice.named("gx", "广西")));
        model.addAttribute("grounds", Choice.of("outlet", "facility", "affected-water", "first-filed"));
        model.addAttribute("capacities", Choice.of("enforcing", "attending"));
        for (String people : List.of("colleagues", "inspectors", "takenBy")) {
            model.addAttribute(
                    people, List.of(Choice.named("o-1", "李明"), Choice.named("o-2", "周敏"), Choice.named("o-3", "唐伟")));
        }
        model.addAttribute("weathers", Choice.of("rain", "after-rain", "dry", "unknown"));
        model.addAttribute("parts", Choice.of("split", "field-duplicate", "retained"));
        model.addAttribute("media", Choice.of("wastewater", "surface-water"));
        model.addAttribute("yesNo", Choice.of("yes", "no"));
        model.addAttribute(
                "parameters", Choice.of("cod", "bod5", "ss", "nh3-n", "tp", "faecal-coliform", "ascaris-eggs"));
        model.addAttribute("laboratories", List.of(Choice.named("431129-laboratory", "江华生态环境监测站")));
        model.addAttribute("standards", List.of(Choice.named("gb-18596-2001", "GB 18596-2001 畜禽养殖业污染物排放标准")));
        model.addAttribute("results", CasePreview.RESULTS);
        model.addAttribute("counties", List.of(Choice.named("431129", "江华瑶族自治县"), Choice.named("451123", "富川瑶族自治县")));
        model.addAttribute(
                "evidence", List.of(Choice.named("i-1", "现场检查 7月22日（湖南）"), Choice.named("s-1", "样品 LBT-01（湖南、广西）")));
        model.addAttribute("photos", TriagePreview.PHOTOS);
        model.addAttribute(
                "outcomes",
                name.equals("conclude")
                        ? Choice.of("own-part-done", "no-breach-found", "handed-on")
                        : Choice.of("rectified-and-verified", "no-breach-found", "handed-on"));
    }

    private static AfterCheckForm afterCheck(@Nullable String answer, List<String> shams) {
        return new AfterCheckForm(
                null, "雨水排口（演示点位）", null, List.of("o-1"), false, null, answer, shams, null, List.of(), List.of(), "d");
    }

    private static Example same(String template, Object form) {
        return new Example(template, form, form);
    }
}
