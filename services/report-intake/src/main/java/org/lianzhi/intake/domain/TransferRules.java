package org.lianzhi.intake.domain;

import java.util.List;
import java.util.Set;
import org.lianzhi.intake.domain.Report.Disputed;
import org.lianzhi.intake.domain.Report.Filed;
import org.lianzhi.intake.domain.Report.Received;
import org.lianzhi.intake.domain.Report.Transferred;
import org.lianzhi.intake.domain.Report.Undecided;
import org.lianzhi.intake.domain.ReportCommand.ObjectToTransfer;
import org.lianzhi.intake.domain.ReportCommand.Receiver;
import org.lianzhi.intake.domain.ReportCommand.SettleTransfer;
import org.lianzhi.intake.domain.ReportCommand.Transfer;
import org.lianzhi.model.ReportEvent;
import org.lianzhi.model.ReportEvent.ReportFiled;
import org.lianzhi.model.ReportEvent.ReportTransferred;
import org.lianzhi.model.ReportEvent.TransferObjected;
import org.lianzhi.model.ReportEvent.TransferSettled;
import org.lianzhi.model.RuleViolated;

/** How a report goes to another office of the same side, and what happens where nobody says that it is theirs. */
final class TransferRules {

    static final Set<String> REASONS = Set.of("place", "source", "competence");
    static final Set<String> OBJECTIONS = Set.of("not-our-area", "not-our-task");

    private TransferRules() {}

    /**
     * Whoever got it hands it on only by objecting, and whoever got it back asks the superior: else it could wander for
     * ever.
     */
    static List<ReportEvent> transfer(Filed report, Transfer command) {
        OutcomeRules.known(REASONS.contains(command.facts().reason()));
        CorrespondenceRules.check("words", command.facts().words());
        check(command.receiver());
        return switch (report) {
            case Transferred transferred -> throw new RuleViolated("report.transfer.object-instead");
            case Disputed disputed -> throw new RuleViolated("report.transfer.ask-superior");
            case Undecided undecided -> List.of(command.facts());
            case Filed decided -> throw ReportRules.decided(decided);
        };
    }

    static List<ReportEvent> object(Filed report, ObjectToTransfer command) {
        OutcomeRules.known(OBJECTIONS.contains(command.reason()));
        CorrespondenceRules.check("words", command.words());
        if (!(report instanceof Transferred transferred)) {
            throw new RuleViolated("report.not-transferred");
        }
        ReportTransferred transfer = transferred.transfer();
        if (!command.at().isBefore(transfer.objectBy())) {
            throw new RuleViolated("report.objection-too-late");
        }
        return List.of(new TransferObjected(
                transfer.from(),
                command.superior(),
                command.reason(),
                command.words().strip()));
    }

    static List<ReportEvent> settle(Filed report, SettleTransfer command) {
        CorrespondenceRules.check("words", command.document());
        if (!(report instanceof Disputed)) {
            throw new RuleViolated("report.not-disputed");
        }
        if (command.receiver() != Receiver.ITSELF) {
            check(command.receiver());
        }
        return List.of(new TransferSettled(command.to(), command.document().strip()));
    }

    private static void check(Receiver receiver) {
        switch (receiver) {
            case GOOD -> {}
            case UNKNOWN -> throw new RuleViolated("report.transfer.unknown");
            case ITSELF -> throw new RuleViolated("report.transfer.itself");
            case OTHER_SIDE -> throw new RuleViolated("report.transfer.other-side");
        }
    }

    static Report evolve(Filed before, ReportTransferred transfer) {
        return new Transferred(at(transfer.to(), before.filed()), transfer);
    }

    static Report evolve(Filed before, TransferObjected objection) {
        return new Disputed(at(objection.from(), before.filed()), objection);
    }

    static Report evolve(Filed before, TransferSettled settled) {
        return new Received(at(settled.to(), before.filed()));
    }

    private static ReportFiled at(String bureau, ReportFiled filed) {
        return new ReportFiled(
                filed.channel(),
                filed.category(),
                filed.county(),
                filed.suspectedCounty(),
                bureau,
                filed.inBorderZone(),
                filed.observedAt(),
                filed.weather(),
                filed.stillGoingOn(),
                filed.photos(),
                filed.contactGiven(),
                filed.triageBy(),
                filed.triageRule(),
                filed.synthetic());
    }
}
