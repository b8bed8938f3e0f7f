package org.lianzhi.journal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.journal.Arrived.DamagedEvent;
import org.lianzhi.journal.ParkedCases.Decision;
import org.lianzhi.journal.ParkedCases.Parked;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Parked cases of two instances of a service, with a consumer that reacts and so has no gate that would notice a loss. */
class ParkedCasesTest {

    private static final String CONSUMER = "react";
    private static final String BY = "hn/430000-department/administrator/p-1";

    private final MongoDatabaseFactory database = TestStore.newDatabase();
    private final MockProducer<String, byte[]> requests =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final String id = UUID.randomUUID().toString();
    private final List<IncomingEvent> hunan = TestEvents.of(
            new StreamId("case", id, "hn"), "case.opened.v1", "case.poison.v1", "case.noted.v1", "case.closed.v1");
    private final List<IncomingEvent> guangxi =
            TestEvents.of(new StreamId("case", id, "gx"), "case.joined.v1", "case.poison.v1");

    private Instant now = Instant.parse("2024-07-08T02:00:00Z");
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final List<String> reacted = new ArrayList<>();
    private boolean mended;
    private boolean away;
    private Instance first;
    private Instance second;

    /** One of two that share the store, and whoever holds the partition reacts. */
    private final class Instance {

        final ParkedCases parked = new ParkedCases(database, new Republishing(requests, clock), clock);
        private final ReactingConsumer consumer = new ReactingConsumer(CONSUMER, this::on, parked);

        private void on(IncomingEvent event) {
            if (event.type().contains("poison") && !mended) {
                throw new IllegalArgumentException("cannot read it");
            }
            if (away && event.version() == 3) {
                throw new StoreUnavailable(new IllegalStateException("away"));
            }
            reacted.add(event.stream().side() + event.version());
        }

        void gets(IncomingEvent... events) {
            parked.duringBatch(() -> consumer.accept(List.of(events)));
        }
    }

    @BeforeEach
    void two_instances() {
        first = new Instance();
        second = new Instance();
    }

    private List<String> asked() {
        List<String> asked = requests.history().stream()
                .map(request -> request.key() + " after " + new String(request.value(), StandardCharsets.UTF_8))
                .toList();
        requests.clear();
        return asked;
    }

    private IncomingEvent hn(int version) {
        return hunan.get(version - 1);
    }

    private IncomingEvent gx(int version) {
        return guangxi.get(version - 1);
    }

    private Parked only() {
        assertThat(first.parked.list()).hasSize(1);
        return first.parked.list().getFirst();
    }

    @Test
    void what_is_sent_again_is_not_passed_over_by_an_instance_that_has_not_heard_of_the_decision() {
        second.gets(hn(1), hn(2), hn(3));
        mended = true;

        assertThat(first.parked.decide(CONSUMER, id, Decision.RELEASE, BY, "mended"))
                .isTrue();
        // No time has gone by: what the second instance remembers is fresh.
        second.gets(hn(2), hn(3));

        assertThat(reacted).containsExactly("hn1", "hn2", "hn3");
        assertThat(first.parked.list()).isEmpty();
    }

    @Test
    void later_events_wait_until_those_before_them_are_there_again() {
        first.gets(hn(1), hn(2), hn(3));
        mended = true;
        first.parked.decide(CONSUMER, id, Decision.RELEASE, BY, "mended");

        // Still unread on the topic when the owner sends again what is before it.
        first.gets(hn(4));
        assertThat(reacted).containsExactly("hn1");
        first.gets(hn(1), hn(2), hn(3), hn(4));

        assertThat(reacted).containsExactly("hn1", "hn1", "hn2", "hn3", "hn4");
    }

    @Test
    void what_was_passed_over_is_passed_over_again_when_its_batch_comes_again() {
        first.gets(hn(1), hn(2), hn(3));
        mended = true;
        first.parked.decide(CONSUMER, id, Decision.RELEASE, BY, "mended");
        away = true;

        assertThatThrownBy(() -> first.gets(hn(4), hn(2), hn(3), hn(4))).isInstanceOf(StoreUnavailable.class);
        away = false;
        second.gets(hn(4), hn(2), hn(3), hn(4));

        assertThat(reacted).containsExactly("hn1", "hn2", "hn2", "hn3", "hn4");
        assertThat(database.getMongoDatabase().getCollection("parked").countDocuments())
                .isZero();
    }

