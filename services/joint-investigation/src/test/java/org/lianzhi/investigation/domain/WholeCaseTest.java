package org.lianzhi.investigation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.Capacity;
import org.lianzhi.model.Ground;
import org.lianzhi.model.Photo;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.Side;
import org.lianzhi.model.wire.ContentDigest;

/**
 * Cases from their opening on, in which both sides do what comes into their heads: every command there is, decided by the
 * real rules on what that side has seen. However the two records are then delivered, late, doubled or crossed, the case is
 * the same.
 */
class WholeCaseTest {

    private static final List<Side> SIDES = List.of(Cases.HN, Cases.GX);
    private static final String WHY = "It was not so.";
    private static final int CATCH_UP = 36;

    @Property(tries = 150)
    void any_delivery_of_the_records_gives_the_same_case(
            @ForAll @Size(min = 150, max = 400) List<@IntRange(min = 0, max = 9999) Integer> choices,
            @ForAll Random random) {
        History history = new History(choices.getFirst() % 2 == 0 ? 3600 : -3600);
        choices.forEach(history::step);
        JointCase asWritten = history.delivered(history.inOrder());

        List<Entry> anyhow = new ArrayList<>(history.inOrder());
        anyhow.addAll(
                history.inOrder().subList(0, random.nextInt(history.inOrder().size())));
        Collections.shuffle(anyhow, random);
        JointCase other = history.delivered(anyhow);

        assertThat(other).isEqualTo(asWritten);
        assertThat(said(other)).isEqualTo(said(asWritten));
        Statistics.label("kinds of events in a case")
                .collect(history.inOrder().stream()
                                .map(entry -> entry.event().getClass())
                                .distinct()
                                .count()
                        / 5);
    }

    @Property(tries = 100)
    void both_sides_come_to_the_same_once_each_has_the_others_record(
            @ForAll @Size(min = 100, max = 250) List<@IntRange(min = 0, max = 9999) Integer> choices,
            @ForAll Random random) {
        History history = new History(0);
        choices.forEach(history::step);
        for (Side side : SIDES) {
            // Its own record at once, the other's after that.
            List<Entry> own = new ArrayList<>(history.inOrder());
            own.sort((one, two) ->
                    Boolean.compare(two.side().equals(side), one.side().equals(side)));
            assertThat(said(history.delivered(own))).isEqualTo(said(history.delivered(history.inOrder())));
        }
    }

    @Property(tries = 100)
    void what_needs_both_sides_is_said_in_both_records_and_each_side_writes_in_its_own_only(
            @ForAll @Size(min = 100, max = 300) List<@IntRange(min = 0, max = 9999) Integer> choices) {
        History history = new History(0);
        choices.forEach(history::step);
        JointCase joint = history.delivered(history.inOrder());

        for (Side side : SIDES) {
            assertThat(joint.recordOf(side).entries())
                    .as("record of %s", side)
                    .allMatch(entry -> entry.side().equals(side));
            assertThat(joint.recordOf(side).entries().stream()
                            .<CaseEvent>map(Noted::event)
                            .toList())
                    .isEqualTo(history.inOrder().stream()
                            .filter(entry -> entry.side().equals(side))
                            .map(Entry::event)
                            .toList());
        }
        Jurisdiction.of(joint)
                .lead()
                .ifPresent(lead -> assertThat(SIDES)
                        .allMatch(side -> joint.recordOf(side)
                                        .all(CaseEvent.JurisdictionStated.class)
                                        .anyMatch(said -> said.event().lead().equals(lead))
                                || joint.recordOf(side)
                                        .all(CaseEvent.DecisionReceived.class)
                                        .anyMatch(said -> said.event().lead().equals(lead))));
        joint.agreed().ifPresent(finding -> {
            Side proposing = finding.proposal().side();
            assertThat(joint.other(proposing).all(CaseEvent.FindingConfirmed.class))
                    .anyMatch(said -> said.event()
                            .digest()
                            .equals(finding.proposal().event().digest()));
        });
        if (joint.closed() && joint.takingPart().size() > 1) {
            String digest = Closure.of(joint).end().orElseThrow().digest();
            assertThat(SIDES)
                    .allMatch(side -> joint.recordOf(side)
                            .all(CaseEvent.ClosureSigned.class)
                            .anyMatch(said -> said.event().digest().equals(digest)));
        }
    }

