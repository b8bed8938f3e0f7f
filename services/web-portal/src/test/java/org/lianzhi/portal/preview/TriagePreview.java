package org.lianzhi.portal.preview;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.MapPlace;
import org.lianzhi.portal.component.Photo;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.Tone;
import org.lianzhi.portal.report.Choices;
import org.lianzhi.portal.territory.Offices;
import org.lianzhi.portal.triage.AskForm;
import org.lianzhi.portal.triage.CorrectForm;
import org.lianzhi.portal.triage.CoverForm;
import org.lianzhi.portal.triage.DismissForm;
import org.lianzhi.portal.triage.IdentityForm;
import org.lianzhi.portal.triage.KeepForm;
import org.lianzhi.portal.triage.MergeForm;
import org.lianzhi.portal.triage.NotAcceptedForm;
import org.lianzhi.portal.triage.NoteForm;
import org.lianzhi.portal.triage.ObjectionForm;
import org.lianzhi.portal.triage.OpeningForm;
import org.lianzhi.portal.triage.PinForm;
import org.lianzhi.portal.triage.ReleaseConfirmForm;
import org.lianzhi.portal.triage.ReleaseConfirmPage;
import org.lianzhi.portal.triage.ReleaseForm;
import org.lianzhi.portal.triage.ReleaseReading;
import org.lianzhi.portal.triage.RenewalForm;
import org.lianzhi.portal.triage.ReplyForm;
import org.lianzhi.portal.triage.ReviewForm;
import org.lianzhi.portal.triage.SecondForm;
import org.lianzhi.portal.triage.SettlementForm;
import org.lianzhi.portal.triage.SideForm;
import org.lianzhi.portal.triage.TakeUpForm;
import org.lianzhi.portal.triage.TransferForm;
import org.lianzhi.portal.triage.TriageForm;
import org.lianzhi.portal.triage.TriagePage;
import org.lianzhi.portal.triage.VerifyForm;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The way of a report from the first look to its outcome, or to the other side. */
@Controller
@Profile("preview")
class TriagePreview {

    static final Instant MONDAY = Instant.parse("2026-07-20T00:42:00Z");
    static final List<MapPlace> PLACES = List.of(
            new MapPlace("water", "受影响水体", "江华瑶族自治县（系统推测，待核定）", 24.9612, 111.4301),
            new MapPlace("source", "疑似来源", "富川瑶族自治县（系统推测，待核定）", 24.948, 111.412));
    static final String PLACES_JSON = """
        [{"lat":24.9612,"lon":111.4301,"word":"受影响水体","kind":"water"},\
        {"lat":24.948,"lon":111.412,"word":"疑似来源","kind":"source"}]\
        """;
    static final List<Photo> PHOTOS =
            List.of(new Photo("/portal/img/icon.svg", 1, null), new Photo("/portal/img/icon.svg", 2, "水渠口"));

    private static final List<Row> REPORT = List.of(
            Row.word("report.row.category", "report.category.livestock-wastewater")
                    .changeAt("/staff/reports/113/correction/category"),
            Row.text("correction.place", "江华瑶族自治县").changeAt("/staff/reports/113/correction/place"),
            Row.text("correction.source", "富川瑶族自治县").changeAt("/staff/reports/113/correction/source"),
            Row.text("report.row.place", "岭背塘水库北岸，靠近排水渠口"),
            Row.text("report.row.source", "省界另一侧山坡上的规模化养猪场"),
            Row.time("report.row.observedAt", MONDAY),
            Row.word("report.row.weather", "report.weather.rain"),
            Row.word("report.row.stillGoingOn", "report.stillGoingOn.yes"),
            Row.text("report.row.description", "连续下了三天雨，今天早上水渠里流出黑褐色的水，一直流进水库，臭味很大。岸边漂着几条死鱼。"));

    private static final List<Choice> DECISIONS =
            Choice.of("cross-border", "accept", "merge", "ask", "transfer", "not-accept", "against");

    private static final List<Row> PROPOSED = List.of(
            Row.word("dismiss.outcome", "dismiss.outcome.repeated"),
            Row.word("dismiss.reason", "dismiss.reason.answered-before"),
            Row.text("dismiss.words", "您反映的情况与 7 月 2 日答复的是同一事实，答复见查询页。"));

    private final Offices offices;

    TriagePreview(Offices offices) {
        this.offices = offices;
    }

