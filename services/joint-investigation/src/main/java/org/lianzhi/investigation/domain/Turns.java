package org.lianzhi.investigation.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.domain.SideRecord.Stand;
import org.lianzhi.model.CaseEvent.CaseReopened;
import org.lianzhi.model.Side;

/** Who must act next: computed from the records, and so the same on both sides. */
public final class Turns {

    private final JointCase joint;
    private final ZoneId zone;
    private final Closure closure;
    private final Jurisdiction jurisdiction;
    private final List<Inspection> inspections;
    private final List<Sample> samples;
    private final List<Finding> findings;
    private final List<Order> orders;
    private final List<Turn> turns = new ArrayList<>();

    private Turns(JointCase joint, ZoneId zone) {
        this.joint = joint;
        this.zone = zone;
        this.closure = Closure.of(joint);
        this.jurisdiction = Jurisdiction.of(joint);
        this.inspections = Inspection.allOf(joint);
        this.samples = Sample.allOf(joint);
        this.findings = Finding.allOf(joint);
        this.orders = Order.allOf(joint);
    }

    /**
     * The turns of a case, in the order of the procedure.
     *
     * @param zone in which the days of measures end
     */
    public static List<Turn> of(JointCase joint, ZoneId zone) {
        if (joint.opening().isEmpty()) {
            return List.of();
        }
        Turns turns = new Turns(joint, zone);
        if (!turns.closure.isClosed()) {
            joint.takingPart().forEach(turns::ofSide);
            turns.letters();
        }
        turns.afterChecks();
        return turns.turns.stream().sorted(Turn.IN_ORDER).toList();
    }

    private void ofSide(Side side) {
        switch (joint.recordOf(side).stand()) {
            case NOT_JOINED, DECLINED -> {}
            case ASKED, SILENT ->
                add(
                        Act.ACKNOWLEDGE,
                        side,
                        null,
                        joint.recordOf(side).acknowledgeBy().orElse(null));
            case ACKNOWLEDGED -> ofSideAtWork(side);
        }
    }

    private void ofSideAtWork(Side side) {
        boolean waits = closure.hasSignedWhatIs(side) && !closure.isDivided();
        if (waits || Silence.isConcluded(joint, side)) {
            return;
        }
        if (closure.signatureOf(side).isPresent()) {
            // The other record moved on under the signature, or names another outcome: it is for nothing now.
            add(Act.SIGN, side, null, null);
            return;
        }
        jurisdiction(side);
        inspections(side);
        samples(side);
        findings(side);
        measures(side);
        signing(side);
    }

    private void jurisdiction(Side side) {
        if (jurisdiction.isToState(side)) {
            add(Act.STATE_JURISDICTION, side, null, jurisdiction.answerBy(side).orElse(null));
        }
        if (jurisdiction.isToEnter(side)) {
            add(Act.ENTER_DECISION, side, null, null);
        }
    }

    private void inspections(Side side) {
        boolean alone = CaseRules.isAlone(joint, side);
        for (Inspection inspection : inspections) {
            Instant startsAt = inspection.proposal().event().startsAt();
            boolean own = inspection.proposal().side().equals(side);
            if (!own && !inspection.isAnswered() && !inspection.recordings().containsKey(side)) {
                add(Act.ANSWER_INSPECTION, side, inspection.id(), startsAt);
            }
            boolean mayGo = inspection.accepted().isPresent() || (own && alone);
            if (mayGo && !inspection.recordings().containsKey(side) && !isBehind(inspection)) {
                add(Act.RECORD_INSPECTION, side, inspection.id(), null);
            }
        }
        boolean somethingRuns = inspections.stream()
                .filter(inspection -> inspection.isOf(closure.epoch()))
                .anyMatch(inspection -> inspection.declined().isEmpty()
                        || !inspection.recordings().isEmpty());
        if (isLeading(side) && !somethingRuns && findings.stream().noneMatch(this::counts)) {
            add(Act.PROPOSE_INSPECTION, side, null, null);
        }
    }

    /** A finding from before a reopening counts where measures rest on it: then these are looked at again. */
    private boolean counts(Finding finding) {
        return finding.isOf(closure.epoch()) || !orders.isEmpty();
    }

    /** A side that did not go along need not record anything once a later finding is settled. */
    private boolean isBehind(Inspection inspection) {
        return findings.stream()
                .filter(Finding::isSettled)
                .anyMatch(finding ->
                        finding.proposal().at().isAfter(inspection.proposal().at()));
    }

    private void samples(Side side) {
        List<Sample> own = samples.stream()
                .filter(sample -> sample.taken().side().equals(side))
                .toList();
        boolean wasOnSite = inspections.stream()
                .anyMatch(inspection -> inspection.isOf(closure.epoch())
                        && inspection.recordings().containsKey(side));
        boolean hasTaken = own.stream().anyMatch(this::isSinceReopening);
        if (wasOnSite && !hasTaken && findings.stream().noneMatch(this::counts)) {
            add(Act.TAKE_SAMPLE, side, null, null);
        }
        own.forEach(sample -> custody(side, sample));
    }

