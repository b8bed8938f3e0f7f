package org.lianzhi.investigation.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lianzhi.investigation.domain.SideRecord.Stand;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.CaseOpened;
import org.lianzhi.model.CaseEvent.DecisionReceived;
import org.lianzhi.model.CaseEvent.JurisdictionStated;
import org.lianzhi.model.Ground;
import org.lianzhi.model.Place;
import org.lianzhi.model.ReleasedSummary;
import org.lianzhi.model.Side;

/**
 * Who leads. Each side says how it sees it in its own record; it is settled once both say the same, or once both have
 * entered the same decision from above. Until then both positions stand side by side, and the case goes on with the lead
 * that it was opened with.
 *
 * @param positions each side's last word
 * @param decisions the last decision that each side entered
 */
public record Jurisdiction(
        JointCase joint, Map<Side, Noted<JurisdictionStated>> positions, Map<Side, Noted<DecisionReceived>> decisions) {

    /** Grounds that follow from a place: where the act or its effect is (Administrative Penalties Law 2021, article 22). */
    private static final List<Ground> OF_PLACE = List.of(Ground.OUTLET, Ground.FACILITY, Ground.AFFECTED_WATER);

    private static final Comparator<Noted<DecisionReceived>> NEWEST = Comparator.comparing(
                    (Noted<DecisionReceived> entry) -> entry.event().decidedOn())
            .thenComparing(Noted::at)
            .thenComparing(entry -> entry.event().digest());

    /** What the two records say together. */
    public enum State {
        /** Somebody has not said yet how it sees it. */
        OPEN,
        /** Both say the same. */
        AGREED,
        /** Both have entered the same decision from above. */
        DECIDED,
        /** Each says something else. */
        DISPUTED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What the rule proposes. It binds nobody.
     *
     * @param reason the ground that decides
     */
    public record Proposal(Side lead, Ground reason) {}

    public Jurisdiction {
        positions = new TreeMap<>(positions);
        decisions = new TreeMap<>(decisions);
    }

    public static Jurisdiction of(JointCase joint) {
        return new Jurisdiction(joint, last(joint, JurisdictionStated.class), last(joint, DecisionReceived.class));
    }

    /** A side that declined has left the question to the other. */
    private static <E extends CaseEvent> Map<Side, Noted<E>> last(JointCase joint, Class<E> type) {
        Map<Side, Noted<E>> last = new TreeMap<>();
        joint.records().values().stream()
                .filter(record -> !record.is(Stand.DECLINED))
                .forEach(record -> record.last(type).ifPresent(said -> last.put(record.side(), said)));
        return last;
    }

    public State state() {
        if (decided().isPresent()) {
            return State.DECIDED;
        }
        if (settledBy(positions, JurisdictionStated::lead).isPresent()) {
            return State.AGREED;
        }
        return positions.size() > 1 || decisions.size() > 1 ? State.DISPUTED : State.OPEN;
    }

    public boolean isSettled() {
        return settledAt().isPresent();
    }

    /** Who leads, as far as that is settled. */
    public Optional<Side> lead() {
        return switch (state()) {
            case DECIDED -> decided().map(said -> said.event().lead());
            case AGREED ->
                positions.values().stream().map(said -> said.event().lead()).findFirst();
            case OPEN, DISPUTED -> Optional.empty();
        };
    }

    /** Since when it is settled: with the second of the two words. */
    public Optional<Instant> settledAt() {
        return decided().map(Noted::at).or(() -> settledBy(positions, JurisdictionStated::lead));
    }

    /**
     * The decision that holds, as the second side entered it: the newest of all that both records hold. What one side
     * enters alone after that changes nothing.
     */
    private Optional<Noted<DecisionReceived>> decided() {
        return entered().collect(Collectors.groupingBy(entry -> entry.event().digest())).values().stream()
                .filter(same -> same.stream().map(Noted::side).distinct().count() > 1)
                .map(Jurisdiction::second)
                .max(NEWEST);
    }

    private Stream<Noted<DecisionReceived>> entered() {
        return joint.all(DecisionReceived.class).filter(entry -> decisions.containsKey(entry.side()));
    }

    /** @param same entries of the same decision by both sides, the earlier first */
    private static Noted<DecisionReceived> second(List<Noted<DecisionReceived>> same) {
        return same.stream()
                .filter(entry -> !entry.side().equals(same.getFirst().side()))
                .findFirst()
                .orElseThrow();
    }

    private interface Content<E> {
        Object of(E event);
    }

    private static <E extends CaseEvent> Optional<Instant> settledBy(Map<Side, Noted<E>> said, Content<E> content) {
        Set<Object> different = new HashSet<>();
        said.values().forEach(each -> different.add(content.of(each.event())));
        return said.size() > 1 && different.size() == 1
                ? said.values().stream().map(Noted::at).max(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** What the records tell for each side; what weighs most first. Nobody need agree with it. */
    public Map<Side, List<Ground>> grounds() {
        Map<Side, List<Ground>> grounds = new TreeMap<>();
        joint.parties().forEach(party -> grounds.put(party, new ArrayList<>()));
        OF_PLACE.forEach(ground -> placeOf(ground)
                .flatMap(place -> Competence.sideOf(joint, place).stream())
                .distinct()
                .forEach(side -> add(grounds, side, ground)));
        filedFirst().ifPresent(side -> add(grounds, side, Ground.FIRST_FILED));
        if (state() == State.DECIDED) {
            lead().ifPresent(side -> add(grounds, side, Ground.DESIGNATED));
        }
        return grounds;
    }

    private static void add(Map<Side, List<Ground>> grounds, Side side, Ground ground) {
        List<Ground> of = grounds.get(side);
        if (of != null) {
            of.add(ground);
        }
    }

    private Stream<Place> placeOf(Ground ground) {
        ReleasedSummary summary = joint.opening().orElseThrow().event().summary();
        return switch (ground) {
            case OUTLET ->
                Finding.settledIn(joint)
                        .map(finding -> finding.proposal().event().outlet())
                        .or(() -> Optional.ofNullable(summary.suspectedOutlet()))
                        .stream();
            case FACILITY -> Stream.ofNullable(summary.suspectedFacility());
            case AFFECTED_WATER -> Stream.ofNullable(summary.affectedWater());
            case FIRST_FILED, DESIGNATED -> Stream.empty();
        };
    }

    /** The side that opened the case; where both did, the earlier. */
    private Optional<Side> filedFirst() {
        return joint.all(CaseOpened.class).map(Noted::side).findFirst();
    }

    /**
     * What the rule proposes: where the places lie in one side's territory only, that side; where they lie in both, the one
     * that filed first (Administrative Penalties Law 2021, articles 22 and 25).
     */
    public Proposal proposal() {
        Map<Side, List<Ground>> grounds = grounds();
        List<Side> touched = grounds.keySet().stream()
                .filter(side -> grounds.getOrDefault(side, List.of()).stream().anyMatch(OF_PLACE::contains))
                .toList();
        if (touched.size() == 1) {
            Side only = touched.getFirst();
            return new Proposal(only, grounds.getOrDefault(only, List.of()).getFirst());
        }
        return new Proposal(filedFirst().orElseThrow(), Ground.FIRST_FILED);
    }

    /** Whether a side is waited for because the other has said how it sees it. */
    boolean isToState(Side side) {
        boolean hasSpoken = positions.containsKey(side) || decisions.containsKey(side);
        return !isSettled() && !hasSpoken && !positions.isEmpty();
    }

    /** Whether a side is waited for: the last decision that the other entered is missing here, and not outdated. */
    boolean isToEnter(Side side) {
        Optional<LocalDate> since = decided().map(said -> said.event().decidedOn());
        return decisions.values().stream()
                .filter(said -> !said.side().equals(side))
                .map(Noted::event)
                .anyMatch(theirs -> since.filter(theirs.decidedOn()::isBefore).isEmpty()
                        && entered()
                                .noneMatch(entry -> entry.side().equals(side)
                                        && entry.event().digest().equals(theirs.digest())));
    }

    /** Until when the other side asked to be answered. */
    Optional<Instant> answerBy(Side side) {
        return positions.entrySet().stream()
                .filter(said -> !said.getKey().equals(side))
                .flatMap(said -> Stream.ofNullable(said.getValue().event().answerBy()))
                .findFirst();
    }
}
