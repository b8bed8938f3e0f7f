package org.lianzhi.investigation.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.lianzhi.model.CaseEvent.AfterCheckPlanned;
import org.lianzhi.model.CaseEvent.AfterChecked;
import org.lianzhi.model.CaseEvent.HeavyRainRecorded;
import org.lianzhi.model.wire.ContentDigest;

/**
 * The look that is taken again at an order that all sides accepted. It is due by a date, and once more after the first
 * heavy rain: what a dry day shows says nothing of what the rain brings. It has nothing to do with acceptance, and a case
 * that is closed does not end it.
 *
 * @param accepted digest of what was accepted; once one report of done gives way to another, it is another acceptance
 * @param acceptedAt when the last side said so, to the minute: people tell the times of rain and visits no finer
 * @param planned by the side that ordered
 * @param rain the first heavy rain after that, in whichever record
 * @param checks of what was accepted, by either side
 */
public record AfterCheck(
        Order order,
        String accepted,
        Instant acceptedAt,
        Optional<Noted<AfterCheckPlanned>> planned,
        Optional<Noted<HeavyRainRecorded>> rain,
        List<Noted<AfterChecked>> checks) {

    private static final Comparator<Noted<HeavyRainRecorded>> FIRST = Comparator.comparing(
                    (Noted<HeavyRainRecorded> rain) -> rain.event().cameAt())
            .thenComparing(Noted.BY_TIME);

    /** What an after-check is due by. */
    public enum Occasion {
        DATE,
        RAIN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An after-check that is not made yet. */
    public record Due(Occasion occasion, Instant dueAt) {}

    private record Accepted(String order, List<String> reports, int epoch) {}

    public AfterCheck {
        checks = List.copyOf(checks);
    }

    /** Of every order that is accepted as the records stand. */
    public static List<AfterCheck> allOf(JointCase joint) {
        int epoch = joint.epoch();
        return Order.allOf(joint).stream()
                .filter(order -> order.isVerified(joint, epoch)
                        && joint.takesPart(order.ordered().side()))
                .map(order -> of(joint, order, epoch))
                .toList();
    }

    private static AfterCheck of(JointCase joint, Order order, int epoch) {
        List<String> reports =
                order.steps().stream().flatMap(step -> step.digest().stream()).toList();
        String accepted = ContentDigest.of("accepted", new Accepted(order.id(), reports, epoch));
        Instant acceptedAt = order.steps().stream()
                .flatMap(step -> step.verdicts().values().stream())
                .map(Noted::at)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .truncatedTo(ChronoUnit.MINUTES);
        return new AfterCheck(
                order,
                accepted,
                acceptedAt,
                joint.recordOf(order.ordered().side())
                        .all(AfterCheckPlanned.class)
                        .filter(plan -> plan.event().accepted().equals(accepted))
                        .findFirst(),
                joint.all(HeavyRainRecorded.class)
                        .filter(rain -> rain.event().epoch() == epoch
                                && !rain.event().cameAt().isBefore(acceptedAt))
                        .min(FIRST),
                joint.all(AfterChecked.class)
                        .filter(check -> check.event().accepted().equals(accepted))
                        .toList());
    }

    /** Every look that was ever taken at an order, those at what was accepted before and given up, too. */
    public static Stream<Noted<AfterChecked>> allEver(JointCase joint, Order order) {
        return joint.all(AfterChecked.class)
                .filter(check -> check.event().order().equals(order.id()));
    }

    /** Every occasion, whether it was used or not. */
    public List<Due> dues() {
        return Stream.concat(
                        planned.map(plan -> new Due(Occasion.DATE, plan.event().dueAt())).stream(),
                        rain.map(came -> new Due(Occasion.RAIN, came.event().dueAt())).stream())
                .toList();
    }

    /** What the side that ordered has still to look at. A look after the rain serves for the date, too. */
    public List<Due> open() {
        return dues().stream().filter(due -> !isMade(due.occasion())).toList();
    }

    private boolean isMade(Occasion occasion) {
        return checks.stream()
                .filter(check -> check.side().equals(order.ordered().side()))
                .anyMatch(check -> occasion == Occasion.DATE
                        || rain.filter(came -> !check.event()
                                        .checkedAt()
                                        .isBefore(came.event().cameAt()))
                                .isPresent());
    }
}
