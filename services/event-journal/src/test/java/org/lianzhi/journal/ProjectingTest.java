package org.lianzhi.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.journal.ParkedCases.Decision;
import org.lianzhi.journal.ParkedCases.Parked;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What one batch does to the documents and lists of a read model, on the real store. */
class ProjectingTest {

    private static final String BY = "hn/430000-department/administrator/p-1";

    private final MongoDatabaseFactory database = TestStore.newDatabase();
    private final MongoTemplate mongo = new MongoTemplate(database);
    private Instant now = Instant.parse("2024-07-08T02:00:00Z");
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final MockProducer<String, byte[]> requests =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final Republishing republishing = new Republishing(requests, clock);
    private final ParkedCases parked = new ParkedCases(database, republishing, clock);
    private final OpenGaps gaps = new OpenGaps(database, republishing, clock);
    private final StreamId stream = new StreamId("case", UUID.randomUUID().toString(), "hn");
    private final StreamId theirs = new StreamId("case", stream.id(), "gx");
    private Runnable whileListing = () -> {};
    private boolean mended;
    private ReadModel<Seen> model;

    /** @param bulk what makes a document large */
    record Seen(List<String> types, String bulk) {}

    record Line(int events) {}

    /** One document and one line for each case, of whatever comes; a closed case leaves the list. */
    private final class Cases implements Listed<Seen, Line> {

        @Override
        public String collection() {
            return "cases";
        }

        @Override
        public Class<Seen> type() {
            return Seen.class;
        }

        @Override
        public List<String> documents(IncomingEvent event) {
            return List.of(event.stream().id());
        }

        @Override
        public Seen apply(String id, @Nullable Seen current, IncomingEvent event) {
            if (event.type().startsWith("case.poison") && !mended) {
                throw new IllegalArgumentException("cannot read it");
            }
            List<String> types = new ArrayList<>(current == null ? List.of() : current.types());
            types.add(event.type() + "@" + event.stream().side());
            String before = current == null ? "" : current.bulk();
            return new Seen(types, event.type().startsWith("case.huge") ? "x".repeat(17 * 1024 * 1024) : before);
        }

        @Override
        public Map<String, Optional<Line>> places(String id, Seen state) {
            whileListing.run();
            boolean closed = state.types().contains("case.closed.v1@hn");
            return Map.of(
                    "open",
                    closed
                            ? Optional.empty()
                            : Optional.of(new Line(state.types().size())));
        }
    }

    @BeforeEach
    void modelOfCases() {
        model = new ReadModels(mongo).of(new Cases());
    }

    private ProjectingConsumer<Seen> consumer() {
        return new ProjectingConsumer<>("cases", new ReadModels(mongo).of(new Cases()), parked, gaps);
    }

    private List<String> applied(String id) {
        return model.find(id).map(found -> found.state().types()).orElse(List.of());
    }

    @Test
    void what_fills_a_gap_later_in_the_same_batch_is_applied_and_nobody_is_asked() {
        List<IncomingEvent> all = TestEvents.of(stream, "case.a.v1", "case.b.v1", "case.c.v1", "case.d.v1");
        ProjectingConsumer<Seen> consumer = consumer();
        consumer.accept(all.subList(0, 1));

        consumer.accept(List.of(all.get(3), all.get(1), all.get(2)));

        assertThat(applied(stream.id())).hasSize(4);
        assertThat(requests.history()).isEmpty();
    }

    @Test
    void what_is_sent_again_behind_the_last_of_its_record_keeps_nothing_from_being_applied() {
        StreamId other = new StreamId("case", stream.id(), "gx");
        List<IncomingEvent> all = TestEvents.of(stream, "case.a.v1", "case.b.v1", "case.closed.v1");
        List<IncomingEvent> others = TestEvents.of(other, "case.a.v1", "case.b.v1");

        consumer()
                .accept(List.of(
                        others.get(1), all.get(2), all.get(0), all.get(2), others.get(0), all.get(1), others.get(1)));

        assertThat(applied(stream.id()))
                .containsExactlyInAnyOrder(
                        "case.a.v1@hn", "case.b.v1@hn", "case.closed.v1@hn", "case.a.v1@gx", "case.b.v1@gx");
        assertThat(gaps.list()).isEmpty();
    }

