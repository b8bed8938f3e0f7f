package org.lianzhi.portal.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.component.Photo;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.Task;
import org.lianzhi.portal.component.Tone;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** Papers that have not left the own office. */
@Component
public class Drafts {

    private final Service jointInvestigation;
    private final Colleagues colleagues;
    private final PaperActs acts;
    private final Words words;

    Drafts(Service jointInvestigation, Colleagues colleagues, PaperActs acts, Words words) {
        this.jointInvestigation = jointInvestigation;
        this.colleagues = colleagues;
        this.acts = acts;
        this.words = words;
    }

    /**
     * A step of a paper.
     *
     * @param by {@code head}, {@code deciding} or {@code another}
     * @param byOwn whether somebody of the own office does it, or enters that the deciding office did
     */
    public record Step(String step, boolean done, String by, boolean byOwn) {}

    /** As joint-investigation tells it. */
    public record Draft(
            String id,
            String kind,
            String number,
            String office,
            String about,
            @Nullable List<org.lianzhi.model.Photo> pages,
            boolean needsParty,
            @Nullable List<Step> steps,
            @Nullable String sentBack,
            @Nullable String by,
            Instant at,
            @Nullable List<PaperActs.Act> acts) {

        /** What is to be done next; nothing once it can be issued. */
        public Optional<Step> open() {
            return Objects.requireNonNullElse(steps, List.<Step>of()).stream()
                    .filter(step -> !step.done())
                    .findFirst();
        }
    }

    /**
     * @param items what has not left the office
     * @param issued what has
     * @param offices codes of those that may decide
     */
    public record Known(
            @Nullable List<Draft> items,
            @Nullable List<Draft> issued,
            @Nullable List<String> offices) {}

    public Known of(String caseId) {
        return jointInvestigation.get(Known.class, "/api/v1/cases/{id}/papers", caseId);
    }

    public Optional<Draft> one(String caseId, String paper) {
        return Objects.requireNonNullElse(of(caseId).items(), List.<Draft>of()).stream()
                .filter(draft -> draft.id().equals(paper))
                .findFirst();
    }

    List<Desk.Drafted> shown(String caseId, Known known, Reader reader) {
        return Objects.requireNonNullElse(known.items(), List.<Draft>of()).stream()
                .map(draft -> new Desk.Drafted(
                        name(draft),
                        rows(draft, reader),
                        acts.shown(draft.kind(), draft.acts()),
                        pages(caseId, draft),
                        next(caseId, draft),
                        Acts.href(caseId, "prepare-paper", draft.id())))
                .toList();
    }

    /** How those that have left the office came about. */
    List<Desk.Issued> issued(Known known) {
        return Objects.requireNonNullElse(known.issued(), List.<Draft>of()).stream()
                .map(draft -> new Desk.Issued(name(draft), acts.shown(draft.kind(), draft.acts())))
                .filter(issued -> !issued.acts().isEmpty())
                .toList();
    }

    /** What a step is called. */
    public String step(Draft draft, Step step) {
        return acts.step(draft.kind(), step.step());
    }

    private String name(Draft draft) {
        return words.say("case.says.paper", words.paper(draft.kind()), draft.number());
    }

    /** What is known of it, for its own people. */
    public List<Row> rows(Draft draft, Reader reader) {
        Stream<Row> sentBack = draft.sentBack() == null
                ? Stream.empty()
                : Stream.of(Row.text("case.paper.sentBack", draft.sentBack()));
        return Stream.concat(
                        Stream.of(
                                Row.text("case.paper.kind", name(draft)),
                                Row.text("case.paper.about", draft.about()),
                                Row.text("case.paper.office", words.office(draft.office())),
                                Row.text(
                                        "case.paper.by",
                                        draft.by() == null ? null : colleagues.name(reader, draft.by())),
                                Row.time("case.paper.at", draft.at())),
                        sentBack)
                .toList();
    }

    private Task next(String caseId, Draft draft) {
        if (draft.sentBack() != null) {
            return new Task(
                    "task.prepare-paper-anew",
                    null,
                    Acts.href(caseId, "prepare-paper", draft.id()),
                    new Tag("state.sent-back", Tone.ATTENTION),
                    null);
        }
        return draft.open()
                .map(step -> new Task(
                        step.byOwn() ? "task.approve-paper" : "task.paper-put",
                        step(draft, step),
                        Acts.href(caseId, "approve-paper", draft.id()),
                        step.byOwn() ? new Tag("state.open", Tone.ATTENTION) : new Tag("state.waiting", Tone.WAITING),
                        null))
                .orElseGet(() -> new Task(
                        "task.issue-paper",
                        null,
                        Acts.href(caseId, "issue-paper", draft.id()),
                        new Tag("state.open", Tone.ATTENTION),
                        null));
    }

    private static List<Photo> pages(String caseId, Draft draft) {
        List<Photo> pages = new ArrayList<>();
        Objects.requireNonNullElse(draft.pages(), List.<org.lianzhi.model.Photo>of())
                .forEach(page -> pages.add(new Photo(
                        Acts.caseHref(caseId) + "/photos/drafted/" + draft.id() + "/" + page.id(),
                        pages.size() + 1,
                        null)));
        return pages;
    }
}
