package org.lianzhi.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.lianzhi.model.AccessEvent;
import org.lianzhi.model.Actor;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.Capacity;
import org.lianzhi.model.DeskEvent;
import org.lianzhi.model.EvidenceEvent;
import org.lianzhi.model.Ground;
import org.lianzhi.model.NoticeEvent;
import org.lianzhi.model.Place;
import org.lianzhi.model.PublishedEvent;
import org.lianzhi.model.ReleasedSummary;
import org.lianzhi.model.ReportEvent;
import org.lianzhi.model.Role;
import org.lianzhi.model.Side;
import org.lianzhi.model.SupervisionEvent;
import org.lianzhi.model.wire.WireTypes;

class AudienceTest {

    private static final Side HUNAN = new Side("hn");
    private static final Side GUANGXI = new Side("gx");
    private static final Party JIANGHUA = new Party(HUNAN, "431129-branch");
    private static final Party FUCHUAN = new Party(GUANGXI, "451123-branch");
    private static final Party DAOXIAN = new Party(HUNAN, "431124-branch");
    private static final Party HUNAN_DEPARTMENT = new Party(HUNAN, "430000-department");
    private static final Actor HUNAN_SUPERVISOR = new Actor(HUNAN, "430000-department", Role.SUPERVISOR, "s-1");
    private static final Actor JIANGHUA_OFFICER = new Actor(HUNAN, "431129-branch", Role.OFFICER, "o-1");
    private static final Actor FUCHUAN_OFFICER = new Actor(GUANGXI, "451123-branch", Role.OFFICER, "o-2");
    private static final Actor JIANGHUA_LABORATORY = new Actor(HUNAN, "431129-laboratory", Role.LABORATORY, "l-1");
    private static final Actor HUNAN_POLICY = Actor.policy(HUNAN, "closing");
    private static final Actor GUANGXI_POLICY = Actor.policy(GUANGXI, "joining");
    private static final Instant DUE = Instant.parse("2024-07-10T10:00:00Z");
    private static final Instant NOON = Instant.parse("2024-07-09T04:00:00Z");
    private static final Place OUTLET = new Place("431129", "storm drain outlet", 24.9, 111.5);
    private static final ReleasedSummary SUMMARY = new ReleasedSummary(
            "livestock-wastewater",
            "waste water",
            "discharge",
            OUTLET,
            null,
            null,
            NOON,
            "rain",
            null,
            List.of(),
            true);

    /** One row of the table: who did what, and who is told. */
    record Row(
            Actor by,
            PublishedEvent event,
            @Nullable Kind kind,
            @Nullable Instant dueAt,
            List<Party> told) {

        @Override
        public String toString() {
            return event.getClass().getSimpleName() + " by " + by.written();
        }
    }

