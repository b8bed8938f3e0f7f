package org.lianzhi.investigation.desk.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.desk.domain.DeskCommand.DoStep;
import org.lianzhi.investigation.desk.domain.DeskCommand.Doing;
import org.lianzhi.investigation.desk.domain.DeskCommand.PreparePaper;
import org.lianzhi.investigation.desk.domain.DeskCommand.SendBack;
import org.lianzhi.model.DeskEvent;
import org.lianzhi.model.DeskEvent.PaperPrepared;
import org.lianzhi.model.DeskEvent.PaperSentBack;
import org.lianzhi.model.DeskEvent.PaperStepDone;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.territory.PaperRule;

/** What a side wants to have done with a paper before the other side sees it; which steps there are is data. */
final class DraftRules {

    private DraftRules() {}

    static List<DeskEvent> decide(Desk desk, DeskCommand.AboutPaper command) {
        return switch (command) {
            case PreparePaper prepare -> prepare(desk, prepare);
            case DoStep step -> step(desk, step.doing());
            case SendBack back -> back(desk, back);
        };
    }

    private static List<DeskEvent> prepare(Desk desk, PreparePaper command) {
        if (command.rule() == null) {
            throw new RuleViolated("desk.paper.kind-unknown");
        }
        if (!command.offices().contains(command.office())) {
            throw new RuleViolated("desk.paper.office-unknown");
        }
        if (command.pages().isEmpty()) {
            throw new RuleViolated("desk.paper.pages-missing");
        }
        if (command.issued()) {
            throw new RuleViolated("desk.paper.issued");
        }
        PaperPrepared prepared = new PaperPrepared(
                command.paper(),
                command.rule().kind(),
                Words.text("number", command.number(), 1),
                command.office(),
                Words.text("about", command.about(), 2),
                command.pages());
        boolean isThere = desk.draft(command.paper())
                .filter(draft -> draft.sentBack() == null && isSame(draft, prepared))
                .isPresent();
        return isThere ? List.of() : List.of(prepared);
    }

    private static boolean isSame(Draft draft, PaperPrepared prepared) {
        return draft.kind().equals(prepared.kind())
                && draft.number().equals(prepared.number())
                && draft.office().equals(prepared.office())
                && draft.about().equals(prepared.about())
                && draft.pages().equals(prepared.pages());
    }

    private static List<DeskEvent> step(Desk desk, Doing doing) {
        Draft draft = draft(desk, doing);
        if (draft.done(doing.step()).filter(act -> act.isOf(doing.office())).isPresent()) {
            return List.of();
        }
        String reference = requireTurn(draft, doing);
        return List.of(new PaperStepDone(doing.paper(), doing.step(), reference));
    }

    private static List<DeskEvent> back(Desk desk, SendBack command) {
        Draft draft = draft(desk, command.doing());
        requireTurn(draft, command.doing());
        return List.of(new PaperSentBack(
                command.doing().paper(), command.doing().step(), Words.text("reasons", command.reasons(), 5)));
    }

    private static Draft draft(Desk desk, Doing doing) {
        // Meanwhile another office may have been asked instead: for this one there is no such paper then.
        Draft draft = desk.draft(doing.paper())
                .filter(found -> !doing.asked() || found.isPutTo(doing.office()))
                .orElseThrow(() -> new RuleViolated("desk.paper.unknown"));
        // Else what somebody has read would stand as the approval of what somebody else wrote meanwhile.
        if (!draft.isOf(doing.preparedAt())) {
            throw new RuleViolated("desk.paper.changed");
        }
        if (draft.sentBack() != null) {
            throw new RuleViolated("desk.paper.sent-back");
        }
        return draft;
    }

    /** One step after the other, each by whom the data say. */
    private static @Nullable String requireTurn(Draft draft, Doing doing) {
        PaperRule.Step step = doing.steps().stream()
                .filter(each -> each.id().equals(doing.step()))
                .findFirst()
                .orElseThrow(() -> new RuleViolated("desk.paper.step-unknown"));
        if (draft.done(step.id()).isPresent()) {
            throw new RuleViolated("desk.paper.step-done");
        }
        if (!draft.openSteps(doing.steps()).getFirst().equals(step.id())) {
            throw new RuleViolated("desk.paper.step-too-early");
        }
        if (!step.isOfDecidingOffice()) {
            if (doing.asked()) {
                throw new RuleViolated("desk.paper.not-asked");
            }
            requireAnother(draft, doing);
            return null;
        }
        if (draft.office().equals(doing.office())) {
            requireDecider(step, draft, doing);
            return null;
        }
        // An office that does not sign in does it on paper of its own; here that is entered like a document that was
        // received.
        if (doing.reference() == null || doing.reference().isBlank()) {
            throw new RuleViolated("desk.paper.reference-missing");
        }
        return Words.text("reference", doing.reference(), 1);
    }

    private static void requireDecider(PaperRule.Step step, Draft draft, Doing doing) {
        if (!step.isOfHead()) {
            requireAnother(draft, doing);
        } else if (!doing.head()) {
            throw new RuleViolated("desk.paper.head-only");
        }
    }

    private static void requireAnother(Draft draft, Doing doing) {
        if (doing.asker().equals(draft.person())) {
            throw new RuleViolated("desk.paper.not-yourself");
        }
    }
}
