package org.lianzhi.system;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.awaitility.Awaitility;
import org.lianzhi.test.Browsers;
import org.lianzhi.test.RunningLianzhi;

/** The pig farm between Jianghua and Fuchuan, from the report to the closure, by the people who take part in it. */
final class TheCase implements AutoCloseable {

    static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private static final int PHONE = 390;
    private static final int DESK = 1280;
    /** The joint sample has one number; each side has its part of it. */
    private static final String JOINT_SAMPLE = "LBT-01";

    private static final List<String> MEASURED_IN_HUNAN = List.of("180", "620", "210", "95", "12.4", "1500");
    private static final List<String> MEASURED_IN_GUANGXI = List.of("175", "598", "204", "91", "11.9", "1400");

    private final BrowserContext phone;
    private final BrowserContext atJianghua;
    private final BrowserContext atFuchuan;
    private final BrowserContext atJianghuaLaboratory;
    private final BrowserContext atFuchuanLaboratory;
    private final BrowserContext atHunan;
    private final BrowserContext atGuangxi;
    private final BrowserContext atInspection;
    private final RunningLianzhi lianzhi;
    private final Words words;
    final Citizen citizen;
    private Officer jianghua;
    private Officer fuchuan;
    private String id = "";

    TheCase(RunningLianzhi lianzhi, Browsers browsers, Words words) {
        this.lianzhi = lianzhi;
        this.words = words;
        this.phone = browsers.visitor(PHONE, true);
        this.atJianghua = browsers.visitor(DESK, true);
        this.atFuchuan = browsers.visitor(DESK, true);
        this.atJianghuaLaboratory = browsers.visitor(DESK, true);
        this.atFuchuanLaboratory = browsers.visitor(DESK, true);
        this.atHunan = browsers.visitor(DESK, true);
        this.atGuangxi = browsers.visitor(DESK, true);
        this.atInspection = browsers.visitor(DESK, true);
        this.citizen = new Citizen(lianzhi, phone, words);
        this.jianghua = new Officer(lianzhi, atJianghua, words);
        this.fuchuan = new Officer(lianzhi, atFuchuan, words);
    }

    String id() {
        return id;
    }

    /** Both officers sign in, also anew after a restart, which ends all sessions. */
    void officersSignIn() {
        jianghua = Officer.signedIn(lianzhi, atJianghua, "jianghua-1", words);
        fuchuan = Officer.signedIn(lianzhi, atFuchuan, "fuchuan-1", words);
    }

    void jianghuaHasTheInboxOpen() {
        jianghua.waitsAtInbox();
    }

    void jianghuaReleasesASummary() {
        jianghua.isToldWithoutAsking();
        jianghua.findsInInbox("notice.report-filed");
        jianghua.opensTopOfWorklist("/staff/reports/");
        Pictures.take(jianghua.page(), "triage", words);
        id = jianghua.releases(
                words.of("降雨时养殖废水流入岭背塘水库。", "Livestock waste water runs into Lingbeitang reservoir in the rain."),
                words.of("疑为富川一养猪场趁降雨故意排放", "Deliberate discharge by a pig farm believed to be in Fuchuan"));
        fuchuan.findsInInbox("notice.case-opened");
        jianghua.findsInInbox("notice.case-joined");
    }

    /** From somebody's report to a case in which both sides are asked. */
    void isOpened(Path photo) {
        officersSignIn();
        jianghuaHasTheInboxOpen();
        citizen.files(new Citizen.Account(
                words.of("褐色的水流进水库。", "Brown water runs into the reservoir."),
                words.of("水库进水口", "Inlet of the reservoir"),
                words.of("对面的养猪场", "Pig farm on the other side"),
                "Somebody",
                "13900000000",
                "somebody@example.invalid",
                words.of("岭背塘村", "Village by the reservoir"),
                photo));
        jianghuaReleasesASummary();
    }

    void bothAcknowledge() {
        jianghuaAcknowledges();
        fuchuanAcknowledges();
    }

    void jianghuaPutsNoticeToTheCity(String about, Path page) {
        jianghua.begins(id, "prepare-paper")
                .choose("kind", "advance-notice")
                .write("number", words.of("演示告1号", "Demonstration 1"))
                .choose("office", "431100-department")
                .write("about", about)
                .attach("photos", page)
                .send();
    }