    static final List<Row> TABLE = List.of(
            tells(Actor.citizen(HUNAN), filed(), Kind.REPORT_FILED, DUE, JIANGHUA),
            tells(Actor.citizen(HUNAN), new ReportEvent.FixContested(), Kind.FIX_CONTESTED, null, JIANGHUA),
            tellsNobody(Actor.citizen(HUNAN), new ReportEvent.FixConfirmed()),
            tellsNobody(JIANGHUA_OFFICER, new ReportEvent.ReportAccepted("431129-branch")),
            tellsNobody(JIANGHUA_OFFICER, new ReportEvent.ReportNotAccepted("not-environmental", null)),
            tellsNobody(JIANGHUA_OFFICER, new ReportEvent.SummaryReleased("d", SUMMARY)),
            tellsNobody(JIANGHUA_OFFICER, crossBorder()),
            tellsNobody(JIANGHUA_OFFICER, new ReportEvent.ReportReplied("words", null, null)),
            tells(
                    Actor.citizen(HUNAN),
                    new ReportEvent.InformationAdded(true, 0),
                    Kind.INFORMATION_ADDED,
                    null,
                    JIANGHUA),
            tells(Actor.citizen(HUNAN), new ReportEvent.PressureReported(), Kind.PRESSURE_REPORTED, null, JIANGHUA),
            tellsNobody(Actor.citizen(HUNAN), new ReportEvent.ReplyRated("satisfied")),
            tells(
                    Actor.citizen(HUNAN),
                    new ReportEvent.ReviewRequested("review", DUE, "review"),
                    Kind.REVIEW_REQUESTED,
                    DUE,
                    JIANGHUA),
            tellsNobody(JIANGHUA_OFFICER, new ReportEvent.ReviewAnswered("review", "upheld", "words")),
            tellsNobody(Actor.citizen(HUNAN), new ReportEvent.ReportFollowed()),
            tellsNobody(JIANGHUA_OFFICER, new ReportEvent.CodeRenewed("lost")),
            tellsNobody(
                    JIANGHUA_OFFICER, new ReportEvent.InformationRequested("place", "words", DUE, "reporter-answer")),
            tellsNobody(JIANGHUA_OFFICER, new ReportEvent.ReportMerged("r-2", "same-event")),
            tells(
                    Actor.policy(HUNAN, "deadline"),
                    new ReportEvent.DecisionDue("soon", DUE, "triage"),
                    Kind.DECISION_DUE_SOON,
                    DUE,
                    JIANGHUA),
            tells(
                    Actor.policy(HUNAN, "deadline"),
                    new ReportEvent.DecisionDue("over", DUE, "triage"),
                    Kind.DECISION_OVERDUE,
                    DUE,
                    JIANGHUA),
            tellsNobody(JIANGHUA_OFFICER, new ReportEvent.ReportVerified("partly", "words")),
            tellsNobody(JIANGHUA_OFFICER, new ReportEvent.ReportNoted()),
            tellsNobody(JIANGHUA_OFFICER, new ReportEvent.PlaceCorrected("water", null, "431125", true, "words")),
            tellsNobody(JIANGHUA_OFFICER, new ReportEvent.DetailsCorrected("place", null, "431125", "words")),
            tells(
                    JIANGHUA_OFFICER,
                    new ReportEvent.ReportTransferred(
                            "431129-branch", "431125-branch", "place", "words", DUE, "objection"),
                    Kind.REPORT_TRANSFERRED,
                    DUE,
                    new Party(HUNAN, "431125-branch")),
            tells(
                    new Actor(HUNAN, "431125-branch", Role.OFFICER, "o-9"),
                    new ReportEvent.TransferObjected("431129-branch", "431100-department", "not-our-area", "words"),
                    Kind.TRANSFER_OBJECTED,
                    null,
                    JIANGHUA,
                    new Party(HUNAN, "431100-department")),
            tells(
                    JIANGHUA_OFFICER,
                    new ReportEvent.TransferSettled("431125-branch", "words"),
                    Kind.TRANSFER_SETTLED,
                    null,
                    new Party(HUNAN, "431125-branch")),
            tellsNobody(
                    JIANGHUA_OFFICER, new ReportEvent.OutcomeProposed("repeated", "answered-before", "words", "o-1")),
            tellsNobody(JIANGHUA_OFFICER, new ReportEvent.OutcomeConfirmed("repeated", "o-2")),
            tellsNobody(JIANGHUA_OFFICER, new ReportEvent.OutcomeRejected("repeated", "words", "o-2")),
            tells(
                    Actor.citizen(HUNAN),
                    new ReportEvent.ReportTakenUp("contested", DUE, "triage"),
                    Kind.OUTCOME_CONTESTED,
                    DUE,
                    JIANGHUA),
            tells(HUNAN_POLICY, opened(), Kind.CASE_OPENED, DUE, JIANGHUA, FUCHUAN),
            tells(
                    GUANGXI_POLICY,
                    new CaseEvent.CaseJoined("451123-branch", DUE, "rule", 1),
                    Kind.CASE_JOINED,
                    null,
                    JIANGHUA),
            tellsNobody(JIANGHUA_OFFICER, new CaseEvent.CaseAcknowledged("431129-branch")),
            tells(FUCHUAN_OFFICER, new CaseEvent.CaseDeclined("other", "words"), Kind.CASE_DECLINED, null, JIANGHUA),
            tells(
                    GUANGXI_POLICY,
                    new CaseEvent.AcknowledgementMissed(DUE),
                    Kind.ACKNOWLEDGEMENT_MISSED,
                    null,
                    JIANGHUA,
                    FUCHUAN),
            tells(
                    JIANGHUA_OFFICER,
                    new CaseEvent.InspectionProposed("i", "d", DUE, OUTLET, "visit", 1),
                    Kind.INSPECTION_PROPOSED,
                    DUE,
                    FUCHUAN),
            tells(
                    FUCHUAN_OFFICER,
                    new CaseEvent.InspectionAccepted("i", "d", 1),
                    Kind.INSPECTION_ACCEPTED,
                    null,
                    JIANGHUA),
            tells(
                    FUCHUAN_OFFICER,
                    new CaseEvent.InspectionDeclined("i", "d", "words", 1),
                    Kind.INSPECTION_DECLINED,
                    null,
                    JIANGHUA),
            tells(
                    JIANGHUA_OFFICER,
                    new CaseEvent.InspectionRecorded(
                            "i", NOON, DUE, OUTLET, Capacity.ENFORCING, List.of(), "rain", "notes", List.of()),
                    Kind.INSPECTION_RECORDED,
                    null,
                    FUCHUAN),
            tellsNobody(
                    JIANGHUA_OFFICER,
                    new CaseEvent.SampleTaken(
                            "s", "1", "split", "wastewater", true, OUTLET, NOON, "seal", List.of(), List.of())),
            tellsNobody(JIANGHUA_OFFICER, new CaseEvent.SampleSent("s", "431129-laboratory", "seal", NOON)),
            tellsNobody(JIANGHUA_LABORATORY, new CaseEvent.SampleReceived("s", "431129-laboratory", true, NOON)),
            tells(
                    JIANGHUA_LABORATORY,
                    new CaseEvent.ResultsReported(
                            "s", "431129-laboratory", NOON, "GB 18596-2001", List.of(), true, "grab"),
                    Kind.RESULTS_REPORTED,
                    null,
                    JIANGHUA,
                    FUCHUAN),
            tells(
                    JIANGHUA_OFFICER,
                    new CaseEvent.FindingProposed("f", "d", "a", "e", "s", "p", OUTLET, "w", List.of(), 1),
                    Kind.FINDING_PROPOSED,
                    null,
                    FUCHUAN),
            tells(FUCHUAN_OFFICER, new CaseEvent.FindingConfirmed("f", "d", 1), Kind.FINDING_CONFIRMED, null, JIANGHUA),
            tells(
                    FUCHUAN_OFFICER,
                    new CaseEvent.FindingDissented("f", "d", "words", 1),
                    Kind.FINDING_DISSENTED,
                    null,
                    JIANGHUA),
            tells(
                    JIANGHUA_OFFICER,
                    new CaseEvent.FindingWithdrawn("f", "d", "words", 1),
                    Kind.FINDING_WITHDRAWN,
                    null,
                    FUCHUAN),
            tells(
                    JIANGHUA_OFFICER,
                    new CaseEvent.RectificationOrdered("o", "d", "farm", "law", List.of(), 1),
                    Kind.RECTIFICATION_ORDERED,
                    null,
                    FUCHUAN),
            tells(
                    JIANGHUA_OFFICER,
                    new CaseEvent.MeasureReportedDone("o", "m", "account", LocalDate.of(2024, 7, 20), List.of()),
                    Kind.MEASURE_REPORTED_DONE,
                    null,
                    FUCHUAN),
            tells(
                    FUCHUAN_OFFICER,
                    new CaseEvent.MeasureVerified("o", "m", "d", Capacity.ATTENDING, "seen", 1),
                    Kind.MEASURE_VERIFIED,
                    null,
                    JIANGHUA),
            tells(
                    FUCHUAN_OFFICER,
                    new CaseEvent.MeasureFoundWanting("o", "m", "d", "words", 1),
                    Kind.MEASURE_FOUND_WANTING,
                    null,
                    JIANGHUA),
            tellsNobody(GUANGXI_POLICY, new CaseEvent.AfterCheckPlanned("o", "d", DUE, "after-check", 1)),
            tells(
                    JIANGHUA_OFFICER,
                    new CaseEvent.HeavyRainRecorded(DUE, "words", DUE, "after-check-rain", 1),
                    Kind.HEAVY_RAIN_RECORDED,
                    DUE,
                    FUCHUAN),
            tells(
                    JIANGHUA_OFFICER,
                    new CaseEvent.AfterChecked(
                            "o",
                            "d",
                            DUE,
                            new Place(null, "outlet", null, null),
                            CaseEvent.Capacity.ATTENDING,
                            List.of(),
                            "rain",
                            "words",
                            List.of(),
                            List.of(),
                            1),
                    Kind.AFTER_CHECKED,
                    null,
                    FUCHUAN),
            tells(
                    GUANGXI_POLICY,
                    new CaseEvent.AfterCheckMissed("o", "d", "date", DUE, 1),
                    Kind.AFTER_CHECK_MISSED,
                    null,
                    JIANGHUA,
                    FUCHUAN),
            tells(
                    JIANGHUA_OFFICER,
                    new CaseEvent.DispositionDecided(
                            "d", "penalty", "1", LocalDate.of(2024, 8, 1), List.of(), List.of(), null, "words", 1),
                    Kind.DISPOSITION_DECIDED,
                    null,
                    FUCHUAN),
            tells(
                    JIANGHUA_OFFICER,
                    new CaseEvent.EmergencyMeasureTaken(
                            "e", "block-outlet", new Place(null, "outlet", null, null), NOON, "words", List.of(), 1),
                    Kind.EMERGENCY_MEASURE_TAKEN,
                    null,
                    FUCHUAN),
            tells(
                    JIANGHUA_OFFICER,
                    new CaseEvent.PaperIssued(
                            "p",
                            "order-to-correct",
                            "1",
                            "431129-branch",
                            "words",
                            LocalDate.of(2024, 8, 1),
                            List.of(),
                            "not-needed",
                            null,
                            1),
                    Kind.PAPER_ISSUED,
                    null,
                    FUCHUAN),
            tells(
                    JIANGHUA_OFFICER,
                    new CaseEvent.CaseLinked("other", "same-source", "words", 1),
                    Kind.CASE_LINKED,
                    null,
                    FUCHUAN),
            tells(JIANGHUA_OFFICER, new CaseEvent.CaseUnlinked("other", "words", 1), Kind.CASE_UNLINKED, null, FUCHUAN),
            tells(JIANGHUA_OFFICER, new CaseEvent.Commented("c", "words", 1), Kind.COMMENTED, null, FUCHUAN),
            tellsNobody(
                    JIANGHUA_OFFICER,
                    new CaseEvent.LetterSent("l", "agriculture", "1", "words", DUE, "letter-reply", 1)),
            tellsNobody(JIANGHUA_OFFICER, new CaseEvent.LetterAnswered("l", LocalDate.of(2024, 8, 1), "words", 1)),
            tells(
                    JIANGHUA_OFFICER,
                    new CaseEvent.ClosureSigned("d", "rectified-and-verified", 1),
                    Kind.CLOSURE_SIGNED,
                    null,
                    FUCHUAN),
            tells(
                    JIANGHUA_OFFICER,
                    new CaseEvent.ClosureWithdrawn("d", "words", 1),
                    Kind.CLOSURE_WITHDRAWN,
                    null,
                    FUCHUAN),
            tells(
                    HUNAN_POLICY,
                    new CaseEvent.CaseClosed("d", "rectified-and-verified", 1),
                    Kind.CASE_CLOSED,
                    null,
                    JIANGHUA),
            tells(
                    JIANGHUA_OFFICER,
                    new CaseEvent.CaseReopened("not-fixed", "words", 2),
                    Kind.CASE_REOPENED,
                    null,
                    FUCHUAN),
            tells(
                    JIANGHUA_OFFICER,
                    new CaseEvent.MeasureExtended("o", "m1", LocalDate.of(2024, 8, 1), "words", 1),
                    Kind.MEASURE_EXTENDED,
                    null,
                    FUCHUAN),
            tells(
                    JIANGHUA_OFFICER,
                    new CaseEvent.JurisdictionStated(new Side("hn"), List.of(Ground.FIRST_FILED), "", DUE, 1),
                    Kind.JURISDICTION_STATED,
                    DUE,
                    FUCHUAN),
            tells(
                    JIANGHUA_OFFICER,
                    new CaseEvent.DecisionReceived(
                            "d", "issuer", "1", LocalDate.of(2024, 7, 1), new Side("hn"), List.of(), 1),
                    Kind.DECISION_RECEIVED,
                    null,
                    FUCHUAN),
            tells(
                    JIANGHUA_OFFICER,
                    new CaseEvent.CounterpartReminded("bureau", "451123-branch", "words", DUE, 0, 1),
                    Kind.COUNTERPART_REMINDED,
                    DUE,
                    FUCHUAN),
            tells(
                    JIANGHUA_OFFICER,
                    new CaseEvent.CounterpartReminded("department", "450000-department", "words", DUE, 0, 1),
                    Kind.COUNTERPART_REMINDED,
                    DUE,
                    FUCHUAN,
                    new Party(new Side("gx"), "450000-department")),
            tells(
                    JIANGHUA_OFFICER,
                    new CaseEvent.RecordConcluded("own-part-done", "words", 0, 1),
                    Kind.RECORD_CONCLUDED,
                    null,
                    FUCHUAN),
            tellsNobody(GUANGXI_POLICY, new CaseEvent.CaseReopened("not-fixed", "words", 2)),
            tells(
                    HUNAN_SUPERVISOR,
                    new SupervisionEvent.InstructionGiven("i", "431124-branch", "430000-department", "words", DUE),
                    Kind.INSTRUCTION_GIVEN,
                    DUE,
                    DAOXIAN),
            tells(
                    Actor.policy(HUNAN, "reminder"),
                    new SupervisionEvent.BureauReminded("i", "431124-branch", null, DUE),
                    Kind.BUREAU_REMINDED,
                    DUE,
                    DAOXIAN),
            tells(
                    HUNAN_SUPERVISOR,
                    new SupervisionEvent.DeadlineExtended("i", "431124-branch", DUE, "words"),
                    Kind.DEADLINE_EXTENDED,
                    DUE,
                    DAOXIAN),
            tells(
                    JIANGHUA_OFFICER,
                    new SupervisionEvent.ReportedBack("i", "431129-branch", "430000-department", "words"),
                    Kind.REPORTED_BACK,
                    null,
                    HUNAN_DEPARTMENT),
            tells(
                    HUNAN_SUPERVISOR,
                    new SupervisionEvent.InstructionClosed("i", "431124-branch", null),
                    Kind.INSTRUCTION_CLOSED,
                    null,
                    DAOXIAN),
            tells(
                    HUNAN_SUPERVISOR,
                    new SupervisionEvent.InstructionWithdrawn("i", "431124-branch", "words"),
                    Kind.INSTRUCTION_WITHDRAWN,
                    null,
                    DAOXIAN),
            tells(
                    HUNAN_SUPERVISOR,
                    new SupervisionEvent.Graded("risk", "words", "law", "431124-branch"),
                    Kind.GRADED,
                    null,
                    DAOXIAN),
            tellsNobody(HUNAN_POLICY, new NoticeEvent.NoticeIssued("431129-branch", "case-opened", "c", "e", null)),
            tellsNobody(
                    HUNAN_SUPERVISOR,
                    new AccessEvent.AccessGranted("p", "a", "words", List.of("c"), null, null, null, DUE, DUE)),
            tellsNobody(HUNAN_SUPERVISOR, new AccessEvent.AccessEnded("words")),
            tellsNobody(HUNAN_SUPERVISOR, new AccessEvent.AccessUsed("c", "timeline")),
            tellsNobody(JIANGHUA_OFFICER, new DeskEvent.CaseAssigned("431129-branch", "o-1", null)),
            tellsNobody(JIANGHUA_OFFICER, new DeskEvent.Remarked("r", "words")),
            tellsNobody(
                    JIANGHUA_OFFICER,
                    new DeskEvent.PaperPrepared("p", "order-to-correct", "1", "431129-branch", "words", List.of())),
            tellsNobody(JIANGHUA_OFFICER, new DeskEvent.PaperStepDone("p", "approval", null)),
            tellsNobody(JIANGHUA_OFFICER, new DeskEvent.PaperSentBack("p", "approval", "words")),
            tellsNobody(
                    JIANGHUA_OFFICER,
                    new DeskEvent.StandInNamed("o-1", "o-2", LocalDate.of(2024, 8, 1), LocalDate.of(2024, 8, 2))),
            tellsNobody(JIANGHUA_OFFICER, new DeskEvent.Returned("o-1", LocalDate.of(2024, 8, 2), null)),
            tellsNobody(JIANGHUA_OFFICER, new NoticeEvent.NoticeRead()),
            tellsNobody(
                    HUNAN_POLICY,
                    new EvidenceEvent.CheckpointSigned(
                            1,
                            "0".repeat(64),
                            "a".repeat(64),
                            1,
                            List.of(new EvidenceEvent.SignedHead("case-c@hn", 1, "b".repeat(64))),
                            "key",
                            "signature")));