    @Test
    void of_a_commit_of_which_one_event_is_left_out_the_others_are_waited_for() {
        List<IncomingEvent> record = TestEvents.of(
                new StreamId("case", id, "hn"),
                List.of(
                        List.of("case.opened.v1"),
                        List.of("case.poison.v1", "case.noted.v1"),
                        List.of("case.closed.v1")));
        first.gets(record.get(0), record.get(1), record.get(2));
        first.parked.decide(CONSUMER, id, Decision.SKIP, BY, "written by a faulty version");

        first.gets(record.get(3));
        assertThat(reacted).containsExactly("hn1");
        first.gets(record.get(1), record.get(2), record.get(3));

        assertThat(reacted).containsExactly("hn1", "hn2", "hn3");
    }

    @Test
    void a_later_decision_of_a_process_that_died_is_carried_out_too() {
        first.gets(hn(1), hn(2));
        first.parked.decide(CONSUMER, id, Decision.RELEASE, BY, "asked for a good copy");
        now = now.plus(Duration.ofMinutes(1));
        requests.sendException = new KafkaException("away");
        assertThatThrownBy(() -> first.parked.decide(CONSUMER, id, Decision.SKIP, BY, "there is none"))
                .isInstanceOf(KafkaException.class);
        requests.sendException = null;
        database.getMongoDatabase().getCollection("parked_decisions").deleteMany(Filters.empty());
        database.getMongoDatabase().getCollection("parked").updateOne(Filters.empty(), Updates.unset("going"));
        now = now.plus(Duration.ofMinutes(1));

        second.gets(hn(3), hn(4));

        assertThat(reacted).containsExactly("hn1", "hn3", "hn4");
        assertThat(database.getMongoDatabase().getCollection("parked_decisions").countDocuments())
                .isPositive();
    }

    @Test
    void a_record_that_waited_is_asked_for_however_late_its_event_came() {
        first.gets(hn(1), hn(2));
        second.gets(gx(1));
        mended = true;

        first.parked.decide(CONSUMER, id, Decision.RELEASE, BY, "mended");

        assertThat(asked()).containsExactlyInAnyOrder("case-" + id + "@hn after 1", "case-" + id + "@gx after 0");
        first.gets(gx(1), hn(2));
        assertThat(reacted).containsExactly("hn1", "gx1", "hn2");
    }

    @Test
    void a_second_event_that_cannot_be_handled_does_not_hide_the_first() {
        first.gets(gx(1));
        first.parked.park(CONSUMER, hn(2), new IllegalArgumentException("first"));
        first.parked.park(CONSUMER, gx(2), new IllegalArgumentException("second"));

        assertThat(only().reason()).endsWith("first");
        assertThat(only().streams()).hasSize(2);
        first.parked.decide(CONSUMER, id, Decision.SKIP, BY, "written by a faulty version");
        assertThat(asked()).containsExactlyInAnyOrder("case-" + id + "@hn after 1", "case-" + id + "@gx after 1");

        first.gets(hn(2), gx(2));
        assertThat(only()).satisfies(left -> assertThat(left.stream()).endsWith("@gx"));
    }

    @Test
    void a_request_that_the_broker_does_not_take_leaves_the_case_to_be_decided_again() {
        first.gets(hn(1), hn(2), hn(3));
        mended = true;
        requests.sendException = new KafkaException("away");
        assertThatThrownBy(() -> first.parked.decide(CONSUMER, id, Decision.RELEASE, BY, "mended"))
                .isInstanceOf(KafkaException.class);
        requests.sendException = null;

        now = now.plus(Duration.ofMinutes(1));
        assertThat(only().streams()).hasSize(1);
        assertThat(first.parked.decide(CONSUMER, id, Decision.RELEASE, BY, "once more"))
                .isTrue();

        assertThat(asked()).containsExactly("case-" + id + "@hn after 1");
        first.gets(hn(2), hn(3));
        assertThat(reacted).containsExactly("hn1", "hn2", "hn3");
    }

    @Test
    void where_the_owner_has_no_good_copy_either_the_event_can_be_left_out_after_all() {
        first.gets(hn(1), hn(2));
        first.parked.decide(CONSUMER, id, Decision.RELEASE, BY, "asked for a good copy");
        assertThat(first.parked.decide(CONSUMER, id, Decision.SKIP, BY, "at once"))
                .as("the answer is still awaited")
                .isFalse();
        now = now.plus(Duration.ofMinutes(1));

        assertThat(first.parked.decide(CONSUMER, id, Decision.SKIP, BY, "there is none"))
                .isTrue();
        first.gets(hn(3), hn(4));

        assertThat(reacted).containsExactly("hn1", "hn3", "hn4");
        assertThat(first.parked.list()).isEmpty();
    }

