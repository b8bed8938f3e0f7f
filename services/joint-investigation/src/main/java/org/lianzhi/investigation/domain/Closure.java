package org.lianzhi.investigation.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lianzhi.investigation.domain.SideRecord.Stand;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.CaseClosed;
import org.lianzhi.model.CaseEvent.CaseDeclined;
import org.lianzhi.model.CaseEvent.CaseReopened;
import org.lianzhi.model.CaseEvent.ClosureSigned;
import org.lianzhi.model.CaseEvent.ClosureWithdrawn;
import org.lianzhi.model.Side;
import org.lianzhi.model.wire.ContentDigest;

/**
 * How the signatures stand together.
 *
 * @param ends every content that was ever signed by all who take part, by epoch
 * @param epoch that the case is in
 */
public record Closure(JointCase joint, List<End> ends, int epoch) {

    /** All that a case may end with, what is usual first. */
    public static final List<String> OUTCOMES = List.of("rectified-and-verified", "no-breach-found", "handed-on");

    /** What was signed. */
    public record End(String digest, String outcome, int epoch) {}

    /** What a signature covers, but for the outcome. */
    private record Content(int epoch, Map<String, Long> versions) {}

    /** What a signature covers. */
    private record Signable(String outcome, int epoch, Map<String, Long> versions) {}

    public static Closure of(JointCase joint) {
        List<End> ends = ends(joint);
        int reopened = joint.all(CaseReopened.class)
                .mapToInt(reopening -> reopening.event().epoch())
                .max()
                .orElse(1);
        // Both had signed when one withdrew without knowing: that closed the case, and the withdrawal opened it again.
        int crossed = ends.stream()
                .filter(end -> isWithdrawn(joint, end.digest()))
                .mapToInt(end -> end.epoch() + 1)
                .max()
                .orElse(1);
        return new Closure(joint, ends, Math.max(reopened, crossed));
    }

    private static List<End> ends(JointCase joint) {
        List<End> ends = new ArrayList<>();
        joint.all(ClosureSigned.class).forEach(signed -> {
            ClosureSigned signature = signed.event();
            End end = new End(signature.digest(), signature.outcome(), signature.epoch());
            boolean closes = joint.other(signed.side())
                            .all(ClosureSigned.class)
                            .anyMatch(theirs -> theirs.event().digest().equals(signature.digest()))
                    || closesAlone(joint, signed);
            if (closes && !ends.contains(end)) {
                ends.add(end);
            }
        });
        return ends;
    }

    /** The signature covers the other record as it stood when that side had declined to take part. */
    private static boolean closesAlone(JointCase joint, Noted<ClosureSigned> signed) {
        SideRecord own = joint.recordOf(signed.side());
        SideRecord other = joint.other(signed.side());
        ClosureSigned signature = signed.event();
        return declinedAt(other)
                .mapToObj(declined -> versions(own, before(own, signature), other, declined))
                .anyMatch(versions ->
                        digest(signature.outcome(), signature.epoch(), versions).equals(signature.digest()));
    }

    private static long before(SideRecord own, CaseEvent event) {
        return own.entries().stream()
                .takeWhile(entry -> !entry.event().equals(event))
                .filter(entry -> SideRecord.isMaterial(entry.event()))
                .count();
    }

    /** Material versions at which the record said that the side does not take part. */
    private static IntStream declinedAt(SideRecord record) {
        List<CaseEvent> material = record.entries().stream()
                .<CaseEvent>map(Noted::event)
                .filter(SideRecord::isMaterial)
                .toList();
        return IntStream.range(0, material.size())
                .filter(index -> material.get(index) instanceof CaseDeclined)
                .map(index -> index + 1);
    }

    private static Map<String, Long> versions(SideRecord own, long ownVersion, SideRecord other, long otherVersion) {
        Map<String, Long> versions = new TreeMap<>();
        versions.put(own.side().code(), ownVersion);
        versions.put(other.side().code(), otherVersion);
        return versions;
    }

    private static String digest(String outcome, int epoch, Map<String, Long> versions) {
        return ContentDigest.of("closure", new Signable(outcome, epoch, versions));
    }

    static boolean isWithdrawn(JointCase joint, String digest) {
        return joint.all(ClosureWithdrawn.class)
                .anyMatch(withdrawn -> withdrawn.event().digest().equals(digest));
    }

    public boolean isClosed() {
        return end().isPresent();
    }

    /** With what the case is closed now. */
    public Optional<End> end() {
        return ends.stream().filter(end -> end.epoch() == epoch).findFirst();
    }

