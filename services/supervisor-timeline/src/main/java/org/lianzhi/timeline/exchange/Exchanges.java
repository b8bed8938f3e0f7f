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
    private final Map<String, Measure> measures = new LinkedHashMap<>();
    private final Map<String, Exchange> answers = new HashMap<>();
    private int epoch = 1;
    private @Nullable Said reopened;

    /** How a measure stands: whoever ordered it owes it, whoever finds it wanting. */
    private static final class Measure {

        private final Said ordered;
        private Instant dueAt;
        private @Nullable Said done;

        /** What each side last said of the report: in which epoch it saw the measure in place, or that it is wanting. */
        private final Map<String, Integer> verified = new HashMap<>();

        private final Map<String, Said> wanting = new LinkedHashMap<>();

        private Measure(Said ordered, Instant dueAt) {
            this.ordered = ordered;
            this.dueAt = dueAt;
        }

        private String owner() {
            return ordered.side();
        }
    }

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
            case CaseEvent.AfterChecked checked ->
                checked.shams().forEach(sham -> wanting(said, checked.order() + "/" + sham.measure()));
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
                    measures.put(ref, new Measure(said, endOf(measure.dueOn())));
                    askAgain(ref);
                });
            case CaseEvent.MeasureReportedDone done -> {
                String ref = done.order() + "/" + done.measure();
                answer(said, "measure-done", ref);
                Optional.ofNullable(measures.get(ref)).ifPresent(measure -> {
                    measure.done = said;
                    measure.verified.clear();
                    measure.wanting.clear();
                });
                askAgain(ref);
            }
            case CaseEvent.MeasureExtended extended -> {
                String ref = extended.order() + "/" + extended.measure();
                Optional.ofNullable(measures.get(ref)).ifPresent(measure -> measure.dueAt = endOf(extended.dueOn()));
                askAgain(ref);
            }
            case CaseEvent.MeasureVerified verified -> {
                String ref = verified.order() + "/" + verified.measure();
                if (verified.epoch() >= epoch) {
                    answer(said, "verify-measure", ref);
                }
                Optional.ofNullable(measures.get(ref)).ifPresent(measure -> {
                    measure.verified.merge(said.side(), verified.epoch(), Math::max);
                    measure.wanting.remove(said.side());
                });
                askAgain(ref);
            }
            case CaseEvent.MeasureFoundWanting wanting -> {
                String ref = wanting.order() + "/" + wanting.measure();
                answer(said, "verify-measure", ref);
                wanting(said, ref);
            }
        }
    }

    private void wanting(Said said, String ref) {
        Optional.ofNullable(measures.get(ref)).ifPresent(measure -> {
            measure.verified.remove(said.side());
            measure.wanting.putIfAbsent(said.side(), said);
        });
        askAgain(ref);
    }

    /** Asks for nothing but what is missing of a measure now. */
    private void askAgain(String ref) {
        Measure measure = measures.get(ref);
        if (measure == null) {
            return;
        }
        open.remove(key("measure-done", measure.owner(), ref));
        parties.forEach(side -> open.remove(key("verify-measure", side, ref)));
        Said done = measure.done;
        if (done == null || !measure.wanting.isEmpty()) {
            Said since = measure.wanting.values().stream().findFirst().orElse(measure.ordered);
            ask(since, "measure-done", measure.owner(), ref, measure.dueAt);
            return;
        }
        for (String other : others(measure.owner())) {
            Integer verified = measure.verified.get(other);
            if (verified == null || verified < epoch) {
                Said since = verified == null || reopened == null ? done : reopened;
                ask(since, "verify-measure", other, ref, null);
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
            // A side may note the end after the other has opened the case again.
            case CaseEvent.CaseClosed closed -> {
                if (closed.epoch() >= epoch) {
                    open.clear();
                }
            }
            case CaseEvent.CaseReopened again -> {
                if (again.epoch() > epoch) {
                    reopened(said, again.epoch());
                }
            }
        }
    }

    /** What was ordered is still to be done, and what was verified is to be looked at again. */
    private void reopened(Said said, int next) {
        epoch = next;
        reopened = said;
        open.values().removeIf(exchange -> exchange.act().equals("sign"));
        measures.keySet().forEach(this::askAgain);
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
