package org.lianzhi.investigation.domain;

import java.util.List;
import java.util.Optional;
import org.lianzhi.model.CaseEvent.LetterAnswered;
import org.lianzhi.model.CaseEvent.LetterSent;

/** A letter of one side to another of its authorities, and the reply as that side noted it. */
public record Letter(Noted<LetterSent> sent, Optional<Noted<LetterAnswered>> reply) {

    /** Who else has to know or to act. */
    public static final List<String> ADDRESSEES =
            List.of("agriculture", "water", "river-chief", "township", "police", "other");

    public static List<Letter> allOf(JointCase joint) {
        return joint.all(LetterSent.class)
                .map(sent -> new Letter(
                        sent,
                        joint.recordOf(sent.side())
                                .all(LetterAnswered.class)
                                .filter(answer -> answer.event()
                                        .letter()
                                        .equals(sent.event().letter()))
                                .findFirst()))
                .toList();
    }

    public String id() {
        return sent.event().letter();
    }
}