    void jianghuaPreparesItAnew() {
        jianghua.begins(id, "prepare-paper/").send();
    }

    void jianghuaIssuesIt() {
        jianghua.begins(id, "issue-paper").on("issuedOn", now().toLocalDate()).send();
    }

    void bothVisitTheSite() {
        bothAgreeOnAVisit();
        records(jianghua, "attending");
        records(fuchuan, "enforcing");
    }

    void bothAgreeOnAVisit() {
        jianghua.begins(id, "propose-inspection")
                .at("startsAt", now().plusHours(1))
                .write("meetingPoint", words.of("养猪场大门", "Gate of the pig farm"))
                .write("purpose", words.of("查明废水来源", "Find where the waste water comes from"))
                .send();
        fuchuan.begins(id, "answer-inspection").choose("answer", "yes").send();
    }

    void records(Officer officer, String capacity) {
        Form form = officer.begins(id, "record-inspection");
        writesWhatWasFound(form, capacity);
        form.send();
    }

    /** All of an inspection's record but the photos. */
    void writesWhatWasFound(Form form, String capacity) {
        form.at("startedAt", now().minusHours(2))
                .at("endedAt", now().minusHours(1))
                .write("place", words.of("养殖场粪污池和雨水管", "Pit of the farm and the storm-water drain"))
                .choose("capacity", capacity)
                .tickFirst("inspectors", 2)
                .tick("credentialsShown")
                .choose("weather", "rain")
                .write(
                        "notes",
                        words.of(
                                "粪污漫溢进入雨水管，其排口在湖南境内。",
                                "Waste overflows into a storm-water drain whose outlet lies in Hunan."));
    }

    void jianghuaAcknowledges() {
        jianghua.begins(id, "acknowledge").choose("answer", "acknowledge").send();
    }

    /** Once the other side has let the time pass, nobody waits for it: the own side goes there alone, and says what it has found. */
    void jianghuaGoesAloneAndFindsSomething() {
        jianghua.begins(id, "propose-inspection")
                .at("startsAt", now().minusHours(3))
                .write("meetingPoint", words.of("水库大坝", "Dam of the reservoir"))
                .write("purpose", words.of("查明废水来源", "Find where the waste water comes from"))
                .send();
        records(jianghua, "attending");
        jianghuaProposesAFinding();
    }

    /** The case page offers an act beside the procedure, and names whom it would be about. */
    void jianghuaIsOffered(String act, String about) {
        Awaitility.await(act + " for " + about).atMost(patience()).until(() -> {
            jianghua.caseText(id);
            return jianghua.page()
                            .locator("main .govuk-task-list__item:has(a[href$='/" + act + "'])")
                            .filter(new Locator.FilterOptions().setHasText(about))
                            .count()
                    > 0;
        });
    }

    void jianghuaReminds(String what) {
        jianghua.begins(id, "remind").write("words", what).send();
    }

    void jianghuaConcludes(String why) {
        jianghua.begins(id, "conclude")
                .choose("outcome", "own-part-done")
                .write("explanation", why)
                .send();
    }

    void fuchuanAcknowledges() {
        fuchuan.begins(id, "acknowledge").choose("answer", "acknowledge").send();
    }

    void eachSideWantsToLead() {
        for (Officer officer : List.of(jianghua, fuchuan)) {
            officer.begins(id, "state-jurisdiction")
                    .choose("lead", officer == jianghua ? "hn" : "gx")
                    .tickFirst("grounds", 1)
                    .write("explanation", words.of("依据见勾选", "For the grounds that are ticked"))
                    .send();
        }
    }

    void bothEnterTheSameDecision(Path page) {
        for (Officer officer : List.of(jianghua, fuchuan)) {
            officer.begins(id, "enter-decision")
                    .write("issuer", words.of("上级机关（演示）", "Superior authority (synthetic)"))
                    .write("number", "1")
                    .on("decidedOn", LocalDate.now(BEIJING))
                    .choose("lead", "gx")
                    .attach("photos", page)
                    .send();
        }
    }

    void bothSampleAndTheirLaboratoriesReport() {
        samples(jianghua, "SEAL-HN", "431129-laboratory");
        samples(fuchuan, "SEAL-GX", "451123-laboratory");
        analyses(atJianghuaLaboratory, "jianghua-lab", MEASURED_IN_HUNAN);
        analyses(atFuchuanLaboratory, "fuchuan-lab", MEASURED_IN_GUANGXI);
    }

