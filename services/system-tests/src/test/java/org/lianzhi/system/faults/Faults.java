package org.lianzhi.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.lianzhi.system.faults.Checker.Found;

/** How a fault is inflicted under load and judged, and the line that tells of it. */
final class Faults {

    /** Rounds of each fault. One, with a fixed seed, in an ordinary build. */
    static final int SEEDS = Integer.getInteger("faults.seeds", 1);

    /** Whether outages last as long as in the long form. */
    static final boolean LONG = SEEDS > 1;

    private static final long FIRST_SEED = Long.getLong("faults.seed", 20240729L);
    private static final Duration LONGEST_DRAIN = Duration.ofMinutes(3);
    private static final Duration LONGEST_DRAIN_OF_SABOTAGE = Duration.ofSeconds(30);
    private static final Path LINES = Path.of("target", "faults.txt");

    private static final List<String> TOLD = new CopyOnWriteArrayList<>();

    private final Ground ground;
    private boolean topicsInOrder = true;

    Faults(Ground ground) {
        this.ground = ground;
    }

    /** The fault itself disorders what is on the topics. */
    Faults whateverIsOnTopics() {
        topicsInOrder = false;
        return this;
    }

    /** What goes wrong, and how it is mended again; when it returns, everything runs. */
    interface Fault {
        void happen(Load load, Random random) throws Exception;
    }

    /** Lets it happen under load once for each seed, and demands that nothing is lost, doubled or disordered. */
    void survive(int number, Fault fault) throws Exception {
        for (int round = 0; round < SEEDS; round++) {
            long seed = FIRST_SEED + round;
            Round judged = round(seed, fault, LONGEST_DRAIN);
            String line = line("FAULT " + number, seed, judged);
            tell(line);
            assertThat(judged.found().isClean())
                    .as(() -> line + judged.found().some() + "\n" + ground.tails())
                    .isTrue();
        }
    }

    /** The same with something wrong in the product: must be noticed in one of a few rounds. */
    void catchSaboteur(String name, Fault fault) throws Exception {
        for (int round = 0; round < 4; round++) {
            long seed = FIRST_SEED + round;
            Round judged = round(seed, fault, LONGEST_DRAIN_OF_SABOTAGE);
            if (judged.found().isDamaged()) {
                tell(line("SABOTEUR " + name + " caught", seed, judged) + first(judged.found()));
                return;
            }
        }
        throw new AssertionError("nobody noticed the saboteur " + name);
    }

    private static String first(Found found) {
        return found.some()
                .lines()
                .skip(1)
                .findFirst()
                .map(words -> " (" + words.strip() + ")")
                .orElse("");
    }

    private record Round(Found found, int unknown, Duration drained) {}

    private Round round(long seed, Fault fault, Duration patience) throws Exception {
        Path log = Files.createTempFile(ground.folder(), "clients", ".log");
        try (History history = new History(log);
                Load load = new Load(ground, history);
                Checker checker = new Checker(ground, topicsInOrder)) {
            load.start(seed);
            fault.happen(load, new Random(seed));
            long healed = System.nanoTime();
            load.stop();
            int unknown = load.resolve();
            Found found = awaitClean(checker, history, patience);
            return new Round(found, unknown, Duration.ofNanos(System.nanoTime() - healed));
        }
    }

    private static Found awaitClean(Checker checker, History history, Duration patience) {
        Found[] last = new Found[1];
        try {
            Awaitility.await()
                    .atMost(patience)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(300))
                    .until(() -> {
                        last[0] = checker.look(history);
                        return last[0].isClean()
                                || !last[0].duplicated().isEmpty()
                                || !last[0].disorder().isEmpty();
                    });
        } catch (ConditionTimeoutException notClean) {
            // What is missing is told by whoever judges.
        }
        return last[0];
    }

    private static String line(String what, long seed, Round round) {
        Found found = round.found();
        return String.format(
                Locale.ROOT,
                "%s seed=%d accepted=%d delivered=%d lost=%d duplicated_effects=%d order_violations=%d"
                        + " unknown_resolved=%d/%d drained_in=%.1fs",
                what,
                seed,
                found.accepted(),
                found.delivered(),
                found.accepted() - found.delivered(),
                found.duplicated().size(),
                found.disorder().size(),
                round.unknown(),
                round.unknown(),
                round.drained().toMillis() / 1000.0);
    }

    /** All lines of this run. */
    static List<String> told() {
        return List.copyOf(TOLD);
    }

    private static void tell(String line) {
        System.out.println(line);
        TOLD.add(line);
        try {
            Files.createDirectories(LINES.getParent());
            Files.writeString(LINES, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
