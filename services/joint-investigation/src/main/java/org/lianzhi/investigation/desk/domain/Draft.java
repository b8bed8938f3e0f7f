package org.lianzhi.investigation.desk.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.Actor;
import org.lianzhi.model.Photo;
import org.lianzhi.territory.PaperRule;

/**
 * A paper within its side.
 *
 * @param office that decides
 * @param by who prepared it
 * @param at when it was prepared last
 * @param offices each that was to decide, the present one last
 * @param earlier what was done before it was prepared last; nothing of that counts any more
 * @param acts what was done since
 */
public record Draft(
        String paper,
        String kind,
        String number,
        String office,
        String about,
        List<Photo> pages,
        Actor by,
        Instant at,
        List<String> offices,
        List<PaperAct> earlier,
        List<PaperAct> acts) {

    public Draft {
        pages = List.copyOf(pages);
        offices = List.copyOf(offices);
        earlier = List.copyOf(earlier);
        acts = List.copyOf(acts);
    }

    Draft doing(PaperAct act) {
        return new Draft(paper, kind, number, office, about, pages, by, at, offices, earlier, plus(acts, act));
    }

    Draft after(Draft before) {
        return new Draft(
                paper,
                kind,
                number,
                office,
                about,
                pages,
                by,
                at,
                plus(before.offices.stream().filter(old -> !old.equals(office)).toList(), office),
                before.history(),
                acts);
    }

    private static <T> List<T> plus(List<T> several, T one) {
        List<T> more = new ArrayList<>(several);
        more.add(one);
        return more;
    }

    /** All that was ever done with it, in its order. */
    public List<PaperAct> history() {
        return Stream.concat(earlier.stream(), acts.stream()).toList();
    }

    /** Whether nobody has prepared it anew since. */
    public boolean isOf(Instant preparation) {
        return at.equals(preparation);
    }

    /** Reference of who prepared it; null for what no person did. */
    public @Nullable String person() {
        return by.person();
    }

    /** Why it is to be prepared anew; null where it is not. */
    public @Nullable String sentBack() {
        return acts.isEmpty() ? null : acts.getLast().reasons();
    }

    Optional<PaperAct> done(String step) {
        return acts.stream()
                .filter(act -> act.step().equals(step) && !act.isBack())
                .findFirst();
    }

    /** What is still to be done, in the order of the data. */
    public List<String> openSteps(List<PaperRule.Step> steps) {
        return open(steps).map(PaperRule.Step::id).toList();
    }

    private Stream<PaperRule.Step> open(List<PaperRule.Step> steps) {
        return steps.stream()
                .filter(step -> sentBack() != null || done(step.id()).isEmpty());
    }

    /** Whether the office that prepared it asks another one to decide. */
    public boolean isPut() {
        return !office.equals(by.bureau());
    }

    boolean isPutTo(String decider) {
        return isPut() && office.equals(decider);
    }

    /** The step that an office is asked to do by another one; empty for all whose turn it is not. */
    public Optional<PaperRule.Step> askedOf(String decider, List<PaperRule.Step> steps) {
        return isPutTo(decider) && sentBack() == null
                ? open(steps).findFirst().filter(PaperRule.Step::isOfDecidingOffice)
                : Optional.empty();
    }

    /** What an office did last with a paper that another one put to it. */
    public Optional<PaperAct> lastActOf(String decider) {
        return isPutTo(decider)
                ? history().reversed().stream().filter(act -> act.isOf(decider)).findFirst()
                : Optional.empty();
    }

    /** Whether an office may read it because it is, or was, asked to decide; it is told of nothing else. */
    public boolean concerns(String decider, List<PaperRule.Step> steps) {
        return askedOf(decider, steps).isPresent() || lastActOf(decider).isPresent();
    }
}
