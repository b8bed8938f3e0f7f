package org.lianzhi.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.Producer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianzhi.test.OnBackends;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What others do in the middle of a rebuild: instances that rebuild too, and whoever looks after gaps. */
@SpringBootTest
@OnBackends
class RebuildingBesideOthersTest {

    private static final Instant AT = Instant.parse("2024-07-08T01:02:03.004Z");
    private static final String TOPIC = "hn.shared.cases";
    private static final String OTHER = "0badcafe";

    private final ParkedCases parked;
    private final OpenGaps gaps;
    private final Rebuilding rebuilding;
    private final MongoTemplate mongo;
    private final Producer<String, byte[]> producer;
    private final Map<StreamId, Runnable> whenItIsMet = new HashMap<>();
    private final StreamId stream = newCase();
    private final Commit opened = commit(stream, Head.NONE, "case.opened.v1");
    private final Commit noted = commit(stream, opened.head(), "case.noted.v1");
    private final ReadModel<Types> model;
    private final ProjectingConsumer<Types> consumer;
    private final Rebuildable what;

    RebuildingBesideOthersTest(
            @Autowired ParkedCases parked,
            @Autowired OpenGaps gaps,
            @Autowired Rebuilding rebuilding,
            @Autowired ReadModels models,
            @Autowired MongoTemplate mongo,
            @Autowired Producer<String, byte[]> producer) {
        this.parked = parked;
        this.gaps = gaps;
        this.rebuilding = rebuilding;
        this.mongo = mongo;
        this.producer = producer;
        this.model = models.of(new Watched());
        this.consumer = new ProjectingConsumer<>("watch", model, parked, gaps);
        this.what = new Rebuildable("watch", List.of("shared.cases"), List.of(model));
    }

    record Types(List<String> types) {}

    /** Of this test's cases only; something may happen when one of them is met. */
    private final class Watched implements Projector<Types> {

        @Override
        public String collection() {
            return "watched";
        }

        @Override
        public Class<Types> type() {
            return Types.class;
        }

        @Override
        public List<String> documents(IncomingEvent event) {
            Runnable once = whenItIsMet.remove(event.stream());
            if (once == null) {
                return event.stream().equals(stream) ? List.of(stream.id()) : List.of();
            }
            once.run();
            return List.of(event.stream().id());
        }

        @Override
        public Types apply(String id, @Nullable Types current, IncomingEvent event) {
            List<String> types = new ArrayList<>(current == null ? List.of() : current.types());
            types.add(event.type());
            return new Types(types);
        }
    }

    @BeforeEach
    void oneModelThatHasGrown() {
        consumer.accept(List.of(met(opened), met(noted)));
    }

    @Test
    void of_two_rebuilds_the_first_that_ends_stands_and_the_other_takes_nothing_away() {
        send(opened);
        send(noted);
        whenItIsMet.put(stream, () -> rebuilding.rebuild(what));

        assertThatIllegalStateException().isThrownBy(() -> rebuilding.rebuild(what));

        assertThat(model.find(stream.id()))
                .hasValueSatisfying(
                        found -> assertThat(found.state().types()).containsExactly("case.opened.v1", "case.noted.v1"));
        assertThat(rebuilding.isUnsettled(what)).isFalse();
    }

    @Test
    void what_another_instance_begins_meanwhile_is_left_to_it_and_gone_after_the_next_rebuild() {
        send(opened);
        send(noted);
        Predicate<String> ofTheOther = name -> name.contains(OTHER);
        whenItIsMet.put(stream, () -> {
            mongo.getCollection("watched." + OTHER).insertOne(new Document("_id", "its first document"));
            parked.park("watch." + OTHER + "/watched", met(noted), new IllegalArgumentException("cannot read it"));
        });

        rebuilding.rebuild(what);

        assertThat(collections()).anyMatch(ofTheOther);
        assertThat(parked.consumers()).anyMatch(ofTheOther);
        rebuilding.rebuild(what);
        assertThat(collections()).noneMatch(ofTheOther);
        assertThat(parked.consumers()).noneMatch(ofTheOther);
    }

    /** While it is built the old one is asked, which lacks nothing. */
    @Test
    void what_the_old_model_had_and_the_new_one_lacks_is_missed_until_it_comes() {
        StreamId behindIt = newCase();
        send(noted);
        whenItIsMet.put(stream, () -> send(commit(behindIt, Head.NONE, "case.opened.v1")));
        whenItIsMet.put(behindIt, gaps::look);

        rebuilding.rebuild(what);

        assertThat(missing()).contains(stream.toString());
        consumer.accept(List.of(met(opened), met(noted)));
        gaps.look();
        assertThat(missing()).doesNotContain(stream.toString());
        // The other consumers of this broker have met it too.
        send(opened);
        send(noted);
    }

    @Test
    void what_the_topics_do_not_hold_is_not_taken_away_and_somebody_is_told() {
        send(opened);
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("watched", what);
        RebuildAtStart atStart = new RebuildAtStart(rebuilding, beans.getBeanProvider(Rebuildable.class), true);

        atStart.begin();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(atStart.failed())
                        .hasEntrySatisfying("watch", why -> assertThat(why).contains(stream + "/2")));
        assertThat(grown()).containsExactly("case.opened.v1", "case.noted.v1");
        send(noted);
        rebuilding.rebuild(what);
        assertThat(grown()).containsExactly("case.opened.v1", "case.noted.v1");
    }

    @Test
    void where_there_are_no_topics_nothing_is_made_anew() {
        Rebuildable nowhere = new Rebuildable("watch", List.of(), List.of(model));

        assertThatExceptionOfType(Rebuilding.TopicsIncomplete.class).isThrownBy(() -> rebuilding.rebuild(nowhere));

        assertThat(grown()).containsExactly("case.opened.v1", "case.noted.v1");
        // The next rebuild finds them.
        send(opened);
        send(noted);
    }

    private List<String> grown() {
        return model.find(stream.id()).map(found -> found.state().types()).orElse(List.of());
    }

    private List<String> missing() {
        return gaps.list().stream()
                .filter(gap -> gap.consumer().equals("watch/watched"))
                .map(OpenGaps.Gap::stream)
                .toList();
    }

    private List<String> collections() {
        return mongo.getDb().listCollectionNames().into(new ArrayList<>());
    }

    private void send(Commit commit) {
        try {
            producer.send(CloudEventHeaders.record(TOPIC, "/test", commit, 0)).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static IncomingEvent met(Commit commit) {
        return TestEvents.met(commit, 0);
    }

    private static StreamId newCase() {
        return new StreamId("case", UUID.randomUUID().toString(), "hn");
    }

    private static Commit commit(StreamId stream, Head head, String type) {
        return new Draft(
                        UUID.randomUUID().toString(),
                        "cause",
                        "hn/-/policy/test",
                        AT,
                        Map.of(),
                        List.of(new EventData(type, "{}")))
                .after(stream, head);
    }
}
