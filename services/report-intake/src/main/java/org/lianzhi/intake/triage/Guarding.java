package org.lianzhi.intake.triage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.GivenPlace;
import org.lianzhi.intake.domain.ReportForm;
import org.lianzhi.intake.place.BorderGuard;
import org.lianzhi.intake.place.BorderGuard.Judged;
import org.lianzhi.intake.place.BorderGuard.Proposal;
import org.lianzhi.intake.place.BorderGuard.Why;
import org.lianzhi.intake.place.Routing;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.vault.ReportEntry;
import org.lianzhi.intake.vault.ReportVault;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.Side;
import org.lianzhi.territory.Agreement;
import org.lianzhi.territory.County;
import org.lianzhi.territory.Territory;

/** Judges the places of a report; on which side the matter lies is for a person to confirm. */
public final class Guarding {

    private final ReportVault vault;
    private final Territory territory;
    private final Routing routing;

    public Guarding(ReportVault vault, Territory territory, Routing routing) {
        this.vault = vault;
        this.territory = territory;
        this.routing = routing;
    }

    /** What may be said of all places together, and of each. */
    record Guarded(Proposal proposal, List<Judged> places) {}

    /** The agreement of the side that received a report. */
    private Optional<Agreement> agreement(ReportRecord record) {
        return territory.agreementOf(new Side(record.stream().side()));
    }

    /** @param form empty where it was erased: then the record tells what it knows without the places */
    Guarded of(ReportRecord record, ReportForm form) {
        List<Judged> places = agreement(record)
                .map(agreement -> form.places().isEmpty() ? recorded(record, agreement) : places(agreement, form))
                .orElse(List.of());
        return new Guarded(BorderGuard.proposal(new Side(record.stream().side()), places), places);
    }

    private List<Judged> places(Agreement agreement, ReportForm form) {
        return Stream.of(
                        judged("water", agreement, form.affectedWater()),
                        judged("outlet", agreement, form.suspectedOutlet()),
                        judged("facility", agreement, form.suspectedFacility()),
                        judged("source", agreement, form.suspectedSource()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Judged> judged(String kind, Agreement agreement, @Nullable GivenPlace place) {
        return place == null || place.isEmpty()
                ? Optional.empty()
                : Optional.of(BorderGuard.place(
                        kind, agreement, routing.locate(agreement, place), routing.chosen(agreement, place)));
    }

    private List<Judged> recorded(ReportRecord record, Agreement agreement) {
        var filed = record.report().filed();
        List<Side> both =
                agreement.parties().stream().map(Agreement.Party::side).toList();
        Judged water = filed.inBorderZone()
                ? new Judged("water", both, Why.NEAR_THE_LINE, filed.county(), null, null)
                : BorderGuard.place("water", agreement, Optional.empty(), county(filed.county()));
        Judged source = BorderGuard.place("source", agreement, Optional.empty(), county(filed.suspectedCounty()));
        return List.of(water, source);
    }

    private Optional<County> county(@Nullable String code) {
        return Optional.ofNullable(code).flatMap(territory::county);
    }

    /**
     * Lets pass what lies on the own side without doubt, or what a person has said to lie there.
     *
     * @throws RuleViolated with what is proposed instead
     */
    void check(ReportRecord record, boolean confirmed) {
        ReportForm form = vault.openCorrected(record.stream(), record.moves())
                .map(ReportEntry::form)
                .orElse(ReportForm.EMPTY);
        Proposal proposal = of(record, form).proposal();
        if (proposal.mustBeConfirmed() && !confirmed) {
            throw new RuleViolated("report.side-unconfirmed", proposal.code());
        }
    }
}
