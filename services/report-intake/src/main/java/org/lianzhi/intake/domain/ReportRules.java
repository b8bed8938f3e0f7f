package org.lianzhi.intake.domain;

import java.util.List;
import java.util.Optional;
import org.lianzhi.intake.domain.Report.Accepted;
import org.lianzhi.intake.domain.Report.CrossBorder;
import org.lianzhi.intake.domain.Report.Filed;
import org.lianzhi.intake.domain.Report.FixAnswer;
import org.lianzhi.intake.domain.Report.NotAccepted;
import org.lianzhi.intake.domain.Report.NotFiled;
import org.lianzhi.intake.domain.Report.Received;
import org.lianzhi.intake.domain.ReportCommand.Accept;
import org.lianzhi.intake.domain.ReportCommand.AnswerWhetherFixed;
import org.lianzhi.intake.domain.ReportCommand.FileReport;
import org.lianzhi.intake.domain.ReportCommand.NotAccept;
import org.lianzhi.intake.domain.ReportCommand.Question;
import org.lianzhi.intake.domain.ReportCommand.ReleaseAndEscalate;
import org.lianzhi.intake.domain.ReportCommand.Reply;
import org.lianzhi.model.ReportEvent;
import org.lianzhi.model.ReportEvent.AcceptedAsCrossBorder;
import org.lianzhi.model.ReportEvent.FixConfirmed;
import org.lianzhi.model.ReportEvent.FixContested;
import org.lianzhi.model.ReportEvent.ReportAccepted;
import org.lianzhi.model.ReportEvent.ReportFiled;
import org.lianzhi.model.ReportEvent.ReportNotAccepted;
import org.lianzhi.model.ReportEvent.ReportReplied;
import org.lianzhi.model.ReportEvent.SummaryReleased;
import org.lianzhi.model.RuleViolated;

/** The rules of one report. */
public final class ReportRules {

    private static final int REPLY_AT_MOST = 4000;

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
            case Reply reply -> reply(filed(report), reply);
            case AnswerWhetherFixed answer -> answer(filed(report), answer);
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
            case Received received -> List.of(new ReportAccepted(accept.bureau()));
            case Accepted accepted -> List.of();
            case NotAccepted notAccepted -> throw decided(report);
            case CrossBorder crossBorder -> throw decided(report);
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
            case Received received ->
                List.of(new ReportNotAccepted(command.reason(), told ? command.whereToGo() : null));
            case NotAccepted same when same.reason().equals(command.reason()) -> List.of();
            case NotAccepted other -> throw decided(report);
            case Accepted accepted -> throw decided(report);
            case CrossBorder crossBorder -> throw decided(report);
        };
    }

    private static List<ReportEvent> reply(Filed report, Reply reply) {
        if (reply.text().isBlank()) {
            throw new RuleViolated("report.reply-missing");
        }
        if (reply.text().length() > REPLY_AT_MOST) {
            throw new RuleViolated("report.reply-too-long", REPLY_AT_MOST);
        }
        if (report instanceof Received) {
            throw new RuleViolated("report.not-decided");
        }
        return List.of(new ReportReplied(reply.text().strip()));
    }

    private static List<ReportEvent> answer(Filed report, AnswerWhetherFixed command) {
        FixAnswer answer = command.fixed() ? FixAnswer.CONFIRMED : FixAnswer.CONTESTED;
        if (command.question() == Question.NOT_ASKED) {
            throw new RuleViolated("report.fix-not-asked");
        }
        boolean again =
                command.question() == Question.ANSWERED && lastAnswer(report).equals(Optional.of(answer));
        if (again) {
            return List.of();
        }
        return List.of(command.fixed() ? new FixConfirmed() : new FixContested());
    }

    private static Optional<FixAnswer> lastAnswer(Filed report) {
        return switch (report) {
            case Accepted accepted -> accepted.answer();
            case CrossBorder crossBorder -> crossBorder.answer();
            case Received received -> Optional.empty();
            case NotAccepted notAccepted -> Optional.empty();
        };
    }

    private static Filed filed(Report report) {
        return switch (report) {
            case NotFiled none -> throw new RuleViolated("report.unknown");
            case Filed filed -> filed;
        };
    }

    static RuleViolated decided(Report report) {
        return new RuleViolated("report.already-decided", Report.code(report));
    }

    /** The state after an event; events that do not fit leave it as it is. */
    public static Report evolve(Report report, ReportEvent event) {
        return switch (event) {
            case ReportFiled filed -> new Received(filed);
            case ReportAccepted accepted
            when report instanceof Filed before -> new Accepted(before.filed(), false, Optional.empty());
            case ReportNotAccepted refused
            when report instanceof Filed before -> new NotAccepted(before.filed(), refused.reason(), false);
            case AcceptedAsCrossBorder accepted
            when report instanceof Filed before -> new CrossBorder(before.filed(), accepted, false, Optional.empty());
            case ReportReplied replied -> replied(report);
            case FixConfirmed confirmed -> answered(report, FixAnswer.CONFIRMED);
            case FixContested contested -> answered(report, FixAnswer.CONTESTED);
            case SummaryReleased released -> report;
            case ReportAccepted accepted -> report;
            case ReportNotAccepted refused -> report;
            case AcceptedAsCrossBorder accepted -> report;
        };
    }

    private static Report replied(Report report) {
        return switch (report) {
            case NotAccepted state -> new NotAccepted(state.filed(), state.reason(), true);
            case Accepted state -> new Accepted(state.filed(), true, state.answer());
            case CrossBorder state -> new CrossBorder(state.filed(), state.accepted(), true, state.answer());
            case Received received -> received;
            case NotFiled none -> none;
        };
    }

    private static Report answered(Report report, FixAnswer answer) {
        return switch (report) {
            case Accepted state -> new Accepted(state.filed(), state.replied(), Optional.of(answer));
            case CrossBorder state ->
                new CrossBorder(state.filed(), state.accepted(), state.replied(), Optional.of(answer));
            case NotAccepted state -> state;
            case Received received -> received;
            case NotFiled none -> none;
        };
    }
}
