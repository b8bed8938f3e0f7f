package org.lianzhi.investigation.casepage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.casepage.CaseView.AnswerView;
import org.lianzhi.investigation.domain.Finding;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.model.CaseEvent.FindingDissented;
import org.lianzhi.model.CaseEvent.FindingProposed;
import org.lianzhi.model.Place;
import org.lianzhi.model.Side;

record FindingView(
        String id,
        String digest,
        Side side,
        String allegedCause,
        String establishedCause,
        String source,
        String pathway,
        Place outlet,
        String affectedWater,
        List<String> evidence,
        Instant proposedAt,
        String state,
        Map<String, AnswerView> answers,
        @Nullable WithdrawnView withdrawn,
        int epoch) {

    record WithdrawnView(String reasons, Instant at) {}

    static List<FindingView> allOf(JointCase joint) {
        return Finding.allOf(joint).stream().map(FindingView::of).toList();
    }

    private static FindingView of(Finding finding) {
        FindingProposed proposed = finding.proposal().event();
        Map<String, AnswerView> answers = new TreeMap<>();
        finding.answer().ifPresent(answer -> {
            AnswerView view = answer.event() instanceof FindingDissented dissented
                    ? new AnswerView("dissented", dissented.reasons(), answer.at())
                    : new AnswerView("confirmed", null, answer.at());
            answers.put(answer.side().code(), view);
        });
        return new FindingView(
                finding.id(),
                proposed.digest(),
                finding.proposal().side(),
                proposed.allegedCause(),
                proposed.establishedCause(),
                proposed.source(),
                proposed.pathway(),
                proposed.outlet(),
                proposed.affectedWater(),
                proposed.evidence(),
                finding.proposal().at(),
                finding.state().code(),
                answers,
                finding.withdrawn()
                        .map(withdrawn -> new WithdrawnView(withdrawn.event().reasons(), withdrawn.at()))
                        .orElse(null),
                proposed.epoch());
    }
}
