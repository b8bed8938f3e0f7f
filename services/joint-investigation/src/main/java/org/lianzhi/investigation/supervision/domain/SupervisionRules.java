package org.lianzhi.investigation.supervision.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.supervision.domain.Instruction.Stage;
import org.lianzhi.investigation.supervision.domain.SupervisionCommand.Close;
import org.lianzhi.investigation.supervision.domain.SupervisionCommand.Designate;
import org.lianzhi.investigation.supervision.domain.SupervisionCommand.Extend;
import org.lianzhi.investigation.supervision.domain.SupervisionCommand.Give;
import org.lianzhi.investigation.supervision.domain.SupervisionCommand.Grade;
import org.lianzhi.investigation.supervision.domain.SupervisionCommand.Remind;
import org.lianzhi.investigation.supervision.domain.SupervisionCommand.RemindByClock;
import org.lianzhi.investigation.supervision.domain.SupervisionCommand.ReportBack;
import org.lianzhi.investigation.supervision.domain.SupervisionCommand.Withdraw;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.SupervisionEvent;
import org.lianzhi.model.SupervisionEvent.BureauReminded;
import org.lianzhi.model.SupervisionEvent.DeadlineExtended;
import org.lianzhi.model.SupervisionEvent.Graded;
import org.lianzhi.model.SupervisionEvent.InstructionClosed;
import org.lianzhi.model.SupervisionEvent.InstructionGiven;
import org.lianzhi.model.SupervisionEvent.InstructionWithdrawn;
import org.lianzhi.model.SupervisionEvent.OfficeDesignated;
import org.lianzhi.model.SupervisionEvent.ReportedBack;

/** What may be asked of an office, and how an instruction ends. */
final class SupervisionRules {

    private static final Set<String> GRADES = Set.of("i", "ii", "iii", "iv", "risk");
    private static final int WORDS_AT_LEAST = 5;
    private static final int WORDS_AT_MOST = 2000;
    private static final int YEARS_AHEAD = 10;

    private SupervisionRules() {}

    static List<SupervisionEvent> decide(Supervision supervision, SupervisionCommand command) {
        return switch (command) {
            case Give give -> give(give);
            case Remind remind -> remind(running(supervision, remind.instruction()), remind.words());
            case RemindByClock remind -> remindByClock(known(supervision, remind.instruction()), remind);
            case Extend extend -> extend(running(supervision, extend.instruction()), extend);
            case ReportBack report -> reportBack(running(supervision, report.instruction()), report.account());
            case Close close -> close(known(supervision, close.instruction()), close.words());
            case Grade grade -> grade(supervision, grade);
            case Designate designate -> designate(supervision, designate);
            case Withdraw withdraw -> withdraw(known(supervision, withdraw.instruction()), withdraw);
        };
    }

    private static List<SupervisionEvent> give(Give give) {
        if (!give.offices().contains(give.office())) {
            throw new RuleViolated("supervision.office-unknown");
        }
        String task = words("task", give.task());
        requireAhead(give.dueAt(), give.at());
        return List.of(new InstructionGiven(give.instruction(), give.office(), give.giver(), task, give.dueAt()));
    }

    private static void requireAhead(Instant due, Instant now) {
        if (!due.isAfter(now)) {
            throw new RuleViolated("supervision.due-passed");
        }
        requireWithinReach(due, now);
    }

    /** A time a million years away breaks the clocks and the store. */
    private static void requireWithinReach(Instant due, Instant now) {
        if (due.isAfter(now.atOffset(ZoneOffset.UTC).plusYears(YEARS_AHEAD).toInstant())) {
            throw new RuleViolated("supervision.due-too-far", YEARS_AHEAD);
        }
    }

    private static List<SupervisionEvent> remind(Instruction instruction, @Nullable String words) {
        String said = instruction.stage() == Stage.REPORTED ? words("words", orEmpty(words)) : few(words);
        return List.of(new BureauReminded(instruction.id(), instruction.office(), said, instruction.dueAt()));
    }

    /** Once for each time by which it is due, and not where that was nearer from the beginning. */
    private static List<SupervisionEvent> remindByClock(Instruction instruction, RemindByClock remind) {
        Instant from = instruction.dueAt().minus(remind.before());
        boolean near = instruction.stage() == Stage.RUNNING
                && !remind.at().isBefore(from)
                && instruction.settledAt().isBefore(from)
                && !instruction.wasRemindedByClockOf(instruction.dueAt());
        return near
                ? List.of(new BureauReminded(instruction.id(), instruction.office(), null, instruction.dueAt()))
                : List.of();
    }

