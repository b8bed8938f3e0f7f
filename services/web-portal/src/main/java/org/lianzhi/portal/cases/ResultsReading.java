package org.lianzhi.portal.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.CaseEvent.Result;
import org.lianzhi.portal.cases.CaseView.SampleView;
import org.lianzhi.portal.cases.ResultsTable.Line;
import org.lianzhi.portal.cases.ResultsTable.Value;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.Tone;
import org.lianzhi.portal.words.Words;
import org.lianzhi.standards.Standard;
import org.springframework.stereotype.Component;

/** Both laboratories' results beside the standard's limits. */
@Component
public final class ResultsReading {

    private final Words words;
    private final Standard livestock = Standard.livestockDischarge();

    ResultsReading(Words words) {
        this.words = words;
    }

    /** One table for each joint sample of which a laboratory has reported. */
    public List<ResultsTable> tables(List<SampleView> samples) {
        Map<String, List<SampleView>> byNumber = new LinkedHashMap<>();
        samples.stream()
                .filter(sample -> samples.stream()
                        .anyMatch(part -> part.number().equals(sample.number()) && part.results() != null))
                .forEach(sample -> byNumber.computeIfAbsent(sample.number(), any -> new ArrayList<>())
                        .add(sample));
        return byNumber.entrySet().stream()
                .map(entry -> table(entry.getKey(), entry.getValue()))
                .toList();
    }

    private ResultsTable table(String number, List<SampleView> parts) {
        List<CaseView.Results> reported =
                parts.stream().map(SampleView::results).filter(Objects::nonNull).toList();
        CaseView.Results first = reported.getFirst();
        String caveat = reported.stream()
                .map(CaseView.Results::caveat)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        Set<String> parameters = new LinkedHashSet<>();
        parts.forEach(part -> parameters.addAll(part.parameters()));
        reported.forEach(results -> results.results().forEach(result -> parameters.add(result.parameter())));
        return new ResultsTable(
                number,
                standard(first.standard()),
                caveat == null ? null : "results.caveat." + caveat,
                parameters.stream().map(parameter -> line(parameter, parts)).toList());
    }

    private Line line(String parameter, List<SampleView> parts) {
        String limit = parts.stream()
                .flatMap(part -> results(part, parameter))
                .filter(result -> result.limit() != null)
                .map(result -> result.limit() + " " + unit(result.unit()))
                .findFirst()
                .orElse(null);
        return new Line("parameter." + parameter, limit, value(parts, "hn", parameter), value(parts, "gx", parameter));
    }

    private @Nullable Value value(List<SampleView> parts, String side, String parameter) {
        return parts.stream()
                .filter(part -> part.side().equals(side))
                .flatMap(part -> results(part, parameter))
                .map(this::value)
                .findFirst()
                .orElse(null);
    }

    private static Stream<Result> results(SampleView part, String parameter) {
        CaseView.Results reported = part.results();
        return reported == null
                ? Stream.empty()
                : reported.results().stream()
                        .filter(result -> result.parameter().equals(parameter));
    }

    private Value value(Result result) {
        String number = (result.belowDetection() ? "< " : "") + result.value() + " " + unit(result.unit());
        return new Value(number, verdict(result.verdict()), result.factor());
    }

    public static Tag verdict(String code) {
        return new Tag(
                "verdict." + code,
                switch (code) {
                    case "within" -> Tone.DONE;
                    case "exceeded" -> Tone.WRONG;
                    default -> Tone.PLAIN;
                });
    }

    public String unit(String code) {
        return words.sayOr("unit." + code, code);
    }

    /** Edition and title of a standard, by its id or edition. */
    public String standard(String named) {
        return named.equals(livestock.id()) || named.equals(livestock.edition())
                ? livestock.edition() + " " + words.name(livestock.title())
                : named;
    }
}