    @GetMapping("/preview/staff/report")
    String report(Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute("page", triage(null));
        model.addAttribute("form", new TriageForm(null, 1L, "k-1"));
        model.addAttribute("decisions", DECISIONS);
        return "portal/triage/report";
    }

    @GetMapping("/preview/staff/report-sealed")
    String sealed(Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute("page", sealed(triage(null)));
        model.addAttribute("form", new TriageForm(null, 1L, "k-1"));
        model.addAttribute("opening", new OpeningForm(null, "", null));
        model.addAttribute(
                "reasons",
                Choice.of("handling", "standing-in", "review", "answering", "similar", "supervision", "other"));
        model.addAttribute("decisions", DECISIONS);
        return "portal/triage/report";
    }

    @GetMapping("/preview/staff/report-asked")
    String asked(Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute(
                "page",
                triage(
                        null,
                        new TriagePage.Outcome(
                                "排水口在水库的哪一侧？可以在地图上点，也可以写附近的地名。",
                                MONDAY.plusSeconds(1_200_000),
                                List.of(),
                                false,
                                null,
                                List.of(new TriagePage.Other("/staff/reports/114", "R-20260721-9K2M4Q")),
                                false,
                                false,
                                false,
                                List.of(),
                                null)));
        model.addAttribute("form", new TriageForm(null, 1L, "k-1"));
        model.addAttribute("decisions", DECISIONS);
        return "portal/triage/report";
    }

    @GetMapping("/preview/staff/report-proposed")
    String proposed(Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute(
                "page",
                triage(
                        new Tag("state.report.proposed", Tone.ATTENTION),
                        new TriagePage.Outcome(
                                null, null, PROPOSED, true, null, List.of(), false, false, false, List.of(), null)));
        model.addAttribute("form", new TriageForm(null, 1L, "k-1"));
        return "portal/triage/report";
    }

    @GetMapping("/preview/staff/report-merged")
    String merged(Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute(
                "page",
                triage(
                        new Tag("state.report.merged", Tone.PLAIN),
                        new TriagePage.Outcome(
                                null,
                                null,
                                List.of(),
                                false,
                                new TriagePage.Other("/staff/reports/112", "R-20260719-7Q2M4K"),
                                List.of(),
                                false,
                                false,
                                true,
                                List.of(),
                                null)));
        model.addAttribute("form", new TriageForm(null, 1L, "k-1"));
        return "portal/triage/report";
    }

    @GetMapping("/preview/staff/report-transferred")
    String transferred(Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute(
                "page",
                triage(
                        null,
                        new TriagePage.Outcome(
                                null,
                                null,
                                List.of(),
                                false,
                                null,
                                List.of(),
                                false,
                                false,
                                false,
                                List.of(
                                        Row.text("transfer.from", "永州市生态环境局江永分局"),
                                        Row.word("transfer.reason", "transfer.reason.place"),
                                        Row.text("transfer.words", "地点在岭背塘水库北岸，属江华。"),
                                        Row.time("transfer.until", MONDAY.plusSeconds(600_000))),
                                "objection")));
        model.addAttribute("form", new TriageForm(null, 1L, "k-1"));
        model.addAttribute("decisions", DECISIONS);
        return "portal/triage/report";
    }

    @GetMapping("/preview/staff/transfer")
    String transfer(Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute("href", "/staff/reports/113");
        model.addAttribute("form", new TransferForm(null, null, "", 1L, "k-1"));
        model.addAttribute("offices", offices.ofSameSide("431129-branch", Locale.SIMPLIFIED_CHINESE));
        model.addAttribute("reasons", Choice.of("place", "source", "competence"));
        return "portal/triage/transfer";
    }

    @GetMapping("/preview/staff/objection")
    String objection(Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute("href", "/staff/reports/113");
        model.addAttribute("form", new ObjectionForm(null, "", 1L, "k-1"));
        model.addAttribute("reasons", Choice.of("not-our-area", "not-our-task"));
        return "portal/triage/objection";
    }

    @GetMapping("/preview/staff/settlement")
    String settlement(Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute("href", "/staff/reports/113");
        model.addAttribute("form", new SettlementForm(null, "", 1L, "k-1"));
        model.addAttribute(
                "offices",
                List.of(Choice.named("431129-branch", "永州市生态环境局江华分局"), Choice.named("431125-branch", "永州市生态环境局江永分局")));
        return "portal/triage/settlement";
    }

