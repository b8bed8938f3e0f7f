package org.lianzhi.model.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.lianzhi.model.AccessEvent;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.Capacity;
import org.lianzhi.model.CaseEvent.Inspector;
import org.lianzhi.model.DeskEvent;
import org.lianzhi.model.EvidenceEvent;
import org.lianzhi.model.Ground;
import org.lianzhi.model.NoticeEvent;
import org.lianzhi.model.Photo;
import org.lianzhi.model.Place;
import org.lianzhi.model.PublishedEvent;
import org.lianzhi.model.ReleasedSummary;
import org.lianzhi.model.ReportEvent;
import org.lianzhi.model.Side;
import org.lianzhi.model.SupervisionEvent;

/**
 * One example of every event, from the case of Jianghua and Fuchuan. The newspaper tells that citizens of Jianghua reported
 * a pig farm of Fuchuan, that its storm-water outlet lies in Hunan, that both departments sampled waste water on site and
 * that overflow prevention and blocking the storm pipe followed. Every date, id, name, position and figure is synthetic,
 * and says so (演示) where there is room for words.
 */
final class Examples {

    private static final Side HUNAN = new Side("hn");
    private static final Side GUANGXI = new Side("gx");
    private static final String JIANGHUA = "431129-branch";
    private static final String FUCHUAN = "451123-branch";
    private static final String JIANGHUA_LAB = "431129-laboratory";

    private static final String VISIT = "01j2a0000000000000000visit";
    private static final String SAMPLE = "01j2a000000000000000sample";
    private static final String FINDING = "01j2a00000000000000finding";
    private static final String ORDER = "01j2a0000000000000000order";
    private static final String INSTRUCTION = "01j2a00000000000instruction";
    private static final String DEPARTMENT = "430000-department";
    private static final String DIGEST = "5e0d".repeat(16);
    private static final String DONE = "d09e".repeat(16);
    private static final int EPOCH = 1;

    private static final Place RESERVOIR = new Place("431129", "岭背塘水库（演示点位）", 24.97, 111.58);
    private static final Place OUTLET = new Place("431129", "雨水排口（演示点位）", 24.965, 111.573);
    private static final Place FARM = new Place("451123", "富川某生猪养殖场（演示）", null, null);
    private static final Photo PHOTO = new Photo("01j2a0000000000000000photo", "ab12".repeat(16));
    private static final List<Inspector> TWO =
            List.of(new Inspector(JIANGHUA, "p-4k7q2m", true), new Inspector(JIANGHUA, "p-9d3x1v", true));

    static final ReleasedSummary SUMMARY = new ReleasedSummary(
            "livestock-wastewater",
            "（演示）群众反映，降雨时有污水流入岭背塘水库。",
            "养殖场趁降雨排放污水",
            RESERVOIR,
            OUTLET,
            FARM,
            at("01T08:30:00Z"),
            "rain",
            true,
            List.of(PHOTO),
            true);

    private Examples() {}

