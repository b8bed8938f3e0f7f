package org.lianzhi.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whoever got an answer, of a write or of a read, finds everything it rests on in a commit that has ended. */
class GroupCommitTest {

    /** A store as simple as can be: what is written, and what of it the last commit that ended holds. */
    private static final class Store {

        final Set<Integer> written = ConcurrentHashMap.newKeySet();
        final Set<Integer> durable = ConcurrentHashMap.newKeySet();
        private final Random failures;
        private final int failuresInAHundred;
        int commits;

        Store(long seed, int failuresInAHundred) {
            this.failures = new Random(seed);
            this.failuresInAHundred = failuresInAHundred;
        }

        boolean lose() {
            written.retainAll(durable);
            throw new IllegalStateException("the disk is full");
        }

        void commitOrLose() {
            try {
                commit();
            } catch (IllegalStateException full) {
                lose();
            }
        }

        void commit() {
            commits++;
            List<Integer> taken = List.copyOf(written);
            if (failures.nextInt(100) < failuresInAHundred) {
                throw new IllegalStateException("the disk is full");
            }
            Thread.yield();
            assertThat(written).as("no writer runs during a commit").hasSameSizeAs(taken);
            durable.addAll(taken);
        }
    }

    @Property(tries = 150)
    void no_answer_leaves_before_the_commit_that_holds_it_has_ended(
            @ForAll @IntRange(min = 1, max = 8) int writers,
            @ForAll @IntRange(min = 0, max = 4) int readers,
            @ForAll @IntRange(min = 1, max = 60) int commands,
            @ForAll long seed)
            throws Exception {
        Store store = new Store(seed, 0);
        assertThat(violations(store, new GroupCommit(store::commit, true), writers, readers, commands))
                .isEmpty();
        assertThat(store.durable).hasSize(writers * commands);
        assertThat(store.commits)
                .as("one commit for all who wait, and none for nobody")
                .isBetween(1, writers * commands);
    }

    @Property(tries = 100)
    void a_commit_that_fails_is_told_to_each_who_waited_for_it_and_to_nobody_else(
            @ForAll @IntRange(min = 1, max = 8) int writers,
            @ForAll @IntRange(min = 1, max = 40) int commands,
            @ForAll @IntRange(min = 1, max = 60) int failuresInAHundred,
            @ForAll long seed)
            throws Exception {
        Store store = new Store(seed, failuresInAHundred);
        assertThat(violations(store, new GroupCommit(store::commit, true), writers, 0, commands))
                .isEmpty();
    }

    /** As when the disk is full for what tidies up: the file is opened again as of the last commit. */
    @Property(tries = 100)
    void what_work_beside_the_commands_has_lost_is_told_to_who_waited_for_it(
            @ForAll @IntRange(min = 1, max = 6) int writers,
            @ForAll @IntRange(min = 0, max = 3) int readers,
            @ForAll @IntRange(min = 20, max = 80) int commands,
            @ForAll long seed)
            throws Exception {
        Store store = new Store(seed, 0);
        GroupCommit commits = new GroupCommit(store::commit, true);
        assertThat(violationsBesideFailingWork(store, commits, writers, readers, commands))
                .isEmpty();
    }

    /** As when the disk stays full: also a commit that fails leaves the file as of the last one, and the next has nothing to do. */
    @Property(tries = 300)
    void what_a_commit_has_lost_after_such_work_is_told_to_who_waited_for_it(
            @ForAll @IntRange(min = 2, max = 6) int writers,
            @ForAll @IntRange(min = 0, max = 3) int readers,
            @ForAll @IntRange(min = 20, max = 80) int commands,
            @ForAll @IntRange(min = 20, max = 60) int failuresInAHundred,
            @ForAll long seed)
            throws Exception {
        Store store = new Store(seed, failuresInAHundred);
        GroupCommit commits = new GroupCommit(store::commitOrLose, true);
        assertThat(violationsBesideFailingWork(store, commits, writers, readers, commands))
                .isEmpty();
    }

