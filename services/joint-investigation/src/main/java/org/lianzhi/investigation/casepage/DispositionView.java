package org.lianzhi.investigation.casepage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.investigation.domain.Noted;
import org.lianzhi.model.CaseEvent.DispositionDecided;
import org.lianzhi.model.CaseEvent.LegalBasis;

/** What a side decided last about whoever caused the pollution. */
record DispositionView(
        String kind,
        String number,
        LocalDate decidedOn,
        List<LegalBasis> bases,
        List<String> conditions,
        @Nullable Integer periodMonths,
        String reasons,
        int epoch,
        Instant at) {

    static Map<String, DispositionView> bySide(JointCase joint) {
        Map<String, DispositionView> all = new TreeMap<>();
        joint.parties()
                .forEach(party -> joint.recordOf(party)
                        .last(DispositionDecided.class)
                        .ifPresent(decided -> all.put(party.code(), of(decided))));
        return all;
    }

    private static DispositionView of(Noted<DispositionDecided> decided) {
        DispositionDecided event = decided.event();
        return new DispositionView(
                event.kind(),
                event.number(),
                event.decidedOn(),
                event.bases(),
                event.conditions(),
                event.periodMonths(),
                event.reasons(),
                event.epoch(),
                decided.at());
    }
}
