package org.lianzhi.system.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.lianzhi.system.faults.History.Attempt;
import org.lianzhi.system.faults.History.Outcome;
import org.lianzhi.test.Networks;
import org.lianzhi.test.PieceOfWork;
import org.lianzhi.test.TestTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Citizens who file reports, and officers who hand some of them on to the other side, all the time. */
final class Load implements AutoCloseable {

    private static final int CLIENTS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_CROWD = Duration.ofMinutes(15);

    /** Answers that promise nothing and say when to ask again. */
    private static final Set<Integer> COME_BACK = Set.of(429, 503, 507);

    private static final String REPORT = """
        {"form": {"category": "livestock-wastewater",
          "affectedWater": {"latitude": 24.95, "longitude": 111.45, "accuracyM": 20, "county": "431129"},
          "description": "dark water", "weather": "rain", "language": "zh-CN",
          "contact": {"email": "%s", "channels": ["email"]}},
         "photos": [], "synthetic": true}\
        """;
    private static final String RELEASE = """
        {"summary": {"category": "livestock-wastewater", "text": "Waste water ran into the reservoir.",
          "allegedCause": "discharge by a farm",
          "affectedWater": {"county": "431129", "name": "a reservoir"},
          "suspectedFacility": {"county": "451123", "name": "a farm"},
          "observedAt": "2024-07-08T01:00:00Z", "weather": "rain", "photos": []},
         "escalation": {"agreement": "hunan-guangxi", "agreementVersion": 1, "lead": "hn", "leadBureau": "431129-branch",
          "counterpart": "gx", "counterpartBureau": "451123-branch", "ground": "affected-water"}}\
        """;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String address;
    private final History history;
    private final String officer = TestTokens.of("hn", "431129-branch", "p-fault", "officer", "lead");
    private final ConcurrentLinkedQueue<String> releasable = new ConcurrentLinkedQueue<>();
    private final List<Thread> clients = new ArrayList<>();
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger away = new AtomicInteger();
    private final Set<String> town = ConcurrentHashMap.newKeySet();
    private final Map<String, String> work = new ConcurrentHashMap<>();
    private final boolean full;
    private volatile boolean running = true;

    /** @param full the outage lasts, and as many come, as in the table of faults; else less of it */
    Load(Ground ground, History history, boolean full) {
        this.full = full;
        this.address = "http://127.0.0.1:" + ground.port("report-intake") + "/api/v1/reports";
        this.history = history;
    }

    /** Begins; the same seed gives the same choices, though not the same times. */
    Load start(long seed) {
        for (int i = 0; i < CLIENTS; i++) {
            Random random = new Random(seed * CLIENTS + i);
            clients.add(Thread.ofPlatform().daemon().name("client-" + i).start(() -> work(random)));
        }
        return this;
    }

    /** How much of it there is in this round. */
    <T> T inFull(T whole, T less) {
        return full ? whole : less;
    }

    private void work(Random random) {
        while (running) {
            String report = random.nextInt(100) < 30 ? releasable.poll() : null;
            String key = UUID.randomUUID().toString();
            Attempt attempt =
                    report == null ? history.attempt(key, "", report(key)) : history.attempt(key, report, RELEASE);
            Outcome outcome = ask(attempt);
            if (outcome == Outcome.OK && report == null) {
                releasable.add(history.get(key).number());
            }
            // Some pause between two commands, as between two people; a system that is away is not hammered.
            LockSupport.parkNanos(Duration.ofMillis(outcome == Outcome.OK ? random.nextInt(400) : 2000)
                    .toNanos());
        }
    }

    private static String report(String key) {
        return REPORT.formatted(address(key));
    }

    /** Of whoever filed with that key, and wants to be told by mail. */
    static String address(String key) {
        return key + "@example.org";
    }

    /** Sends a command and writes down what was answered. */
    Outcome ask(Attempt attempt) {
        busy.incrementAndGet();
        try {
            HttpResponse<String> answer = http.send(request(attempt), BodyHandlers.ofString());
            return told(attempt, answer);
        } catch (IOException unknown) {
            away.incrementAndGet();
            history.told(attempt, Outcome.UNKNOWN, unknown.getClass().getSimpleName());
            return Outcome.UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.UNKNOWN;
        } finally {
            busy.decrementAndGet();
        }
    }

