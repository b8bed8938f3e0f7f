package org.lianzhi.timeline.asof;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.AboutAfterCheck;
import org.lianzhi.model.CaseEvent.AboutClosure;
import org.lianzhi.model.CaseEvent.AboutFinding;
import org.lianzhi.model.CaseEvent.AboutInspection;
import org.lianzhi.model.CaseEvent.AboutJurisdiction;
import org.lianzhi.model.CaseEvent.AboutRectification;
import org.lianzhi.model.CaseEvent.AboutSample;
import org.lianzhi.model.CaseEvent.AboutSilence;
import org.lianzhi.model.CaseEvent.AboutTakingPart;
import org.lianzhi.timeline.exchange.Said;

/** What events add up to: one code for each matter of a case. A pure reading in causal order; nothing is decided. */
public final class Facts {

    private final Map<Subject, String> all = new LinkedHashMap<>();

    private Facts() {}

    /**
     * What a fact is about.
     *
     * @param kind {@code part}, {@code jurisdiction}, {@code decision}, {@code visit}, {@code visited}, {@code sample}, {@code finding}, {@code measure}, {@code rain}, {@code after-check}, {@code disposition}, {@code emergency}, {@code letter}, {@code paper}, {@code link} or
     *     {@code closure}
     * @param ref id of the visit, sample, finding or measure; empty where a side has only one
     * @param side whose matter it is
     */
    public record Subject(String kind, String ref, String side) {}

    /** By subject, in the order in which they came up. */
    public static Map<Subject, String> of(Collection<Said> ordered) {
        Facts facts = new Facts();
        ordered.forEach(facts::take);
        return facts.all;
    }

    private void take(Said said) {
        String side = said.side();
        switch (said.event()) {
            case AboutTakingPart part -> all.put(new Subject("part", "", side), partOf(part));
            case AboutJurisdiction jurisdiction -> jurisdiction(side, jurisdiction);
            case AboutInspection inspection -> inspection(side, inspection);
            case AboutSample sample -> sample(side, sample);
            case AboutFinding finding -> finding(side, finding);
            case AboutRectification rectification -> rectification(side, rectification);
            case AboutAfterCheck check -> afterCheck(side, check);
            case CaseEvent.DispositionDecided decided -> set("disposition", "", side, decided.kind());
            case CaseEvent.EmergencyMeasureTaken taken -> set("emergency", taken.measure(), side, taken.kind());
            case CaseEvent.LetterSent sent -> set("letter", sent.letter(), side, "sent");
            case CaseEvent.LetterAnswered answered -> set("letter", answered.letter(), side, "answered");
            case CaseEvent.PaperIssued issued -> set("paper", issued.paper(), side, issued.kind());
            case CaseEvent.CaseLinked linked -> set("link", linked.linked(), side, linked.kind());
            case CaseEvent.CaseUnlinked unlinked -> set("link", unlinked.linked(), side, "undone");
            // Words beside the procedure: the record itself shows them.
            case CaseEvent.Commented comment -> {}
            case AboutSilence silence -> all.put(new Subject("silence", "", side), silenceOf(silence));
            case AboutClosure closure -> all.put(new Subject("closure", "", side), closureOf(closure));
        }
    }

    private static String partOf(AboutTakingPart event) {
        return switch (event) {
            case CaseEvent.CaseOpened opened -> "opened";
            case CaseEvent.CaseJoined joined -> "joined";
            case CaseEvent.CaseAcknowledged acknowledged -> "acknowledged";
            case CaseEvent.CaseDeclined declined -> "declined";
            case CaseEvent.AcknowledgementMissed missed -> "missed";
        };
    }

    private void jurisdiction(String side, AboutJurisdiction event) {
        switch (event) {
            case CaseEvent.JurisdictionStated stated ->
                set("jurisdiction", "", side, stated.lead().code().equals(side) ? "claimed" : "left-to-other");
            case CaseEvent.DecisionReceived received -> set("decision", "", side, "entered");
        }
    }

    private void inspection(String side, AboutInspection event) {
        switch (event) {
            case CaseEvent.InspectionProposed e -> set("visit", e.inspection(), side, "proposed");
            case CaseEvent.InspectionAccepted e -> change("visit", e.inspection(), side, "accepted");
            case CaseEvent.InspectionDeclined e -> change("visit", e.inspection(), side, "declined");
            case CaseEvent.InspectionRecorded e -> set("visited", e.inspection(), side, "recorded");
        }
    }

    private void sample(String side, AboutSample event) {
        switch (event) {
            case CaseEvent.SampleTaken e -> set("sample", e.sample(), side, "taken");
            case CaseEvent.SampleSent e -> set("sample", e.sample(), side, "sent");
            case CaseEvent.SampleReceived e -> set("sample", e.sample(), side, "received");
            case CaseEvent.ResultsReported e -> set("sample", e.sample(), side, "reported");
        }
    }

    private void finding(String side, AboutFinding event) {
        switch (event) {
            case CaseEvent.FindingProposed e -> set("finding", e.finding(), side, "proposed");
            case CaseEvent.FindingConfirmed e -> change("finding", e.finding(), side, "confirmed");
            case CaseEvent.FindingDissented e -> change("finding", e.finding(), side, "dissented");
            case CaseEvent.FindingWithdrawn e -> change("finding", e.finding(), side, "withdrawn");
        }
    }

    private void rectification(String side, AboutRectification event) {
        switch (event) {
            case CaseEvent.RectificationOrdered e ->
                e.measures().forEach(measure -> set("measure", e.order() + "/" + measure.measure(), side, "ordered"));
            case CaseEvent.MeasureReportedDone e -> change("measure", e.order() + "/" + e.measure(), side, "done");
            case CaseEvent.MeasureExtended e -> change("measure", e.order() + "/" + e.measure(), side, "extended");
            case CaseEvent.MeasureVerified e -> change("measure", e.order() + "/" + e.measure(), side, "verified");
            case CaseEvent.MeasureFoundWanting e -> change("measure", e.order() + "/" + e.measure(), side, "wanting");
        }
    }

    private void afterCheck(String side, AboutAfterCheck event) {
        switch (event) {
            case CaseEvent.AfterCheckPlanned e -> set("after-check", e.order(), side, "planned");
            case CaseEvent.HeavyRainRecorded e -> set("rain", "", side, "came");
            case CaseEvent.AfterChecked e ->
                set("after-check", e.order(), side, e.shams().isEmpty() ? "holds" : "sham");
            case CaseEvent.AfterCheckMissed e -> set("after-check", e.order(), side, "missed");
        }
    }

    private static String silenceOf(AboutSilence event) {
        return switch (event) {
            case CaseEvent.CounterpartReminded reminded -> "reminded-" + reminded.rung();
            case CaseEvent.RecordConcluded concluded -> "concluded";
        };
    }

    private static String closureOf(AboutClosure event) {
        return switch (event) {
            case CaseEvent.ClosureSigned signed -> "signed";
            case CaseEvent.ClosureWithdrawn withdrawn -> "withdrawn";
            case CaseEvent.CaseClosed closed -> "closed";
            case CaseEvent.CaseReopened reopened -> "reopened";
        };
    }

    private void set(String kind, String ref, String side, String code) {
        all.put(new Subject(kind, ref, side), code);
    }

    /** An answer changes what the other side brought up; where that is not known, it is a fact of its own. */
    private void change(String kind, String ref, String side, String code) {
        Subject known = all.keySet().stream()
                .filter(subject -> subject.kind().equals(kind) && subject.ref().equals(ref))
                .findFirst()
                .orElse(new Subject(kind, ref, side));
        all.put(known, code);
    }
}
