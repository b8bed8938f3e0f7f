package org.lianzhi.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.lianzhi.test.Offsets;

/** How a fault is inflicted under load and judged, and the line that tells of it. */
final class Faults {

    /** Rounds of each fault. One, with a fixed seed, in an ordinary build. */
    static final int SEEDS = Integer.getInteger("faults.seeds", 1);

    private static final long FIRST_SEED = Long.getLong("faults.seed", 20240729L);
    private static final Duration LONGEST_DRAIN = Duration.ofMinutes(3);
    private static final Duration LEAST_BETWEEN_LOOKS = Duration.ofMillis(400);
    private static final Duration LONGEST_WAIT_FOR_DAMAGE = Duration.ofSeconds(12);
    private static final int ROUNDS_OF_SABOTAGE = 4;
    private static final Path LINES = Path.of("target", "faults.txt");

    private static final List<String> TOLD = new CopyOnWriteArrayList<>();

    private Ground ground;
    private final List<Integer> alsoAs = new ArrayList<>();
    private boolean topicsInOrder = true;
    private @Nullable Mailboxes mails;
    private @Nullable Supplier<Ground> anew;
    private @Nullable Fault afterwards;
    private String mayBeRefused = "refused for no reason";
    private boolean isSentAgain;
    private @Nullable Duration longestDrainInFull;

    Faults(Ground ground) {
        this.ground = ground;
    }

    /** The fault itself disorders what is on the topics. */
    Faults whateverIsOnTopics() {
        topicsInOrder = false;
        return this;
    }

    /** Each round on a ground of its own: where all that there is is done again, the earlier rounds would be most of it. */
    Faults afresh(Supplier<Ground> another) {
        anew = another;
        return this;
    }

    /** What left the system by mail is judged too. */
    Faults and(Mailboxes mailboxes) {
        mails = mailboxes;
        return this;
    }

    /** Commands that are refused with this code are no fault. */
    Faults refusing(String code) {
        mayBeRefused = code;
        return this;
    }

    /** It shows in every round: something stands on its topic a second time. */
    Faults sendingAgain() {
        isSentAgain = true;
        return this;
    }

    /** How soon all must be delivered when a fault in full is over. */
    Faults drainedWithin(Duration time) {
        longestDrainInFull = time;
        return this;
    }

    /** What happens to a round that was clean, when all is quiet; the same history is judged once more after it. */
    Faults then(Fault quiet) {
        afterwards = quiet;
        return this;
    }

    /** What goes wrong, and how it is mended again; when it returns, everything runs. */
    interface Fault {
        void happen(Load load, Random random) throws Exception;
    }

    /** The same round shows another fault of the list too. */
    Faults and(int number) {
        alsoAs.add(number);
        return this;
    }

    /**
     * Lets it happen under load once for each seed, of several the last in full, and demands that nothing is lost, doubled or
     * disordered.
     */
    void survive(int number, Fault fault) throws Exception {
        List<Integer> numbers = new ArrayList<>(List.of(number));
        numbers.addAll(alsoAs);
        for (int round = 0; round < SEEDS; round++) {
            long seed = FIRST_SEED + round;
            if (anew != null && round > 0) {
                ground = anew.get();
            }
            boolean full = SEEDS > 1 && round == SEEDS - 1;
            Round judged = survived(seed, full, fault);
            numbers.forEach(
                    each -> tell(line("FAULT " + each, seed, judged) + (mails == null ? "" : " " + mails.words())));
            assertThat(judged.found().isClean())
                    .as(() -> line("FAULT " + numbers, seed, judged)
                            + judged.found().some() + "\n" + ground.tails())
                    .isTrue();
            if (isSentAgain) {
                assertThat(judged.found().sentAgain()).as("sent again").isPositive();
            }
            if (full && longestDrainInFull != null) {
                assertThat(judged.drained()).as("until all was delivered").isLessThanOrEqualTo(longestDrainInFull);
            }
        }
    }

    /**
     * The same with something wrong in the product: must be noticed in one of a few rounds, by the damage that it does and
     * not by slowness.
     *
     * @param damage words that the checker has for it
     */
    void catchSaboteur(String name, String damage, Fault fault) throws Exception {
        for (int round = 0; round < ROUNDS_OF_SABOTAGE; round++) {
            long seed = FIRST_SEED + round;
            Round judged = sabotaged(seed, damage, fault);
            if (judged.found().tells(damage)) {
                tell(line("SABOTEUR " + name + " caught", seed, judged) + " ("
                        + judged.found().first(damage) + ")");
                return;
            }
        }
        throw new AssertionError("nobody noticed the saboteur " + name);
    }

