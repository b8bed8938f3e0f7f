package org.lianzhi.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lianzhi.test.OnBackends;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A read model made anew beside a consumer that goes on. */
@SpringBootTest
@OnBackends
class RebuildingTest {

    private static final Instant AT = Instant.parse("2024-07-08T01:02:03.004Z");
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int EVENTS = 400;

    private final Journal journal;
    private final Rebuilding rebuilding;
    private final ReadModel<JournalApplication.Fragile.Names> names;
    private final MongoTemplate mongo;
    private final Rebuildable what;

    RebuildingTest(
            @Autowired Journal journal,
            @Autowired Rebuilding rebuilding,
            @Autowired ReadModel<JournalApplication.Fragile.Names> names,
            @Autowired MongoTemplate mongo) {
        this.journal = journal;
        this.rebuilding = rebuilding;
        this.names = names;
        this.mongo = mongo;
        this.what = new Rebuildable("project", List.of("shared.cases"), List.of(names));
    }

    @Test
    void each_event_is_there_once_however_often_the_model_is_made_anew_while_they_arrive() {
        StreamId stream = newCase();
        CompletableFuture<Void> appending = CompletableFuture.runAsync(
                () -> IntStream.range(0, EVENTS).forEach(number -> append(stream, "n" + number)));
        while (!appending.isDone()) {
            rebuilding.rebuild(what);
        }
        appending.join();

        List<String> all = IntStream.range(0, EVENTS)
                .mapToObj(number -> "case.n" + number + ".v1@hn")
                .toList();
        await().atMost(SOON).until(() -> applied(stream).size() >= EVENTS);
        assertThat(applied(stream)).isEqualTo(all);
        rebuilding.rebuild(what);
        assertThat(applied(stream)).isEqualTo(all);
    }

    @Test
    void a_rebuild_that_died_after_it_had_switched_over_is_noticed_until_another_one_has_ended() {
        StreamId stream = newCase();
        append(stream, "opened");
        rebuilding.rebuild(what);
        assertThat(rebuilding.isUnsettled(what)).isFalse();

        mongo.getCollection("generations").updateOne(Filters.eq("_id", "fragile"), Updates.set("unsettled", true));
        assertThat(rebuilding.isUnsettled(what)).isTrue();
        rebuilding.rebuild(what);

        assertThat(rebuilding.isUnsettled(what)).isFalse();
        // It may not have been on its topic when the rebuild had read to the end.
        await().atMost(SOON).until(() -> !applied(stream).isEmpty());
        assertThat(applied(stream)).containsExactly("case.opened.v1@hn");
    }

    private static StreamId newCase() {
        return new StreamId("case", UUID.randomUUID().toString(), "hn");
    }

    private void append(StreamId stream, String event) {
        List<EventData> data = Collections.singletonList(new EventData("case." + event + ".v1", "{}"));
        journal.append(
                journal.load(stream),
                new Draft(UUID.randomUUID().toString(), "cause", "hn/-/policy/test", AT, Map.of(), data));
    }

    private List<String> applied(StreamId stream) {
        return names.find(stream.id()).map(found -> found.state().types()).orElse(List.of());
    }
}
