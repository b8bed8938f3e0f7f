package org.lianzhi.investigation.casepage;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.investigation.domain.Noted;
import org.lianzhi.investigation.domain.Sample;
import org.lianzhi.model.CaseEvent.Inspector;
import org.lianzhi.model.CaseEvent.Result;
import org.lianzhi.model.CaseEvent.ResultsReported;
import org.lianzhi.model.CaseEvent.SampleReceived;
import org.lianzhi.model.CaseEvent.SampleSent;
import org.lianzhi.model.CaseEvent.SampleTaken;
import org.lianzhi.model.Place;
import org.lianzhi.model.Side;

record SampleView(
        String id,
        Side side,
        String number,
        String part,
        String medium,
        boolean grab,
        Place point,
        Instant takenAt,
        String seal,
        List<Inspector> takenBy,
        List<String> parameters,
        @Nullable SentView sent,
        @Nullable ReceivedView received,
        @Nullable ResultsView results) {

    record SentView(String laboratory, String seal, Instant handedOverAt, Instant at) {}

    record ReceivedView(String laboratory, boolean sealIntact, Instant receivedAt, Instant at) {}

    record ResultsView(
            String laboratory,
            Instant analysedAt,
            String standard,
            List<Result> results,
            boolean indicative,
            @Nullable String caveat,
            Instant at) {}

    static List<SampleView> allOf(JointCase joint, Predicate<Sample> shown) {
        return Sample.allOf(joint).stream().filter(shown).map(SampleView::of).toList();
    }

    private static SampleView of(Sample sample) {
        SampleTaken taken = sample.taken().event();
        return new SampleView(
                sample.id(),
                sample.taken().side(),
                taken.number(),
                taken.part(),
                taken.medium(),
                taken.grab(),
                taken.point(),
                taken.takenAt(),
                taken.seal(),
                taken.takenBy(),
                taken.parameters(),
                sample.sent().map(SampleView::sent).orElse(null),
                sample.received().map(SampleView::received).orElse(null),
                sample.results().map(SampleView::results).orElse(null));
    }

    private static SentView sent(Noted<SampleSent> sent) {
        return new SentView(
                sent.event().laboratory(), sent.event().seal(), sent.event().handedOverAt(), sent.at());
    }

    private static ReceivedView received(Noted<SampleReceived> received) {
        SampleReceived event = received.event();
        return new ReceivedView(event.laboratory(), event.sealIntact(), event.receivedAt(), received.at());
    }

    private static ResultsView results(Noted<ResultsReported> reported) {
        ResultsReported event = reported.event();
        return new ResultsView(
                event.laboratory(),
                event.analysedAt(),
                event.standard(),
                event.results(),
                event.indicative(),
                event.caveat(),
                reported.at());
    }
}
