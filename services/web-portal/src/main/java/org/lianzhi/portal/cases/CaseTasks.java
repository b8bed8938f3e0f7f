package org.lianzhi.portal.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.cases.CaseView.FindingView;
import org.lianzhi.portal.cases.CaseView.SilenceView;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.Task;
import org.lianzhi.portal.component.Tone;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** What one reader can do in a case, in the order of the procedure. */
@Component
final class CaseTasks {

    private final Words words;

    CaseTasks(Words words) {
        this.words = words;
    }

    /** What the procedure has, and what may be done beside it. */
    List<Task> steps(CaseView view, Reader reader) {
        return Stream.concat(
                        view.tasks().stream()
                                .flatMap(task ->
                                        Stream.concat(Stream.of(task(view, task)), extension(view, task, reader))),
                        Stream.of(
                                        deciding(view, reader),
                                        anotherLook(view, reader),
                                        atOnce(view, reader),
                                        beside(view, reader))
                                .flatMap(Function.identity()))
                .toList();
    }

    /** Before everything else, and at any time until the end. */
    private static Stream<Task> atOnce(CaseView view, Reader reader) {
        return !reader.isOfficer() || view.isClosed()
                ? Stream.empty()
                : possible(view, "take-emergency-measure", "send-letter");
    }

    /** At any time, also after the end. */
    private static Stream<Task> beside(CaseView view, Reader reader) {
        return reader.isOfficer() ? possible(view, "prepare-paper", "comment", "link-case") : Stream.empty();
    }

    private static Stream<Task> possible(CaseView view, String... acts) {
        return Stream.of(acts)
                .map(act -> new Task(
                        Acts.key(act), null, Acts.href(view.id(), act, null), new Tag("state.may", Tone.PLAIN), null));
    }

    /** Each side for itself, once something is found; also after the end. */
    private static Stream<Task> deciding(CaseView view, Reader reader) {
        boolean found =
                view.findings().stream().anyMatch(finding -> !finding.state().equals("withdrawn"));
        return found && reader.isHead()
                ? Stream.of(new Task(
                        Acts.key("decide-disposition"),
                        null,
                        Acts.href(view.id(), "decide-disposition", null),
                        view.dispositions().containsKey(reader.side())
                                ? RecordsSideBySide.DONE
                                : new Tag("state.head", Tone.PLAIN),
                        null))
                : Stream.empty();
    }

    /** Nobody has to wait until it is due, and the side that did not order may look, too. */
    private static Stream<Task> anotherLook(CaseView view, Reader reader) {
        return view.orders().stream()
                .filter(order -> reader.isOfficer()
                        && order.afterCheck() != null
                        && order.afterCheck().accepted() != null)
                .filter(order -> view.tasks().stream()
                        .noneMatch(task -> task.act().equals("after-check")
                                && task.ref() != null
                                && task.ref().startsWith(order.id() + "/")))
                .map(order -> new Task(
                        Acts.key("after-check"),
                        order.addressee(),
                        Acts.href(view.id(), "after-check", order.id()),
                        new Tag("state.may", Tone.PLAIN),
                        null));
    }

    private Task task(CaseView view, CaseView.TaskView task) {
        return new Task(
                Acts.key(task.act()),
                about(view, task.ref()),
                task.status().equals("open") ? Acts.href(view.id(), task.act(), task.ref()) : null,
                Acts.status(task.status()),
                task.status().equals("done") ? null : task.dueAt());
    }

    /** The head of the office may give more time for what is still to be done. */
    private Stream<Task> extension(CaseView view, CaseView.TaskView task, Reader reader) {
        boolean open = task.act().equals("measure-done") && task.status().equals("open") && task.ref() != null;
        return open && reader.isHead()
                ? Stream.of(new Task(
                        Acts.key("extend-measure"),
                        about(view, task.ref()),
                        Acts.href(view.id(), "extend-measure", task.ref()),
                        new Tag("state.head", Tone.PLAIN),
                        null))
                : Stream.empty();
    }

    /** Tells two tasks of the same kind apart. */
    private @Nullable String about(CaseView view, @Nullable String ref) {
        if (ref == null) {
            return null;
        }
        if (ref.endsWith("/date") || ref.endsWith("/rain")) {
            return words.say("case.after-check.by." + AfterChecksSideBySide.occasion(ref));
        }
        return Stream.of(
                        view.inspection(ref).map(visit -> words.moment(visit.startsAt())),
                        view.sample(ref).map(CaseView.SampleView::number),
                        view.finding(ref).map(FindingView::establishedCause),
                        view.letter(ref)
                                .map(letter -> words.sayOr("letter.to." + letter.addressee(), letter.addressee())),
                        view.measures()
                                .filter(ordered ->
                                        ref.endsWith(ordered.measure().id()))
                                .map(ordered -> ordered.measure().description())
                                .findFirst())
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /** What the own side may do while the other is outstanding; no part of the procedure either. */
    List<Task> waiting(CaseView view, Reader reader) {
        SilenceView silence = view.silence();
        if (silence == null || !reader.isOfficer() || !silence.outstanding() || isConcluded(silence, reader)) {
            return List.of();
        }
        List<Task> possible = new ArrayList<>();
        CaseView.Next next = silence.next();
        if (next != null) {
            possible.add(ofWaiting(view, "remind", words.office(next.to()), silence.remindBlockers()));
        }
        boolean wasReminded = silence.waitUntil() != null;
        if (wasReminded) {
            possible.add(ofWaiting(view, "conclude", null, silence.concludeBlockers()));
        }
        return possible;
    }

    private static boolean isConcluded(SilenceView silence, Reader reader) {
        var own = silence.conclusions().get(reader.side());
        return own != null && own.holds();
    }

    private Task ofWaiting(CaseView view, String act, @Nullable String office, List<String> blockers) {
        if (blockers.isEmpty()) {
            return new Task(
                    Acts.key(act),
                    office,
                    Acts.href(view.id(), act, null),
                    new Tag("state.possible", Tone.PLAIN),
                    null);
        }
        String blocker = blockers.getFirst();
        Instant from = view.silence() == null ? null : view.silence().waitUntil();
        String about = blocker.equals("case.silence.too-early") && from != null
                ? Stream.of(office, words.say("case.waiting.from", words.moment(from)))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · "))
                : office;
        return new Task(Acts.key(act), about, null, new Tag(blocker.replace("case.", "state."), Tone.PLAIN), null);
    }

    /** What the own side may take back; no part of the procedure, so it stands apart from the tasks. */
    List<Task> withdrawals(CaseView view, Reader reader) {
        List<Task> possible = new ArrayList<>();
        if (reader.isOfficer() && !view.isClosed()) {
            view.findings().stream()
                    .filter(finding -> finding.side().equals(reader.side()))
                    .filter(finding -> !finding.state().equals("withdrawn"))
                    .map(finding -> taking(view, "withdraw-finding", finding.id(), finding.establishedCause()))
                    .forEach(possible::add);
            if (view.signature(reader.side()).isPresent()) {
                possible.add(taking(view, "withdraw-signature", null, null));
            }
        }
        return possible;
    }

    private static Task taking(CaseView view, String act, @Nullable String ref, @Nullable String about) {
        return new Task(
                Acts.key(act), about, Acts.href(view.id(), act, ref), new Tag("state.possible", Tone.PLAIN), null);
    }
}
