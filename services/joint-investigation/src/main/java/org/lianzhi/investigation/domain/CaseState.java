package org.lianzhi.investigation.domain;

import java.util.List;
import java.util.Locale;
import org.lianzhi.investigation.domain.SideRecord.Stand;

/** How far a case has come, in one word. */
public enum CaseState {
    ACKNOWLEDGING,
    INSPECTING,
    SAMPLING,
    FINDING,
    RECTIFYING,
    SIGNING,
    CLOSED,
    DECLINED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static CaseState of(JointCase joint) {
        Closure closure = Closure.of(joint);
        if (closure.isClosed()) {
            return CLOSED;
        }
        if (joint.takingPart().isEmpty()) {
            return DECLINED;
        }
        boolean nobodyHasAcknowledged = joint.takingPart().stream()
                .noneMatch(side -> joint.recordOf(side).is(Stand.ACKNOWLEDGED));
        if (Turns.isAsked(joint) || nobodyHasAcknowledged) {
            return ACKNOWLEDGING;
        }
        return atWork(joint, closure);
    }

    private static CaseState atWork(JointCase joint, Closure closure) {
        List<Order> orders = Order.allOf(joint);
        boolean signed = joint.takingPart().stream()
                .anyMatch(side -> closure.signatureOf(side).isPresent());
        boolean verified =
                !orders.isEmpty() && orders.stream().allMatch(order -> order.isVerified(joint, closure.epoch()));
        if (signed || verified) {
            return SIGNING;
        }
        if (!orders.isEmpty() || Finding.isSettledIn(joint, closure.epoch())) {
            return RECTIFYING;
        }
        List<Sample> samples = Sample.allOf(joint);
        boolean analysed = !samples.isEmpty()
                && samples.stream()
                        .allMatch(sample ->
                                sample.isRetained() || sample.results().isPresent());
        if (!Finding.allOf(joint).isEmpty() || analysed) {
            return FINDING;
        }
        boolean onSite = Inspection.allOf(joint).stream()
                .anyMatch(inspection -> !inspection.recordings().isEmpty());
        return onSite || !samples.isEmpty() ? SAMPLING : INSPECTING;
    }
}
