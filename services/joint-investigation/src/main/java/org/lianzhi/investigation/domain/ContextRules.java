package org.lianzhi.investigation.domain;

import java.util.List;
import java.util.Set;
import org.lianzhi.investigation.domain.CaseCommand.Comment;
import org.lianzhi.investigation.domain.CaseCommand.LinkCase;
import org.lianzhi.investigation.domain.CaseCommand.UnlinkCase;
import org.lianzhi.investigation.domain.Links.Link;
import org.lianzhi.investigation.domain.SideRecord.Stand;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.CaseLinked;
import org.lianzhi.model.CaseEvent.CaseUnlinked;
import org.lianzhi.model.CaseEvent.Commented;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.Side;

/** What stands around the procedure may be said at any time, also after the end: no signature covers it. */
final class ContextRules {

    private static final Set<String> KINDS = Set.of("same-matter", "same-source", "repeat");

    private ContextRules() {}

    static List<CaseEvent> decide(JointCase joint, Side side, CaseCommand.AboutContext command) {
        return switch (command) {
            case LinkCase link -> link(joint, side, link);
            case UnlinkCase unlink -> unlink(joint, side, unlink);
            case Comment comment -> comment(joint, side, comment);
        };
    }

    /** A side that declined may still say to which other case the matter belongs. */
    private static List<CaseEvent> link(JointCase joint, Side side, LinkCase command) {
        if (command.own().equals(command.other())) {
            throw new RuleViolated("case.link.itself");
        }
        boolean takesPart = command.there().parties().contains(side)
                && !command.there().recordOf(side).is(Stand.NOT_JOINED);
        if (!takesPart) {
            throw new RuleViolated("case.link.unknown");
        }
        if (!KINDS.contains(command.kind())) {
            throw new RuleViolated("case.link.kind-unknown");
        }
        if (joint.recordOf(side).is(Stand.NOT_JOINED)) {
            throw new RuleViolated("case.not-joined");
        }
        String reason = CaseRules.words("reason", command.reason(), CaseRules.WORDS_AT_LEAST);
        return Links.hold(joint.recordOf(side), command.other())
                ? List.of()
                : List.of(new CaseLinked(command.other(), command.kind(), reason, joint.epoch()));
    }

    private static List<CaseEvent> unlink(JointCase joint, Side side, UnlinkCase command) {
        String reason = CaseRules.words("reason", command.reason(), CaseRules.WORDS_AT_LEAST);
        Link link = Links.last(joint.recordOf(side), command.other())
                .orElseThrow(() -> new RuleViolated("case.link.not-linked"));
        return link.holds() ? List.of(new CaseUnlinked(command.other(), reason, joint.epoch())) : List.of();
    }

    private static List<CaseEvent> comment(JointCase joint, Side side, Comment command) {
        CaseRules.requireBegun(joint, side);
        boolean isSaid = joint.recordOf(side)
                .all(Commented.class)
                .anyMatch(said -> said.event().comment().equals(command.comment()));
        return isSaid
                ? List.of()
                : List.of(new Commented(command.comment(), CaseRules.words("text", command.text(), 2), joint.epoch()));
    }
}
