package org.lianzhi.timeline.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

/** Pairs questions with their answers: a pure reading of both records in their causal order. No rule is decided here. */
public final class Exchanges {

    /** A day that is named in an order ends when it ends in Beijing. */
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final Set<String> parties = new LinkedHashSet<>();
    private final Set<String> declined = new LinkedHashSet<>();
    private final Set<String> spoken = new HashSet<>();
    private final Map<String, Exchange> open = new LinkedHashMap<>();
    private final Map<String, Instant> measures = new HashMap<>();
    private final Map<String, Exchange> answers = new HashMap<>();

    private Exchanges() {}

    public static Exchanges of(Collection<Said> ordered) {
        Exchanges exchanges = new Exchanges();
        ordered.forEach(exchanges::take);
        return exchanges;
    }

    /** What an event answers. */
    public Optional<Exchange> answeredBy(String event) {
        return Optional.ofNullable(answers.get(event));
    }

    /** What nobody has answered, the longest silence first. */
    public List<Exchange> unanswered() {
        List<Exchange> all = new ArrayList<>(open.values());
        all.sort(Comparator.comparing(Exchange::since)
                .thenComparing(Exchange::side)
                .thenComparing(Exchange::act)
                .thenComparing(Exchange::asked));
        return all;
    }

    private void take(Said said) {
        switch (said.event()) {
            case AboutTakingPart part -> takingPart(said, part);
            case AboutJurisdiction jurisdiction -> jurisdiction(said, jurisdiction);
            case AboutInspection inspection -> inspection(said, inspection);
            case AboutSample sample -> {}
            case AboutFinding finding -> finding(said, finding);
            case AboutRectification rectification -> rectification(said, rectification);
            // It is the own duty of whoever ordered, and no answer to the other side.
            case AboutAfterCheck check -> {}
            // Each side decides for itself and asks nobody.
            case CaseEvent.AboutDisposition disposition -> {}
            case CaseEvent.AboutEmergency emergency -> {}
            case CaseEvent.AboutPaper paper -> {}
            case CaseEvent.AboutContext context -> {}
            case AboutClosure closure -> closure(said, closure);
            // A reminder asks again for what was asked before.
            case AboutSilence silence -> {}
        }
    }

    private void takingPart(Said said, AboutTakingPart event) {
        switch (event) {
            case CaseEvent.CaseOpened opened -> {
                parties.add(opened.lead().code());
                parties.add(opened.counterpart().code());
                parties.forEach(side -> ask(said, "acknowledge", side, "", opened.acknowledgeBy()));
            }
            case CaseEvent.CaseJoined joined ->
                open.computeIfPresent(
                        key("acknowledge", said.side(), ""), (key, asked) -> asked.dueBy(joined.acknowledgeBy()));
            case CaseEvent.CaseAcknowledged acknowledged -> answer(said, "acknowledge", "");
            case CaseEvent.CaseDeclined declining -> {
                answer(said, "acknowledge", "");
                declined.add(said.side());
                open.values().removeIf(exchange -> exchange.side().equals(said.side()));
            }
            case CaseEvent.AcknowledgementMissed missed -> {}
        }
    }

    /** Who has spoken has answered; the other is asked as long as it has not spoken at all. */
    private void jurisdiction(Said said, AboutJurisdiction event) {
        switch (event) {
            case CaseEvent.JurisdictionStated stated -> spoken(said, "state-jurisdiction", stated.answerBy());
            case CaseEvent.DecisionReceived received -> {
                answer(said, "state-jurisdiction", "");
                spoken.add(key("state-jurisdiction", said.side(), ""));
                spoken(said, "enter-decision", null);
            }
        }
    }

    private void spoken(Said said, String act, @Nullable Instant answerBy) {
        answer(said, act, "");
        spoken.add(key(act, said.side(), ""));
        others(said.side()).stream()
                .filter(other -> !spoken.contains(key(act, other, "")))
                .forEach(other -> ask(said, act, other, "", answerBy));
    }

