package org.lianzhi.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityTest {

    private static final int ACKNOWLEDGED = 1500;
    private static final int DELETED = 4;

    @TempDir
    Path folder;

    @Test
    void nothing_acknowledged_is_lost_when_the_process_is_killed_under_load() throws Exception {
        // Three deaths of the same file: also what recovery leaves behind must be sound.
        for (int death = 1; death <= 3; death++) {
            assertThat(lostByDeath(folder, Durability.PROCESS_DEATH, death * 1000))
                    .as("lost by death %d", death)
                    .isEmpty();
            remove(folder);
        }
    }

    @Test
    void nothing_acknowledged_is_lost_either_when_each_commit_is_forced_to_the_disk() throws Exception {
        assertThat(lostByDeath(folder, Durability.POWER_LOSS, ACKNOWLEDGED)).isEmpty();
    }

    /** Without waiting for the commit the check above must see losses, else it proves nothing. */
    @Test
    void a_store_that_does_not_wait_for_its_commit_is_caught() throws Exception {
        List<String> lost = new ArrayList<>();
        for (int attempt = 0; attempt < 3 && lost.isEmpty(); attempt++) {
            lost.addAll(lostByDeath(folder.resolve("attempt-" + attempt), Durability.NOTHING, ACKNOWLEDGED));
        }
        assertThat(lost).isNotEmpty();
    }

    private static List<String> lostByDeath(Path folder, Durability durability, int after) throws Exception {
        List<String> said;
        try (Child child = Child.start(StoreUnderLoad.class, folder.toString(), durability.name())) {
            said = child.killedAfter(after);
        }
        Map<String, Integer> kept = kept(folder);
        List<String> lost = new ArrayList<>();
        acknowledged(said).forEach((id, state) -> {
            // A later write may have been made durable without its answer having come through.
            boolean there = state == DELETED ? !kept.containsKey(id) : kept.getOrDefault(id, DELETED) >= state;
            boolean neverWritten = state < 3 && !kept.containsKey(id);
            if (!there || neverWritten) {
                lost.add(id + " " + state);
            }
        });
        return lost;
    }

    private static Map<String, Integer> acknowledged(List<String> said) {
        Map<String, Integer> last = new HashMap<>();
        for (String line : said) {
            String[] parts = line.split(" ", 2);
            if (parts.length == 2) {
                last.merge(parts[0], Integer.parseInt(parts[1]), Math::max);
            }
        }
        return last;
    }

    private static Map<String, Integer> kept(Path folder) {
        Map<String, Integer> kept = new HashMap<>();
        try (EmbeddedStore store = EmbeddedStore.start(StoreSettings.in(folder));
                MongoClient client = MongoClients.create(store.uri())) {
            for (Document document :
                    client.getDatabase("load").getCollection("documents").find()) {
                kept.put(document.getString("_id"), document.getInteger("state", 0));
            }
        }
        return kept;
    }

    private static void remove(Path folder) {
        try (EmbeddedStore store = EmbeddedStore.start(StoreSettings.in(folder));
                MongoClient client = MongoClients.create(store.uri())) {
            client.getDatabase("load").getCollection("documents").deleteMany(new Document());
        }
    }
}
