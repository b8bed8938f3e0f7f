package org.lianzhi.portal.cases.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lianzhi.model.Place;
import org.lianzhi.model.ReleasedSummary;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

@Component
class ProposeFindingStep implements Step<ProposeFindingForm> {

    private record Proposal(
            String establishedCause,
            String source,
            String pathway,
            Place outlet,
            String affectedWater,
            List<String> evidence) {}

    private final Words words;

    ProposeFindingStep(Words words) {
        this.words = words;
    }

    @Override
    public String name() {
        return "propose-finding";
    }

    @Override
    public Class<ProposeFindingForm> form() {
        return ProposeFindingForm.class;
    }

    @Override
    public ProposeFindingForm first(Asked asked) {
        ReleasedSummary summary = asked.view().summary();
        Place outlet = summary == null ? null : summary.suspectedOutlet();
        return new ProposeFindingForm(
                null,
                null,
                null,
                summary == null ? null : summary.affectedWater().name(),
                outlet == null ? null : outlet.name(),
                null,
                outlet == null ? null : outlet.latitude(),
                outlet == null ? null : outlet.longitude(),
                List.of());
    }

    @Override
    public List<Row> context(Asked asked) {
        ReleasedSummary summary = asked.view().summary();
        return summary == null
                ? List.of()
                : List.of(
                        Row.text("release.row.allegedCause", summary.allegedCause()),
                        Row.text("release.row.summary", summary.text()));
    }

    @Override
    public Map<String, Object> choices(Asked asked) {
        return Map.of("counties", counties(asked), "evidence", evidence(asked));
    }

    /** The counties of both offices come first; any other of the agreement may hold the outlet too. */
    private List<Choice> counties(Asked asked) {
        return Stream.of(asked.view().leadBureau(), asked.view().counterpartBureau())
                .flatMap(bureau -> words.territory()
                        .agreements()
                        .flatMap(agreement -> agreement.parties().stream())
                        .flatMap(party -> party.counties().stream())
                        .filter(county -> county.branch().code().equals(bureau)))
                .map(county -> Choice.named(county.code(), words.name(county.name())))
                .distinct()
                .toList();
    }

    private List<Choice> evidence(Asked asked) {
        List<Choice> evidence = new ArrayList<>();
        asked.view().inspections().stream()
                .filter(visit -> !visit.recordings().isEmpty())
                .forEach(visit -> evidence.add(Choice.named(
                        visit.id(), words.say("case.evidence.inspection", words.moment(visit.startsAt())))));
        asked.view().samples().stream()
                .filter(sample -> sample.results() != null)
                .forEach(sample -> evidence.add(Choice.named(
                        sample.id(), words.say("case.evidence.sample", sample.number(), words.side(sample.side())))));
        return evidence;
    }

    @Override
    public Command command(ProposeFindingForm form, Asked asked) {
        return Command.of(
                new Proposal(
                        Typed.text(form.establishedCause()),
                        Typed.text(form.source()),
                        Typed.text(form.pathway()),
                        new Place(
                                Typed.text(form.outletCounty()),
                                Typed.text(form.outletWords()),
                                form.outletLat(),
                                form.outletLon()),
                        Typed.text(form.affectedWater()),
                        form.evidence()),
                "/findings");
    }
}
