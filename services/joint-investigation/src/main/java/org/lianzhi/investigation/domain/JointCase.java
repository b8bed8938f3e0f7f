package org.lianzhi.investigation.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lianzhi.investigation.domain.SideRecord.Stand;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.CaseOpened;
import org.lianzhi.model.Side;

/**
 * The records side by side: whatever needs both sides is a statement about them, and nobody owns it.
 *
 * @param designated offices that a side made handle the case instead of the one that it began with; in no record of the
 *     case, and only for the eyes of that side
 */
public record JointCase(Map<Side, SideRecord> records, Map<Side, String> designated) {

    public static final JointCase NONE = new JointCase(Map.of(), Map.of());

    public JointCase {
        records = Collections.unmodifiableSortedMap(new TreeMap<>(records));
        designated = Map.copyOf(designated);
    }

    /**
     * Folds the next event of one side's record. Records may arrive in any order and interleaved in any way.
     *
     * @param digest of the event as it is written in the record
     */
    public static JointCase evolve(JointCase joint, Side side, CaseEvent event, Instant at, String digest) {
        Map<Side, SideRecord> records = new TreeMap<>(joint.records);
        records.put(side, joint.recordOf(side).with(event, at, digest));
        return new JointCase(records, joint.designated);
    }

    /** As one side sees it that has made another of its offices handle the case. */
    public JointCase designating(Side side, String office) {
        return new JointCase(records, Map.of(side, office));
    }

    /** What a side may add to its own record; nothing for an expected repetition. */
    public static List<CaseEvent> decide(JointCase joint, Side side, CaseCommand command) {
        return CaseRules.decide(joint, side, command);
    }

    public SideRecord recordOf(Side side) {
        return records.getOrDefault(side, SideRecord.of(side));
    }

    public Optional<Noted<CaseOpened>> opening() {
        return all(CaseOpened.class).findFirst();
    }

    /** Both parties of the case, the lead first; none before it was opened. */
    public List<Side> parties() {
        return opening()
                .map(Noted::event)
                .map(opened -> lead().filter(opened.counterpart()::equals).isPresent()
                        ? List.of(opened.counterpart(), opened.lead())
                        : List.of(opened.lead(), opened.counterpart()))
                .orElse(List.of());
    }

    /** As it is settled; until then as the case was opened. */
    public Optional<Side> lead() {
        return Jurisdiction.of(this)
                .lead()
                .or(() -> opening().map(opening -> opening.event().lead()));
    }

    /** The other party. */
    public SideRecord other(Side side) {
        return parties().stream()
                .filter(party -> !party.equals(side))
                .findFirst()
                .map(this::recordOf)
                .orElseThrow(() -> new IllegalStateException("a case without another party"));
    }

    /** Code of the office that acts for a party. */
    public Optional<String> bureauOf(Side side) {
        return bureauAtFirst(side).map(first -> designated.getOrDefault(side, first));
    }

    /** Code of the office that the case began with. */
    public Optional<String> bureauAtFirst(Side side) {
        return opening().map(Noted::event).flatMap(opened -> {
            if (opened.lead().equals(side)) {
                return Optional.of(opened.leadBureau());
            }
            return opened.counterpart().equals(side) ? Optional.of(opened.counterpartBureau()) : Optional.empty();
        });
    }

    /** Parties that did not decline. */
    public List<Side> takingPart() {
        return parties().stream()
                .filter(party -> !recordOf(party).is(Stand.DECLINED))
                .toList();
    }

    boolean takesPart(Side side) {
        return takingPart().contains(side);
    }

    /** Entries of a kind in both records. */
    <E extends CaseEvent> Stream<Noted<E>> all(Class<E> type) {
        return records.values().stream().flatMap(record -> record.all(type)).sorted(Noted.BY_TIME);
    }

    public int epoch() {
        return Closure.of(this).epoch();
    }

    /** The finding that both sides hold for true; the latest if there are several. */
    public Optional<Finding> agreed() {
        return Finding.allOf(this).stream()
                .filter(finding -> finding.state() == Finding.State.AGREED)
                .reduce((earlier, later) -> later);
    }

    public boolean closed() {
        return Closure.of(this).isClosed();
    }

    /** Since when the case is at its end for a side: by its own record, which may also have ended alone. */
    public Optional<Instant> endedFor(Side side) {
        return Closure.of(this)
                .notedAt(side)
                .or(() -> Silence.conclusion(this, side).map(Noted::at));
    }
}
