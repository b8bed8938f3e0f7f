package org.lianzhi.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Whatever a broker delivers, and to whichever instance: each event once, in the order of its record. */
class GateTest {

    private static final Instant AT = Instant.parse("2024-07-08T01:02:03.004Z");

    @Property(tries = 60)
    void events_that_are_late_doubled_crossed_and_missing_are_each_applied_once_and_in_order(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 9999) Integer> deliveries, @ForAll Random random) {
        World world = new World(random);
        for (int at = 0; at < deliveries.size(); ) {
            int size = Math.min(deliveries.size() - at, 1 + deliveries.get(at) % 7);
            List<IncomingEvent> batch = deliveries.subList(at, at + size).stream()
                    .map(choice -> world.all.get(choice % world.all.size()))
                    .toList();
            world.deliver(batch, deliveries.get(at) % 2);
            world.assertPrefixes();
            at += size;
        }
        world.lastOfEachRecordComes();
        world.ownersAnswer();
        assertThat(world.applied()).isEqualTo(world.expected());
    }

    @Property(tries = 60)
    void what_comes_but_once_and_in_any_order_leaves_nothing_out(@ForAll Random random) {
        World world = new World(random);
        List<IncomingEvent> once = new ArrayList<>(world.all);
        Collections.shuffle(once, random);
        while (!once.isEmpty()) {
            List<IncomingEvent> batch = once.subList(0, Math.min(once.size(), 1 + random.nextInt(12)));
            world.deliver(List.copyOf(batch), random.nextInt(2));
            batch.clear();
        }
        world.ownersAnswer();
        assertThat(world.applied()).isEqualTo(world.expected());
    }

    @Property(tries = 15)
    void two_instances_that_get_the_same_events_at_once_apply_each_once_and_in_order(@ForAll Random random)
            throws Exception {
        World world = new World(random);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<?>> instances = new ArrayList<>();
            for (int instance = 0; instance < 2; instance++) {
                int number = instance;
                List<IncomingEvent> mine = new ArrayList<>(world.all);
                mine.addAll(world.all.subList(0, world.all.size() / 2));
                shuffleNearby(mine, random);
                instances.add(two.submit(() -> {
                    for (int at = 0; at < mine.size(); at += 3) {
                        world.deliver(mine.subList(at, Math.min(mine.size(), at + 3)), number);
                    }
                }));
            }
            for (Future<?> instance : instances) {
                instance.get();
            }
        }
        world.ownersAnswer();
        assertThat(world.applied()).isEqualTo(world.expected());
    }

    private static void shuffleNearby(List<IncomingEvent> events, Random random) {
        for (int i = 0; i + 5 < events.size(); i++) {
            Collections.swap(events, i, i + random.nextInt(5));
        }
    }

    /** What was applied to a matter, in that order. */
    record Applied(List<String> places) {}

    private record Gathering() implements Projector<Applied> {

        @Override
        public String collection() {
            return "gathering";
        }

        @Override
        public Class<Applied> type() {
            return Applied.class;
        }

        @Override
        public List<String> documents(IncomingEvent event) {
            return List.of(event.stream().id());
        }

        @Override
        public Applied apply(String id, @Nullable Applied current, IncomingEvent event) {
            List<String> places = new ArrayList<>(current == null ? List.of() : current.places());
            places.add(TestEvents.place(event));
            return new Applied(List.copyOf(places));
        }
    }

    /** Two cases with two records each, two instances of a service, and owners that send again what they are asked for. */
    private static final class World {

        final List<IncomingEvent> all = new ArrayList<>();
        private final Map<StreamId, List<IncomingEvent>> records = new LinkedHashMap<>();
        private final MockProducer<String, byte[]> requests =
                new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        private final List<ProjectingConsumer<Applied>> instances = new ArrayList<>();
        private final ReadModel<Applied> model;

        World(Random random) {
            for (int matter = 0; matter < 2; matter++) {
                String id = UUID.randomUUID().toString();
                for (String side : List.of("hn", "gx")) {
                    StreamId stream = new StreamId("case", id, side);
                    records.put(stream, history(stream, 1 + random.nextInt(6), random));
                }
            }
            records.values().forEach(all::addAll);
            MongoDatabaseFactory database = TestStore.sharedDatabase();
            MongoTemplate mongo = new MongoTemplate(database);
            // A clock on which every request is due: what is asked again within two seconds is not the question here.
            AtomicLong asked = new AtomicLong();
            InstantSource hurrying = () -> AT.plus(Duration.ofMinutes(asked.incrementAndGet()));
            Clock clock = hurrying.withZone(ZoneOffset.UTC);
            for (int i = 0; i < 2; i++) {
                Republishing republishing = new Republishing(requests, clock);
                instances.add(new ProjectingConsumer<>(
                        "gate",
                        new ReadModels(mongo).of(new Gathering()),
                        new ParkedCases(database, republishing, clock),
                        new OpenGaps(database, republishing, clock)));
            }
            model = new ReadModels(mongo).of(new Gathering());
        }

        private static List<IncomingEvent> history(StreamId stream, int commits, Random random) {
            return TestEvents.of(
                    stream,
                    IntStream.range(0, commits)
                            .mapToObj(number -> Collections.nCopies(1 + random.nextInt(4), "case.noted.v1"))
                            .toList());
        }

        void deliver(List<IncomingEvent> batch, int instance) {
            while (true) {
                try {
                    instances.get(instance).accept(batch);
                    return;
                } catch (OptimisticLockingFailureException another) {
                    // The binding delivers the batch again.
                }
            }
        }

        /** What nobody has ever heard of nobody asks for. */
        void lastOfEachRecordComes() {
            records.values().forEach(events -> deliver(List.of(events.getLast()), 0));
        }

        /** Owners send again what they were asked for, and nothing else. */
        void ownersAnswer() {
            for (int round = 0; round < 50 && !requests.history().isEmpty(); round++) {
                Map<String, Long> asked = new LinkedHashMap<>();
                requests.history()
                        .forEach(request -> asked.put(
                                request.key(), Long.parseLong(new String(request.value(), StandardCharsets.UTF_8))));
                requests.clear();
                asked.forEach((stream, last) -> deliver(
                        records.getOrDefault(StreamId.parse(stream), List.of()).stream()
                                .filter(event -> event.version() >= last)
                                .toList(),
                        1));
            }
        }

        Map<StreamId, List<String>> applied() {
            Map<StreamId, List<String>> applied = new LinkedHashMap<>();
            records.keySet()
                    .forEach(stream -> applied.put(
                            stream,
                            model.find(stream.id()).map(found -> found.state().places()).orElse(List.of()).stream()
                                    .filter(place -> place.startsWith(stream + "/"))
                                    .toList()));
            return applied;
        }

        Map<StreamId, List<String>> expected() {
            Map<StreamId, List<String>> expected = new LinkedHashMap<>();
            records.forEach((stream, events) ->
                    expected.put(stream, events.stream().map(TestEvents::place).toList()));
            return expected;
        }

        void assertPrefixes() {
            Map<StreamId, List<String>> expected = expected();
            applied()
                    .forEach((stream, places) -> assertThat(places)
                            .isEqualTo(expected.getOrDefault(stream, List.of()).subList(0, places.size())));
        }
    }
}