    private HttpRequest request(Attempt attempt) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(attempt.isFiling() ? address : address + "/" + attempt.report() + "/release"))
                .timeout(PATIENCE)
                .header("Idempotency-Key", attempt.key())
                .header("X-Forwarded-For", network(attempt))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(attempt.body()));
        String done = work.remove(attempt.key());
        if (done != null) {
            request.header("Lianzhi-Work", done);
        }
        return (attempt.isFiling() ? request : request.header("Authorization", "Bearer " + officer)).build();
    }

    /** As the portal says it: all of a town behind one address, everybody else behind one of their own. */
    private String network(Attempt attempt) {
        return town.contains(attempt.key())
                ? "198.51.100.1"
                : Networks.of(attempt.key().hashCode());
    }

    private Outcome told(Attempt attempt, HttpResponse<String> answer) {
        if (answer.statusCode() / 100 == 2) {
            JsonNode json = JsonMapper.shared().readTree(answer.body());
            history.told(
                    attempt,
                    Outcome.OK,
                    attempt.isFiling()
                            ? json.path("number").asString() + " "
                                    + json.path("code").asString()
                            : json.path("stream").asString());
            return Outcome.OK;
        }
        if (answer.statusCode() >= 500 || answer.statusCode() == 429) {
            away.incrementAndGet();
            if (!COME_BACK.contains(answer.statusCode())
                    || answer.headers().firstValue("Retry-After").isEmpty()) {
                history.complain("not told to come back: " + answer.statusCode() + " "
                        + answer.headers().map() + " " + answer.body());
            }
            workFor(attempt, answer);
            history.told(attempt, Outcome.UNKNOWN, Integer.toString(answer.statusCode()));
            return Outcome.UNKNOWN;
        }
        history.told(attempt, Outcome.REFUSED, answer.statusCode() + " " + answer.body());
        return Outcome.REFUSED;
    }

    private void workFor(Attempt attempt, HttpResponse<String> answer) {
        if (answer.statusCode() == 429) {
            JsonNode asked = JsonMapper.shared().readTree(answer.body()).path("work");
            work.put(
                    attempt.key(),
                    PieceOfWork.solve(
                            asked.path("challenge").asString(),
                            asked.path("bits").asInt()));
        }
    }

    /**
     * So many report as fast as they can, from one address; who is asked for work does it, and who is told to come back
     * later comes back.
     *
     * @param people each with one report
     * @return how many of their tries were answered 429 or 503
     */
    int crowd(int people) {
        int before = away.get();
        List<Thread> crowd = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            String key = UUID.randomUUID().toString();
            Attempt attempt = history.attempt(key, "", report(key));
            town.add(key);
            crowd.add(Thread.ofVirtual().start(() -> {
                while (ask(attempt) == Outcome.UNKNOWN && running) {
                    LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
                }
            }));
        }
        long end = System.nanoTime() + LONGEST_CROWD.toNanos();
        for (Thread person : crowd) {
            join(person, Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        }
        if (crowd.stream().anyMatch(Thread::isAlive)) {
            throw new AssertionError("some of the crowd got no answer in " + LONGEST_CROWD);
        }
        List<Attempt> refused = history.with(Outcome.REFUSED);
        if (!refused.isEmpty()) {
            throw new AssertionError(refused.size() + " were refused: " + refused.getFirst());
        }
        return away.get() - before;
    }

    History history() {
        return history;
    }

    /** How many answers were no answers. */
    int away() {
        return away.get();
    }

    /** Waits until so many commands more are done. */
    void awaitMore(int commands) {
        int before = history.with(Outcome.OK).size();
        Awaitility.await(commands + " more commands")
                .atMost(Duration.ofMinutes(2).plusMillis(300L * commands))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> history.with(Outcome.OK).size() >= before + commands);
    }

    /** No more commands; those under way end. */
    void stop() {
        running = false;
        clients.forEach(client -> join(client, Duration.ofSeconds(30)));
    }

    /**
     * Sends what has no answer again, with the same key, until it has one, and then once more; and something that was answered
     * at once too.
     *
     * @return how many had no answer
     */
    int resolve() {
        List<Attempt> unknown = history.with(Outcome.UNKNOWN);
        List<Thread> people = unknown.stream()
                .map(attempt -> Thread.ofVirtual().start(() -> insist(attempt)))
                .toList();
        for (Thread person : people) {
            join(person, Duration.ofMinutes(3));
        }
        List<Attempt> left = unknown.stream()
                .filter(attempt -> history.get(attempt.key()).outcome() == Outcome.UNKNOWN)
                .toList();
        if (!left.isEmpty()) {
            throw new AssertionError(left.size() + " commands got no answer: " + left.getFirst());
        }
        Stream.concat(
                        unknown.stream()
                                .map(attempt -> history.get(attempt.key()))
                                .filter(this::isAccepted)
                                .limit(20),
                        history.with(Outcome.OK).stream().limit(5))
                .forEach(this::assertSameAnswer);
        return unknown.size();
    }

    /** Who is told to come back, or to do some work first, has not been answered yet. */
    private Outcome insist(Attempt attempt) {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        Outcome outcome = ask(attempt);
        while (outcome == Outcome.UNKNOWN && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            outcome = ask(attempt);
        }
        return outcome;
    }

    /** Sends some of what was answered once more, whatever is answered to it. */
    void repeatSome() {
        history.with(Outcome.OK).stream().limit(5).forEach(this::insist);
    }

    private static void join(Thread thread, Duration atMost) {
        try {
            thread.join(atMost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isAccepted(Attempt attempt) {
        return attempt.outcome() == Outcome.OK;
    }

    private void assertSameAnswer(Attempt answered) {
        Outcome again = insist(answered);
        String answer = history.get(answered.key()).answer();
        if (again != Outcome.OK || !answer.equals(answered.answer())) {
            throw new AssertionError("another answer to the same command: " + answered + " " + again + " " + answer);
        }
    }

    @Override
    public void close() {
        running = false;
        http.shutdownNow();
    }
}
