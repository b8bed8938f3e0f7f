package org.lianzhi.benchmarks;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianzhi.benchmarks.Measurement.Outcome;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Everything that was measured, raw, as JSON. */
final class ResultFile {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;
    private final Map<String, Object> head = new LinkedHashMap<>();
    private final List<Map<String, Object>> figures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    ResultFile(Settings settings) {
        this.file = settings.folder().resolve("benchmarks.json");
        head.put("at", Instant.now().toString());
        head.put("seed", settings.seed());
        head.put("rounds", settings.rounds());
        head.put("size", settings.size());
        head.put("machine", Machine.facts());
    }

    Path file() {
        return file;
    }

    /** Written anew after each measurement: a run that is broken off leaves what it had. */
    void add(Outcome outcome, double seconds) {
        outcome.figures().forEach(figure -> figures.add(written(figure, seconds)));
        notes.addAll(outcome.notes());
        Map<String, Object> whole = new LinkedHashMap<>(head);
        whole.put("figures", figures);
        whole.put("notes", notes);
        JSON.writeValue(file.toFile(), whole);
    }

    private static Map<String, Object> written(Figure figure, double seconds) {
        Ratios ratios = figure.ratios();
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("id", figure.id());
        written.put("ratio", ratios.median());
        written.put("min", ratios.least());
        written.put("max", ratios.most());
        written.put("target", figure.target().toString());
        written.put("met", figure.met());
        written.put("durability", figure.durability());
        written.put("control", ratios.control());
        written.put("tookSeconds", Math.round(seconds));
        written.put("more", figure.more());
        written.put("rounds", ratios.rounds());
        return written;
    }
}
