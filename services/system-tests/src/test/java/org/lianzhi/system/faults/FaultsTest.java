package org.lianzhi.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.lianzhi.investigation.JointInvestigation;
import org.lianzhi.test.Api;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What may go wrong, by the numbers of the list of faults: each under load, with broker, store and services in processes of
 * their own, and nothing may be lost, done twice, or come out of order. Where services are damaged on purpose they are
 * replaced by good ones before the round is judged.
 */
@Tag("faults")
@Isolated
class FaultsTest {

    private static final Duration OUTAGE = Duration.ofSeconds(60);
    private static final Duration SHORT_OUTAGE = Duration.ofSeconds(5);

    /** What Kafka's consumer logs when its group has given it up. */
    private static final String LEFT_FOR_SLOWNESS = "consumer poll timeout has expired";

    @TempDir
    static Path temporary;

    private static Path folder;
    private static Ground ground;
    private static Part broker;
    private static Part store;
    private static Services services;

    @BeforeAll
    static void start() {
        try {
            folder = Files.createTempDirectory(temporary, "ground");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ground = new Ground(folder);
        broker = ground.launch(List.of("broker"), Map.of());
        store = ground.start("store");
        broker.ready();
        services = startServices(Map.of());
    }

    @AfterAll
    static void end() {
        ground.close();
    }

    /**
     * A fault that was not survived must not spoil those after it; and the checker reads all that there is each time it looks,
     * so what many rounds left behind would slow down those of the next fault.
     */
    @BeforeEach
    void everythingRuns() {
        if (Faults.SEEDS > 1) {
            anew();
            return;
        }
        broker = broker.isAlive() ? broker : ground.start("broker");
        store = store.isAlive() ? store : ground.start("store");
        services = services.isAlive() ? services : startServices(Map.of());
    }

    private static Ground anew() {
        ground.close();
        start();
        return ground;
    }

    private static Services startServices(Map<String, String> more) {
        return Services.start(ground, more);
    }

    /** Others take over after a death. */
    private static void replaceServices(Map<String, String> more) {
        services.kill();
        services = startServices(more);
    }

    private static void lasts(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    /** The client never hears of what was done, asks again with its key, and gets one answer however often it asks. */
    @Test
    void fault_02_05_it_dies_between_the_journals_insert_and_both_sending_and_answer() throws Exception {
        services = services.apart();
        new Faults(ground).and(5).survive(2, (load, random) -> {
            Set<String> before = Checker.reports(ground);
            load.awaitMore(10);
            Set<String> unsent = new HashSet<>();
            services.diesAt("report-intake", "after-insert/report-intake", 1 + random.nextInt(40), () -> {
                try (Checker checker = new Checker(ground, true, null, before)) {
                    assertThat(checker.unanswered(load.history()))
                            .as("stored, and no client knows")
                            .isNotEmpty();
                }
                unsent.addAll(Checker.unsent(ground, "report-intake"));
            });
            assertThat(unsent).as("stored and not sent").isNotEmpty();
            Awaitility.await("it is sent without being asked for")
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> Collections.disjoint(unsent, Checker.unsent(ground, "report-intake")));
            assertThat(load.resolve()).as("commands without an answer").isPositive();
        });
    }

    @Test
    @LongForm
    void fault_03_it_dies_between_the_brokers_acknowledgement_and_the_mark() throws Exception {
        services = services.apart();
        new Faults(ground).sendingAgain().survive(3, (load, random) -> {
            load.awaitMore(10);
            services.oneDiesAt(random, "before-mark", 1 + random.nextInt(8));
        });
    }

    @Test
    @LongForm
    void fault_04_it_dies_just_before_the_journals_insert() throws Exception {
        services = services.apart();
        new Faults(ground).survive(4, (load, random) -> {
            load.awaitMore(10);
            services.oneDiesAt(random, "before-insert", 1 + random.nextInt(8));
        });
    }

    @Test
    @LongForm
    void fault_06_an_insert_is_late_and_later_commits_overtake_it() throws Exception {
        replaceServices(Map.of("lianzhi.journal.sweep-every", "500ms"));
        new Faults(ground).survive(6, (load, random) -> {
            services.order("set delay-millis " + load.inFull(30_000, 11_000));
            services.order("set delay-insert 2");
            load.awaitMore(load.inFull(400, 120));
        });
        replaceServices(Map.of());
    }

    @Test
    @LongForm
    void fault_07_the_broker_is_away_for_a_while() throws Exception {
        new Faults(ground).drainedWithin(OUTAGE.multipliedBy(2)).survive(7, (load, random) -> {
            load.awaitMore(10);
            broker.kill();
            load.awaitMore(20);
            lasts(load.inFull(OUTAGE, SHORT_OUTAGE));
            load.awaitMore(1);
            broker = ground.start("broker");
        });
    }

    @Test
    @LongForm
    void fault_08_the_broker_is_away_at_the_start() throws Exception {
        new Faults(ground).survive(8, (load, random) -> {
            services.kill();
            broker.kill();
            services = startServices(Map.of());
            load.awaitMore(20);
            ground.awaitHealth("report-intake", "DEGRADED", Duration.ofSeconds(30));
            broker = ground.start("broker");
        });
        ground.awaitHealth("report-intake", "UP", Duration.ofMinutes(1));
    }

    @Test
    @LongForm
    void fault_09_topics_and_offsets_are_lost() throws Exception {
        // What is committed before the journals are sent again stands first on the new topics: consumers sort it out.
        new Faults(ground).afresh(FaultsTest::anew).whateverIsOnTopics().survive(9, (load, random) -> {
            load.awaitMore(20);
            services.kill();
            loseTopicsAndOffsets();
            services = startServices(Map.of());
            ground.resendEverything();
            load.awaitMore(5);
        });
    }

    private static void loseTopicsAndOffsets() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", ground.brokers()))) {
            Set<String> topics = admin.listTopics().names().get(30, TimeUnit.SECONDS);
            Awaitility.await("all groups are left and deleted")
                    .atMost(Duration.ofMinutes(2))
                    .ignoreExceptions()
                    .until(() -> {
                        List<String> groups = groups(admin);
                        admin.deleteConsumerGroups(groups).all().get(30, TimeUnit.SECONDS);
                        return groups(admin).isEmpty();
                    });
            admin.deleteTopics(topics).all().get(30, TimeUnit.SECONDS);
            Awaitility.await("all topics are gone")
                    .atMost(Duration.ofSeconds(40))
                    .until(() ->
                            admin.listTopics().names().get(30, TimeUnit.SECONDS).isEmpty());
        }
    }

    /** Those that are there now: a try that ended half-way has deleted some of them already. */
    private static List<String> groups(Admin admin) throws Exception {
        return admin.listGroups().all().get(30, TimeUnit.SECONDS).stream()
                .map(group -> group.groupId())
                .toList();
    }

    @Test
    void fault_10_the_store_hangs_for_a_while() throws Exception {
        new Faults(ground).survive(10, (load, random) -> {
            load.awaitMore(10);
            store.pause();
            lasts(load.inFull(OUTAGE, SHORT_OUTAGE).plusSeconds(5));
            store.resume();
            load.awaitMore(10);
        });
    }

    @Test
    @LongForm
    void fault_12_the_store_acknowledges_and_dies() throws Exception {
        new Faults(ground).survive(12, (load, random) -> {
            load.awaitMore(20 + random.nextInt(40));
            store.kill();
            store = ground.start("store");
            load.awaitMore(5);
        });
    }

    /** The store's files may not grow any more, which its process meets as it would a full disk. */
    @Test
    @LongForm
    void fault_13_the_disk_of_the_store_is_full() throws Exception {
        assumeTrue(Part.canLimitFiles(), "prlimit (util-linux) is not there to make the disk look full");
        new Faults(ground).survive(13, (load, random) -> {
            load.awaitMore(10);
            try (Stream<Path> files = Files.list(folder.resolve("store"))) {
                long largest =
                        files.mapToLong(file -> file.toFile().length()).max().orElse(0);
                store.limitFiles(Long.toString(largest));
            }
            try {
                int before = load.away();
                Awaitility.await("refusals").atMost(Duration.ofMinutes(1)).until(() -> load.away() > before + 5);
            } finally {
                store.limitFiles("unlimited");
            }
            load.awaitMore(10);
        });
    }

    @Test
    @LongForm
    void fault_14_everything_comes_three_times_and_in_no_order() throws Exception {
        replaceServices(Map.of("sabotage", "shuffle"));
        try {
            new Faults(ground).whateverIsOnTopics().sendingAgain().survive(14, (load, random) -> {
                services.order("set seed " + random.nextInt());
                load.awaitMore(60);
            });
        } finally {
            replaceServices(Map.of());
        }
    }

    @Test
    @LongForm
    void fault_15_one_poisonous_event_parks_its_case_and_no_other() throws Exception {
        new Faults(ground).survive(15, (load, random) -> {
            load.awaitMore(10);
            services.orderOne(random, "set corrupt 1");
            load.awaitMore(load.inFull(1000, 60));
            List<JsonNode> parked = awaitParked();
            assertThat(parked.stream()
                            .map(one -> one.path("subject").asString())
                            .distinct())
                    .as("cases that are parked")
                    .hasSize(1);
            ground.awaitHealth(parked.getFirst().path("service").asString(), "DEGRADED", Duration.ofSeconds(20));
            allIsDeliveredBut(
                    load, any -> Set.of(parked.getFirst().path("subject").asString()));
            release();
        });
    }

    /** The load ends, and before anything is mended all of it is everywhere but one matter and what it led to. */
    private static void allIsDeliveredBut(Load load, Function<Found, Set<String>> left) {
        load.stop();
        load.resolve();
        try (Checker checker = new Checker(ground, true, null, Set.of())) {
            Found[] last = new Found[1];
            Awaitility.await("all others are delivered")
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> {
                        last[0] = checker.look(load.history());
                        Set<String> matters = new HashSet<>();
                        left.apply(last[0]).forEach(subject -> matters.addAll(checker.ledTo(subject)));
                        assertThat(matters).as(() -> last[0].some()).isNotEmpty();
                        assertThat(last[0].missing())
                                .allMatch(line -> matters.stream().anyMatch(line::contains));
                    });
        }
    }

    /** What each service says is parked. */
    private static List<JsonNode> parked() {
        List<JsonNode> parked = new ArrayList<>();
        for (String service : Ground.SERVICES) {
            for (JsonNode one : ground.administrator(service)
                    .get("/api/v1/operations")
                    .json()
                    .path("parked")) {
                ((ObjectNode) one).put("service", service);
                parked.add(one);
            }
        }
        return parked;
    }

    private static List<JsonNode> awaitParked() {
        Awaitility.await("something is parked").atMost(Duration.ofMinutes(1)).until(() -> !parked().isEmpty());
        return parked();
    }

    /** As often as something is parked: behind what one consumer left, another one may stumble. */
    private static void release() {
        Awaitility.await("nothing is parked any more")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    List<JsonNode> left = parked();
                    left.forEach(one -> ground.administrator(one.path("service").asString())
                            .post(
                                    "/api/v1/operations/release",
                                    "{\"consumer\":\"%s\",\"subject\":\"%s\",\"reason\":\"it was damaged on its way\"}"
                                            .formatted(
                                                    one.path("consumer").asString(),
                                                    one.path("subject").asString())));
                    return left.isEmpty();
                });
    }

    @Test
    @LongForm
    void fault_16_what_the_broker_refuses_holds_up_its_own_stream_only() throws Exception {
        new Faults(ground).survive(16, (load, random) -> {
            load.awaitMore(10);
            services.order("set rejecting 1");
            services.orderOne(random, "set reject 1");
            load.awaitMore(load.inFull(300, 60));
            Awaitility.await("the relay tells of it")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> Ground.SERVICES.stream()
                                    .mapToInt(service -> ground.administrator(service)
                                            .get("/api/v1/operations")
                                            .json()
                                            .path("relay")
                                            .path("parked")
                                            .asInt())
                                    .sum()
                            == 1);
            allIsDeliveredBut(load, found -> found.notSent().stream().limit(1).collect(Collectors.toSet()));
            services.order("set rejecting 0");
        });
    }

    @Test
    @LongForm
    void fault_17_a_consumer_fails_three_times_and_then_works() throws Exception {
        new Faults(ground).survive(17, (load, random) -> {
            load.awaitMore(10);
            int before = services.logged(FaultConfiguration.MADE_TO_FAIL);
            // Consumers share the count: each of them is to fail more than once.
            services.order("set consumer-fails 30");
            load.awaitMore(40);
            assertThat(services.logged(FaultConfiguration.MADE_TO_FAIL) - before)
                    .as("times that consumers failed")
                    .isGreaterThanOrEqualTo(30);
        });
    }

    @Test
    @LongForm
    void fault_18_consumers_fail_for_long_and_nothing_is_given_up() throws Exception {
        new Faults(ground).survive(18, (load, random) -> {
            load.awaitMore(10);
            services.order("set consumer-down 1");
            try {
                load.awaitMore(20);
                ground.awaitHealth("notification", "DEGRADED", Duration.ofMinutes(2));
                lasts(load.inFull(OUTAGE, Duration.ZERO));
                assertThat(parked()).as("given up").isEmpty();
            } finally {
                services.order("set consumer-down 0");
            }
        });
        ground.awaitHealth("notification", "UP", Duration.ofMinutes(1));
    }

    @Test
    @LongForm
    void fault_19_a_consumer_is_slower_than_the_broker_waits() throws Exception {
        replaceServices(Map.of("spring.cloud.stream.kafka.binder.consumer-properties.max.poll.interval.ms", "3000"));
        try {
            new Faults(ground).survive(19, (load, random) -> {
                int before = services.logged(LEFT_FOR_SLOWNESS);
                load.awaitMore(10);
                services.order("set slow-millis 5000");
                services.order("set consumer-slow 8");
                load.awaitMore(60);
                Awaitility.await("the broker goes on without it")
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> services.logged(LEFT_FOR_SLOWNESS) > before);
            });
        } finally {
            replaceServices(Map.of());
        }
    }

    @Test
    @LongForm
    void fault_20_a_second_instance_comes_and_goes() throws Exception {
        try (Part second = ground.startSecond(Ground.SERVICES, Map.of())) {
            new Faults(ground).survive(20, (load, random) -> {
                for (int i = 0; i < load.inFull(15, 2); i++) {
                    second.order("leave");
                    lasts(Duration.ofSeconds(2));
                    second.order("join");
                    lasts(Duration.ofSeconds(2));
                    load.awaitMore(5);
                }
            });
        }
    }

    /** The one sends what was handed over to it, the other what it finds unsent, all the time. */
    @Test
    @LongForm
    void fault_21_two_relays_send_at_once() throws Exception {
        Map<String, String> sweeping = Map.of("lianzhi.journal.sweep-every", "100ms");
        try (Part second = ground.startSecond(Ground.SERVICES, sweeping)) {
            new Faults(ground).sendingAgain().survive(21, (load, random) -> load.awaitMore(80));
            assertThat(second.isAlive()).as("the second relay").isTrue();
        }
    }

    @Test
    @LongForm
    void fault_22_clocks_are_an_hour_wrong_in_both_directions() throws Exception {
        new Faults(ground).survive(22, (load, random) -> {
            services.order("set clock-minutes 60");
            try {
                load.awaitMore(60);
            } finally {
                services.order("set clock-minutes 0");
            }
        });
        Api supervisor = Api.anybody(ground.port("supervisor-timeline")).as("hn", "430000-department", "supervisor");
        JsonNode cases = supervisor.get("/api/v1/timelines?size=50").json().path("cases");
        assertThat(cases.isEmpty()).isFalse();
        for (JsonNode one : cases) {
            for (JsonNode entry : supervisor
                    .get("/api/v1/timelines/" + one.path("id").asString())
                    .json()
                    .path("entries")) {
                assertThat(entry.path("elapsedMs").asLong(0))
                        .as(entry::toString)
                        .isNotNegative();
            }
        }
    }

    @Test
    @LongForm
    void fault_23_two_officers_act_at_once() throws Exception {
        new Faults(ground).survive(23, (load, random) -> {
            int races = load.inFull(1000, 40);
            load.awaitMore(40);
            String joint = caseAtWork(load);
            String path = "/api/v1/cases/" + joint + "/inspections";
            for (int race = 0; race < races; race++) {
                oneOfOneSideWins(joint, path);
                bothOfTwoSidesAct(path);
            }
        });
    }

    /** A case of this load that both sides have and work on. */
    private static String caseAtWork(Load load) {
        try (Checker checker = new Checker(ground, true, null, Set.of())) {
            String joint = Awaitility.await("a case of both sides")
                    .atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(500))
                    .until(
                            () -> checker.cases(load.history()).stream()
                                    .filter(id -> officer("gx", "451123-branch")
                                                    .get("/api/v1/cases/" + id)
                                                    .status()
                                            == 200)
                                    .findFirst()
                                    .orElse(""),
                            id -> !id.isEmpty());
            for (Api office : List.of(officer("hn", "431129-branch"), officer("gx", "451123-branch"))) {
                Api.Answer answer = office.post("/api/v1/cases/" + joint + "/acknowledgement", unique(), "{}");
                assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            }
            return joint;
        }
    }

    private static Api officer(String side, String bureau) {
        return Api.anybody(ground.port("joint-investigation")).as(side, bureau, "officer");
    }

    private static final String PROPOSAL = """
        {"startsAt":"2027-01-05T01:00:00Z","meetingPoint":{"county":"431129","name":"the dam"},"purpose":"to look together"}\
        """;

    private static void oneOfOneSideWins(String joint, String path) throws InterruptedException {
        Api officer = officer("hn", "431129-branch");
        String version = officer.get("/api/v1/cases/" + joint)
                .json()
                .path("versions")
                .path("hn")
                .asString();
        Integer[] answers = atOnce(
                () -> officer.post(path, unique(), PROPOSAL, "If-Match", "\"" + version + "\"")
                        .status(),
                () -> officer.post(path, unique(), PROPOSAL, "If-Match", "\"" + version + "\"")
                        .status());
        assertThat(answers).as("one of two officers of one side").containsExactlyInAnyOrder(201, 409);
    }

    private static void bothOfTwoSidesAct(String path) throws InterruptedException {
        Integer[] answers = atOnce(
                () -> officer("hn", "431129-branch")
                        .post(path, unique(), PROPOSAL)
                        .status(),
                () -> officer("gx", "451123-branch")
                        .post(path, unique(), PROPOSAL)
                        .status());
        assertThat(answers).as("one officer of each side").containsExactly(201, 201);
    }

    private static String unique() {
        return UUID.randomUUID().toString();
    }

    private interface Asking {
        int answer();
    }

    private static Integer[] atOnce(Asking... asking) throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        Integer[] answers = new Integer[asking.length];
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < asking.length; i++) {
            int number = i;
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    go.await();
                    answers[number] = asking[number].answer();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        return Arrays.copyOf(answers, answers.length);
    }

    /** A rebuild is killed at some moment, a second one ends, and readers see the same before, meanwhile and after. */
    @Test
    @LongForm
    void fault_28_29_a_rebuild_is_killed_and_done_again_while_events_arrive() throws Exception {
        Map<String, String> rebuild = Map.of("lianzhi.rebuild", "true");
        List<String> timeline = List.of("supervisor-timeline");
        new Faults(ground).afresh(FaultsTest::anew).survive(28, (load, random) -> {
            Part killed = ground.startSecond(timeline, rebuild);
            Awaitility.await("the rebuild begins")
                    .atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> killed.log().contains(" begins"));
            lasts(Duration.ofMillis(random.nextInt(300)));
            killed.kill();
            Part whole = ground.startSecond(timeline, rebuild);
            Api supervisor =
                    Api.anybody(ground.port("supervisor-timeline")).as("hn", "430000-department", "supervisor");
            int cases = supervisor.get("/api/v1/timelines").json().path("total").asInt();
            Awaitility.await("the rebuild is done")
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> {
                        assertThat(supervisor
                                        .get("/api/v1/timelines")
                                        .json()
                                        .path("total")
                                        .asInt())
                                .as("cases that a reader sees meanwhile")
                                .isGreaterThanOrEqualTo(cases);
                        return whole.log().contains(" is done: ");
                    });
            load.awaitMore(5);
            whole.kill();
        });
        services.kill();
        services = Models.assertRebuiltIsEqual(ground, Map.of());
        assertThat(ground.verify(JointInvestigation.class, "joint-investigation"))
                .startsWith("exit code 0")
                .contains("in joint-investigation: intact")
                .doesNotContain("WRONG");
    }

    /** The read models and the topics are lost; the journals make both anew, and nobody is told anything again. */
    @Test
    @LongForm
    void fault_30_read_models_are_made_anew_from_the_journals_alone() throws Exception {
        new Faults(ground)
                .afresh(FaultsTest::anew)
                .then((load, random) -> {
                    services.kill();
                    Map<String, Integer> before = Models.of(ground);
                    long notices = count("notification", "journal");
                    loseTopicsAndOffsets();
                    Models.drop(ground);
                    services = startServices(Map.of());
                    ground.resendEverything();
                    Awaitility.await("the same documents as before")
                            .atMost(Duration.ofMinutes(3))
                            .untilAsserted(() -> assertThat(Models.of(ground)).containsAllEntriesOf(before));
                    assertThat(count("notification", "journal")).as("notices").isEqualTo(notices);
                })
                .survive(30, (load, random) -> load.awaitMore(10));
    }

    private static long count(String database, String collection) {
        try (MongoClient client = MongoClients.create(ground.store())) {
            return client.getDatabase(database).getCollection(collection).countDocuments();
        }
    }

    /** The owners are a version ahead of those who listen: what is not understood is kept. */
    @Test
    @LongForm
    void fault_31_events_have_fields_that_nobody_knows() throws Exception {
        replaceServices(Map.of("sabotage", "newer"));
        try {
            new Faults(ground).survive(31, (load, random) -> load.awaitMore(40));
        } finally {
            replaceServices(Map.of());
        }
        long kept;
        try (MongoClient client = MongoClients.create(ground.store())) {
            var database = client.getDatabase("supervisor-timeline");
            kept = database
                    .getCollection(Checker.current(database, "record_pages"))
                    .find()
                    .map(Document::toJson)
                    .into(new ArrayList<>())
                    .stream()
                    .filter(page -> page.contains("zzNewer"))
                    .count();
        }
        assertThat(kept).as("pages of the timeline that keep the unknown field").isPositive();
    }

    @Test
    @LongForm
    void fault_32_one_case_is_busy_and_the_others_are_quiet() throws Exception {
        new Faults(ground).survive(32, (load, random) -> {
            load.awaitMore(40);
            String path = "/api/v1/cases/" + caseAtWork(load) + "/inspections";
            Api officer = officer("hn", "431129-branch");
            Set<Integer> answers = new HashSet<>();
            for (int i = 0; i < load.inFull(10_000, 100); i++) {
                answers.add(officer.post(path, unique(), PROPOSAL).status());
            }
            assertThat(answers).containsExactly(201);
            load.awaitMore(10);
        });
    }

    @Test
    void fault_33_a_whole_town_reports_one_river() throws Exception {
        // Who has a code is in the history, and whoever is in the history is looked for in the journal.
        new Faults(ground)
                .survive(
                        33,
                        (load, random) -> assertThat(load.crowd(load.inFull(20_000, 400)))
                                .as("told to come back or to do some work")
                                .isPositive());
    }
}