    @GetMapping("/preview/staff/verification")
    String verification(Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute("href", "/staff/reports/113");
        model.addAttribute("form", new VerifyForm(null, "", 1L, "k-1"));
        model.addAttribute("results", Choice.of("substantiated", "partly", "unsubstantiated"));
        return "portal/triage/verification";
    }

    @GetMapping("/preview/staff/correction-{what}")
    String correction(@PathVariable String what, Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute("href", "/staff/reports/113");
        model.addAttribute("form", new CorrectForm(null, "", 1L, "k-1"));
        model.addAttribute("what", what);
        model.addAttribute("categories", Choices.categories());
        model.addAttribute("counties", offices.counties(Locale.SIMPLIFIED_CHINESE));
        return "portal/triage/correction";
    }

    @GetMapping("/preview/staff/note")
    String note(Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute("href", "/staff/reports/113");
        model.addAttribute("form", new NoteForm("", "k-1"));
        return "portal/triage/note";
    }

    @GetMapping("/preview/staff/pin")
    String pin(Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute("href", "/staff/reports/113");
        model.addAttribute("kind", "water");
        model.addAttribute("now", "岭背塘水库北岸，靠近排水渠口\n江华瑶族自治县（地图推测，待核定）\n24.96120, 111.43010\n距示意省界约 2.3 公里");
        model.addAttribute("datums", Choice.of("WGS-84", "GCJ-02"));
        model.addAttribute("notHere", true);
        model.addAttribute("sideOpen", true);
        model.addAttribute("form", new PinForm(24.9612, 111.4301, "WGS-84", 20.0, "", null, 1L, "k-1"));
        return "portal/triage/pin";
    }

    @GetMapping("/preview/staff/question")
    String question(Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute("href", "/staff/reports/113");
        model.addAttribute("form", new AskForm(null, "", 1L, "k-1"));
        model.addAttribute("reasons", Choice.of("object", "place", "time", "evidence"));
        return "portal/triage/question";
    }

    @GetMapping("/preview/staff/merge")
    String merge(Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute("href", "/staff/reports/113");
        model.addAttribute("form", new MergeForm(null, null, null, null, 1L, "k-1"));
        model.addAttribute(
                "proposed",
                List.of(
                        new Choice(
                                "112",
                                "R-20260719-7Q2M4K，养殖废水、粪污，已受理",
                                "相同之处：类别、地点所在县（区）、疑似来源所在县（区）、时间接近。收到时间：2026年7月19日 09:10"),
                        new Choice("other", null, null)));
        model.addAttribute("reasons", Choice.of("same-event", "same-source"));
        model.addAttribute("others", true);
        return "portal/triage/merge";
    }

    @GetMapping("/preview/staff/outcome")
    String outcome(Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute("href", "/staff/reports/113");
        model.addAttribute("form", new DismissForm(null, "", 1L, "k-1"));
        model.addAttribute(
                "findings",
                Choice.of(
                        "repeated.answered-before",
                        "repeated.being-handled",
                        "fabricated.refuted-on-site",
                        "fabricated.refuted-by-records"));
        return "portal/triage/outcome";
    }

    @GetMapping("/preview/staff/second")
    String second(Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute("href", "/staff/reports/113");
        model.addAttribute("form", new SecondForm(null, null, 1L, "k-1"));
        model.addAttribute("proposed", PROPOSED);
        model.addAttribute("answers", Choice.of("yes", "no"));
        return "portal/triage/second";
    }

    @GetMapping("/preview/staff/taking-up")
    String takingUp(Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute("href", "/staff/reports/113");
        model.addAttribute("form", new TakeUpForm(null, 1L, "k-1"));
        model.addAttribute("reasons", Choice.of("new-facts", "mistake"));
        return "portal/triage/taking-up";
    }

    @GetMapping("/preview/staff/report-decided")
    String decided(Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute("page", triage(new Tag("state.report.accepted", Tone.DONE)));
        model.addAttribute("form", new TriageForm(null, 1L, "k-1"));
        return "portal/triage/report";
    }

    @GetMapping("/preview/staff/reply")
    String reply(Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute("href", "/staff/reports/113");
        model.addAttribute("form", new ReplyForm("", false, 1L, "k-1"));
        model.addAttribute("templates", List.of(Choice.named("0-zh", "已整改"), Choice.named("0-en", "已整改 (English)")));
        return "portal/triage/reply";
    }

    @GetMapping("/preview/staff/review")
    String review(Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute("href", "/staff/reports/113");
        model.addAttribute("form", new ReviewForm(null, "", 1L, "k-1"));
        model.addAttribute("outcomes", Choice.of("upheld", "changed"));
        return "portal/triage/review";
    }

