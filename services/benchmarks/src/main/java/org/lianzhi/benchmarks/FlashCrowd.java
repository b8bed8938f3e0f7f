package org.lianzhi.benchmarks;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.bson.Document;

/**
 * 20,000 people report one river within a minute, each from a network of their own, each asking once. What they are told,
 * how soon, and whether everybody who was given a code is in the journal and finds the status page by it. Then some of those who were
 * sent away come back when they were told to, until they are let in. No ratio: there is nothing bare to hold it against.
 */
final class FlashCrowd implements Measurement {

    private static final int PEOPLE = 20_000;
    private static final Duration WITHIN = Duration.ofMinutes(1);
    private static final int RETURNING = 200;
    private static final int MOST_TIMES = 100;
    private static final int SHOWN = 3;
    private static final String RIVER = "431129";
    private static final int TOO_OFTEN = 429;
    private static final int CROWDED = 503;

    @Override
    public String id() {
        return "crowd";
    }

    /** Somebody who was sent away, and will send the same again. */
    private record Away(String key, Duration until) {}

    /** What all of them were answered. */
    private static final class Answers {
        final Queue<Citizens.Told> codes = new ConcurrentLinkedQueue<>();
        final Queue<Away> away = new ConcurrentLinkedQueue<>();
        final Queue<String> neither = new ConcurrentLinkedQueue<>();
        final AtomicInteger broken = new AtomicInteger();
        final Histogram micros = new ConcurrentHistogram(3);

        void add(String key, Citizens.Answered answered) {
            Duration until = answered.comeBackAfter();
            if (answered.told() != null) {
                codes.add(answered.told());
            } else if (until != null && (answered.status() == TOO_OFTEN || answered.status() == CROWDED)) {
                away.add(new Away(key, until));
            } else {
                neither.add("status " + answered.status());
            }
        }
    }

    @Override
    public Outcome measure(Settings settings, Path folder) throws Exception {
        int people = settings.sized(PEOPLE);
        try (Whole whole = Whole.start(folder);
                Citizens citizens = new Citizens(whole)) {
            for (int i = 0; i < settings.sized(RETURNING); i++) {
                citizens.fileIn(RIVER);
            }
            whole.comesToRest();
            Answers first = new Answers();
            long begin = System.nanoTime();
            atOnce(people, number -> {
                long due = begin + WITHIN.toNanos() / people * number;
                OpenLoop.waitUntil(due);
                String key = UUID.randomUUID().toString();
                try {
                    first.add(key, askAgain(citizens, key, first));
                } catch (Exception e) {
                    first.neither.add(e.toString());
                }
                first.micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due));
            });
            double seconds = (System.nanoTime() - begin) / 1e9;
            List<Away> returning = first.away.stream().limit(RETURNING).toList();
            Answers second = new Answers();
            atOnce(returning.size(), number -> comeBack(citizens, returning.get(number), second));
            List<String> notes = new ArrayList<>();
            notes.add(line(people, seconds, first, returning.size(), second)
                    + " lost=%d unopened=%d"
                            .formatted(
                                    lost(whole, first) + lost(whole, second),
                                    unopened(citizens, first) + unopened(citizens, second)));
            first.neither.stream().distinct().limit(SHOWN).forEach(notes::add);
            second.neither.stream().distinct().limit(SHOWN).forEach(notes::add);
            return new Outcome(List.of(), notes);
        }
    }

    /** A connection that breaks without an answer is opened again, with the same key, as browsers do. */
    private static Citizens.Answered askAgain(Citizens citizens, String key, Answers answers) throws Exception {
        try {
            return citizens.ask(RIVER, key);
        } catch (IOException broken) {
            answers.broken.incrementAndGet();
            return citizens.ask(RIVER, key);
        }
    }

    private static String line(int people, double seconds, Answers first, int returning, Answers second) {
        return ("CROWD people=%d seconds=%.0f codes=%d come_back_later=%d neither=%d connections_broken=%d"
                        + " answered_p50_ms=%d answered_p99_ms=%d answered_max_ms=%d came_back=%d of_them_codes=%d")
                .formatted(
                        people,
                        seconds,
                        first.codes.size(),
                        first.away.size(),
                        first.neither.size(),
                        first.broken.get(),
                        first.micros.getValueAtPercentile(50) / 1000,
                        first.micros.getValueAtPercentile(99) / 1000,
                        first.micros.getMaxValue() / 1000,
                        returning,
                        second.codes.size());
    }

    private static void comeBack(Citizens citizens, Away away, Answers answers) {
        Duration until = away.until();
        for (int i = 0; i < MOST_TIMES; i++) {
            OpenLoop.waitUntil(System.nanoTime() + until.toNanos());
            try {
                Citizens.Answered answered = citizens.ask(RIVER, away.key());
                if (answered.comeBackAfter() == null) {
                    answers.add(away.key(), answered);
                    return;
                }
                until = answered.comeBackAfter();
            } catch (Exception e) {
                answers.neither.add(e.toString());
                return;
            }
        }
        answers.neither.add("still sent away");
    }

    /** Those who were given a code for nothing: their report is not in the journal. */
    private static long lost(Whole whole, Answers answers) {
        MongoCollection<Document> journal = whole.database("report-intake").getCollection("journal");
        return answers.codes.stream()
                .filter(told -> journal.find(Filters.eq("_id", "report-" + told.id() + "@hn/1"))
                                .first()
                        == null)
                .count();
    }

    private static long unopened(Citizens citizens, Answers answers) throws Exception {
        long unopened = 0;
        for (Citizens.Told told : answers.codes) {
            unopened += citizens.follows(told) ? 0 : 1;
        }
        return unopened;
    }

    /** One of many people. */
    @FunctionalInterface
    private interface Person {
        void act(int number);
    }

    private static void atOnce(int people, Person person) throws InterruptedException {
        Thread[] crowd = new Thread[people];
        for (int i = 0; i < people; i++) {
            int number = i;
            crowd[i] = Thread.ofVirtual().start(() -> person.act(number));
        }
        for (Thread one : crowd) {
            one.join();
        }
    }
}