    private record Round(Found found, int unknown, int resolved, Duration drained) {}

    private Round survived(long seed, boolean full, Fault fault) throws Exception {
        Set<String> before = Checker.reports(ground);
        try (History history = history();
                Load load = new Load(ground, history, full)) {
            Random random = new Random(seed);
            load.start(seed);
            fault.happen(load, random);
            long healed = System.nanoTime();
            load.stop();
            int unknown = load.resolve();
            int left = history.with(History.Outcome.UNKNOWN).size();
            history.with(History.Outcome.REFUSED).stream()
                    .filter(refused -> !refused.answer().contains(mayBeRefused))
                    .forEach(refused -> history.complain("refused: " + refused));
            Found found = judged(history, before);
            Duration drained = Duration.ofNanos(System.nanoTime() - healed);
            if (afterwards != null && found.isClean()) {
                afterwards.happen(load, random);
                healed = System.nanoTime();
                found = judged(history, before);
                drained = Duration.ofNanos(System.nanoTime() - healed);
            }
            return new Round(found, unknown, unknown - left, drained);
        }
    }

    /**
     * A look reads all that there is: it waits until consumers have taken what is on their topics, and is done again when more
     * has come behind it, which could do its damage after a clean look.
     */
    private Found judged(History history, Set<String> before) throws Exception {
        try (Checker checker = new Checker(ground, topicsInOrder, mails, before);
                Admin admin = admin(ground)) {
            while (true) {
                Optional<Map<TopicPartition, Long>> taken = taken(admin);
                Found found = await(checker, history, LONGEST_DRAIN, look -> look.isClean() || look.isWrong());
                if (!found.isClean()) {
                    return found;
                }
                assertThat(taken)
                        .as("consumers have taken all that is on their topics")
                        .isPresent();
                if (taken.orElseThrow().equals(Offsets.ends(admin, topic -> true))) {
                    return found;
                }
            }
        }
    }

    /** Where topics ended when consumers had taken all of them; empty when they have not for long. */
    private static Optional<Map<TopicPartition, Long>> taken(Admin admin) throws Exception {
        AtomicReference<Map<TopicPartition, Long>> taken = new AtomicReference<>();
        try {
            Awaitility.await().atMost(LONGEST_DRAIN).ignoreExceptions().until(() -> {
                Map<TopicPartition, Long> ends = Offsets.ends(admin, topic -> true);
                taken.set(ends);
                return Offsets.areTaken(admin, ends);
            });
            return Optional.of(taken.get());
        } catch (ConditionTimeoutException notTaken) {
            return Optional.empty();
        }
    }

    /** Whether every consumer has taken all that is on its topics now. */
    static boolean isTaken(Ground ground) throws Exception {
        try (Admin admin = admin(ground)) {
            return Offsets.areTaken(admin, Offsets.ends(admin, topic -> true));
        }
    }

    private static Admin admin(Ground ground) {
        return Admin.create(Map.of("bootstrap.servers", ground.brokers()));
    }

    /** What has no answer is left as it is: not every part may run any more. */
    private Round sabotaged(long seed, String damage, Fault fault) throws Exception {
        Set<String> before = Checker.reports(ground);
        try (History history = history();
                Load load = new Load(ground, history, false)) {
            load.start(seed);
            fault.happen(load, new Random(seed));
            long healed = System.nanoTime();
            load.stop();
            int unknown = history.with(History.Outcome.UNKNOWN).size();
            try (Checker checker = new Checker(ground, topicsInOrder, mails, before)) {
                Found found = await(checker, history, LONGEST_WAIT_FOR_DAMAGE, look -> look.tells(damage));
                return new Round(found, unknown, 0, Duration.ofNanos(System.nanoTime() - healed));
            }
        }
    }

    private History history() throws IOException {
        return new History(Files.createTempFile(ground.folder(), "clients", ".log"));
    }

    private static Found await(Checker checker, History history, Duration patience, Predicate<Found> enough) {
        Found[] last = new Found[1];
        Duration[] looked = {Duration.ZERO};
        try {
            Awaitility.await()
                    .atMost(patience)
                    .pollDelay(Duration.ZERO)
                    // A look reads all that there is: one after the other, they would take the time of what they wait
                    // for.
                    .pollInterval((looks, before) -> LEAST_BETWEEN_LOOKS.plus(looked[0].multipliedBy(3)))
                    .until(() -> {
                        long begin = System.nanoTime();
                        last[0] = checker.look(history);
                        looked[0] = Duration.ofNanos(System.nanoTime() - begin);
                        return enough.test(last[0]);
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
                found.lost(),
                found.duplicated().size(),
                found.disorder().size(),
                round.resolved(),
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
