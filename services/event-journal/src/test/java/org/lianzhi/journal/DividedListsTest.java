package org.lianzhi.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Lists that are divided into several documents, on the real store. */
class DividedListsTest {

    record State(String list, String text) {}

    record Entry(String text) {}

    /** Lists documents under the list that their state names, but not where that is {@code none}. */
    private record Projector(int parts) implements Listed<State, Entry> {

        @Override
        public String collection() {
            return "divided";
        }

        @Override
        public Class<State> type() {
            return State.class;
        }

        @Override
        public List<String> documents(IncomingEvent event) {
            return List.of();
        }

        @Override
        public State apply(String id, @Nullable State current, IncomingEvent event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, Optional<Entry>> places(String id, State state) {
            return Map.of(
                    "many", state.list().equals("many") ? Optional.of(new Entry(state.text())) : Optional.empty());
        }

        @Override
        public int parts(String list) {
            return parts;
        }
    }

    private final MongoTemplate mongo = new MongoTemplate(TestStore.newDatabase());

    private ReadModel<State> model(int parts) {
        return new ReadModels(mongo).of(new Projector(parts));
    }

    private static Kept<State> kept(int number, String list, String text) {
        return new Kept<>("document-" + number, Gate.EMPTY, 0, new State(list, text));
    }

    private static void put(ReadModel<State> model, int from, int to, String list, String text) {
        model.list(IntStream.range(from, to)
                .mapToObj(number -> kept(number, list, text))
                .toList());
    }

    @Test
    void a_divided_list_is_read_as_one_and_a_change_writes_one_part_of_it() {
        ReadModel<State> model = model(16);
        put(model, 0, 500, "many", "first");
        assertThat(model.entries("many", Entry.class)).hasSize(500);
        List<Document> before = mongo.findAll(Document.class, "divided_lists");
        assertThat(before).hasSize(16);

        put(model, 7, 8, "many", "second");

        assertThat(model.entries("many", Entry.class))
                .hasSize(500)
                .contains(entry("document-7", new Entry("second")), entry("document-8", new Entry("first")));
        List<Document> after = mongo.findAll(Document.class, "divided_lists");
        assertThat(after).filteredOn(part -> !before.contains(part)).hasSize(1);
    }

    @Test
    void what_leaves_a_divided_list_is_gone_from_it() {
        ReadModel<State> model = model(16);
        put(model, 0, 100, "many", "first");
        assertThat(model.entries("many", Entry.class)).hasSize(100);

        put(model, 0, 50, "none", "first");

        assertThat(model.entries("many", Entry.class)).hasSize(50).doesNotContainKey("document-7");
    }

    @Test
    void what_stood_in_it_before_it_was_divided_is_there_once_and_can_change_and_leave() {
        put(model(1), 0, 100, "many", "first");
        ReadModel<State> divided = model(16);
        assertThat(divided.entries("many", Entry.class)).hasSize(100);

        put(divided, 0, 10, "many", "second");
        put(divided, 10, 20, "none", "second");

        assertThat(divided.entries("many", Entry.class))
                .hasSize(90)
                .contains(entry("document-7", new Entry("second")), entry("document-50", new Entry("first")))
                .doesNotContainKey("document-12");
    }
}
