package org.lianzhi.system.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.lianzhi.test.Backends;

/** What the embedded store cannot do: it is one process and has no elections. */
@Tag("faults")
@Isolated
class StepDownTest {

    private static final int SECONDS = 5;

    @TempDir
    Path folder;

    /** For some seconds nobody is primary; inserts under way end without an answer or are refused. */
    @Test
    @LongForm
    void fault_11_the_primary_steps_down_on_real_servers_only_not_on_the_embedded_store() throws Exception {
        Optional<String> store = Backends.replicaSet();
        assumeTrue(store.isPresent(), "no Docker engine with the image of a real MongoDB answers");
        try (Ground ground = new Ground(folder, store.get());
                MongoClient admin = MongoClients.create(store.get())) {
            ground.start("broker");
            Services.start(ground, Map.of());
            new Faults(ground).survive(11, (load, random) -> {
                load.awaitMore(10 + random.nextInt(40));
                stepDown(admin);
                load.awaitMore(10);
            });
        }
    }

    private static void stepDown(MongoClient admin) {
        try {
            admin.getDatabase("admin").runCommand(new Document("replSetStepDown", SECONDS).append("force", true));
        } catch (MongoException closed) {
            // Older servers close the connection instead of answering.
        }
    }
}
