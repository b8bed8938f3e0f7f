package org.lianzhi.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lianzhi.benchmarks.Measurement.Outcome;

/** Measures what was asked for and prints one line for each figure. */
public final class Benchmarks {

    private static final PrintStream OUT = System.out;
    private static final String WHOLE_CLASS_PATH = ClassPath.hidePeers();
    private static final List<Measurement> ALL = List.of(
            new Accepting(),
            new EndToEnd(),
            new Publishing(),
            new TimelineQuery(),
            new Rebuild(),
            new Draining(),
            new ColdStart(),
            new Protecting(),
            new QuietCases(),
            new OpenBoards(),
            new StatusPage(),
            new FilingWithPhoto(),
            new TerritoryLookUps(),
            new FlashCrowd(),
            new CasePage(),
            new Peers(WHOLE_CLASS_PATH));

    private Benchmarks() {}

    /** Ends with 1 when something could not be measured; a target that is missed is a result, not a failure. */
    public static void main(String[] arguments) throws IOException {
        Settings settings = Settings.of(arguments);
        List<Measurement> wanted =
                ALL.stream().filter(one -> settings.wants(one.id())).toList();
        if (wanted.isEmpty()) {
            OUT.println("Nothing to measure. There is: "
                    + String.join(" ", ALL.stream().map(Measurement::id).toList()));
        }
        boolean whole = run(wanted, settings);
        System.exit(whole && !wanted.isEmpty() ? 0 : 1);
    }

    static boolean run(List<Measurement> wanted, Settings settings) throws IOException {
        Files.createDirectories(settings.folder());
        ResultFile result = new ResultFile(settings);
        boolean whole = true;
        for (Measurement one : wanted) {
            whole &= run(one, settings, result);
        }
        return whole;
    }

    private static boolean run(Measurement one, Settings settings, ResultFile result) throws IOException {
        Path folder = Files.createTempDirectory(settings.folder(), "bench-" + one.id() + "-");
        long begin = System.nanoTime();
        try {
            Outcome outcome = one.measure(settings, folder);
            outcome.figures().forEach(figure -> OUT.println(figure.line()));
            outcome.notes().forEach(OUT::println);
            result.add(outcome, (System.nanoTime() - begin) / 1e9);
            delete(folder);
            return true;
        } catch (Exception | AssertionError e) {
            OUT.println(one.id() + " could not be measured: " + e);
            e.printStackTrace(OUT);
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }
}
