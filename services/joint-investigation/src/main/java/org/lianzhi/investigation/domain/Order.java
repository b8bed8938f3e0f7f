package org.lianzhi.investigation.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.AfterChecked;
import org.lianzhi.model.CaseEvent.Measure;
import org.lianzhi.model.CaseEvent.MeasureExtended;
import org.lianzhi.model.CaseEvent.MeasureFoundWanting;
import org.lianzhi.model.CaseEvent.MeasureReportedDone;
import org.lianzhi.model.CaseEvent.MeasureVerified;
import org.lianzhi.model.CaseEvent.RectificationOrdered;
import org.lianzhi.model.Side;

/** An order of one side, and how its measures stand. */
public record Order(Noted<RectificationOrdered> ordered, List<Step> steps) {

    public Order {
        steps = List.copyOf(steps);
    }

    /**
     * One measure.
     *
     * @param extensions each with a later day
     * @param done the ordering side's last report
     * @param verdicts each side's last word on that report, on acceptance or at an after-check that found it a sham
     */
    public record Step(
            Measure measure,
            List<Noted<MeasureExtended>> extensions,
            Optional<Noted<MeasureReportedDone>> done,
            Map<Side, Noted<? extends CaseEvent>> verdicts) {

        public Step {
            extensions = List.copyOf(extensions);
            verdicts = new TreeMap<>(verdicts);
        }

        /** With all extensions. */
        public LocalDate dueOn() {
            return extensions.isEmpty()
                    ? measure.dueOn()
                    : extensions.getLast().event().dueOn();
        }

        /** Of the report that a verdict is about. */
        public Optional<String> digest() {
            return done.map(Noted::digest);
        }

        boolean isWanting() {
            return verdicts.values().stream().anyMatch(verdict -> !(verdict.event() instanceof MeasureVerified));
        }

        /** A verification counts in its epoch only: a case that was reopened is looked at again. */
        boolean isVerifiedBy(Side side, int epoch) {
            var verdict = verdicts.get(side);
            return verdict != null && verdict.event() instanceof MeasureVerified verified && verified.epoch() == epoch;
        }
    }

    public static List<Order> allOf(JointCase joint) {
        return joint.all(RectificationOrdered.class)
                .map(ordered -> of(joint, ordered))
                .toList();
    }

    private static Order of(JointCase joint, Noted<RectificationOrdered> ordered) {
        return new Order(
                ordered,
                ordered.event().measures().stream()
                        .map(measure -> step(joint, ordered, measure))
                        .toList());
    }

    private static Step step(JointCase joint, Noted<RectificationOrdered> ordered, Measure measure) {
        var done = joint.recordOf(ordered.side())
                .all(MeasureReportedDone.class)
                .filter(report -> report.event().order().equals(ordered.event().order())
                        && report.event().measure().equals(measure.measure()))
                .reduce((earlier, later) -> later);
        Map<Side, Noted<? extends CaseEvent>> verdicts = new TreeMap<>();
        done.ifPresent(report -> {
            String digest = report.digest();
            joint.parties()
                    .forEach(party -> joint.recordOf(party).entries().stream()
                            .filter(entry -> isAbout(entry.event(), digest))
                            .forEach(entry -> verdicts.put(party, entry)));
        });
        var extensions = joint.recordOf(ordered.side())
                .all(MeasureExtended.class)
                .filter(extended ->
                        extended.event().order().equals(ordered.event().order())
                                && extended.event().measure().equals(measure.measure()))
                .toList();
        return new Step(measure, extensions, done, verdicts);
    }

    private static boolean isAbout(CaseEvent event, String digest) {
        return switch (event) {
            case MeasureVerified verified -> verified.digest().equals(digest);
            case MeasureFoundWanting wanting -> wanting.digest().equals(digest);
            case AfterChecked checked ->
                checked.shams().stream().anyMatch(sham -> sham.digest().equals(digest));
            case CaseEvent unrelated -> false;
        };
    }

    public String id() {
        return ordered.event().order();
    }

    Optional<Step> step(String measure) {
        return steps.stream()
                .filter(step -> step.measure().measure().equals(measure))
                .findFirst();
    }

    /** Whether every side that takes part saw every measure in place. */
    boolean isVerified(JointCase joint, int epoch) {
        return steps.stream()
                .allMatch(step -> !step.isWanting()
                        && joint.takingPart().stream().allMatch(side -> step.isVerifiedBy(side, epoch)));
    }
}
