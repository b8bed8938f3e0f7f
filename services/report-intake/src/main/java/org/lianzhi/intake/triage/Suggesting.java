package org.lianzhi.intake.triage;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.place.BorderGuard.Proposal;
import org.lianzhi.intake.place.Routing;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.triage.ReportView.Suggestion;
import org.lianzhi.model.Ground;
import org.lianzhi.model.Side;
import org.lianzhi.territory.Agreement;
import org.lianzhi.territory.County;
import org.lianzhi.territory.Territory;

/** Which bureaus may be proposed for a report that could cross the border. It is never more than a proposal. */
public final class Suggesting {

    private final Territory territory;
    private final Routing routing;

    public Suggesting(Territory territory, Routing routing) {
        this.territory = territory;
        this.routing = routing;
    }

    /** Nothing where neither the suspected source nor the nearness of the line points to the other side. */
    @Nullable
    Suggestion of(ReportRecord record, Proposal proposal) {
        var filed = record.report().filed();
        Side own = new Side(record.stream().side());
        Optional<County> suspected =
                Optional.ofNullable(filed.suspectedCounty()).flatMap(territory::county);
        if (suspected.isPresent() && !suspected.get().side().equals(own)) {
            County other = suspected.get();
            return suggestion(own, filed.bureau(), other.side(), other.branch().code(), proposal);
        }
        if (!filed.inBorderZone()) {
            return null;
        }
        return territory
                .agreements()
                .filter(agreement -> agreement.party(own).isPresent())
                .flatMap(agreement -> agreement.parties().stream())
                .map(Agreement.Party::side)
                .filter(side -> !side.equals(own))
                .findFirst()
                .flatMap(other ->
                        routing.fallback(other).map(bureau -> suggestion(own, filed.bureau(), other, bureau, proposal)))
                .orElse(null);
    }

    private @Nullable Suggestion suggestion(
            Side own, String bureau, Side other, String otherBureau, Proposal proposal) {
        return territory
                .between(own, other)
                .map(agreement -> new Suggestion(
                        agreement.id(),
                        agreement.version(),
                        own,
                        bureau,
                        other,
                        otherBureau,
                        // Where the side is open, so is who leads and why.
                        proposal == Proposal.CROSS_BORDER ? Ground.AFFECTED_WATER : null))
                .orElse(null);
    }
}