    @ParameterizedTest(name = "{0}")
    @FieldSource("TABLE")
    void each_event_tells_whom_it_concerns(Row row) {
        assertThat(Audience.of(row.event(), row.by().side(), row.by(), parties(row.event())))
                .containsExactlyElementsOf(row.told().stream()
                        .map(party -> new Told(party, Objects.requireNonNull(row.kind()), row.dueAt()))
                        .toList());
    }

    @Test
    void of_a_designation_the_office_is_told_that_handles_the_case_from_now_on_and_the_one_that_did() {
        assertThat(Audience.of(
                        new SupervisionEvent.OfficeDesignated("431124-branch", "431129-branch", "words", "law"),
                        HUNAN,
                        HUNAN_SUPERVISOR,
                        List.of()))
                .containsExactly(
                        new Told(DAOXIAN, Kind.OFFICE_DESIGNATED, null),
                        new Told(JIANGHUA, Kind.OFFICE_RELIEVED, null));
    }

    @Test
    void no_event_is_missing_in_this_test() {
        Set<String> tested = new TreeSet<>();
        TABLE.forEach(row -> tested.add(row.event().getClass().getSimpleName()));
        // It tells two offices two things, in a test of its own.
        tested.add("OfficeDesignated");
        assertThat(tested).containsExactlyElementsOf(new TreeSet<>(published().toList()));
    }