    @Test
    void a_gap_that_is_left_at_the_end_of_a_batch_is_asked_for_once() {
        List<IncomingEvent> all = TestEvents.of(stream, "case.a.v1", "case.b.v1", "case.c.v1", "case.d.v1");

        consumer().accept(List.of(all.get(0), all.get(2), all.get(3)));

        assertThat(applied(stream.id())).containsExactly("case.a.v1@hn");
        assertThat(requests.history()).hasSize(1);
    }

    @Test
    void a_gap_is_told_of_and_asked_for_again_until_it_is_filled() {
        List<IncomingEvent> all = TestEvents.of(stream, "case.a.v1", "case.b.v1", "case.c.v1");
        ProjectingConsumer<Seen> consumer = consumer();
        consumer.accept(List.of(all.get(0), all.get(2)));
        assertThat(gaps.list())
                .singleElement()
                .satisfies(gap -> assertThat(gap.stream()).isEqualTo(stream.toString()))
                .satisfies(gap -> assertThat(gap.after()).isEqualTo(1));
        requests.clear();

        now = now.plus(Duration.ofSeconds(10));
        gaps.look();
        assertThat(requests.history()).hasSize(1);
        assertThat(gaps.longest()).isEqualTo(Duration.ofSeconds(10));

        consumer.accept(all.subList(1, 3));
        gaps.look();
        assertThat(gaps.list()).isEmpty();
        assertThat(applied(stream.id())).hasSize(3);
    }

    @Test
    void an_instance_that_gets_no_events_does_not_forget_what_a_model_lacks_that_another_has_made_anew() {
        List<IncomingEvent> all = TestEvents.of(stream, "case.a.v1", "case.b.v1", "case.c.v1");
        consumer().accept(all);
        new ProjectingConsumer<>("cases", "cases.0123abcd", model.in("0123abcd"), parked, gaps::found)
                .accept(List.of(all.get(0), all.get(2)));
        new Generations.Stored(mongo).switchOver("cases", "", "0123abcd");

        gaps.look();

        assertThat(gaps.list()).hasSize(1);
    }

    /** All that is there is sent again each time, to a topic that is kept for ever. */
    @Test
    void a_gap_that_nobody_fills_is_asked_for_less_and_less_often() {
        List<IncomingEvent> all = TestEvents.of(stream, "case.a.v1", "case.b.v1", "case.c.v1");
        consumer().accept(List.of(all.get(0), all.get(2)));

        for (int seconds = 0; seconds < Duration.ofDays(1).toSeconds(); seconds += 10) {
            now = now.plus(Duration.ofSeconds(10));
            gaps.look();
        }

        assertThat(requests.history()).hasSizeBetween(20, 100);
    }

    @Test
    void behind_what_parks_a_case_the_other_record_waits_too_and_both_come_in_order() {
        List<IncomingEvent> ours = TestEvents.of(stream, "case.opened.v1", "case.poison.v1", "case.noted.v1");
        List<IncomingEvent> others = TestEvents.of(theirs, "case.joined.v1", "case.poison.v1");
        ProjectingConsumer<Seen> consumer = consumer();

        consumer.accept(List.of(ours.get(0), ours.get(1), others.get(0), ours.get(2)));
        assertThat(applied(stream.id())).containsExactly("case.opened.v1@hn");
        parked.decide("cases/cases", stream.id(), Decision.SKIP, BY, "written by a faulty version");
        consumer.accept(List.of(ours.get(1), ours.get(2), others.get(0)));

        assertThat(applied(stream.id())).containsExactly("case.opened.v1@hn", "case.noted.v1@hn", "case.joined.v1@gx");
    }

    @Test
    void a_document_that_gets_too_large_parks_its_case_and_no_other() {
        StreamId other = new StreamId("case", UUID.randomUUID().toString(), "hn");
        List<IncomingEvent> huge = TestEvents.of(stream, "case.opened.v1", "case.huge.v1", "case.noted.v1");
        ProjectingConsumer<Seen> consumer = consumer();

        List<IncomingEvent> batch = new ArrayList<>(huge);
        batch.addAll(TestEvents.of(other, "case.opened.v1"));
        consumer.accept(batch);

        assertThat(applied(other.id())).hasSize(1);
        assertThat(applied(stream.id())).containsExactly("case.opened.v1@hn");
        assertThat(parked.list()).extracting(Parked::type).containsExactly("case.huge.v1");

        parked.decide("cases/cases", stream.id(), Decision.SKIP, BY, "it does not fit");
        consumer.accept(huge);
        assertThat(applied(stream.id())).containsExactly("case.opened.v1@hn", "case.noted.v1@hn");
    }