    /** B appends 4 and sends it after A has looked how far the record goes, and before A has sent 2. */
    @Test
    void what_one_instance_of_the_owner_sends_before_what_the_other_sends_again_is_asked_for_and_comes_behind_it() {
        first.gets(hn(1), hn(2), hn(3));
        mended = true;
        first.parked.decide(CONSUMER, id, Decision.RELEASE, BY, "mended");
        assertThat(asked()).containsExactly("case-" + id + "@hn after 1");

        first.gets(hn(4));
        first.gets(hn(2));
        assertThat(asked()).containsExactly("case-" + id + "@hn after 2");
        first.gets(hn(3));

        assertThat(reacted).containsExactly("hn1", "hn2", "hn3");
        assertThat(asked()).as("it is on its way").isEmpty();
        second.gets(hn(3), hn(4));
        assertThat(reacted).containsExactly("hn1", "hn2", "hn3", "hn3", "hn4");
        assertThat(entries()).isZero();
    }

    @Test
    void what_comes_amid_what_is_sent_again_waits_until_all_that_was_passed_over_is_there() {
        first.gets(hn(1), hn(2), hn(3));
        mended = true;
        first.parked.decide(CONSUMER, id, Decision.RELEASE, BY, "mended");
        asked();

        first.gets(hn(2));
        assertThat(asked()).as("the rest comes behind it").isEmpty();
        first.gets(hn(4), hn(3));

        assertThat(reacted).containsExactly("hn1", "hn2", "hn3");
        assertThat(asked()).containsExactly("case-" + id + "@hn after 3");
        first.gets(hn(4));
        assertThat(reacted).containsExactly("hn1", "hn2", "hn3", "hn4");
        assertThat(entries()).isZero();
    }

    @Test
    void a_request_for_what_was_passed_over_that_the_broker_does_not_take_is_made_when_its_batch_comes_again() {
        first.gets(hn(1), hn(2));
        mended = true;
        first.parked.decide(CONSUMER, id, Decision.RELEASE, BY, "mended");
        asked();
        requests.sendException = new KafkaException("away");
        assertThatThrownBy(() -> first.gets(hn(4), hn(2))).isInstanceOf(KafkaException.class);
        requests.sendException = null;

        first.gets(hn(4), hn(2));

        assertThat(asked()).containsExactly("case-" + id + "@hn after 2");
    }

    @Test
    void who_decides_anew_does_not_wait_for_what_was_passed_over_and_is_nowhere_any_more() {
        first.gets(hn(1), hn(2), hn(4));
        mended = true;
        first.parked.decide(CONSUMER, id, Decision.RELEASE, BY, "mended");
        first.gets(hn(2), hn(3));
        now = now.plus(Duration.ofMinutes(1));
        assertThat(only().streams()).hasSize(1);

        first.parked.decide(CONSUMER, id, Decision.RELEASE, BY, "its owner was restored and ends at 3");
        first.gets(hn(4));

        assertThat(entries()).isZero();
    }

    @Test
    void what_an_earlier_version_has_let_go_on_ends_with_the_first_event_that_comes_again() {
        first.gets(hn(1), hn(2), hn(3));
        mended = true;
        first.parked.decide(CONSUMER, id, Decision.RELEASE, BY, "mended");
        database.getMongoDatabase().getCollection("parked").updateOne(Filters.empty(), Updates.unset("passed"));

        first.gets(hn(2));

        assertThat(entries()).isZero();
    }

    @Test
    void what_a_process_that_died_at_the_very_end_has_left_is_no_parked_case() {
        first.gets(hn(1), hn(2));
        mended = true;
        first.parked.decide(CONSUMER, id, Decision.RELEASE, BY, "mended");
        database.getMongoDatabase()
                .getCollection("parked")
                .updateOne(Filters.empty(), Updates.set("waiting", new Document()));
        now = now.plus(Duration.ofMinutes(1));

        assertThat(first.parked.list()).isEmpty();
        second.gets(gx(1));

        assertThat(entries()).isZero();
    }

    @Test
    void checkpoints_of_one_side_do_not_wait_for_those_of_the_other() {
        IncomingEvent ours = checkpoint("hn");
        IncomingEvent theirs = checkpoint("gx");
        first.parked.park(CONSUMER, theirs, new DamagedEvent("the data are not JSON"));

        first.gets(ours);

        assertThat(reacted).containsExactly("hn1");
        assertThat(only().subject()).isEqualTo("checkpoint-0@gx");
        assertThat(first.parked.decide(CONSUMER, "checkpoint-0@gx", Decision.RELEASE, BY, "asked for a good copy"))
                .isTrue();
        first.gets(theirs);
        assertThat(reacted).containsExactly("hn1", "gx1");
        assertThat(entries()).isZero();
    }