    @Test
    void a_bureau_is_not_told_of_its_own_act_even_when_all_are_told() {
        assertThat(Audience.of(opened(), HUNAN, JIANGHUA_OFFICER, List.of(JIANGHUA, FUCHUAN)))
                .containsExactly(new Told(FUCHUAN, Kind.CASE_OPENED, DUE));
    }

    @Test
    void every_kind_has_a_row_and_a_code() {
        Set<Kind> kinds = EnumSet.allOf(Kind.class);
        kinds.removeAll(Set.of(Kind.OFFICE_DESIGNATED, Kind.OFFICE_RELIEVED));
        assertThat(TABLE.stream().map(Row::kind).filter(Objects::nonNull).distinct())
                .containsExactlyInAnyOrderElementsOf(kinds);
        assertThat(Kind.MEASURE_FOUND_WANTING.code()).isEqualTo("measure-found-wanting");
        assertThat(Kind.subjectKind("report-filed")).isEqualTo("report");
        assertThat(Kind.subjectKind("fix-contested")).isEqualTo("report");
        assertThat(Kind.subjectKind("pressure-reported")).isEqualTo("report");
        assertThat(Kind.subjectKind("case-opened")).isEqualTo("case");
        assertThat(Kind.subjectKind("instruction-given")).isEqualTo("supervision");
        assertThat(Kind.subjectKind("instruction-withdrawn")).isEqualTo("supervision");
    }

