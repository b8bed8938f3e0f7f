package org.lianzhi.journal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** One stream on its way, with relays that die, a broker that fails and hand-overs that are lost. */
class LaneTest {

    private static final Instant AT = Instant.parse("2024-07-08T01:02:03.004Z");

    enum Step {
        APPEND_AND_HAND_OVER,
        APPEND_TWO_EVENTS,
        APPEND_AND_LOSE_THE_HAND_OVER,
        HAND_OVER_AGAIN,
        BROKER_TAKES,
        BROKER_TAKES_ALL,
        BROKER_FAILS,
        BROKER_TAKES_AND_DOES_NOT_SAY_SO,
        BROKER_REFUSES,
        TIME_PASSES,
        MARK,
        SWEEP,
        SEND_AGAIN,
        SEND_AGAIN_WHAT_WAS_NEVER_SENT,
        RELAY_DIES,
        OTHER_RELAY
    }

    @Property(tries = 100)
    void whatever_happens_first_deliveries_are_in_order_and_in_the_end_all_is_there_and_marked(
            @ForAll @Size(max = 60) List<Step> steps) {
        World world = new World();
        steps.forEach(world::step);
        world.settle();

        assertThat(world.topic.stream().map(LaneTest::version).distinct())
                .as("each commit for the first time, in the order of the record")
                .containsExactlyElementsOf(world.appended().stream()
                        .map(LaneTest::version)
                        .distinct()
                        .toList());
        assertThat(world.topic).containsAll(world.appended());
        assertThat(world.unmarked()).isEmpty();
    }

    @Property(tries = 50)
    void what_a_consumer_asks_for_again_comes_again_also_while_something_is_on_its_way(
            @ForAll @Size(max = 30) List<Step> steps) {
        World world = new World();
        steps.forEach(world::step);
        world.append(1, true);
        world.append(1, true);
        int before = world.topic.size();
        world.lane().again(1);
        world.settle();

        assertThat(world.topic.subList(before, world.topic.size()))
                .containsSubsequence(world.appended().toArray(String[]::new));
    }

    @Example
    void an_outage_is_waited_for_at_growing_intervals_and_uses_up_nothing() {
        World world = new World();
        world.append(1, true);
        for (int i = 0; i < 40; i++) {
            world.broker.answer(new TimeoutException("the broker is away"), false);
            assertThat(world.lane().parked()).isFalse();
            world.timePasses();
        }
        assertThat(world.pauses).isSorted().contains(Duration.ofMillis(200), Duration.ofSeconds(10));
        world.settle();
        assertThat(world.topic).containsExactly("1#0");
        world.append(1, true);
        world.broker.answer(new TimeoutException("away again"), false);
        assertThat(world.pauses.getLast()).as("after a success it begins anew").isEqualTo(Duration.ofMillis(200));
    }

    @Example
    void what_the_broker_refuses_parks_the_stream_until_it_takes_it() {
        World world = new World();
        world.append(1, true);
        world.broker.answer(new RecordTooLargeException("too large"), false);
        assertThat(world.lane().parked()).isTrue();
        world.timePasses();
        assertThat(world.lane().parked())
                .as("it is tried again, and parked until then")
                .isTrue();
        world.settle();
        assertThat(world.lane().parked()).isFalse();
        assertThat(world.topic).containsExactly("1#0");
    }

    @Example
    void what_stays_refused_is_sent_less_and_less_often() {
        World world = new World();
        world.append(10, true);
        for (int i = 0; i < 60; i++) {
            world.broker.answer(new RecordTooLargeException("too large"), false);
            world.broker.takeAll();
            world.timePasses();
        }
        assertThat(world.pauses).isSorted().contains(Duration.ofSeconds(10), Duration.ofSeconds(11));
        assertThat(world.pauses.getLast()).isEqualTo(Duration.ofMinutes(5));
        world.broker.answer(new TimeoutException("away"), false);
        assertThat(world.pauses.getLast()).as("an outage passes").isEqualTo(Duration.ofSeconds(10));
    }

    @Example
    void nothing_is_sent_behind_what_is_refused_at_once() {
        World world = new World();
        world.broker.refusedAtOnce = "1#1";
        world.append(3, true);
        assertThat(world.broker.onTheirWay).extracting(Broker.Sent::place).containsExactly("1#0");
        world.broker.refusedAtOnce = null;
        world.settle();
        assertThat(world.topic).containsExactly("1#0", "1#0", "1#1", "1#2");
    }