    private void inspection(Said said, AboutInspection event) {
        switch (event) {
            case CaseEvent.InspectionProposed proposed -> askOther(said, "answer-inspection", proposed.inspection());
            case CaseEvent.InspectionAccepted accepted -> answer(said, "answer-inspection", accepted.inspection());
            case CaseEvent.InspectionDeclined refused -> answer(said, "answer-inspection", refused.inspection());
            case CaseEvent.InspectionRecorded recorded ->
                // Who was there has answered, whether in words or not.
                answer(said, "answer-inspection", recorded.inspection());
        }
    }

    private void finding(Said said, AboutFinding event) {
        switch (event) {
            case CaseEvent.FindingProposed proposed -> askOther(said, "answer-finding", proposed.finding());
            case CaseEvent.FindingConfirmed confirmed -> answer(said, "answer-finding", confirmed.finding());
            case CaseEvent.FindingDissented dissented -> answer(said, "answer-finding", dissented.finding());
            case CaseEvent.FindingWithdrawn withdrawn ->
                others(said.side()).forEach(other -> open.remove(key("answer-finding", other, withdrawn.finding())));
        }
    }

    private void rectification(Said said, AboutRectification event) {
        switch (event) {
            case CaseEvent.RectificationOrdered ordered ->
                ordered.measures().forEach(measure -> {
                    String ref = ordered.order() + "/" + measure.measure();
                    Instant dueAt = endOf(measure.dueOn());
                    measures.put(ref, dueAt);
                    ask(said, "measure-done", said.side(), ref, dueAt);
                });
            case CaseEvent.MeasureReportedDone done -> {
                String ref = done.order() + "/" + done.measure();
                answer(said, "measure-done", ref);
                askOther(said, "verify-measure", ref);
            }
            case CaseEvent.MeasureExtended extended -> {
                String ref = extended.order() + "/" + extended.measure();
                measures.put(ref, endOf(extended.dueOn()));
                open.computeIfPresent(
                        key("measure-done", said.side(), ref), (key, asked) -> asked.dueBy(endOf(extended.dueOn())));
            }
            case CaseEvent.MeasureVerified verified ->
                answer(said, "verify-measure", verified.order() + "/" + verified.measure());
            case CaseEvent.MeasureFoundWanting wanting -> {
                String ref = wanting.order() + "/" + wanting.measure();
                answer(said, "verify-measure", ref);
                others(said.side()).forEach(other -> ask(said, "measure-done", other, ref, measures.get(ref)));
            }
        }
    }

    private void closure(Said said, AboutClosure event) {
        switch (event) {
            case CaseEvent.ClosureSigned signed -> {
                if (!answer(said, "sign", signed.digest())) {
                    askOther(said, "sign", signed.digest());
                }
            }
            case CaseEvent.ClosureWithdrawn withdrawn ->
                others(said.side()).forEach(other -> open.remove(key("sign", other, withdrawn.digest())));
            case CaseEvent.CaseClosed closed -> open.clear();
            case CaseEvent.CaseReopened reopened ->
                open.values().removeIf(exchange -> exchange.act().equals("sign"));
        }
    }

    private void askOther(Said said, String act, String ref) {
        others(said.side()).forEach(other -> ask(said, act, other, ref, null));
    }

    /** A question that is asked twice counts from the first time. */
    private void ask(Said said, String act, String side, String ref, @Nullable Instant dueAt) {
        if (!declined.contains(side)) {
            open.putIfAbsent(key(act, side, ref), new Exchange(act, side, said.id(), said.at(), dueAt));
        }
    }

    private boolean answer(Said said, String act, String ref) {
        Exchange asked = open.remove(key(act, said.side(), ref));
        if (asked != null) {
            answers.put(said.id(), asked);
        }
        return asked != null;
    }

    private List<String> others(String side) {
        return parties.stream().filter(party -> !party.equals(side)).toList();
    }

    private static String key(String act, String side, String ref) {
        return act + " " + side + " " + ref;
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(BEIJING).toInstant();
    }
}