    @GetMapping("/preview/staff/not-accepted")
    String notAccepted(Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute("href", "/staff/reports/113");
        model.addAttribute("form", new NotAcceptedForm(null, null, 1L, "k-1"));
        model.addAttribute(
                "reasons", Choice.of("not-environmental", "court-or-review", "already-accepted", "too-vague"));
        return "portal/triage/not-accepted";
    }

    @GetMapping("/preview/staff/identity")
    String identity(Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute("href", "/staff/reports/113");
        model.addAttribute("form", new IdentityForm(""));
        return "portal/triage/identity";
    }

    @GetMapping("/preview/staff/identified")
    String identified(Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute("href", "/staff/reports/113");
        model.addAttribute(
                "rows",
                List.of(
                        Row.text("report.row.name", null),
                        Row.text("report.row.phone", "138 0000 0000"),
                        Row.text("triage.channels", "同意打电话\n同意寄信")));
        return "portal/triage/identified";
    }

    @GetMapping("/preview/staff/keep-{act}")
    String keep(@PathVariable String act, Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute("href", "/staff/reports/113");
        model.addAttribute("act", act);
        model.addAttribute("form", new KeepForm("", null, null, "k-1"));
        return "portal/triage/keep";
    }

    @GetMapping("/preview/staff/cover")
    String cover(Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute("href", "/staff/reports/113");
        model.addAttribute("picture", "/portal/img/icon.svg");
        model.addAttribute("sent", "/portal/img/icon.svg");
        model.addAttribute("form", new CoverForm(List.of(new CoverForm.Row(10.0, 20.0, 25.0, 30.5))));
        return "portal/triage/cover";
    }

    @GetMapping("/preview/staff/side")
    String side(Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute("page", triage(null));
        model.addAttribute("form", new SideForm(null, 1L, "k-1"));
        model.addAttribute("sides", Choice.of("own", "other", "unknown"));
        return "portal/triage/side";
    }

    @GetMapping("/preview/staff/release")
    String release(Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute("page", triage(null));
        model.addAttribute("form", new ReleaseForm("", "", "", "431129", "", null, null, "none", List.of("p-1")));
        model.addAttribute("counties", offices.counties(Locale.SIMPLIFIED_CHINESE));
        model.addAttribute("pinned", true);
        model.addAttribute("positions", Choice.of("none", "rounded", "exact"));
        model.addAttribute("grounds", Choice.of("affected-water", "outlet", "facility", "first-filed"));
        model.addAttribute("covers", List.of(new ReleaseReading.Cover("/preview/staff/cover", 1, true)));
        model.addAttribute("photoChoices", List.of(Choice.named("p-1", "照片 1"), Choice.named("p-2", "照片 2")));
        return "portal/triage/release";
    }

    @GetMapping("/preview/staff/confirm")
    String confirm(Model model) {
        Signed.in(Signed.OFFICER, model);
        model.addAttribute("release", new ReleaseForm("", "", "", null, "", null, null, null, List.of()));
        model.addAttribute("form", new ReleaseConfirmForm(false, "9f2c", 1L, "k-3"));
        model.addAttribute(
                "page",
                new ReleaseConfirmPage(
                        "/staff/reports/113",
                        "HN-R-2026-0113",
                        List.of(
                                Row.word("release.row.category", "report.category.livestock-wastewater"),
                                Row.text("release.row.summary", "降雨期间，有养殖废水经排水渠流入岭背塘水库，水体发黑、有异味，发现死鱼。"),
                                Row.text("release.row.allegedCause", "趁降雨故意排放"),
                                Row.text("release.row.affected", "岭背塘水库（江华瑶族自治县）"),
                                Row.text("release.row.source", "规模化养猪场（富川瑶族自治县）"),
                                Row.time("release.row.observedAt", MONDAY),
                                Row.word("release.row.weather", "report.weather.rain"),
                                Row.text("release.row.lead", "湖南（受影响水体在本侧）"),
                                Row.text("release.row.counterpart", "广西"),
                                Row.text("release.row.agreement", "湘桂省际边界区域生态环境保护协作框架协议")),
                        PHOTOS.subList(0, 1),
                        List.of(
                                "release.stays.identity",
                                "release.stays.words",
                                "release.stays.originals",
                                "release.stays.position"),
                        List.of("贺州市富川生态环境局", "广西壮族自治区生态环境厅（督查）"),
                        "9f2c"));
        return "portal/triage/confirm";
    }

