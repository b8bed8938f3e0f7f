package org.lianzhi.intake.domain;

import java.util.List;
import java.util.function.UnaryOperator;
import org.lianzhi.intake.domain.Report.Accepted;
import org.lianzhi.intake.domain.Report.CrossBorder;
import org.lianzhi.intake.domain.Report.Dismissed;
import org.lianzhi.intake.domain.Report.Disputed;
import org.lianzhi.intake.domain.Report.Filed;
import org.lianzhi.intake.domain.Report.Merged;
import org.lianzhi.intake.domain.Report.NotAccepted;
import org.lianzhi.intake.domain.Report.NotFiled;
import org.lianzhi.intake.domain.Report.Proposed;
import org.lianzhi.intake.domain.Report.Received;
import org.lianzhi.intake.domain.Report.Returned;
import org.lianzhi.intake.domain.Report.Transferred;
import org.lianzhi.intake.domain.Report.Undecided;
import org.lianzhi.intake.domain.ReportCommand.Accept;
import org.lianzhi.intake.domain.ReportCommand.AddInformation;
import org.lianzhi.intake.domain.ReportCommand.AnswerReview;
import org.lianzhi.intake.domain.ReportCommand.AnswerWhetherFixed;
import org.lianzhi.intake.domain.ReportCommand.AskForReview;
import org.lianzhi.intake.domain.ReportCommand.AskReporter;
import org.lianzhi.intake.domain.ReportCommand.ConfirmOutcome;
import org.lianzhi.intake.domain.ReportCommand.Contest;
import org.lianzhi.intake.domain.ReportCommand.Correct;
import org.lianzhi.intake.domain.ReportCommand.CorrectPlace;
import org.lianzhi.intake.domain.ReportCommand.FileReport;
import org.lianzhi.intake.domain.ReportCommand.Follow;
import org.lianzhi.intake.domain.ReportCommand.Merge;
import org.lianzhi.intake.domain.ReportCommand.NotAccept;
import org.lianzhi.intake.domain.ReportCommand.Note;
import org.lianzhi.intake.domain.ReportCommand.NoteTime;
import org.lianzhi.intake.domain.ReportCommand.ObjectToTransfer;
import org.lianzhi.intake.domain.ReportCommand.ProposeOutcome;
import org.lianzhi.intake.domain.ReportCommand.RateReply;
import org.lianzhi.intake.domain.ReportCommand.RejectOutcome;
import org.lianzhi.intake.domain.ReportCommand.ReleaseAndEscalate;
import org.lianzhi.intake.domain.ReportCommand.RenewCode;
import org.lianzhi.intake.domain.ReportCommand.Reply;
import org.lianzhi.intake.domain.ReportCommand.ReportPressure;
import org.lianzhi.intake.domain.ReportCommand.SettleTransfer;
import org.lianzhi.intake.domain.ReportCommand.TakeContradiction;
import org.lianzhi.intake.domain.ReportCommand.TakeUp;
import org.lianzhi.intake.domain.ReportCommand.Transfer;
import org.lianzhi.intake.domain.ReportCommand.Verify;
import org.lianzhi.model.ReportEvent;
import org.lianzhi.model.ReportEvent.AcceptedAsCrossBorder;
import org.lianzhi.model.ReportEvent.CodeRenewed;
import org.lianzhi.model.ReportEvent.DecisionDue;
import org.lianzhi.model.ReportEvent.DetailsCorrected;
import org.lianzhi.model.ReportEvent.FixConfirmed;
import org.lianzhi.model.ReportEvent.FixContested;
import org.lianzhi.model.ReportEvent.InformationAdded;
import org.lianzhi.model.ReportEvent.InformationRequested;
import org.lianzhi.model.ReportEvent.OutcomeConfirmed;
import org.lianzhi.model.ReportEvent.OutcomeProposed;
import org.lianzhi.model.ReportEvent.OutcomeRejected;
import org.lianzhi.model.ReportEvent.PlaceCorrected;
import org.lianzhi.model.ReportEvent.PressureReported;
import org.lianzhi.model.ReportEvent.ReplyRated;
import org.lianzhi.model.ReportEvent.ReportAccepted;
import org.lianzhi.model.ReportEvent.ReportFiled;
import org.lianzhi.model.ReportEvent.ReportFollowed;
import org.lianzhi.model.ReportEvent.ReportMerged;
import org.lianzhi.model.ReportEvent.ReportNotAccepted;
import org.lianzhi.model.ReportEvent.ReportNoted;
import org.lianzhi.model.ReportEvent.ReportReplied;
import org.lianzhi.model.ReportEvent.ReportTakenUp;
import org.lianzhi.model.ReportEvent.ReportTransferred;
import org.lianzhi.model.ReportEvent.ReportVerified;
import org.lianzhi.model.ReportEvent.ReviewAnswered;
import org.lianzhi.model.ReportEvent.ReviewRequested;
import org.lianzhi.model.ReportEvent.SummaryReleased;
import org.lianzhi.model.ReportEvent.TransferObjected;
import org.lianzhi.model.ReportEvent.TransferSettled;
import org.lianzhi.model.RuleViolated;