    private static Stream<String> published() {
        return WireTypes.all().keySet().stream().map(Class::getSimpleName);
    }

    private static List<Party> parties(PublishedEvent event) {
        return event instanceof ReportEvent ? List.of(JIANGHUA) : List.of(JIANGHUA, FUCHUAN);
    }

    private static Row tells(Actor by, PublishedEvent event, Kind kind, @Nullable Instant dueAt, Party... told) {
        return new Row(by, event, kind, dueAt, Arrays.asList(told));
    }

    private static Row tellsNobody(Actor by, PublishedEvent event) {
        return new Row(by, event, null, null, List.of());
    }

    private static ReportEvent.ReportFiled filed() {
        return new ReportEvent.ReportFiled(
                "web",
                "livestock-wastewater",
                "431129",
                "451123",
                "431129-branch",
                true,
                NOON,
                "rain",
                null,
                1,
                false,
                DUE,
                "rule",
                true);
    }

    private static ReportEvent.AcceptedAsCrossBorder crossBorder() {
        return new ReportEvent.AcceptedAsCrossBorder(
                "d", "hunan-guangxi", 1, HUNAN, "431129-branch", GUANGXI, "451123-branch", Ground.OUTLET, SUMMARY);
    }

    private static CaseEvent.CaseOpened opened() {
        return new CaseEvent.CaseOpened(
                "hunan-guangxi",
                1,
                HUNAN,
                "431129-branch",
                GUANGXI,
                "451123-branch",
                Ground.OUTLET,
                SUMMARY,
                DUE,
                "rule",
                1);
    }
}
