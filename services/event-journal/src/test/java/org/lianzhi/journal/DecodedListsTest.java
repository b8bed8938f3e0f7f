package org.lianzhi.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class DecodedListsTest {

    private final MongoCollection<Document> lists = new MongoTemplate(TestStore.sharedDatabase())
            .getCollection("decoded-" + UUID.randomUUID().toString().substring(0, 8));
    private final DecodedLists decoded = new DecodedLists();
    private final AtomicInteger decodings = new AtomicInteger();

    @Test
    void a_long_list_is_decoded_once_until_it_changes() {
        put("long", 200);
        assertThat(read("long")).hasSize(200);
        assertThat(read("long")).hasSize(200).containsEntry("e7", 7);
        assertThat(decodings).hasValue(200);

        change("long", "$set", "entries.e7", new Document("number", 70));
        assertThat(read("long")).hasSize(200).containsEntry("e7", 70);
        change("long", "$unset", "entries.e7", "");
        assertThat(read("long")).hasSize(199).doesNotContainKey("e7");
        assertThat(decodings).hasValue(200 + 200 + 199);
    }

    @Test
    void what_a_caller_does_with_its_entries_is_seen_by_nobody_else() {
        put("long", 100);
        read("long").clear();
        read("long").put("mine", 1);
        assertThat(read("long")).hasSize(100).doesNotContainKey("mine");
    }

    @Test
    void several_lists_are_read_together_of_which_one_has_changed_one_is_short_and_one_does_not_exist() {
        put("a", 100);
        put("b", 120);
        put("short", 3);
        read("a", "b", "short", "none");
        decodings.set(0);
        change("b", "$set", "entries.new", new Document("number", -1));
        assertThat(read("a", "b", "short", "none")).containsEntry("new", -1).hasSize(121);
        assertThat(decodings).hasValue(121 + 3);
    }

    @Test
    void a_list_without_a_revision_is_read_anew_each_time() {
        put("old", 100);
        lists.updateOne(Filters.eq("_id", "old"), new Document("$unset", new Document(DecodedLists.REVISION, "")));
        read("old");
        lists.updateOne(
                Filters.eq("_id", "old"), new Document("$set", new Document("entries.e7", new Document("number", 8))));
        assertThat(read("old")).containsEntry("e7", 8);
    }

    private Map<String, Object> read(String... names) {
        return decoded.read(lists, List.of(names), entry -> {
            decodings.incrementAndGet();
            return entry.getInteger("number");
        });
    }

    private void put(String list, int entries) {
        for (int i = 0; i < entries; i++) {
            change(list, "$set", "entries.e" + i, new Document("number", i));
        }
    }

    private void change(String list, String operator, String field, Object value) {
        lists.updateOne(
                Filters.eq("_id", list),
                new Document(operator, new Document(field, value))
                        .append("$inc", new Document(DecodedLists.REVISION, 1L)),
                new UpdateOptions().upsert(true));
    }
}
