package org.lianzhi.portal.cases.step;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.cases.CaseView.SampleView;
import org.lianzhi.portal.cases.ResultsReading;
import org.lianzhi.portal.cases.ResultsTable;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.words.Words;
import org.lianzhi.standards.Assessment;
import org.lianzhi.standards.LabValue;
import org.lianzhi.standards.Standard;
import org.lianzhi.standards.Unit;
import org.springframework.stereotype.Component;

/** The laboratory's results: entered, compared with the standard, reported. */
@Component
class EnterResultsStep implements Step<ResultsForm> {

    private record Reported(String standard, Instant analysedAt, List<ResultsForm.Line> lines) {}

    private final Words words;
    private final ResultsReading reading;
    private final Standard livestock = Standard.livestockDischarge();

    EnterResultsStep(Words words, ResultsReading reading) {
        this.words = words;
        this.reading = reading;
    }

    @Override
    public String name() {
        return "enter-results";
    }

    @Override
    public String template() {
        return "results-enter";
    }

    @Override
    public Class<ResultsForm> form() {
        return ResultsForm.class;
    }

    @Override
    public ResultsForm first(Asked asked) {
        return new ResultsForm(
                livestock.id(),
                null,
                asked.sample().parameters().stream()
                        .map(parameter -> new ResultsForm.Line(parameter, "", unit(parameter), false, null))
                        .toList(),
                false);
    }

    private String unit(String parameter) {
        return livestock.limit(parameter).map(limit -> limit.unit().code()).orElse(Unit.MILLIGRAM_PER_LITRE.code());
    }

    @Override
    public List<Row> context(Asked asked) {
        return TakeSampleStep.registered(asked.sample(), words);
    }

    @Override
    public Map<String, Object> choices(Asked asked) {
        return Map.of("standards", List.of(Choice.named(livestock.id(), reading.standard(livestock.id()))));
    }

    @Override
    public boolean isToBeChecked(ResultsForm form) {
        return !form.checked();
    }

    @Override
    public Map<String, Object> check(ResultsForm form, Asked asked) {
        SampleView sample = asked.sample();
        return Map.of(
                "results",
                new ResultsTable(
                        sample.number(),
                        reading.standard(livestock.id()),
                        caveat(sample),
                        form.lines().stream()
                                .map(line -> line(line, sample.side()))
                                .toList()));
    }

    private @Nullable String caveat(SampleView sample) {
        if (sample.received() != null && Boolean.FALSE.equals(sample.received().sealIntact())) {
            return "results.caveat.seal-broken";
        }
        return livestock.isOnlyIndicatedBy(sample.isGrab()) ? "results.caveat.grab-against-daily-mean" : null;
    }

    private ResultsTable.Line line(ResultsForm.Line line, String side) {
        BigDecimal number = new BigDecimal(line.value());
        boolean below = line.belowDetection() && number.signum() > 0;
        Assessment assessed = livestock.assess(
                line.parameter(),
                below ? new LabValue.BelowDetection(number) : new LabValue.Measured(number),
                Unit.of(line.unit()));
        String unit = " " + reading.unit(line.unit());
        ResultsTable.Value value = new ResultsTable.Value(
                (below ? "< " : "") + line.value() + unit,
                ResultsReading.verdict(assessed.verdict().code()),
                assessed.factor() == null ? null : assessed.factor().toPlainString());
        return new ResultsTable.Line(
                "parameter." + line.parameter(),
                assessed.limit() == null ? null : assessed.limit().toPlainString() + unit,
                side.equals("hn") ? value : null,
                side.equals("gx") ? value : null);
    }

    @Override
    public Command command(ResultsForm form, Asked asked) {
        return Command.of(
                new Reported(Typed.text(form.standard()), words.instant(Typed.given(form.analysedAt())), form.lines()),
                "/samples/{sample}/results",
                asked.sample().id());
    }
}