    @Example
    void nothing_is_marked_before_the_broker_has_all_of_the_commit() {
        World world = new World();
        world.append(2, true);
        world.mark();
        assertThat(world.unmarked()).containsExactly(1L);
        world.broker.answer(null, true);
        world.mark();
        assertThat(world.unmarked()).as("one of two").containsExactly(1L);
        world.broker.answer(null, true);
        world.mark();
        assertThat(world.unmarked()).isEmpty();
    }

    @Example
    void of_which_nobody_knows_whether_it_is_there_is_sent_if_it_is() {
        World world = new World();
        world.append(1, true);
        world.settle();
        world.lane().perhaps(2);
        assertThat(world.broker.onTheirWay).isEmpty();
        assertThat(world.busy).isEmpty();
        world.append(1, false);
        world.lane().perhaps(2);
        world.settle();
        assertThat(world.topic).containsExactly("1#0", "2#0");
    }

    @Example
    void what_is_there_for_certain_is_waited_for_when_a_read_lags_behind() {
        World world = new World();
        world.append(1, false);
        Commit second = world.append(1, false);
        Document unseen = requireNonNull(world.documents.findOneAndDelete(Filters.eq("_id", world.stream + "/1")));
        world.lane().known(second);
        assertThat(world.broker.onTheirWay).as("nothing overtakes it").isEmpty();
        assertThat(world.lane().idle()).isFalse();
        assertThat(world.lane().parked()).isFalse();
        world.documents.insertOne(unseen);
        world.settle();
        assertThat(world.topic).containsExactly("1#0", "2#0");
    }

    private static String version(String place) {
        return place.substring(0, place.indexOf('#'));
    }

    /** A journal, a broker that answers when it is told to, and relays on no thread. */
    private static final class World implements Lane.Traffic {

        final StreamId stream = new StreamId("case", UUID.randomUUID().toString(), "hn");
        final List<String> topic = new ArrayList<>();
        final Broker broker = new Broker(topic);
        final List<Duration> pauses = new ArrayList<>();
        final Set<Lane> busy = new HashSet<>();
        final MongoCollection<Document> documents;
        private final RelayMarks marks;
        private final Journal journal;
        private final List<Lane> lanes = new ArrayList<>();
        private final Deque<Runnable> later = new ArrayDeque<>();
        private final List<Commit> acknowledged = new ArrayList<>();
        private int turn;
        private int kept;

        World() {
            var database = TestStore.sharedDatabase();
            documents = database.getMongoDatabase().getCollection(CommitDocuments.COLLECTION);
            marks = new RelayMarks(database);
            journal = new MongoJournal(database, 900_000, MongoJournal.Outcomes.IGNORED);
            lanes.add(newLane());
        }

        private Lane newLane() {
            Clock clock = Clock.fixed(AT, ZoneOffset.UTC);
            Sending sending = new Sending(broker, new Topics(Map.of("case", "shared.cases")), "/test", clock);
            return new Lane(stream, marks, sending, clock, this);
        }

        void step(Step step) {
            switch (step) {
                case APPEND_AND_HAND_OVER -> append(1, true);
                case APPEND_TWO_EVENTS -> append(2, true);
                case APPEND_AND_LOSE_THE_HAND_OVER -> append(1, false);
                case HAND_OVER_AGAIN ->
                    journal.load(stream).commits().stream()
                            .reduce((one, next) -> next)
                            .ifPresent(lane()::known);
                case BROKER_TAKES -> broker.answer(null, true);
                case BROKER_TAKES_ALL -> broker.takeAll();
                case BROKER_FAILS -> broker.answer(new TimeoutException("away"), false);
                case BROKER_TAKES_AND_DOES_NOT_SAY_SO -> broker.answer(new TimeoutException("lost"), true);
                case BROKER_REFUSES -> broker.answer(new RecordTooLargeException("too large"), false);
                case TIME_PASSES -> timePasses();
                case MARK -> mark();
                case SWEEP -> sweep();
                case SEND_AGAIN -> lane().again(Math.max(1, journal.load(stream).version() - 1));
                case SEND_AGAIN_WHAT_WAS_NEVER_SENT ->
                    lane().again(journal.load(stream).version() + 1);
                case RELAY_DIES -> die();
                case OTHER_RELAY -> otherRelay();
            }
        }

        Lane lane() {
            return lanes.get(turn % lanes.size());
        }

        private void otherRelay() {
            if (lanes.size() < 2) {
                lanes.add(newLane());
            }
            turn++;
            sweep();
        }

