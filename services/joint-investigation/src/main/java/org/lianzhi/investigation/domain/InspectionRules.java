package org.lianzhi.investigation.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.lianzhi.investigation.domain.CaseCommand.AcceptInspection;
import org.lianzhi.investigation.domain.CaseCommand.DeclineInspection;
import org.lianzhi.investigation.domain.CaseCommand.ProposeInspection;
import org.lianzhi.investigation.domain.CaseCommand.RecordInspection;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.Capacity;
import org.lianzhi.model.CaseEvent.InspectionAccepted;
import org.lianzhi.model.CaseEvent.InspectionDeclined;
import org.lianzhi.model.CaseEvent.InspectionProposed;
import org.lianzhi.model.CaseEvent.InspectionRecorded;
import org.lianzhi.model.CaseEvent.Inspector;
import org.lianzhi.model.Place;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.Side;
import org.lianzhi.model.wire.ContentDigest;

/** Visits to the site: agreed on by both, recorded by each side for itself. */
final class InspectionRules {

    /** Administrative Penalties Law 2021, article 42. */
    static final int INSPECTORS_AT_LEAST = 2;

    /** Clocks of phones are not exact. */
    static final Duration CLOCK_ERROR = Duration.ofMinutes(15);

    private InspectionRules() {}

    static List<CaseEvent> decide(JointCase joint, Side side, CaseCommand.AboutInspection command) {
        return switch (command) {
            case ProposeInspection propose -> propose(joint, side, propose);
            case AcceptInspection(var id, var digest) -> accept(joint, side, id, digest);
            case DeclineInspection decline -> decline(joint, side, decline);
            case RecordInspection record -> record(joint, side, record);
        };
    }

    private static List<CaseEvent> propose(JointCase joint, Side side, ProposeInspection command) {
        CaseRules.requireAtWork(joint, side);
        CaseRules.requireWithinReach(command.startsAt(), command.at());
        InspectionProposed open = proposed(joint, command, "");
        return List.of(proposed(joint, command, ContentDigest.of(open)));
    }

    private static InspectionProposed proposed(JointCase joint, ProposeInspection command, String digest) {
        return new InspectionProposed(
                command.inspection(),
                digest,
                command.startsAt(),
                command.meetingPoint(),
                CaseRules.words("purpose", command.purpose(), 2),
                joint.epoch());
    }

    private static List<CaseEvent> accept(JointCase joint, Side side, String id, String digest) {
        CaseRules.requireAtWork(joint, side);
        Inspection inspection = othersProposal(joint, side, id, digest);
        if (inspection.accepted().isPresent()) {
            return List.of();
        }
        requireUnanswered(inspection);
        return List.of(new InspectionAccepted(id, digest, joint.epoch()));
    }

    private static List<CaseEvent> decline(JointCase joint, Side side, DeclineInspection command) {
        CaseRules.requireAtWork(joint, side);
        String reasons = CaseRules.reasons(command.reasons());
        Inspection inspection = othersProposal(joint, side, command.inspection(), command.digest());
        if (inspection.declined().isPresent()) {
            return List.of();
        }
        requireUnanswered(inspection);
        return List.of(new InspectionDeclined(command.inspection(), command.digest(), reasons, joint.epoch()));
    }

    private static Inspection othersProposal(JointCase joint, Side side, String id, String digest) {
        Inspection inspection = find(joint, id);
        if (inspection.proposal().side().equals(side)) {
            throw new RuleViolated("case.inspection.own", id);
        }
        CaseRules.requireSame(inspection.proposal().event().digest(), digest);
        return inspection;
    }

    private static void requireUnanswered(Inspection inspection) {
        if (inspection.isAnswered()) {
            throw new RuleViolated("case.inspection.answered", inspection.id());
        }
    }

    private static List<CaseEvent> record(JointCase joint, Side side, RecordInspection command) {
        CaseRules.requireAtWork(joint, side);
        InspectionRecorded facts = command.facts();
        Inspection inspection = find(joint, facts.inspection());
        var before = inspection.recordings().get(side);
        if (before != null && before.event().equals(facts)) {
            return List.of();
        }
        if (before != null) {
            throw new RuleViolated("case.inspection.recorded", inspection.id());
        }
        requireMayGo(joint, side, inspection, facts.startedAt());
        requireTwo(facts.inspectors());
        requireTimes(facts, command.at());
        requirePower(joint, side, facts.capacity(), facts.place());
        CaseRules.requireCode(facts.weather(), "case.weather-unknown");
        CaseRules.words("notes", facts.notes(), 1);
        return List.of(facts);
    }

    /** Together as agreed; alone at the proposed time, or where the other side cannot be waited for. */
    private static void requireMayGo(JointCase joint, Side side, Inspection inspection, Instant startedAt) {
        boolean agreed = inspection.accepted().isPresent();
        boolean refusedByOther = inspection.declined().isPresent();
        boolean timeHasCome = !startedAt.isBefore(inspection.proposal().event().startsAt());
        boolean otherWent = !inspection.recordings().isEmpty();
        if (!agreed && !refusedByOther && !timeHasCome && !otherWent && !CaseRules.isAlone(joint, side)) {
            throw new RuleViolated("case.inspection.unanswered", inspection.id());
        }
    }

    static void requireTwo(List<Inspector> inspectors) {
        long persons = inspectors.stream().map(Inspector::person).distinct().count();
        if (persons < INSPECTORS_AT_LEAST) {
            throw new RuleViolated("case.inspectors.too-few", INSPECTORS_AT_LEAST);
        }
    }

    private static void requireTimes(InspectionRecorded facts, Instant now) {
        if (facts.endedAt().isBefore(facts.startedAt())) {
            throw new RuleViolated("case.inspection.ends-before-start");
        }
        requirePast(facts.startedAt(), now);
        requirePast(facts.endedAt(), now);
    }

    static void requirePast(Instant time, Instant now) {
        if (time.isAfter(now.plus(CLOCK_ERROR))) {
            throw new RuleViolated("case.in-the-future", now);
        }
        CaseRules.requireWithinReach(time, now);
    }

    /** Power stops at the border: in a county of the other party a side attends. */
    static void requirePower(JointCase joint, Side side, Capacity capacity, Place place) {
        boolean abroad = Competence.sideOf(joint, place)
                .filter(there -> !there.equals(side))
                .isPresent();
        if (abroad && capacity == Capacity.ENFORCING) {
            throw new RuleViolated("case.inspection.beyond-the-border", String.valueOf(place.county()));
        }
    }

    private static Inspection find(JointCase joint, String id) {
        return Inspection.allOf(joint).stream()
                .filter(inspection -> inspection.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RuleViolated("case.inspection.unknown"));
    }
}