/** The rules of one report. */
public final class ReportRules {

    private final Codes codes;

    public ReportRules(Codes codes) {
        this.codes = codes;
    }

    /**
     * What a command brings about.
     *
     * @return nothing for an expected repetition
     * @throws RuleViolated with a code {@code report.*}
     */
    public List<ReportEvent> decide(Report report, ReportCommand command) {
        return switch (command) {
            case FileReport file -> file(report, file);
            case Accept accept -> accept(filed(report), accept);
            case NotAccept notAccept -> notAccept(filed(report), notAccept);
            case ReleaseAndEscalate release -> ReleaseRules.decide(filed(report), release, codes);
            case Reply reply -> CorrespondenceRules.reply(filed(report), reply);
            case AnswerWhetherFixed answer when report instanceof Filed -> CorrespondenceRules.answer(answer);
            case AnswerWhetherFixed answer -> throw unknown();
            case TakeContradiction contradiction -> CorrespondenceRules.contradict(filed(report));
            case AskReporter ask -> OutcomeRules.ask(filed(report), ask);
            case Merge merge -> OutcomeRules.merge(filed(report), merge);
            case Transfer transfer -> TransferRules.transfer(filed(report), transfer);
            case ObjectToTransfer objection -> TransferRules.object(filed(report), objection);
            case SettleTransfer settle -> TransferRules.settle(filed(report), settle);
            case NoteTime note -> OutcomeRules.note(filed(report), note);
            case Verify verify -> CheckingRules.verify(filed(report), verify);
            case Correct correct -> CheckingRules.correct(filed(report), correct);
            case CorrectPlace correct -> CheckingRules.correct(filed(report), correct);
            case Note note when report instanceof Filed -> CheckingRules.note(note);
            case Note note -> throw unknown();
            case ProposeOutcome propose -> OutcomeRules.propose(filed(report), propose);
            case ConfirmOutcome confirm -> OutcomeRules.confirm(filed(report), confirm);
            case RejectOutcome reject -> OutcomeRules.reject(filed(report), reject);
            case TakeUp takeUp -> OutcomeRules.takeUp(filed(report), takeUp);
            case Contest contest -> OutcomeRules.contest(filed(report), contest);
            case AddInformation addition -> CorrespondenceRules.add(filed(report), addition);
            case ReportPressure pressure when report instanceof Filed -> CorrespondenceRules.press(pressure);
            case ReportPressure pressure -> throw unknown();
            case RateReply rate -> CorrespondenceRules.rate(filed(report), rate);
            case AskForReview ask -> CorrespondenceRules.ask(filed(report), ask);
            case AnswerReview answer -> CorrespondenceRules.answer(filed(report), answer);
            case Follow follow -> FollowingRules.follow(filed(report), follow);
            case RenewCode renew -> FollowingRules.renew(filed(report), renew);
        };
    }

    private static List<ReportEvent> file(Report report, FileReport file) {
        return switch (report) {
            case NotFiled none -> List.of(file.facts());
            case Filed filed when filed.filed().equals(file.facts()) -> List.of();
            case Filed filed -> throw new RuleViolated("report.already-filed");
        };
    }

    private static List<ReportEvent> accept(Filed report, Accept accept) {
        return switch (report) {
            case Undecided undecided -> List.of(new ReportAccepted(accept.bureau()));
            case Accepted accepted -> List.of();
            case Filed decided -> throw decided(decided);
        };
    }

    private List<ReportEvent> notAccept(Filed report, NotAccept command) {
        if (!codes.notAccepted().contains(command.reason())) {
            throw new RuleViolated("report.reason-unknown");
        }
        boolean told = command.whereToGo() != null && !command.whereToGo().isBlank();
        if (codes.elsewhere().contains(command.reason()) && !told) {
            throw new RuleViolated("report.where-to-go-missing", command.reason());
        }
        return switch (report) {
            case Undecided undecided -> {
                OutcomeRules.alone(command.others());
                yield List.of(new ReportNotAccepted(command.reason(), told ? command.whereToGo() : null));
            }
            case NotAccepted same when same.reason().equals(command.reason()) -> List.of();
            case Filed decided -> throw decided(decided);
        };
    }

    private static Filed filed(Report report) {
        return switch (report) {
            case NotFiled none -> throw unknown();
            case Filed filed -> filed;
        };
    }