    static List<PublishedEvent> all() {
        return List.of(
                new ReportEvent.ReportFiled(
                        "web",
                        "livestock-wastewater",
                        "431129",
                        "451123",
                        JIANGHUA,
                        true,
                        at("01T08:30:00Z"),
                        "rain",
                        true,
                        1,
                        true,
                        at("03T16:00:00Z"),
                        "triage",
                        true),
                new ReportEvent.ReportAccepted(JIANGHUA),
                new ReportEvent.ReportNotAccepted("not-environmental", "（演示）请向县农业农村局反映。"),
                new ReportEvent.SummaryReleased(ContentDigest.of(SUMMARY), SUMMARY),
                new ReportEvent.AcceptedAsCrossBorder(
                        ContentDigest.of(SUMMARY),
                        "hunan-guangxi",
                        1,
                        HUNAN,
                        JIANGHUA,
                        GUANGXI,
                        FUCHUAN,
                        Ground.OUTLET,
                        SUMMARY),
                new ReportEvent.ReportReplied("（演示）两地已联合核查，雨水管已封堵。", null, null),
                new ReportEvent.FixConfirmed(),
                new ReportEvent.FixContested(),
                new ReportEvent.InformationAdded(true, 2),
                new ReportEvent.PressureReported(),
                new ReportEvent.ReplyRated("dissatisfied"),
                new ReportEvent.ReviewRequested("review", at("31T16:00:00Z"), "review"),
                new ReportEvent.ReviewAnswered("review", "upheld", "（演示）经复查，维持原答复。"),
                new ReportEvent.ReportFollowed(),
                new ReportEvent.CodeRenewed("lost"),
                new ReportEvent.InformationRequested("place", "（演示）请说明排水口的位置。", at("31T16:00:00Z"), "reporter-answer"),
                new ReportEvent.ReportMerged("01j3x5m6hj4k2m3n4p5q6r7s8t", "same-event"),
                new ReportEvent.OutcomeProposed("repeated", "answered-before", "（演示）同一事实已答复。", "o-7Q2M"),
                new ReportEvent.OutcomeConfirmed("repeated", "o-8R3N"),
                new ReportEvent.OutcomeRejected("fabricated", "（演示）还需到现场核查。", "o-8R3N"),
                new ReportEvent.ReportTakenUp("contested", at("31T16:00:00Z"), "triage"),
                new ReportEvent.ReportTransferred(
                        JIANGHUA, "431125-branch", "place", "（演示）地点在江永县。", at("31T16:00:00Z"), "objection"),
                new ReportEvent.TransferObjected(JIANGHUA, "431100-department", "not-our-area", "（演示）地点不在本县。"),
                new ReportEvent.TransferSettled("431125-branch", "（演示）永环函〔2024〕1号"),
                new ReportEvent.ReportVerified("partly", "（演示）现场检查发现漫溢，未见故意排放。"),
                new ReportEvent.DetailsCorrected("place", "431129", "431125", "（演示）排水口在江永县一侧。"),
                new ReportEvent.ReportNoted(),
                new ReportEvent.PlaceCorrected("water", "431129", "431125", true, "（演示）取水口在河的另一侧。"),
                new ReportEvent.DecisionDue("soon", at("31T16:00:00Z"), "triage"),
                new CaseEvent.CaseOpened(
                        "hunan-guangxi",
                        1,
                        HUNAN,
                        JIANGHUA,
                        GUANGXI,
                        FUCHUAN,
                        Ground.OUTLET,
                        SUMMARY,
                        at("03T02:00:00Z"),
                        "acknowledge",
                        EPOCH),
                new CaseEvent.CaseJoined(FUCHUAN, at("03T02:00:00Z"), "acknowledge", EPOCH),
                new CaseEvent.CaseAcknowledged(FUCHUAN),
                new CaseEvent.CaseDeclined("no-cross-border-effect", "（演示）核查后未发现跨界影响。"),
                new CaseEvent.AcknowledgementMissed(at("03T02:00:00Z")),
                new CaseEvent.InspectionProposed(VISIT, DIGEST, at("04T01:00:00Z"), OUTLET, "（演示）联合查看雨水排口", EPOCH),
                new CaseEvent.InspectionAccepted(VISIT, DIGEST, EPOCH),
                new CaseEvent.InspectionDeclined(VISIT, DIGEST, "（演示）当日人员另有任务", EPOCH),
                new CaseEvent.InspectionRecorded(
                        VISIT,
                        at("04T01:05:00Z"),
                        at("04T03:40:00Z"),
                        OUTLET,
                        Capacity.ENFORCING,
                        TWO,
                        "rain",
                        "（演示）雨水排口位于湖南境内，管内有污水。",
                        List.of(PHOTO)),
                new CaseEvent.SampleTaken(
                        SAMPLE,
                        "YS-01",
                        "split",
                        "wastewater",
                        true,
                        OUTLET,
                        at("04T02:10:00Z"),
                        "FQ-0001",
                        TWO,
                        List.of("cod", "nh3-n")),
                new CaseEvent.SampleSent(SAMPLE, JIANGHUA_LAB, "FQ-0001", at("04T06:00:00Z")),
                new CaseEvent.SampleReceived(SAMPLE, JIANGHUA_LAB, true, at("04T06:00:00.250Z")),
                new CaseEvent.ResultsReported(
                        SAMPLE,
                        JIANGHUA_LAB,
                        at("06T07:00:00Z"),
                        "GB 18596-2001",
                        List.of(
                                new CaseEvent.Result("cod", "612", "mg/L", false, "演示方法", "400", "exceeded", "1.53"),
                                new CaseEvent.Result("ph", "7.4", "1", false, "演示方法", null, "not-assessable", null)),
                        true,
                        "grab-against-daily-mean"),
                new CaseEvent.FindingProposed(
                        FINDING,
                        DIGEST,
                        "养殖场趁降雨排放污水",
                        "连续降雨致养殖污水溢流进入雨水管",
                        "富川某生猪养殖场（演示）",
                        "经雨水管流入水库",
                        OUTLET,
                        "岭背塘水库",
                        List.of(VISIT, SAMPLE),
                        EPOCH),
                new CaseEvent.FindingConfirmed(FINDING, DIGEST, EPOCH),
                new CaseEvent.FindingDissented(FINDING, DIGEST, "（演示）溢流时段的证据不足", EPOCH),
                new CaseEvent.FindingWithdrawn(FINDING, DIGEST, "（演示）补充证据后再提", EPOCH),
                new CaseEvent.RectificationOrdered(
                        ORDER,
                        DIGEST,
                        "富川某生猪养殖场（演示）",
                        "（演示）由执法人员填写",
                        List.of(
                                new CaseEvent.Measure("m1", "采取防溢流措施", LocalDate.of(2024, 7, 12)),
                                new CaseEvent.Measure("m2", "封堵雨水管", LocalDate.of(2024, 7, 12))),
                        EPOCH),
                new CaseEvent.MeasureReportedDone(ORDER, "m2", "（演示）雨水管已封堵", LocalDate.of(2024, 7, 10), List.of(PHOTO)),
                new CaseEvent.MeasureVerified(ORDER, "m2", DONE, Capacity.ATTENDING, "（演示）现场查看属实", EPOCH),
                new CaseEvent.MeasureFoundWanting(ORDER, "m2", DONE, "（演示）封堵处仍有渗漏", EPOCH),
                new CaseEvent.ClosureSigned(DIGEST, "rectified-and-verified", EPOCH),
                new CaseEvent.ClosureWithdrawn(DIGEST, "（演示）群众反映问题仍在", EPOCH),
                new CaseEvent.CaseClosed(DIGEST, "rectified-and-verified", EPOCH),
                new CaseEvent.CaseReopened("not-fixed", "（演示）群众反映问题仍在", 2),
                new CaseEvent.CounterpartReminded("bureau", FUCHUAN, "（演示）请确认是否参加处置", at("08T16:00:00Z"), 0, EPOCH),
                new CaseEvent.MeasureExtended(ORDER, "m1", LocalDate.of(2024, 7, 20), "（演示）连续降雨，无法施工", EPOCH),
                new CaseEvent.AfterCheckPlanned(ORDER, DIGEST, at("30T16:00:00Z"), "after-check", EPOCH),
                new CaseEvent.HeavyRainRecorded(
                        at("20T02:00:00Z"), "（演示）气象部门通报", at("22T16:00:00Z"), "after-check-rain", EPOCH),
                new CaseEvent.AfterChecked(
                        ORDER,
                        DIGEST,
                        at("21T01:00:00Z"),
                        OUTLET,
                        Capacity.ENFORCING,
                        List.of(
                                new CaseEvent.Inspector(FUCHUAN, "o-1", true),
                                new CaseEvent.Inspector(FUCHUAN, "o-2", true)),
                        "after-rain",
                        "（演示）封堵已被拆除",
                        List.of(new CaseEvent.Sham("m2", DONE)),
                        List.of(PHOTO),
                        EPOCH),
                new CaseEvent.AfterCheckMissed(ORDER, DIGEST, "rain", at("22T16:00:00Z"), EPOCH),
                new CaseEvent.DispositionDecided(
                        "01j2a000000000000disposition",
                        "first-offence-exemption",
                        "（演示）不罚〔2024〕1号",
                        LocalDate.of(2024, 7, 22),
                        List.of(new CaseEvent.LegalBasis(
                                "app-33", "《行政处罚法》第三十三条", "2021", null, LocalDate.of(2030, 12, 31), true)),
                        List.of("slight", "first", "corrected", "no-or-slight-harm"),
                        12,
                        "（演示）首次发现，已及时改正",
                        EPOCH),
                new CaseEvent.EmergencyMeasureTaken(
                        "01j2a0000000000000emergency",
                        "block-outlet",
                        OUTLET,
                        at("03T09:00:00Z"),
                        "（演示）用沙袋临时封堵雨水排口",
                        List.of(PHOTO),
                        EPOCH),
                new CaseEvent.PaperIssued(
                        "01j2a0000000000000000paper",
                        "order-to-correct",
                        "（演示）责改〔2024〕1号",
                        JIANGHUA,
                        "（演示）限期封堵雨水管",
                        LocalDate.of(2024, 8, 2),
                        List.of(PHOTO),
                        "refused",
                        "（演示）当事人拒绝签字，有见证人在场",
                        EPOCH),
                new CaseEvent.CaseLinked("01j1a00000000000000000case", "same-source", "（演示）同一排口再次排水", EPOCH),
                new CaseEvent.CaseUnlinked("01j1a00000000000000000case", "（演示）经核实为另一排口", EPOCH),
                new CaseEvent.Commented("01j2a00000000000000comment", "（演示）请先通知贵方现场人员。", EPOCH),
                new CaseEvent.LetterSent(
                        "01j2a000000000000000letter",
                        "agriculture",
                        "（演示）函〔2024〕1号",
                        "（演示）请核查养殖场粪污处理设施",
                        at("12T16:00:00Z"),
                        "letter-reply",
                        EPOCH),
                new CaseEvent.LetterAnswered(
                        "01j2a000000000000000letter", LocalDate.of(2024, 7, 11), "（演示）已核查，设施不足", EPOCH),
                new CaseEvent.JurisdictionStated(
                        HUNAN,
                        List.of(Ground.AFFECTED_WATER, Ground.FIRST_FILED),
                        "（演示）受影响水体在本侧，本侧最先受理",
                        at("05T16:00:00Z"),
                        EPOCH),
                new CaseEvent.DecisionReceived(
                        DIGEST, "（演示）共同上级机关", "（演示）第1号", LocalDate.of(2024, 7, 6), HUNAN, List.of(PHOTO), EPOCH),
                new CaseEvent.RecordConcluded("own-part-done", "（演示）本侧已查清并答复，对方未回应", 0, EPOCH),
                new NoticeEvent.NoticeIssued(
                        FUCHUAN, "case-joined", "01j2a00000000000000000case", "c-0001#0", at("03T02:00:00Z")),
                new NoticeEvent.NoticeRead(),
                new EvidenceEvent.CheckpointSigned(
                        1,
                        "0".repeat(64),
                        DIGEST,
                        2,
                        List.of(
                                new EvidenceEvent.SignedHead("case-01j2a00000000000000000case@hn", 7, DIGEST),
                                new EvidenceEvent.SignedHead("case-01j2a00000000000000001case@hn", 1, DONE)),
                        "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs",
                        "eyJhbGciOiJFZERTQSJ9.eyJudW1iZXIiOjF9.c3ludGhldGlj"),
                new SupervisionEvent.InstructionGiven(
                        INSTRUCTION, JIANGHUA, DEPARTMENT, "（演示）请于期限内查清雨水排口去向并报告。", at("10T10:00:00Z")),
                new SupervisionEvent.BureauReminded(INSTRUCTION, JIANGHUA, "（演示）期限将至，请抓紧。", at("10T10:00:00Z")),
                new SupervisionEvent.DeadlineExtended(INSTRUCTION, JIANGHUA, at("12T10:00:00Z"), "（演示）检测尚未完成"),
                new SupervisionEvent.ReportedBack(INSTRUCTION, JIANGHUA, DEPARTMENT, "（演示）雨水排口已查清并封堵。"),
                new SupervisionEvent.InstructionClosed(INSTRUCTION, JIANGHUA, "（演示）情况属实"),
                new SupervisionEvent.InstructionWithdrawn(INSTRUCTION, JIANGHUA, "（演示）已由现场处置"),
                new SupervisionEvent.Graded("risk", "（演示）属风险隐患，未构成突发环境事件", "（演示）由监督人员填写", JIANGHUA),
                new SupervisionEvent.OfficeDesignated("431124-branch", JIANGHUA, "（演示）两县分局对管辖有争议", "（演示）由监督人员填写"),
                new AccessEvent.AccessGranted(
                        "p-2j6r9x",
                        "（演示）上级督察机构",
                        "（演示）跨界处置情况检查",
                        List.of(),
                        "hunan-guangxi",
                        LocalDate.of(2024, 7, 1),
                        LocalDate.of(2024, 7, 31),
                        at("15T00:00:00Z"),
                        at("29T00:00:00Z")),
                new AccessEvent.AccessEnded("（演示）检查已提前结束"),
                new AccessEvent.AccessUsed("01j2a00000000000000000case", "timeline"),
                new DeskEvent.CaseAssigned(JIANGHUA, "o-7Q2M", "（演示）现场情况见留言"),
                new DeskEvent.Remarked("01j2a0000000000000000remark", "（演示）下午去现场"),
                new DeskEvent.PaperPrepared(
                        "01j2a0000000000000000paper",
                        "order-to-correct",
                        "（演示）责改〔2024〕1号",
                        "431100-department",
                        "（演示）限期封堵雨水管",
                        List.of(PHOTO)),
                new DeskEvent.PaperStepDone("01j2a0000000000000000paper", "approval", "（演示）市局审批单1号"),
                new DeskEvent.PaperSentBack("01j2a0000000000000000paper", "approval", "（演示）请补充法律依据"),
                new DeskEvent.StandInNamed("o-7Q2M", "o-9K4X", LocalDate.of(2024, 8, 5), LocalDate.of(2024, 8, 9)),
                new DeskEvent.Returned("o-7Q2M", LocalDate.of(2024, 8, 8), null));
    }

    private static Instant at(String dayAndTime) {
        return Instant.parse("2024-07-" + dayAndTime);
    }
}