    private void samples(Officer officer, String seal, String laboratory) {
        writesWhatWasTaken(officer.begins(id, "take-sample"), seal).send();
        officer.begins(id, "send-sample")
                .choose("laboratory", laboratory)
                .write("seal", seal)
                .at("handedOverAt", now().minusMinutes(40))
                .send();
    }

    Form writesWhatWasTaken(Form form, String seal) {
        return form.write("number", JOINT_SAMPLE)
                .choose("part", "split")
                .choose("medium", "wastewater")
                .choose("grab", "yes")
                .write("pointLat", "24.9010")
                .write("pointLon", "111.3840")
                .at("takenAt", now().minusMinutes(50))
                .write("seal", seal)
                .tickFirst("takenBy", 2)
                .tick("credentialsShown")
                .tickFirst("parameters", MEASURED_IN_HUNAN.size());
    }

    private void analyses(BrowserContext context, String login, List<String> measured) {
        Officer laboratory = Officer.signedIn(lianzhi, context, login, words);
        laboratory
                .begins(id, "receive-sample")
                .choose("sealIntact", "yes")
                .at("receivedAt", now().minusMinutes(30))
                .send();
        Form results = laboratory.begins(id, "enter-results");
        results.at("analysedAt", now().minusMinutes(10));
        for (int line = 0; line < measured.size(); line++) {
            results.write("lines[" + line + "].value", measured.get(line));
        }
        // First compared with the standard and shown, then reported.
        results.send();
        laboratory.form().send();
    }

    void bothAgreeOnAFinding() {
        jianghuaProposesAFinding();
        fuchuan.begins(id, "answer-finding").choose("answer", "yes").send();
    }

    void guangxiDissents() {
        jianghuaProposesAFinding();
        fuchuan.begins(id, "answer-finding")
                .choose("answer", "no")
                .write("reasons", words.of("样品不足，不能认定。", "Too few samples to hold that for true."))
                .send();
    }

    private void jianghuaProposesAFinding() {
        jianghua.begins(id, "propose-finding")
                .write("establishedCause", words.of("连续降雨使养殖粪污漫溢", "Continuous rain made the waste overflow"))
                .write("source", words.of("养猪场粪污池", "Manure pit of the pig farm"))
                .write("pathway", words.of("漫过池沿进入雨水管", "Over the rim of the pit into a storm-water drain"))
                .write("affectedWater", words.of("岭背塘水库", "Lingbeitang reservoir"))
                .write("outletWords", words.of("雨水管排口", "Outlet of the storm-water drain"))
                .choose("outletCounty", "431129")
                .tickAll("evidence")
                .send();
    }

    void theFarmPutsItRight(Path photo) {
        fuchuan.looksAtWorklist();
        Pictures.take(fuchuan.page(), "worklist", words);
        fuchuan.seesPhoto(id);
        Pictures.take(fuchuan.page(), "case", words);
        fuchuan.begins(id, "order")
                .write("addressee", words.of("该养猪场", "The pig farm"))
                .write("legalBasis", words.of("《水污染防治法》", "Law on the Prevention and Control of Water Pollution"))
                .write(
                        "measures[0].description",
                        words.of("加高池沿防止漫溢，封堵雨水管", "Raise the rim of the pit and block the storm-water drain"))
                .on("measures[0].dueOn", LocalDate.now(BEIJING).plusDays(10))
                .send();
        fuchuan.begins(id, "measure-done")
                .write("account", words.of("池沿已加高，雨水管已封堵。", "The rim is raised and the drain is blocked."))
                .on("doneOn", LocalDate.now(BEIJING))
                .attach("photos", photo)
                .send();
        verifies(jianghua, "attending");
        verifies(fuchuan, "enforcing");
    }

    private void verifies(Officer officer, String capacity) {
        officer.begins(id, "verify-measure")
                .choose("answer", "yes")
                .choose("capacity", capacity)
                .write("remarks", words.of("现场查看：雨水管已封堵。", "Seen on site: the drain is blocked."))
                .send();
    }

