package org.lianzhi.benchmarks;

import java.nio.file.Path;
import java.util.List;

/** Measures one or more ratios. */
interface Measurement {

    /** Under which it is asked for. */
    String id();

    /**
     * Measures.
     *
     * @param folder of its own, empty, removed afterwards
     */
    Outcome measure(Settings settings, Path folder) throws Exception;

    /**
     * What came of it.
     *
     * @param notes lines beside the figures, such as those of the peers
     */
    record Outcome(List<Figure> figures, List<String> notes) {

        public Outcome {
            figures = List.copyOf(figures);
            notes = List.copyOf(notes);
        }

        static Outcome of(Figure... figures) {
            return new Outcome(List.of(figures), List.of());
        }
    }
}
