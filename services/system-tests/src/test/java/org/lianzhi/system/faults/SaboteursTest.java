package org.lianzhi.system.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests of the tests: something is wrong in the product, and the checker must say what it has done. They share one ground and
 * come in the order in which one's death is the next one's start; each judges its own reports only.
 */
@Tag("faults")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SaboteursTest {

    /** Who writes, and who shows what became of it. */
    private static final List<String> OWNER_AND_READER =
            List.of("store", "broker", "report-intake", "supervisor-timeline");

    private static final List<String> OWNER = List.of("store", "broker", "report-intake");

    @TempDir
    static Path folder;

    private static Ground ground;
    private static Part whole;

    @BeforeAll
    static void start() {
        ground = new Ground(folder);
        whole = ground.start(OWNER_AND_READER, Map.of());
    }

    @AfterAll
    static void end() {
        ground.close();
    }

    @Test
    @Order(1)
    void saboteur_e_records_have_no_key() throws Exception {
        new Faults(ground).catchSaboteur("e", Checker.IN_PARTITIONS, (load, random) -> {
            whole.order("work null-key");
            load.awaitMore(40);
            whole.order("right");
        });
    }

    @Test
    @LongForm
    @Order(2)
    void saboteur_b_consumers_have_no_gate() throws Exception {
        new Faults(ground).whateverIsOnTopics().catchSaboteur("b", Checker.IN_TIMELINE, (load, random) -> {
            whole.order("work no-gate");
            whole.order("work shuffle");
            load.awaitMore(30);
        });
    }

    @Test
    @LongForm
    @Order(3)
    void saboteur_c_sends_are_not_awaited() throws Exception {
        caughtByDeath("c", "not-awaited");
    }

    @Test
    @LongForm
    @Order(4)
    void saboteur_d_the_mark_comes_before_the_acknowledgement() throws Exception {
        caughtByDeath("d", "mark-first");
    }

    private static void caughtByDeath(String name, String way) throws Exception {
        new Faults(ground).catchSaboteur(name, Checker.MARKED_AND_NOT_SENT, (load, random) -> {
            whole.order("right");
            whole.order("work " + way);
            load.awaitMore(20 + random.nextInt(20));
            whole.kill();
            // Without the saboteur: what the relay still knows to be unsent is sent now.
            whole = ground.start(OWNER, Map.of("store.durability", "NOTHING"));
        });
    }

    @Test
    @Order(5)
    void saboteur_a_the_store_does_not_wait_for_its_group_commit() throws Exception {
        new Faults(ground).catchSaboteur("a", Checker.LOST, (load, random) -> {
            if (ground.health("report-intake").isEmpty()) {
                whole.kill();
                whole = ground.start(OWNER, Map.of("store.durability", "NOTHING"));
            }
            load.awaitMore(20 + random.nextInt(20));
            whole.kill();
            whole = ground.start("store", "broker");
        });
    }
}