    /** Since when a side's own record says so; empty where it does not yet, or where the case is open. */
    public Optional<Instant> notedAt(Side side) {
        return end().flatMap(end -> joint.recordOf(side)
                .all(CaseClosed.class)
                .filter(closed -> closed.event().epoch() == end.epoch())
                .map(Noted::at)
                .findFirst());
    }

    private Map<String, Long> versions() {
        Map<String, Long> versions = new TreeMap<>();
        joint.parties()
                .forEach(party ->
                        versions.put(party.code(), joint.recordOf(party).materialVersion()));
        return versions;
    }

    /** Digest of epoch and both records as they stand: what an officer looks at before signing. */
    public String content() {
        return ContentDigest.of("closure-content", new Content(epoch, versions()));
    }

    /** What a signature for an outcome would hold now. */
    String digest(String outcome) {
        return digest(outcome, epoch, versions());
    }

    /** A side's signature of this epoch that was not withdrawn. */
    public Optional<Noted<ClosureSigned>> signatureOf(Side side) {
        return joint.recordOf(side)
                .last(ClosureSigned.class)
                .filter(signed -> signed.event().epoch() == epoch)
                .filter(signed -> !isWithdrawn(joint, signed.event().digest()));
    }

    /** Whether a side's signature is for the records as they stand now. */
    boolean isCurrent(Noted<ClosureSigned> signature) {
        return signature.event().digest().equals(digest(signature.event().outcome()));
    }

    public boolean hasSignedWhatIs(Side side) {
        return signatureOf(side).filter(this::isCurrent).isPresent();
    }

    /** Whether signatures of the same content crossed that name different outcomes: one has to be withdrawn. */
    boolean isDivided() {
        return joint.parties().stream()
                        .flatMap(party -> signatureOf(party).stream())
                        .filter(this::isCurrent)
                        .map(signature -> signature.event().outcome())
                        .distinct()
                        .count()
                > 1;
    }

    /** What a side may sign now. */
    public List<String> outcomes() {
        Optional<String> signed = joint.parties().stream()
                .flatMap(party -> signatureOf(party).stream())
                .filter(this::isCurrent)
                .map(signature -> signature.event().outcome())
                .findFirst();
        return OUTCOMES.stream()
                .filter(outcome -> signed.isEmpty() || signed.get().equals(outcome))
                .filter(outcome -> blockers(outcome).isEmpty())
                .toList();
    }

    /** Codes of the rules that stand in the way of an outcome. */
    public List<String> blockers(String outcome) {
        List<Order> orders = Order.allOf(joint);
        boolean verified = orders.stream().allMatch(order -> order.isVerified(joint, epoch));
        return Stream.of(
                        blocker("case.closed", isClosed()),
                        blocker("case.closure.not-acknowledged", isSomebodyOutstanding()),
                        blocker("case.closure.results-outstanding", areResultsOutstanding()),
                        blocker("case.closure.no-finding", isWithoutFinding(outcome)),
                        blocker("case.closure.finding-open", isFindingOpen()),
                        blocker("case.closure.no-order", outcome.equals(OUTCOMES.getFirst()) && orders.isEmpty()),
                        blocker("case.closure.measures-open", outcome.equals(OUTCOMES.getFirst()) && !verified),
                        blocker("case.closure.ordered", outcome.equals(OUTCOMES.get(1)) && !orders.isEmpty()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> blocker(String code, boolean stands) {
        return stands ? Optional.of(code) : Optional.empty();
    }

    private boolean isSomebodyOutstanding() {
        return joint.takingPart().isEmpty()
                || !joint.takingPart().stream()
                        .allMatch(side -> joint.recordOf(side).is(Stand.ACKNOWLEDGED));
    }

    private boolean areResultsOutstanding() {
        return Sample.allOf(joint).stream()
                .filter(sample -> joint.takesPart(sample.taken().side()))
                .anyMatch(
                        sample -> sample.sent().isPresent() && sample.results().isEmpty());
    }

    /** That there is no breach after all is to be found anew once the case was reopened. */
    private boolean isWithoutFinding(String outcome) {
        return outcome.equals(OUTCOMES.get(1))
                ? !Finding.isSettledIn(joint, epoch)
                : Finding.settledIn(joint).isEmpty();
    }

    private boolean isFindingOpen() {
        return Finding.allOf(joint).stream()
                .anyMatch(finding -> finding.state() == Finding.State.PROPOSED && !finding.isSettled());
    }
}