    private static RuleViolated unknown() {
        return new RuleViolated("report.unknown");
    }

    static RuleViolated decided(Report report) {
        return new RuleViolated("report.already-decided", Report.code(report));
    }

    /** The state after an event; events that do not fit leave it as it is. */
    public static Report evolve(Report report, ReportEvent event) {
        return switch (event) {
            case ReportFiled filed -> new Received(filed);
            case ReportAccepted accepted
            when report instanceof Filed before -> new Accepted(before.filed(), Correspondence.NONE);
            case ReportNotAccepted refused
            when report instanceof Filed before ->
                new NotAccepted(before.filed(), refused.reason(), Correspondence.NONE);
            case AcceptedAsCrossBorder accepted
            when report instanceof Filed before -> new CrossBorder(before.filed(), accepted, Correspondence.NONE);
            case InformationRequested asked when report instanceof Filed before -> new Returned(before.filed(), asked);
            case ReportMerged merged when report instanceof Filed before -> new Merged(before.filed(), merged.into());
            case ReportTransferred transfer
            when report instanceof Filed before -> TransferRules.evolve(before, transfer);
            case TransferObjected objection
            when report instanceof Filed before -> TransferRules.evolve(before, objection);
            case TransferSettled settled when report instanceof Filed before -> TransferRules.evolve(before, settled);
            case OutcomeProposed proposal when report instanceof Filed before -> new Proposed(before.filed(), proposal);
            case OutcomeConfirmed confirmed
            when report instanceof Filed before ->
                new Dismissed(before.filed(), confirmed.outcome(), Correspondence.NONE);
            case OutcomeRejected rejected when report instanceof Filed before -> new Received(before.filed());
            case ReportTakenUp again when report instanceof Filed before -> new Received(before.filed());
            case ReportReplied reply -> corresponding(report, so -> so.with(reply));
            case FixConfirmed confirmed -> report;
            case FixContested contested -> report;
            case ReviewRequested request -> corresponding(report, so -> so.asking(ReviewStep.of(request.step())));
            case ReviewAnswered answer -> corresponding(report, so -> so.answered(ReviewStep.of(answer.step())));
            case SummaryReleased released -> report;
            case ReportAccepted accepted -> report;
            case ReportNotAccepted refused -> report;
            case AcceptedAsCrossBorder accepted -> report;
            case InformationAdded added -> report;
            case PressureReported pressure -> report;
            case ReplyRated rated -> report;
            case ReportFollowed followed -> report;
            case ReportNoted noted -> report;
            case CodeRenewed renewed -> report;
            case InformationRequested asked -> report;
            case ReportMerged merged -> report;
            case OutcomeProposed proposal -> report;
            case OutcomeConfirmed confirmed -> report;
            case OutcomeRejected rejected -> report;
            case ReportTakenUp again -> report;
            case DetailsCorrected correction
            when report instanceof Filed before -> with(before, CheckingRules.corrected(before.filed(), correction));
            case DetailsCorrected correction -> report;
            case PlaceCorrected correction
            when report instanceof Filed before -> with(before, CheckingRules.corrected(before.filed(), correction));
            case PlaceCorrected correction -> report;
            case ReportVerified verified -> report;
            case DecisionDue due -> report;
            case ReportTransferred transfer -> report;
            case TransferObjected objection -> report;
            case TransferSettled settled -> report;
        };
    }

    private static Report with(Filed report, ReportFiled filed) {
        return switch (report) {
            case Received state -> new Received(filed);
            case Returned state -> new Returned(filed, state.asked());
            case Transferred state -> new Transferred(filed, state.transfer());
            case Disputed state -> new Disputed(filed, state.objection());
            case Proposed state -> new Proposed(filed, state.proposal());
            case NotAccepted state -> new NotAccepted(filed, state.reason(), state.correspondence());
            case Dismissed state -> new Dismissed(filed, state.outcome(), state.correspondence());
            case Merged state -> new Merged(filed, state.into());
            case Accepted state -> new Accepted(filed, state.correspondence());
            case CrossBorder state -> new CrossBorder(filed, state.accepted(), state.correspondence());
        };
    }

    private static Report corresponding(Report report, UnaryOperator<Correspondence> change) {
        return switch (report) {
            case NotAccepted state ->
                new NotAccepted(state.filed(), state.reason(), change.apply(state.correspondence()));
            case Accepted state -> new Accepted(state.filed(), change.apply(state.correspondence()));
            case CrossBorder state ->
                new CrossBorder(state.filed(), state.accepted(), change.apply(state.correspondence()));
            case Dismissed state -> new Dismissed(state.filed(), state.outcome(), change.apply(state.correspondence()));
            case Filed other -> other;
            case NotFiled none -> none;
        };
    }
}