    @Test
    void what_an_earlier_version_has_parked_under_a_number_alone_goes_on_as_it_was_parked() {
        IncomingEvent theirs = checkpoint("gx");
        first.parked.park(CONSUMER, theirs, new DamagedEvent("the data are not JSON"));
        var parked = database.getMongoDatabase().getCollection("parked");
        Document entry = requireNonNull(parked.findOneAndDelete(Filters.empty()));
        parked.insertOne(entry.append("_id", CONSUMER + "/0").append("subject", "0"));

        second.gets(theirs);
        assertThat(reacted).isEmpty();
        assertThat(second.parked.decide(CONSUMER, "0", Decision.RELEASE, BY, "asked for a good copy"))
                .isTrue();
        second.gets(theirs);

        assertThat(reacted).containsExactly("gx1");
        assertThat(entries()).isZero();
    }

    private static IncomingEvent checkpoint(String side) {
        return TestEvents.of(new StreamId("checkpoint", "0", side), "checkpoint.signed.v1")
                .getFirst();
    }

    private long entries() {
        return database.getMongoDatabase().getCollection("parked").countDocuments();
    }

    @Test
    void what_was_left_out_is_not_tried_when_it_comes_again_and_its_cause_is_gone() {
        first.gets(hn(1), hn(2), hn(3));
        mended = true;
        first.parked.decide(CONSUMER, id, Decision.SKIP, BY, "written by a faulty version");

        second.gets(hn(2), hn(3));
        assertThat(reacted).containsExactly("hn1", "hn3");
        second.gets(hn(1), hn(2), hn(3));

        assertThat(reacted).as("nor ever after, when all is sent again").containsExactly("hn1", "hn3", "hn1", "hn3");
    }

    @Test
    void a_good_copy_of_a_damaged_event_that_was_left_out_is_taken() {
        first.gets(hn(1));
        first.parked.park(CONSUMER, hn(2), new DamagedEvent("the data are not JSON"));
        mended = true;
        first.parked.decide(CONSUMER, id, Decision.SKIP, BY, "there is no good copy");

        first.gets(hn(2), hn(3));

        assertThat(reacted).containsExactly("hn1", "hn2", "hn3");
    }

    @Test
    void what_was_left_out_is_tried_after_all_when_a_person_decides_so_later() {
        first.gets(hn(1), hn(2));
        first.parked.decide(CONSUMER, id, Decision.SKIP, BY, "written by a faulty version");
        now = now.plus(Duration.ofMinutes(1));
        mended = true;
        assertThat(first.parked.decide(CONSUMER, id, Decision.RELEASE, BY, "nothing came, and it can be read now"))
                .isTrue();

        first.gets(hn(2), hn(3));

        assertThat(reacted).containsExactly("hn1", "hn2", "hn3");
    }

    @Test
    void a_decision_of_a_process_that_died_is_carried_out_by_another() {
        first.gets(hn(1), hn(2));
        mended = true;
        database.getMongoDatabase()
                .getCollection("parked")
                .updateOne(
                        Filters.empty(),
                        Updates.set(
                                "decided",
                                new Document("kind", "RELEASE").append("by", BY).append("why", "mended")));
        now = now.plus(Duration.ofMinutes(1));

        second.gets(hn(3));

        assertThat(asked()).containsExactly("case-" + id + "@hn after 1");
        second.gets(hn(2), hn(3));
        assertThat(reacted).containsExactly("hn1", "hn2", "hn3");
    }

    @Test
    void what_a_rebuild_left_parked_waits_for_a_person_under_the_name_of_the_consumer() {
        first.parked.park("timeline.0123abcd/pages", hn(2), new IllegalArgumentException("x"));
        first.parked.park("timeline.deadbeef/pages", hn(2), new IllegalArgumentException("x"));

        first.parked.forget("timeline.deadbeef/pages"::equals);
        first.parked.handOver("timeline.0123abcd/pages", "timeline/pages");

        assertThat(only().consumer()).isEqualTo("timeline/pages");
        first.parked.park("timeline.feedbeef/pages", hn(1), new IllegalArgumentException("x"));
        first.parked.park("timeline/pages", gx(2), new IllegalArgumentException("x"));
        first.parked.handOver("timeline.feedbeef/pages", "timeline/pages");
        asked();
        assertThat(first.parked.decide("timeline/pages", id, Decision.RELEASE, BY, "mended"))
                .isTrue();
        assertThat(asked())
                .as("what either of them has passed over")
                .containsExactlyInAnyOrder("case-" + id + "@hn after 0", "case-" + id + "@gx after 1");
    }
}
