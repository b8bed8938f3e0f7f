package org.lianzhi.system.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broker, store and services in one process, as in the program that everybody tries first, and it is killed. */
@Tag("faults")
class WholeDeathTest {

    private static final List<String> ALL = Stream.concat(Stream.of("store", "broker"), Ground.SERVICES.stream())
            .toList();

    @TempDir
    Path folder;

    @Test
    void fault_01_everything_dies_at_some_moment() throws Exception {
        try (Ground ground = new Ground(folder)) {
            Part[] whole = {ground.start(ALL, Map.of())};
            new Faults(ground).survive(1, (load, random) -> {
                load.awaitMore(10 + random.nextInt(40));
                whole[0].kill();
                whole[0] = ground.start(ALL, Map.of());
            });
        }
    }

    @Test
    void saboteur_a_the_store_does_not_wait_for_its_group_commit() throws Exception {
        caughtByDeath("a", Map.of("store.durability", "NOTHING"));
    }

    @Test
    void saboteur_b_consumers_have_no_gate() throws Exception {
        try (Ground ground = new Ground(folder)) {
            ground.start(ALL, Map.of("sabotage", "no-gate,shuffle"));
            new Faults(ground).whateverIsOnTopics().catchSaboteur("b", (load, random) -> load.awaitMore(30));
        }
    }

    @Test
    void saboteur_c_sends_are_not_awaited() throws Exception {
        caughtByDeath("c", Map.of("sabotage", "not-awaited"));
    }

    @Test
    void saboteur_d_the_mark_comes_before_the_acknowledgement() throws Exception {
        caughtByDeath("d", Map.of("sabotage", "mark-first"));
    }

    @Test
    void saboteur_e_records_have_no_key() throws Exception {
        try (Ground ground = new Ground(folder)) {
            ground.start(ALL, Map.of("sabotage", "null-key"));
            new Faults(ground).catchSaboteur("e", (load, random) -> load.awaitMore(60));
        }
    }

    private void caughtByDeath(String name, Map<String, String> sabotage) throws Exception {
        try (Ground ground = new Ground(folder)) {
            Part[] whole = {ground.start(ALL, sabotage)};
            new Faults(ground).catchSaboteur(name, (load, random) -> {
                load.awaitMore(20 + random.nextInt(20));
                whole[0].kill();
                whole[0] = ground.start(ALL, sabotage);
            });
        }
    }
}
