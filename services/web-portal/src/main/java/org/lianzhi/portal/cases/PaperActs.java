package org.lianzhi.portal.cases;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.Tone;
import org.lianzhi.portal.words.Words;
import org.lianzhi.territory.PaperRule;
import org.springframework.stereotype.Component;

/**
 * What was done with a paper within its side: who of which office did it, and when. Only people of that side read it, and
 * only those who work at the paper.
 */
@Component
public class PaperActs {

    private final Colleagues colleagues;
    private final Words words;

    PaperActs(Colleagues colleagues, Words words) {
        this.colleagues = colleagues;
        this.words = words;
    }

    /**
     * As joint-investigation tells it.
     *
     * @param reference number of the document by which another office did it, as it was entered
     * @param reasons why it was sent back; absent where the step was done
     */
    public record Act(
            String step,
            @Nullable String reference,
            @Nullable String reasons,
            @Nullable String office,
            @Nullable String person,
            Instant at) {}

    /**
     * As it is shown.
     *
     * @param step what it is called by the agreement's data
     * @param who office and name
     * @param words reasons, or by which document
     */
    public record Shown(
            String step,
            Tag tag,
            String who,
            Instant at,
            @Nullable String words) {}

    public List<Shown> shown(String kind, @Nullable List<Act> acts) {
        return Objects.requireNonNullElse(acts, List.<Act>of()).stream()
                .map(act -> new Shown(
                        step(kind, act.step()), tag(act), who(act.office(), act.person()), act.at(), said(act)))
                .toList();
    }

    private static Tag tag(Act act) {
        if (act.reasons() != null) {
            return new Tag("state.sent-back", Tone.ATTENTION);
        }
        return act.reference() == null ? new Tag("state.done", Tone.DONE) : new Tag("state.entered", Tone.PLAIN);
    }

    private @Nullable String said(Act act) {
        return act.reference() == null ? act.reasons() : words.say("case.paper.by-document", act.reference());
    }

    /** Office and name of somebody of the own side who works at a paper. */
    public String who(@Nullable String office, @Nullable String person) {
        if (person == null) {
            return words.office(office);
        }
        String name = office == null ? person : colleagues.name(office, person);
        return office == null ? name : words.office(office) + " · " + name;
    }

    /** What a step is called by the agreement's data. */
    public String step(String kind, String step) {
        return words.territory()
                .agreements()
                .flatMap(agreement -> agreement.paper(kind).stream())
                .flatMap(rule -> rule.steps().stream())
                .filter(known -> known.id().equals(step))
                .map(PaperRule.Step::name)
                .findFirst()
                .map(words::name)
                .orElse(step);
    }
}
