package org.lianzhi.system.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Tests of the tests: something is wrong in the product, and the checker must say what it has done. They share one ground and
 * come in the order in which one's death is the next one's start; each judges its own reports only.
 */
@Tag("faults")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Isolated
class SaboteursTest {

    /** Who writes, and who shows what became of it. */
    private static final List<String> OWNER_AND_READER =
            List.of("store", "broker", "report-intake", "supervisor-timeline");

    private static final List<String> OWNER_AND_READERS =
            List.of("store", "broker", "report-intake", "notification", "supervisor-timeline");

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
        new Faults(ground).whateverIsOnTopics().catchSaboteur("b", Checker.REPEATED, (load, random) -> {
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

    @Test
    @LongForm
    @Order(6)
    void saboteur_f_notices_are_taken_and_not_written_down() throws Exception {
        whole.kill();
        whole = ground.start(OWNER_AND_READERS, Map.of());
        new Faults(ground).catchSaboteur("f", Checker.IN_NO_INBOX, (load, random) -> {
            whole.order("work one-notice-a-page");
            workedOff(load);
        });
    }

    /** What is missing now is missing for good: all that was filed has been sent, and taken by whoever listens. */
    private static void workedOff(Load load) {
        load.awaitMore(30);
        load.stop();
        Awaitility.await("all is sent and taken")
                .atMost(Duration.ofMinutes(1))
                .until(() -> Checker.unsent(ground, "report-intake").isEmpty()
                        && Faults.isTaken(ground)
                        && Checker.unsent(ground, "notification").isEmpty()
                        && Faults.isTaken(ground));
    }

    @Test
    @LongForm
    @Order(7)
    void saboteur_g_the_timeline_loses_the_last_of_a_record() throws Exception {
        new Faults(ground).catchSaboteur("g", Checker.SHORTENED, (load, random) -> {
            whole.order("work first-entry-only");
            workedOff(load);
        });
    }

    @Test
    @LongForm
    @Order(8)
    void saboteur_h_a_repeated_command_is_done_again() throws Exception {
        new Faults(ground).catchSaboteur("h", Checker.FILED_AGAIN, (load, random) -> {
            whole.order("work every-claim-new");
            load.awaitMore(10);
            load.repeatSome();
        });
    }
}