    /** As a rebuild does beside the live consumer, or an instance that had its partition taken away. */
    @Test
    void a_document_that_is_none_any_more_parks_its_case_and_no_other_and_hides_no_gap() {
        List<IncomingEvent> all = TestEvents.of(stream, "case.a.v1", "case.b.v1", "case.c.v1");
        StreamId another = new StreamId("case", UUID.randomUUID().toString(), "hn");
        List<IncomingEvent> others = TestEvents.of(another, "case.a.v1", "case.b.v1", "case.c.v1");
        ProjectingConsumer<Seen> consumer = consumer();
        consumer.accept(List.of(all.get(0), all.get(2), others.get(0), others.get(2)));
        assertThat(gaps.list()).hasSize(2);
        database.getMongoDatabase()
                .getCollection("cases")
                .updateOne(Filters.eq("_id", stream.id()), Updates.set("gate", "broken"));

        consumer.accept(List.of(all.get(1), others.get(1), all.get(2), others.get(2)));

        assertThat(applied(another.id())).hasSize(3);
        assertThat(parked.list()).singleElement().satisfies(one -> {
            assertThat(one.stream()).isEqualTo(stream.toString());
            assertThat(one.version()).isEqualTo(2);
        });
        gaps.look();
        assertThat(gaps.list())
                .extracting(OpenGaps.Gap::stream)
                .as("what is filled is forgotten, also behind one that cannot be looked at")
                .containsExactly(stream.toString());
    }

    @Test
    void who_lists_an_old_state_beside_a_faster_instance_learns_of_it() {
        List<IncomingEvent> all = TestEvents.of(stream, "case.opened.v1", "case.closed.v1");
        ProjectingConsumer<Seen> slow = consumer();
        ProjectingConsumer<Seen> fast = consumer();
        slow.accept(all.subList(0, 1));
        whileListing = () -> {
            whileListing = () -> {};
            fast.accept(all);
        };

        assertThatThrownBy(() -> slow.accept(all.subList(0, 1))).isInstanceOf(OptimisticLockingFailureException.class);
        slow.accept(all.subList(0, 1));

        assertThat(model.entries("open", Line.class)).isEmpty();
    }

    @Test
    void what_was_left_out_is_not_applied_when_it_comes_again_and_its_cause_is_gone() {
        List<IncomingEvent> all = TestEvents.of(stream, "case.opened.v1", "case.poison.v1", "case.noted.v1");
        ProjectingConsumer<Seen> consumer = consumer();
        consumer.accept(all);
        parked.decide("cases/cases", stream.id(), Decision.SKIP, BY, "written by a faulty version");
        mended = true;

        consumer.accept(all.subList(1, 2));
        assertThat(model.find(stream.id()))
                .hasValueSatisfying(found -> assertThat(found.gate().version(stream))
                        .as("nobody waits for it")
                        .isEqualTo(2));
        consumer.accept(all.subList(2, 3));

        assertThat(applied(stream.id())).containsExactly("case.opened.v1@hn", "case.noted.v1@hn");
    }

    @Test
    void a_rebuild_leaves_out_what_a_person_has_decided_to_leave_out() {
        List<IncomingEvent> all = TestEvents.of(stream, "case.opened.v1", "case.poison.v1", "case.noted.v1");
        ProjectingConsumer<Seen> consumer = consumer();
        consumer.accept(all);
        parked.decide("cases/cases", stream.id(), Decision.SKIP, BY, "written by a faulty version");
        consumer.accept(all);
        List<String> grown = applied(stream.id());
        assertThat(grown).containsExactly("case.opened.v1@hn", "case.noted.v1@hn");

        mended = true;
        ReadModel<Seen> anew = model.in("0123abcd");
        new ProjectingConsumer<>("cases", "cases.0123abcd", anew, parked, gaps::found).accept(all);

        assertThat(anew.find(stream.id()))
                .hasValueSatisfying(found -> assertThat(found.state().types()).isEqualTo(grown));
        assertThat(parked.list()).isEmpty();
    }
}