    /** All that pages and rules ask of a case. */
    private static List<Object> said(JointCase joint) {
        return List.of(
                Turns.of(joint, Cases.ZONE),
                CaseState.of(joint),
                Closure.of(joint).ends(),
                Inspection.allOf(joint),
                Sample.allOf(joint),
                Finding.allOf(joint),
                Order.allOf(joint),
                AfterCheck.allOf(joint),
                Letter.allOf(joint),
                joint.agreed(),
                Jurisdiction.of(joint),
                Jurisdiction.of(joint).state(),
                Jurisdiction.of(joint).settledAt(),
                joint.parties(),
                joint.takingPart(),
                joint.epoch(),
                SIDES.stream().map(side -> Silence.of(joint, side).next()).toList(),
                SIDES.stream().map(side -> Silence.conclusion(joint, side)).toList());
    }

    private record Entry(Side side, int version, CaseEvent event, Instant at) {}

    private static final class History {

        private final List<Entry> entries = new ArrayList<>();
        private final Map<Side, Integer> seen = new HashMap<>();
        private final int clocksApart;
        private int ids;

        History(int clocksApart) {
            this.clocksApart = clocksApart;
            for (CaseSpec.In begun : Cases.BEGUN) {
                append(begun.side(), begun.event());
            }
            SIDES.forEach(side -> seen.put(side, entries.size()));
        }

        List<Entry> inOrder() {
            return entries;
        }

        private void append(Side side, CaseEvent event) {
            int version = 1
                    + (int) entries.stream()
                            .filter(entry -> entry.side().equals(side))
                            .count();
            Instant at = CaseSpec.time(entries.size()).plusSeconds(side.equals(Cases.HN) ? 0 : clocksApart);
            entries.add(new Entry(side, version, event, at));
        }

        /** One side catches up with the other, or acts on what it has seen. */
        void step(int choice) {
            Side side = SIDES.get(choice % 2);
            int act = choice / 2 % (CATCH_UP + 5);
            if (act >= CATCH_UP) {
                seen.put(side, entries.size());
                return;
            }
            JointCase view = delivered(IntStream.range(0, entries.size())
                    .filter(index -> entries.get(index).side().equals(side) || index < seen.getOrDefault(side, 0))
                    .mapToObj(entries::get)
                    .toList());
            try {
                command(view, side, act)
                        .ifPresent(
                                command -> JointCase.decide(view, side, command).forEach(event -> append(side, event)));
            } catch (RuleViolated refused) {
                assertThat(refused.code()).startsWith("case.");
            }
        }