    private static List<SupervisionEvent> extend(Instruction instruction, Extend extend) {
        String reason = words("reason", extend.reason());
        if (!extend.dueAt().isAfter(instruction.dueAt())) {
            throw new RuleViolated("supervision.extension-not-later");
        }
        requireAhead(extend.dueAt(), extend.at());
        return List.of(new DeadlineExtended(instruction.id(), instruction.office(), extend.dueAt(), reason));
    }

    private static List<SupervisionEvent> reportBack(Instruction instruction, String account) {
        String said = words("account", account);
        boolean again = instruction.stage() == Stage.REPORTED
                && said.equals(instruction.steps().getLast().words());
        return again
                ? List.of()
                : List.of(new ReportedBack(instruction.id(), instruction.office(), instruction.giver(), said));
    }

    private static List<SupervisionEvent> close(Instruction instruction, @Nullable String words) {
        return switch (instruction.stage()) {
            case CLOSED -> List.of();
            case REPORTED -> List.of(new InstructionClosed(instruction.id(), instruction.office(), few(words)));
            case RUNNING -> throw new RuleViolated("supervision.not-reported");
            case WITHDRAWN -> throw new RuleViolated("supervision.instruction-over");
        };
    }

    private static List<SupervisionEvent> withdraw(Instruction instruction, Withdraw withdraw) {
        if (!instruction.giver().equals(withdraw.office())) {
            throw new RuleViolated("supervision.not-the-giver");
        }
        return switch (instruction.stage()) {
            case WITHDRAWN -> List.of();
            case CLOSED -> throw new RuleViolated("supervision.instruction-over");
            case RUNNING, REPORTED ->
                List.of(new InstructionWithdrawn(
                        instruction.id(), instruction.office(), words("reason", withdraw.reason())));
        };
    }

    /** That a matter crosses a border grades nothing by itself: a person does, with reason and legal basis. */
    private static List<SupervisionEvent> grade(Supervision supervision, Grade grade) {
        if (!GRADES.contains(grade.grade())) {
            throw new RuleViolated("supervision.grade-unknown");
        }
        Graded graded = new Graded(
                grade.grade(),
                words("reason", grade.reason()),
                words("legalBasis", grade.legalBasis()),
                supervision.designated().orElse(grade.bureau()));
        boolean same = supervision
                .grading()
                .filter(now -> now.grade().equals(graded.grade())
                        && now.reason().equals(graded.reason())
                        && now.legalBasis().equals(graded.legalBasis()))
                .isPresent();
        return same ? List.of() : List.of(graded);
    }

    private static List<SupervisionEvent> designate(Supervision supervision, Designate designate) {
        if (!designate.offices().contains(designate.office())) {
            throw new RuleViolated("supervision.office-unknown");
        }
        String instead = supervision.designated().orElse(designate.instead());
        String reason = words("reason", designate.reason());
        String legalBasis = words("legalBasis", designate.legalBasis());
        if (instead.equals(designate.office())) {
            throw new RuleViolated("supervision.office-already");
        }
        return List.of(new OfficeDesignated(designate.office(), instead, reason, legalBasis));
    }

    private static Instruction running(Supervision supervision, String id) {
        Instruction instruction = known(supervision, id);
        if (instruction.isOver()) {
            throw new RuleViolated("supervision.instruction-over");
        }
        return instruction;
    }

    private static Instruction known(Supervision supervision, String id) {
        return supervision.instruction(id).orElseThrow(() -> new RuleViolated("supervision.instruction-unknown"));
    }

    private static @Nullable String few(@Nullable String words) {
        return words == null || words.isBlank() ? null : words("words", words, 1);
    }

    private static String words(String field, String text) {
        return words(field, text, WORDS_AT_LEAST);
    }

    private static String words(String field, String text, int atLeast) {
        String stripped = text.strip();
        if (stripped.length() < atLeast) {
            throw new RuleViolated("supervision.words.too-short", field, atLeast);
        }
        if (stripped.length() > WORDS_AT_MOST) {
            throw new RuleViolated("supervision.words.too-long", field, WORDS_AT_MOST);
        }
        return stripped;
    }

    private static String orEmpty(@Nullable String words) {
        return words == null ? "" : words;
    }
}
