package org.lianzhi.investigation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.lianzhi.investigation.domain.CaseSpec.In;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.Capacity;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.Side;
import org.lianzhi.model.wire.ContentDigest;

/** Random histories of two sides that see each other's record late, or not at all for a while. */
class AnyOrderTest {

    private static final String WHY = "It was not so.";

    @Property(tries = 200)
    void any_delivery_order_of_the_same_records_gives_the_same_case(
            @ForAll @Size(min = 5, max = 60) List<@IntRange(min = 0, max = 999) Integer> choices,
            @ForAll Random random) {
        Histories histories = new Histories();
        choices.forEach(histories::step);
        JointCase inOrder = histories.all();

        JointCase shuffled = histories.shuffled(random);

        assertThat(shuffled).isEqualTo(inOrder);
        assertThat(Turns.of(shuffled, Cases.ZONE)).isEqualTo(Turns.of(inOrder, Cases.ZONE));
        assertThat(Closure.of(shuffled).ends()).isEqualTo(Closure.of(inOrder).ends());
    }

    @Property(tries = 400)
    void agreed_and_closed_are_never_without_both_and_both_sides_come_to_the_same(
            @ForAll @Size(min = 5, max = 80) List<@IntRange(min = 0, max = 999) Integer> choices) {
        Histories histories = new Histories();
        choices.forEach(histories::step);
        JointCase joint = histories.all();

        joint.agreed()
                .ifPresent(finding -> assertThat(joint.other(finding.proposal().side())
                                .all(CaseEvent.FindingConfirmed.class)
                                .map(confirmed -> confirmed.event().digest()))
                        .contains(finding.proposal().event().digest()));
        for (Closure.End end : Closure.of(joint).ends()) {
            assertThat(joint.parties())
                    .allSatisfy(side -> assertThat(joint.recordOf(side).all(CaseEvent.ClosureSigned.class))
                            .anyMatch(signed -> signed.event().digest().equals(end.digest())));
        }
    }

    @Property(tries = 200)
    void what_stands_around_the_procedure_neither_agrees_nor_closes_nor_breaks_anything(
            @ForAll @Size(min = 5, max = 80) List<@IntRange(min = 0, max = 999) Integer> choices) {
        Histories histories = new Histories();
        choices.forEach(histories::step);
        JointCase joint = histories.all();
        JointCase bare = histories.without(CaseEvent.AboutContext.class, CaseEvent.AboutPaper.class);

        assertThat(joint.agreed()).isEqualTo(bare.agreed());
        assertThat(Closure.of(joint).ends()).isEqualTo(Closure.of(bare).ends());
        assertThat(Closure.of(joint).content()).isEqualTo(Closure.of(bare).content());
        for (Side side : joint.parties()) {
            List<String> holding = Links.of(joint.recordOf(side)).stream()
                    .filter(Links.Link::holds)
                    .map(link -> link.made().event().linked())
                    .toList();
            assertThat(holding).doesNotHaveDuplicates();
            assertThat(joint.recordOf(side)
                            .all(CaseEvent.PaperIssued.class)
                            .map(issued -> issued.event().paper()))
                    .doesNotHaveDuplicates();
        }
    }

    /** Both sides' records, and how far each has seen the other's. */
    private static final class Histories {

        private static final List<Side> SIDES = List.of(Cases.HN, Cases.GX);

        private final List<In> entries = new ArrayList<>();
        private final Map<Side, Integer> seen = new HashMap<>();

        Histories() {
            CaseSpec ready = Cases.readyToSign();
            ready.joint()
                    .records()
                    .values()
                    .forEach(record ->
                            record.entries().forEach(entry -> entries.add(new In(entry.side(), entry.event()))));
            SIDES.forEach(side -> seen.put(side, entries.size()));
        }

        /** One side catches up with the other, or acts on what it has seen. */
        void step(int choice) {
            Side side = SIDES.get(choice % 2);
            int act = choice / 2 % 13;
            if (act >= 11) {
                seen.put(side, entries.size());
                return;
            }
            JointCase view = view(side);
            try {
                for (CaseEvent event : JointCase.decide(view, side, command(view, side, act, choice))) {
                    entries.add(new In(side, event));
                }
            } catch (RuleViolated refused) {
                assertThat(refused.code()).startsWith("case.");
            }
        }

        private static CaseCommand command(JointCase view, Side side, int act, int choice) {
            Closure closure = Closure.of(view);
            Finding last = Finding.allOf(view).getLast();
            String digest = last.proposal().event().digest();
            return switch (act) {
                case 0 -> new CaseCommand.SignClosure(closure.content(), "rectified-and-verified");
                case 1 ->
                    new CaseCommand.WithdrawSignature(
                            closure.signatureOf(side)
                                    .map(signed -> signed.event().digest())
                                    .orElse(""),
                            WHY);
                case 2 -> new CaseCommand.NoteClosure();
                case 3 -> new CaseCommand.Reopen("new-facts", WHY);
                case 4 -> Cases.finding("f" + side + choice + "-" + view.hashCode(), "v1");
                case 5 -> new CaseCommand.ConfirmFinding(last.id(), digest);
                case 6 -> Cases.link("other" + choice % 3);
                case 7 -> Cases.unlink("other" + choice % 3);
                case 8 -> new CaseCommand.Comment("c" + choice % 5, "Please call before you come.");
                case 9 -> Cases.issue(Cases.paper("p" + side + choice % 5, "signed", null));
                default ->
                    choice % 5 == 0
                            ? new CaseCommand.VerifyMeasure(
                                    "o1",
                                    "m1",
                                    Order.allOf(view)
                                            .getFirst()
                                            .steps()
                                            .getFirst()
                                            .digest()
                                            .orElseThrow(),
                                    Capacity.ATTENDING,
                                    "")
                            : new CaseCommand.WithdrawFinding(last.id(), digest, WHY);
            };
        }

        /** What a side knows: all of its own record, and the other's as far as it was seen. */
        private JointCase view(Side side) {
            return fold(
                    positions(index -> entries.get(index).side().equals(side) || index < seen.getOrDefault(side, 0)));
        }

        JointCase all() {
            return fold(positions(index -> true));
        }

        JointCase without(Class<?>... kinds) {
            return fold(positions(index -> Stream.of(kinds)
                    .noneMatch(kind -> kind.isInstance(entries.get(index).event()))));
        }

        private List<Integer> positions(IntPredicate known) {
            List<Integer> positions = new ArrayList<>();
            for (int i = 0; i < entries.size(); i++) {
                if (known.test(i)) {
                    positions.add(i);
                }
            }
            return positions;
        }

        /** Each record in its own order, the two interleaved at random. */
        JointCase shuffled(Random random) {
            Map<Side, List<Integer>> rest = new HashMap<>();
            SIDES.forEach(side -> rest.put(
                    side,
                    new ArrayList<>(positions(index -> entries.get(index).side().equals(side)))));
            List<Integer> order = new ArrayList<>();
            while (order.size() < entries.size()) {
                List<Integer> from = rest.getOrDefault(SIDES.get(random.nextInt(2)), List.of());
                if (!from.isEmpty()) {
                    order.add(from.removeFirst());
                }
            }
            return fold(order);
        }

        private JointCase fold(List<Integer> positions) {
            JointCase joint = JointCase.NONE;
            for (int position : positions) {
                In entry = entries.get(position);
                joint = JointCase.evolve(
                        joint, entry.side(), entry.event(), CaseSpec.time(position), ContentDigest.of(entry.event()));
            }
            return joint;
        }
    }
}
