package org.lianzhi.investigation.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.domain.CaseSpec.In;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.Capacity;
import org.lianzhi.model.CaseEvent.CaseAcknowledged;
import org.lianzhi.model.CaseEvent.CaseJoined;
import org.lianzhi.model.CaseEvent.CaseOpened;
import org.lianzhi.model.CaseEvent.InspectionProposed;
import org.lianzhi.model.CaseEvent.InspectionRecorded;
import org.lianzhi.model.CaseEvent.Inspector;
import org.lianzhi.model.CaseEvent.MeasureReportedDone;
import org.lianzhi.model.CaseEvent.SampleReceived;
import org.lianzhi.model.CaseEvent.SampleSent;
import org.lianzhi.model.CaseEvent.SampleTaken;
import org.lianzhi.model.Ground;
import org.lianzhi.model.Photo;
import org.lianzhi.model.Place;
import org.lianzhi.model.ReleasedSummary;
import org.lianzhi.model.Side;
import org.lianzhi.model.wire.ContentDigest;
import org.lianzhi.standards.Standard;

/** The Jianghua-Fuchuan case, with made-up dates and figures. */
final class Cases {

    static final Side HN = new Side("hn");
    static final Side GX = new Side("gx");
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Instant OPENED_AT = Instant.parse("2024-07-20T02:00:00Z");
    static final Instant ACKNOWLEDGE_BY = OPENED_AT.plusSeconds(86_400);
    static final Instant LATER = Instant.parse("2024-07-22T02:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2024, 7, 25);

    static final Place RESERVOIR = new Place("431129", "Lingbeitang reservoir", 24.9, 111.5);
    static final Place FARM = new Place("451123", "pig farm", 24.88, 111.4);
    static final Place OUTLET = new Place("431129", "storm drain", 24.89, 111.45);

    static final ReleasedSummary SUMMARY = new ReleasedSummary(
            "livestock-wastewater",
            "Waste water of livestock enters the reservoir when it rains.",
            "deliberate discharge",
            RESERVOIR,
            null,
            FARM,
            OPENED_AT.minusSeconds(7200),
            "rain",
            true,
            List.of(),
            true);

    static final CaseOpened OPENED = new CaseOpened(
            "hunan-guangxi",
            1,
            HN,
            "431129-branch",
            GX,
            "451123-branch",
            Ground.AFFECTED_WATER,
            SUMMARY,
            ACKNOWLEDGE_BY,
            "acknowledge",
            1);

    static final In[] BEGUN = {hn(OPENED), gx(new CaseJoined("451123-branch", ACKNOWLEDGE_BY, "acknowledge", 1))};

    static final In[] AT_WORK = {
        BEGUN[0], BEGUN[1], hn(new CaseAcknowledged("431129-branch")), gx(new CaseAcknowledged("451123-branch"))
    };

    private Cases() {}

    static In hn(CaseEvent event) {
        return new In(HN, event);
    }

    static In gx(CaseEvent event) {
        return new In(GX, event);
    }

    static CaseCommand.ProposeInspection visit(String id) {
        return new CaseCommand.ProposeInspection(id, LATER, FARM, "See where the water comes from.", OPENED_AT);
    }

    static InspectionProposed visitProposed(String id) {
        InspectionProposed open = new InspectionProposed(id, "", LATER, FARM, "See where the water comes from.", 1);
        return new InspectionProposed(id, ContentDigest.of(open), LATER, FARM, "See where the water comes from.", 1);
    }

    static InspectionRecorded visitRecorded(String id, String bureau, Capacity capacity) {
        return new InspectionRecorded(
                id,
                LATER,
                LATER.plusSeconds(7200),
                FARM,
                capacity,
                two(bureau),
                "rain",
                "The storm drain carries waste water.",
                List.of());
    }

    static List<Inspector> two(String bureau) {
        return List.of(new Inspector(bureau, "o-1", true), new Inspector(bureau, "o-2", true));
    }

    static CaseCommand.RecordInspection recording(String id, String bureau, Capacity capacity) {
        return new CaseCommand.RecordInspection(visitRecorded(id, bureau, capacity), LATER.plusSeconds(9000));
    }

    static SampleTaken sample(String id, String bureau, String seal) {
        return new SampleTaken(
                id, "S-1", "split", "wastewater", true, OUTLET, LATER, seal, two(bureau), List.of("cod", "nh3-n"));
    }

    static CaseCommand.TakeSample taking(SampleTaken sample) {
        return new CaseCommand.TakeSample(sample, LATER.plusSeconds(9000));
    }

    static SampleSent sent(String id, String laboratory, String seal) {
        return new SampleSent(id, laboratory, seal, LATER.plusSeconds(3600));
    }

    static SampleReceived received(String id, String laboratory, boolean intact) {
        return new SampleReceived(id, laboratory, intact, LATER.plusSeconds(7200));
    }

    static CaseCommand.SendSample sending(SampleSent sent) {
        return new CaseCommand.SendSample(sent, LATER.plusSeconds(9000));
    }

    static CaseCommand.ReceiveSample receiving(SampleReceived received) {
        return new CaseCommand.ReceiveSample(received, LATER.plusSeconds(9000));
    }

    static CaseCommand.ReportResults results(String id, String laboratory) {
        return new CaseCommand.ReportResults(
                id,
                laboratory,
                LATER.plusSeconds(8000),
                Standard.livestockDischarge(),
                List.of(
                        new CaseCommand.Line("cod", "1200", "mg/L", false, "HJ 828-2017"),
                        new CaseCommand.Line("nh3-n", "40", "mg/L", false, "HJ 535-2009")),
                LATER.plusSeconds(9000));
    }

    static CaseCommand.ProposeFinding finding(String id, String evidence) {
        return new CaseCommand.ProposeFinding(
                id,
                "Overflow into the storm drain in continuous rain",
                "pig farm",
                "storm drain",
                OUTLET,
                "Lingbeitang reservoir",
                List.of(evidence));
    }

    static CaseCommand.OrderRectification order(String id) {
        return new CaseCommand.OrderRectification(
                id,
                "the pig farm",
                "Law on water pollution, article 39",
                List.of(new CaseCommand.NewMeasure("Prevent the overflow", TODAY.plusDays(5))),
                TODAY);
    }

    static MeasureReportedDone done(String order, String account) {
        return new MeasureReportedDone(order, "m1", account, TODAY, List.of());
    }

    static final Instant RAIN = Instant.parse("2024-08-20T06:00:00Z");

    /** What a side sees that looks again after the rain. */
    static CaseCommand.RecordAfterCheck check(AfterCheck check, String bureau, Capacity capacity, List<String> shams) {
        return new CaseCommand.RecordAfterCheck(
                check.order().id(),
                check.accepted(),
                RAIN.plusSeconds(3600),
                OUTLET,
                capacity,
                two(bureau),
                "after-rain",
                "Seen after the rain.",
                shams,
                List.of(),
                RAIN.plusSeconds(7200));
    }

    static final List<String> EVERYTHING = List.of("slight", "first", "corrected", "no-or-slight-harm");

    static CaseCommand.DecideDisposition disposition(String id, List<String> confirmed) {
        return new CaseCommand.DecideDisposition(
                id,
                "first-offence-exemption",
                "no. 1",
                TODAY,
                List.of(new CaseEvent.LegalBasis("app-33", "article 33", "2021", null, null, true)),
                EVERYTHING,
                confirmed,
                12,
                "The first time, and put right at once.",
                TODAY);
    }

    static CaseCommand.TakeEmergencyMeasure emergency(String id) {
        return new CaseCommand.TakeEmergencyMeasure(
                new CaseEvent.EmergencyMeasureTaken(
                        id, "block-outlet", OUTLET, OPENED_AT, "Blocked with sandbags.", List.of(), 1),
                LATER);
    }

    static CaseCommand.SendLetter letter(String id) {
        return new CaseCommand.SendLetter(id, "agriculture", "no. 1", "Please check the farm.", RAIN, "letter-reply");
    }

    static CaseCommand.LinkCase link(String other) {
        return new CaseCommand.LinkCase(
                "case", other, CaseSpec.given(BEGUN).joint(), "same-source", "The same outlet.");
    }

    static CaseCommand.UnlinkCase unlink(String other) {
        return new CaseCommand.UnlinkCase(other, "Another outlet after all.");
    }

    static CaseEvent.PaperIssued paper(String id, String party, @Nullable String partyWords) {
        return new CaseEvent.PaperIssued(
                id,
                "interview-record",
                "no. 1",
                "431129-branch",
                "What the owner says",
                TODAY,
                List.of(new Photo("p1", "0".repeat(64))),
                party,
                partyWords,
                1);
    }

    static CaseCommand.IssuePaper issue(CaseEvent.PaperIssued facts) {
        return new CaseCommand.IssuePaper(facts, List.of(), true, TODAY);
    }

    /** Up to an agreed finding, an order that both verified; ready to be signed. */
    static CaseSpec readyToSign() {
        return rectified(withFinding());
    }

    static CaseSpec withVisit() {
        return CaseSpec.given(AT_WORK)
                .after(HN, visit("v1"))
                .after(
                        GX,
                        new CaseCommand.AcceptInspection(
                                "v1", visitProposed("v1").digest()))
                .after(HN, recording("v1", "431129-branch", Capacity.ATTENDING));
    }

    static CaseSpec withFinding() {
        CaseSpec proposed = withVisit().after(HN, finding("f1", "v1"));
        return proposed.after(GX, new CaseCommand.ConfirmFinding("f1", digestOfFinding(proposed, "f1")));
    }

    static String digestOfFinding(CaseSpec spec, String id) {
        return Finding.allOf(spec.joint()).stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow()
                .proposal()
                .event()
                .digest();
    }

    static CaseSpec rectified(CaseSpec before) {
        CaseSpec ordered = before.after(GX, order("o1"))
                .after(GX, new CaseCommand.ReportMeasureDone(done("o1", "A wall was built."), TODAY));
        return verified(ordered);
    }

    static CaseSpec verified(CaseSpec done) {
        String digest = digestOfMeasure(done);
        return done.after(GX, new CaseCommand.VerifyMeasure("o1", "m1", digest, Capacity.ENFORCING, "seen in place"))
                .after(HN, new CaseCommand.VerifyMeasure("o1", "m1", digest, Capacity.ATTENDING, "seen in place"));
    }

    static String digestOfMeasure(CaseSpec spec) {
        return Order.allOf(spec.joint()).getFirst().steps().getFirst().digest().orElseThrow();
    }

    static CaseCommand.SignClosure signature(CaseSpec spec) {
        return new CaseCommand.SignClosure(Closure.of(spec.joint()).content(), "rectified-and-verified");
    }

    static String signed(CaseSpec spec, Side side) {
        return Closure.of(spec.joint()).signatureOf(side).orElseThrow().event().digest();
    }
}