    private static List<String> violationsBesideFailingWork(
            Store store, GroupCommit commits, int writers, int readers, int commands) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Thread tidying = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                assertThatThrownBy(() -> commits.alone(store::lose)).hasMessage("the disk is full");
                Thread.yield();
            }
        });
        try {
            return violations(store, commits, writers, readers, commands);
        } finally {
            over.set(true);
            tidying.join();
        }
    }

    @Example
    void who_waits_for_a_commit_that_fails_gets_its_failure_and_the_next_one_takes_it_along() {
        List<Boolean> fails = new ArrayList<>(List.of(true, false));
        GroupCommit commits = new GroupCommit(
                () -> {
                    if (fails.removeFirst()) {
                        throw new IllegalStateException("the disk is full");
                    }
                },
                true);
        assertThatThrownBy(() -> commits.write(() -> 1)).hasMessage("the disk is full");
        assertThat(commits.write(() -> 2)).isEqualTo(2);
    }

    /** Under load there is always a next batch: who waited for that as well would perhaps never be answered. */
    @Example
    void a_reader_does_not_wait_for_what_is_written_after_its_answer() throws Exception {
        CountDownLatch committing = new CountDownLatch(1);
        CountDownLatch committed = new CountDownLatch(1);
        CountDownLatch writtenLater = new CountDownLatch(1);
        GroupCommit commits = new GroupCommit(
                () -> {
                    committing.countDown();
                    join(committed);
                },
                true);
        Thread writer = Thread.ofPlatform().start(() -> commits.write(() -> 1));
        committing.await();
        List<Thread> waiting = new ArrayList<>();
        Thread later = Thread.ofPlatform().start(() -> commits.write(() -> join(writtenLater)));
        for (int reader = 0; reader < 20; reader++) {
            waiting.add(Thread.ofPlatform().start(() -> commits.read(() -> 1)));
        }
        try {
            for (Thread one : waiting) {
                awaitWaiting(one);
            }
            awaitWaiting(later);
            committed.countDown();
            for (Thread reader : waiting) {
                assertThat(reader.join(Duration.ofSeconds(10))).isTrue();
            }
        } finally {
            committed.countDown();
            writtenLater.countDown();
        }
        writer.join();
        later.join();
    }

    private static boolean join(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    @Example
    void a_command_that_is_refused_waits_too_because_its_refusal_rests_on_what_others_wrote() {
        Store store = new Store(1, 0);
        GroupCommit commits = new GroupCommit(store::commit, true);
        assertThatThrownBy(() -> commits.write(() -> {
                    store.written.add(1);
                    throw new IllegalArgumentException("duplicate key");
                }))
                .hasMessage("duplicate key");
        assertThat(store.durable).containsExactly(1);
    }

    /** Without waiting the checks above must see it, else they prove nothing. */
    @Example
    void a_group_commit_that_nobody_waits_for_is_caught() throws Exception {
        Store store = new Store(1, 0);
        assertThat(violations(store, new GroupCommit(store::commit, false), 4, 2, 20))
                .isNotEmpty();
    }

    private static List<String> violations(Store store, GroupCommit commits, int writers, int readers, int commands)
            throws Exception {
        CyclicBarrier together = new CyclicBarrier(writers + readers);
        List<Future<List<String>>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(writers + readers)) {
            for (int number = 0; number < writers + readers; number++) {
                int first = number * commands;
                boolean writes = number < writers;
                all.add(threads.submit(() -> {
                    together.await();
                    List<String> seen = new ArrayList<>();
                    for (int i = 0; i < commands; i++) {
                        if (writes) {
                            write(store, commits, first + i, seen);
                        } else {
                            read(store, commits, seen);
                        }
                    }
                    return seen;
                }));
            }
        }
        List<String> violations = new ArrayList<>();
        for (Future<List<String>> one : all) {
            violations.addAll(one.get());
        }
        return violations;
    }

    private static void write(Store store, GroupCommit commits, int what, List<String> violations) {
        try {
            commits.write(() -> store.written.add(what));
            if (!store.durable.contains(what)) {
                violations.add(what + " was acknowledged and is in no commit");
            }
        } catch (IllegalStateException unknown) {
            assertThat(unknown).hasMessage("the disk is full");
        }
    }

    private static void read(Store store, GroupCommit commits, List<String> violations) {
        try {
            List<Integer> answer = commits.read(() -> List.copyOf(store.written));
            answer.stream()
                    .filter(what -> !store.durable.contains(what))
                    .forEach(what -> violations.add(what + " was shown and is in no commit"));
        } catch (IllegalStateException unknown) {
            assertThat(unknown).hasMessage("the disk is full");
        }
    }
}
