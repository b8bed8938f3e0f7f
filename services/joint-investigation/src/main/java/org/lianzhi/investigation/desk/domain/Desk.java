package org.lianzhi.investigation.desk.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.desk.domain.DeskCommand.Assign;
import org.lianzhi.investigation.desk.domain.DeskCommand.Remark;
import org.lianzhi.model.Actor;
import org.lianzhi.model.DeskEvent;
import org.lianzhi.model.DeskEvent.CaseAssigned;
import org.lianzhi.model.DeskEvent.PaperPrepared;
import org.lianzhi.model.DeskEvent.PaperSentBack;
import org.lianzhi.model.DeskEvent.PaperStepDone;
import org.lianzhi.model.DeskEvent.Remarked;
import org.lianzhi.model.RuleViolated;

/**
 * One case on the desks of one side.
 *
 * @param handovers the first assignment and each hand-over after it, in their order
 * @param remarks in their order
 * @param drafts each paper as it was prepared last, also when it has left the office
 */
public record Desk(List<Handover> handovers, List<Said> remarks, List<Draft> drafts) {

    public static final Desk NONE = new Desk(List.of(), List.of(), List.of());

    /** @param by reference of who did it; null for what no person did */
    public record Handover(
            String office,
            String person,
            @Nullable String note,
            @Nullable String by,
            Instant at) {}

    /** @param by reference of who wrote it */
    public record Said(String remark, String text, @Nullable String by, Instant at) {}

    public Desk {
        handovers = List.copyOf(handovers);
        remarks = List.copyOf(remarks);
        drafts = List.copyOf(drafts);
    }

    public Optional<Draft> draft(String paper) {
        return drafts.stream().filter(draft -> draft.paper().equals(paper)).findFirst();
    }

    /** Who is responsible; nobody after another office was designated, until somebody there is. */
    public Optional<Handover> responsible(String office) {
        return handovers.isEmpty()
                ? Optional.empty()
                : Optional.of(handovers.getLast()).filter(last -> last.office().equals(office));
    }

    public static List<DeskEvent> decide(Desk desk, DeskCommand command) {
        return switch (command) {
            case Assign assign -> assign(desk, assign);
            case Remark remark -> remark(desk, remark);
            case DeskCommand.AboutPaper paper -> DraftRules.decide(desk, paper);
        };
    }

    private static List<DeskEvent> assign(Desk desk, Assign command) {
        String person = Words.person(command.person());
        Optional<Handover> now = desk.responsible(command.office());
        if (now.filter(last -> last.person().equals(person)).isPresent()) {
            return List.of();
        }
        if (now.isEmpty()) {
            return List.of(new CaseAssigned(command.office(), person, noteOrNull(command.note())));
        }
        boolean may = command.head()
                || command.asker().equals(now.get().person())
                || command.asker().equals(command.acting());
        if (!may) {
            throw new RuleViolated("desk.not-yours");
        }
        if (noteOrNull(command.note()) == null) {
            throw new RuleViolated("desk.note-missing");
        }
        return List.of(new CaseAssigned(command.office(), person, noteOrNull(command.note())));
    }

    private static @Nullable String noteOrNull(@Nullable String note) {
        return note == null || note.isBlank() ? null : Words.text("note", note, 2);
    }

    private static List<DeskEvent> remark(Desk desk, Remark command) {
        boolean isThere = desk.remarks().stream().anyMatch(said -> said.remark().equals(command.remark()));
        return isThere ? List.of() : List.of(new Remarked(command.remark(), Words.text("text", command.text(), 2)));
    }

    public static Desk evolve(Desk before, DeskEvent.AboutCase event, Actor by, Instant at) {
        return switch (event) {
            case CaseAssigned assigned -> {
                List<Handover> handovers = new ArrayList<>(before.handovers);
                handovers.add(new Handover(assigned.office(), assigned.person(), assigned.note(), by.person(), at));
                yield new Desk(handovers, before.remarks, before.drafts);
            }
            case Remarked remarked -> {
                List<Said> remarks = new ArrayList<>(before.remarks);
                remarks.add(new Said(remarked.remark(), remarked.text(), by.person(), at));
                yield new Desk(before.handovers, remarks, before.drafts);
            }
            case PaperPrepared prepared ->
                before.with(new Draft(
                        prepared.paper(),
                        prepared.kind(),
                        prepared.number(),
                        prepared.office(),
                        prepared.about(),
                        prepared.pages(),
                        by,
                        at,
                        List.of(prepared.office()),
                        List.of(),
                        List.of()));
            case PaperStepDone done ->
                before.mapping(
                        done.paper(), draft -> draft.doing(new PaperAct(done.step(), done.reference(), null, by, at)));
            case PaperSentBack back ->
                before.mapping(
                        back.paper(), draft -> draft.doing(new PaperAct(back.step(), null, back.reasons(), by, at)));
        };
    }

    private Desk with(Draft draft) {
        List<Draft> all = new ArrayList<>(drafts);
        all.removeIf(old -> old.paper().equals(draft.paper()));
        all.add(draft(draft.paper()).map(draft::after).orElse(draft));
        return new Desk(handovers, remarks, all);
    }

    private Desk mapping(String paper, UnaryOperator<Draft> change) {
        return new Desk(
                handovers,
                remarks,
                drafts.stream()
                        .map(draft -> draft.paper().equals(paper) ? change.apply(draft) : draft)
                        .toList());
    }
}