    private static TriagePage triage(@Nullable Tag state) {
        return triage(
                state,
                new TriagePage.Outcome(
                        null,
                        null,
                        List.of(),
                        false,
                        null,
                        List.of(),
                        state != null,
                        state != null,
                        false,
                        List.of(),
                        null));
    }

    private static TriagePage sealed(TriagePage page) {
        return new TriagePage(
                page.href(),
                page.id(),
                page.number(),
                page.synthetic(),
                true,
                null,
                page.state(),
                page.mayCross(),
                page.caseHref(),
                page.proposal(),
                page.guard(),
                List.of(
                        Row.word("report.row.category", "report.category.livestock-wastewater")
                                .changeAt("/staff/reports/113/correction/category"),
                        Row.text("correction.place", "江华瑶族自治县").changeAt("/staff/reports/113/correction/place"),
                        Row.word("opening.sealed", "opening.sealed.what"),
                        Row.time("report.row.observedAt", MONDAY)),
                page.contactGiven(),
                page.keep(),
                page.keeping(),
                List.of(),
                List.of(),
                List.of(),
                "[]",
                page.history(),
                List.of(),
                page.underReview(),
                page.answerBy(),
                page.basis(),
                page.overdue(),
                page.renewHref(),
                page.outcome());
    }

    private static TriagePage triage(@Nullable Tag state, TriagePage.Outcome outcome) {
        return new TriagePage(
                "/staff/reports/113",
                "113",
                "HN-R-2026-0113",
                true,
                false,
                "您的查阅理由：由我承办。理由有效至 2026年7月20日 20:42。每次查阅都会留下记录。",
                state,
                true,
                null,
                "triage.proposal.both-sides",
                List.of(
                        Row.text("triage.word.water", "湖南 或 广西：距示意省界 2.3 公里，在 6.0 公里宽的省界地带之内\n江华瑶族自治县（地图推测，待核定）"),
                        Row.text("triage.word.source", "广西：按所选的县推测，没有定位\n富川瑶族自治县（地图推测，待核定）")),
                REPORT,
                true,
                state == null ? "kept" : "held",
                state == null
                        ? List.of(Row.word("keep.row.state", "keep.state.kept"))
                        : List.of(
                                Row.word("keep.row.state", "keep.state.held"),
                                Row.time("keep.row.at", MONDAY),
                                Row.text("keep.row.reason", "法院调取"),
                                Row.text("keep.row.by", "p-4k7q2m"),
                                Row.text("keep.row.reviewon", "2027年1月31日")),
                PHOTOS,
                List.of(
                        new TriagePage.Sealed("/preview/photo", "triage.originals.video", "9f2c".repeat(16)),
                        new TriagePage.Sealed("/preview/photo", "triage.originals.heic", "03ab".repeat(16))),
                PLACES,
                PLACES_JSON,
                List.of(
                        Row.text("event.report.filed", "2026年7月20日 08:42\n举报人"),
                        Row.text(
                                "event.report.information-requested",
                                "2026年7月20日 10:05\n永州市生态环境局江华分局 · 执法人员\n地点\n排水口在水库的哪一侧？")),
                state == null
                        ? List.of()
                        : List.of(
                                Row.text("triage.said.information-added", "2026年7月22日 09:10\n今天又流出黑水。\n照片 1 张，见上面"),
                                Row.text("triage.said.pressure-reported", "2026年7月22日 18:40\n经过只有本单位负责人可以看。")),
                state == null ? null : "review.step.review",
                MONDAY.plusSeconds(170_000),
                List.of("从次日起 2 个工作日。", "依据：省级通知（默认值）", "依据未经核实。", "本年度节假日安排没有录入，只扣除周六、周日。"),
                false,
                "/staff/reports/113/code",
                outcome);
    }

    @GetMapping("/preview/staff/report-renewal")
    String renewal(Model model) {
        model.addAttribute("href", "/staff/reports/113");
        model.addAttribute("form", new RenewalForm(null, "", "k-1"));
        model.addAttribute("reasons", Choice.of("lost", "seen-by-others"));
        return "portal/triage/renewal";
    }

    @GetMapping("/preview/staff/report-renewed")
    String renewed(Model model) {
        model.addAttribute("href", "/staff/reports/113");
        model.addAttribute("code", "7302 1184 0926 5571");
        return "portal/triage/renewed";
    }
}