        private Optional<CaseCommand> command(JointCase view, Side side, int act) {
            String bureau = side.equals(Cases.HN) ? "431129-branch" : "451123-branch";
            String id = side + "" + ids++;
            Capacity capacity = side.equals(Cases.HN) ? Capacity.ATTENDING : Capacity.ENFORCING;
            Closure closure = Closure.of(view);
            return switch (act) {
                case 0, 1 -> Optional.of(new CaseCommand.Acknowledge());
                case 2 -> Optional.of(new CaseCommand.Join(Cases.ACKNOWLEDGE_BY, "acknowledge"));
                case 3 -> Optional.of(Cases.visit(id));
                case 4, 5 -> visit(view, (visit, digest) -> new CaseCommand.AcceptInspection(visit, digest));
                case 6 -> visit(view, (visit, digest) -> Cases.recording(visit, bureau, capacity));
                case 7 -> Optional.of(Cases.taking(Cases.sample(id, bureau, "seal-" + id)));
                case 8 -> last(Sample.allOf(view), s -> Cases.sending(Cases.sent(s.id(), "lab-1", "seal-2")));
                case 9 -> last(Sample.allOf(view), s -> Cases.receiving(Cases.received(s.id(), "lab-1", true)));
                case 10 -> last(Sample.allOf(view), s -> Cases.results(s.id(), "lab-1"));
                case 11 -> last(Inspection.allOf(view), visit -> Cases.finding(id, visit.id()));
                case 12, 13 -> finding(view, (finding, digest) -> new CaseCommand.ConfirmFinding(finding, digest));
                case 14 -> finding(view, (finding, digest) -> new CaseCommand.DissentFromFinding(finding, digest, WHY));
                case 15 -> finding(view, (finding, digest) -> new CaseCommand.WithdrawFinding(finding, digest, WHY));
                case 16 -> Optional.of(Cases.order(id));
                case 17 ->
                    last(
                            Order.allOf(view),
                            order -> new CaseCommand.ReportMeasureDone(Cases.done(order.id(), id), Cases.TODAY));
                case 18 ->
                    measure(
                            view,
                            (order, digest) ->
                                    new CaseCommand.VerifyMeasure(order, "m1", digest, capacity, "seen in place"));
                case 19 ->
                    measure(view, (order, digest) -> new CaseCommand.FindMeasureWanting(order, "m1", digest, WHY));
                case 20 -> Optional.of(new CaseCommand.SignClosure(closure.content(), "no-breach-found"));
                case 21 ->
                    Silence.of(view, side)
                            .next()
                            .map(rung ->
                                    new CaseCommand.RemindCounterpart(rung, "office", WHY, Cases.LATER, Cases.LATER));
                case 22 -> Optional.of(new CaseCommand.ConcludeRecord("own-part-done", WHY, Cases.LATER));
                case 23, 24 ->
                    Optional.of(new CaseCommand.StateJurisdiction(
                            SIDES.get(ids % 2), List.of(Ground.OUTLET), WHY, Cases.LATER));
                case 26 ->
                    last(
                            Order.allOf(view),
                            order -> new CaseCommand.ExtendMeasure(
                                    order.id(), "m1", Cases.TODAY.plusDays(6L + ids), WHY, Cases.TODAY));
                case 27 -> Optional.of(new CaseCommand.PlanAfterChecks(Cases.LATER, "after-check"));
                case 28 ->
                    Optional.of(new CaseCommand.RecordHeavyRain(
                            Cases.RAIN.plusSeconds(ids), WHY, Cases.RAIN, "after-check-rain", Cases.RAIN));
                case 29 ->
                    last(
                            AfterCheck.allOf(view),
                            check -> Cases.check(check, bureau, capacity, ids % 2 == 0 ? List.of() : List.of("m1")));
                case 30 -> Optional.of(new CaseCommand.MissAfterChecks(Cases.RAIN));
                case 31 -> Optional.of(Cases.disposition(id, Cases.EVERYTHING));
                case 32 -> Optional.of(Cases.emergency(id));
                case 33 -> Optional.of(Cases.letter(id));
                case 34 ->
                    last(
                            Letter.allOf(view),
                            letter -> new CaseCommand.RecordReply(letter.id(), Cases.TODAY, WHY, Cases.TODAY));
                case 25 ->
                    Optional.of(new CaseCommand.EnterDecision(
                            "The ministry",
                            "no. " + ids % 2,
                            Cases.TODAY,
                            SIDES.get(ids % 2),
                            List.of(new Photo("p1", "ab".repeat(32))),
                            Cases.TODAY));
                default ->
                    ids % 3 == 0
                            ? Optional.of(new CaseCommand.Reopen("new-facts", WHY))
                            : Optional.of(new CaseCommand.NoteClosure());
            };
        }

        private interface About {
            CaseCommand command(String id, String digest);
        }

        private static Optional<CaseCommand> visit(JointCase view, About about) {
            return last(
                    Inspection.allOf(view),
                    visit -> about.command(visit.id(), visit.proposal().event().digest()));
        }

        private static Optional<CaseCommand> finding(JointCase view, About about) {
            return last(
                    Finding.allOf(view),
                    finding -> about.command(
                            finding.id(), finding.proposal().event().digest()));
        }

        private static Optional<CaseCommand> measure(JointCase view, About about) {
            return last(
                    Order.allOf(view),
                    order -> about.command(
                            order.id(), order.steps().getFirst().digest().orElse("")));
        }

        private static <T> Optional<CaseCommand> last(List<T> things, Function<T, CaseCommand> command) {
            return things.isEmpty() ? Optional.empty() : Optional.of(command.apply(things.getLast()));
        }

        /** As a reader with a gate takes them: of each record the next one only, until all is there. */
        JointCase delivered(List<Entry> deliveries) {
            JointCase joint = JointCase.NONE;
            Map<Side, Integer> applied = new HashMap<>();
            boolean moved = true;
            while (moved) {
                moved = false;
                for (Entry entry : deliveries) {
                    if (entry.version() == applied.getOrDefault(entry.side(), 0) + 1) {
                        joint = JointCase.evolve(
                                joint, entry.side(), entry.event(), entry.at(), ContentDigest.of(entry.event()));
                        applied.put(entry.side(), entry.version());
                        moved = true;
                    }
                }
            }
            return joint;
        }
    }
}