        /** What it had acknowledged and not marked is forgotten, and so is what it kept in memory. */
        private void die() {
            acknowledged.clear();
            later.clear();
            broker.forget();
            busy.clear();
            kept = 0;
            lanes.replaceAll(dead -> newLane());
            lanes.forEach(any -> sweep());
        }

        Commit append(int events, boolean handOver) {
            EventStream loaded = journal.load(stream);
            List<EventData> data = IntStream.range(0, events)
                    .mapToObj(i -> new EventData("case.noted.v1", "{}"))
                    .toList();
            Commit commit = journal.append(
                    loaded, new Draft("c" + loaded.version(), "cause", "hn/-/policy/test", AT, Map.of(), data));
            if (handOver) {
                lane().known(commit);
            }
            return commit;
        }

        void timePasses() {
            List<Runnable> due = List.copyOf(later);
            later.clear();
            due.forEach(Runnable::run);
        }

        void mark() {
            if (!acknowledged.isEmpty()) {
                marks.mark(acknowledged, AT);
                acknowledged.clear();
            }
        }

        void sweep() {
            mark();
            Lane lane = lane();
            journal.load(stream).commits().stream()
                    .filter(commit -> unmarked().contains(commit.version()))
                    .forEach(commit -> lane.unrelayed(commit.version(), commit.appendedAt()));
            lane.pump();
        }

        void settle() {
            for (int i = 0; i < 3; i++) {
                while (broker.waits() || !later.isEmpty()) {
                    broker.takeAll();
                    timePasses();
                }
                turn++;
                sweep();
            }
            mark();
            assertThat(busy).as("nothing waits any more").isEmpty();
            assertThat(kept).as("nothing is kept in memory").isZero();
        }

        List<String> appended() {
            return journal.load(stream).commits().stream()
                    .flatMap(commit -> IntStream.range(0, commit.events().size())
                            .mapToObj(index -> commit.version() + "#" + index))
                    .toList();
        }

        List<Long> unmarked() {
            return journal.load(stream).commits().stream()
                    .map(Commit::version)
                    .filter(version ->
                            !marks.find(stream, version).orElseThrow().relayed())
                    .toList();
        }

        @Override
        public void submit(Runnable work) {
            work.run();
        }

        @Override
        public void later(Runnable work, Duration pause) {
            pauses.add(pause);
            later.add(work);
        }

        @Override
        public boolean maySend() {
            return true;
        }

        @Override
        public void busy(Lane lane) {
            if (lanes.contains(lane)) {
                busy.add(lane);
            }
        }

        @Override
        public void done(Lane lane) {
            busy.remove(lane);
        }

        @Override
        public void acknowledged(Commit commit) {
            acknowledged.add(commit);
        }

        @Override
        public boolean mayKeep() {
            return kept < 3;
        }

        @Override
        public void kept(int more) {
            kept += more;
        }
    }

    /** Takes records in the order in which they were sent, when it is told to. */
    private static final class Broker extends MockProducer<String, byte[]> {

        private record Sent(String place, Callback callback) {}

        final Deque<Sent> onTheirWay = new ArrayDeque<>();

        @Nullable
        String refusedAtOnce;

        private final List<String> topic;

        Broker(List<String> topic) {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
            this.topic = topic;
        }

        @Override
        public Future<RecordMetadata> send(ProducerRecord<String, byte[]> record, Callback callback) {
            String place = header(record, CloudEventHeaders.STREAM_VERSION) + "#"
                    + header(record, CloudEventHeaders.COMMIT_INDEX);
            if (place.equals(refusedAtOnce)) {
                callback.onCompletion(null, new RecordTooLargeException("too large"));
            } else {
                onTheirWay.add(new Sent(place, callback));
            }
            return new CompletableFuture<>();
        }

        private static String header(ProducerRecord<String, byte[]> record, String name) {
            return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
        }

        boolean waits() {
            return !onTheirWay.isEmpty();
        }

        void answer(@Nullable Exception failure, boolean taken) {
            Sent sent = onTheirWay.poll();
            if (sent != null) {
                if (taken) {
                    topic.add(sent.place());
                }
                sent.callback().onCompletion(null, failure);
            }
        }

        void takeAll() {
            while (waits()) {
                answer(null, true);
            }
        }

        /** Of a relay that died some records are taken all the same; nobody hears of it. */
        void forget() {
            Sent first = onTheirWay.poll();
            if (first != null) {
                topic.add(first.place());
            }
            onTheirWay.clear();
        }
    }
}