    /** Its own decision, by the lists of its own side; nothing waits for it. */
    void guangxiExemptsAFirstOffence() {
        fuchuan.begins(id, "decide-disposition")
                .choose("kind", "first-offence-exemption")
                .tickAll("conditions")
                .tickFirst("bases", 1)
                .write("number", "1")
                .on("decidedOn", LocalDate.now(BEIJING))
                .write("reasons", words.of("首次发现并及时改正", "The first time, and put right at once"))
                .send();
    }

    /** After the end, and after the first heavy rain; the case is open again. */
    String jianghuaFindsASham() {
        jianghua.begins(id, "heavy-rain")
                .at("cameAt", now())
                .write("account", words.of("现场所见", "Seen on the spot"))
                .send();
        writesWhatWasSeen(jianghua.begins(id, "after-check")).send();
        fuchuan.findsInInbox("notice.after-checked");
        return fuchuan.caseText(id);
    }

    /** All of an after-check's record but the photos. */
    Form writesWhatWasSeen(Form form) {
        return form.at("checkedAt", now())
                .choose("capacity", "enforcing")
                .tickFirst("inspectors", 2)
                .tick("credentialsShown")
                .choose("weather", "after-rain")
                .choose("answer", "sham")
                .tickFirst("shams", 1)
                .write("account", words.of("封堵已被拆除。", "The blocking has been taken away."));
    }

    void bothSign() {
        for (Officer officer : List.of(jianghua, fuchuan)) {
            officer.begins(id, "sign")
                    .choose("outcome", "rectified-and-verified")
                    .tick("agreed")
                    .send();
        }
        jianghua.findsInInbox("notice.case-closed");
        Pictures.take(jianghua.page(), "inbox", words);
    }

    /** From the instruction to its end, each on the pages of whoever does it. */
    void jianghuaIsInstructed(Supervisor supervisor) {
        supervisor.instructs(
                id,
                "431129-branch",
                words.of("请回头看雨水管是否仍然封堵。", "Look again whether the drain is still blocked."),
                now().plusDays(3));
        jianghua.findsInInbox("notice.instruction-given");
        jianghua.opensTopOfWorklist("/staff/supervision/");
        jianghua.reportsBack(words.of("现场查看，仍然封堵。", "Seen on site: still blocked."));
        supervisor.ends(id);
    }

    /** An inspector of an authority above reads the case for as long as it was granted, and each look is written down. */
    void anInspectorLooks(Supervisor supervisor) {
        Inspector inspector = new Inspector(lianzhi, atInspection);
        inspector.signIn("inspector");
        supervisor.grants(
                inspector.reference(),
                words.of("区域督察机构", "Regional inspection"),
                words.of("例行督察抽查此案。", "A sample for the yearly inspection."),
                id,
                now().plusHours(2));
        if (inspector.reads(id).size() <= 20) {
            throw new AssertionError("the inspector does not see the whole case: " + inspector.begin());
        }
        if (supervisor.seesLooksAt(id) == 0) {
            throw new AssertionError(
                    "no look at the case is written down: " + supervisor.page().content());
        }
        inspector.reads(id);
        supervisor.withdraws(words.of("抽查已完成。", "The sample is done."));
        int after = inspector.statusOfTheSamePage();
        if (after != 404) {
            throw new AssertionError("after the end the case is answered with " + after);
        }
    }

    Supervisor hunanSupervisor() {
        return supervisor(atHunan, "hunan-supervisor");
    }

    Supervisor guangxiSupervisor() {
        return supervisor(atGuangxi, "guangxi-supervisor");
    }

    private Supervisor supervisor(BrowserContext context, String login) {
        Supervisor supervisor = new Supervisor(lianzhi, context);
        supervisor.signIn(login);
        return supervisor;
    }

    String seenByJianghua() {
        return jianghua.caseText(id);
    }

    String seenByFuchuan() {
        return fuchuan.caseText(id);
    }

    private static LocalDateTime now() {
        return LocalDateTime.now(BEIJING);
    }

    /** How long anything may take to reach the other pages. */
    static Duration patience() {
        return Duration.ofSeconds(60);
    }

    List<BrowserContext> contexts() {
        return List.of(
                phone,
                atJianghua,
                atFuchuan,
                atJianghuaLaboratory,
                atFuchuanLaboratory,
                atHunan,
                atGuangxi,
                atInspection);
    }

    @Override
    public void close() {
        contexts().forEach(BrowserContext::close);
    }
}