    /** Samples name no epoch, so the time of the reopening decides. */
    private boolean isSinceReopening(Sample sample) {
        return joint.all(CaseReopened.class)
                .filter(reopened -> reopened.event().epoch() == closure.epoch())
                .noneMatch(reopened -> reopened.at().isAfter(sample.taken().at()));
    }

    private void custody(Side side, Sample sample) {
        if (sample.sent().isEmpty()) {
            if (!sample.isRetained()) {
                add(Act.SEND_SAMPLE, side, sample.id(), null);
            }
        } else if (sample.results().isEmpty()) {
            Act act = sample.received().isEmpty() ? Act.RECEIVE_SAMPLE : Act.REPORT_RESULTS;
            turns.add(new Turn(act, side, sample.laboratory().orElseThrow(), sample.id(), null));
        }
    }

    private void findings(Side side) {
        boolean standing = false;
        for (Finding finding : findings) {
            boolean open = finding.state() == Finding.State.PROPOSED && !finding.alone();
            if (open && !finding.proposal().side().equals(side)) {
                add(Act.ANSWER_FINDING, side, finding.id(), null);
            }
            standing = standing || open || (finding.isSettled() && counts(finding));
        }
        boolean beenThere = inspections.stream()
                .filter(inspection -> inspection.isOf(closure.epoch()))
                .anyMatch(inspection -> !inspection.recordings().isEmpty());
        boolean waiting = samples.stream()
                .anyMatch(
                        sample -> sample.sent().isPresent() && sample.results().isEmpty());
        if (isLeading(side) && !standing && beenThere && !waiting) {
            add(Act.PROPOSE_FINDING, side, null, null);
        }
    }

    private void measures(Side side) {
        boolean settled = findings.stream().anyMatch(finding -> finding.isSettled() && counts(finding));
        boolean signing = joint.takingPart().stream().anyMatch(closure::hasSignedWhatIs);
        boolean competent = Competence.toOrder(joint).filter(side::equals).isPresent();
        if (settled && orders.isEmpty() && !signing && competent) {
            add(Act.ORDER, side, null, null);
        }
        orders.forEach(order -> order.steps().forEach(step -> measure(side, order, step)));
    }

    private void measure(Side side, Order order, Order.Step step) {
        String ref = order.id() + "/" + step.measure().measure();
        if (step.done().isEmpty() || step.isWanting()) {
            if (order.ordered().side().equals(side)) {
                Instant endOfDay = step.dueOn().plusDays(1).atStartOfDay(zone).toInstant();
                add(Act.MEASURE_DONE, side, ref, endOfDay);
            }
        } else if (!step.isVerifiedBy(side, closure.epoch())) {
            add(Act.VERIFY_MEASURE, side, ref, null);
        }
    }

    private void signing(Side side) {
        boolean otherSigned = joint.takingPart().stream().anyMatch(closure::hasSignedWhatIs);
        boolean allVerified = !orders.isEmpty()
                && closure.blockers(Closure.OUTCOMES.getFirst()).isEmpty();
        if (otherSigned || allVerified) {
            add(Act.SIGN, side, null, null);
        }
    }

    /** A reply is waited for, and whoever wrote asks again or notes what came. */
    private void letters() {
        Letter.allOf(joint).stream()
                .filter(letter -> letter.reply().isEmpty()
                        && joint.takesPart(letter.sent().side()))
                .forEach(letter -> add(
                        Act.RECORD_REPLY,
                        letter.sent().side(),
                        letter.id(),
                        letter.sent().event().dueAt()));
    }

    /** Also after the case was closed. Whoever ordered looks again; the other side may, too. */
    private void afterChecks() {
        for (AfterCheck check : AfterCheck.allOf(joint)) {
            for (AfterCheck.Due due : check.open()) {
                add(
                        Act.AFTER_CHECK,
                        check.order().ordered().side(),
                        check.order().id() + "/" + due.occasion().code(),
                        due.dueAt());
            }
        }
    }

    /** The lead proposes; where the lead does not take part, whoever is left. */
    private boolean isLeading(Side side) {
        return joint.takingPart().getFirst().equals(side);
    }

    private void add(Act act, Side side, @Nullable String ref, @Nullable Instant dueAt) {
        turns.add(new Turn(act, side, joint.bureauOf(side).orElseThrow(), ref, dueAt));
    }

    /** Whether a side that was asked has neither answered nor let its time pass. */
    static boolean isAsked(JointCase joint) {
        return joint.takingPart().stream()
                .map(side -> joint.recordOf(side).stand())
                .anyMatch(stand -> stand == Stand.ASKED || stand == Stand.NOT_JOINED);
    }
}
