package org.lianzhi.system.faults;

import static org.lianzhi.system.faults.Faults.LONG;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What may go wrong, by the numbers of the list of faults: each under load, with broker, store and services in processes of
 * their own, and nothing may be lost, done twice, or come out of order.
 */
@Tag("faults")
class FaultsTest {

    private static final Duration OUTAGE = Duration.ofSeconds(LONG ? 60 : 5);

    @TempDir
    static Path folder;

    private static Ground ground;
    private static Part broker;
    private static Part store;
    private static Part services;

    @BeforeAll
    static void start() {
        ground = new Ground(folder);
        broker = ground.launch(List.of("broker"), Map.of());
        store = ground.start("store");
        broker.ready();
        services = startServices(Map.of());
    }

    @AfterAll
    static void end() {
        ground.close();
    }

    private static Part startServices(Map<String, String> more) {
        return ground.start(Ground.SERVICES, more);
    }

    private static void lasts(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    /** Lets the process die at a place that it passes, after some passes. */
    private static void haltAt(String place, int passes) {
        services.order("halt " + place + " " + passes);
        services.awaitEnd(Duration.ofMinutes(2));
        services = startServices(Map.of());
    }

    @Test
    void fault_02_it_dies_between_the_journals_insert_and_the_sending() throws Exception {
        new Faults(ground).survive(2, (load, random) -> {
            load.awaitMore(10);
            haltAt("after-insert", 1 + random.nextInt(40));
        });
    }

    @Test
    void fault_03_it_dies_between_the_brokers_acknowledgement_and_the_mark() throws Exception {
        new Faults(ground).survive(3, (load, random) -> {
            load.awaitMore(10);
            haltAt("before-mark", 1 + random.nextInt(20));
        });
    }

    @Test
    void fault_04_it_dies_just_before_the_journals_insert() throws Exception {
        new Faults(ground).survive(4, (load, random) -> {
            load.awaitMore(10);
            haltAt("before-insert", 1 + random.nextInt(40));
        });
    }

    @Test
    void fault_06_an_insert_is_late_and_later_commits_overtake_it() throws Exception {
        new Faults(ground).survive(6, (load, random) -> {
            services.order("set delay-millis " + (LONG ? 30_000 : 11_000));
            services.order("set delay-insert 2");
            load.awaitMore(LONG ? 400 : 120);
        });
    }

    @Test
    void fault_07_the_broker_is_away_for_a_while() throws Exception {
        new Faults(ground).survive(7, (load, random) -> {
            load.awaitMore(10);
            broker.kill();
            load.awaitMore(20);
            lasts(OUTAGE);
            load.awaitMore(1);
            broker = ground.start("broker");
        });
    }

    @Test
    void fault_10_the_store_hangs_for_a_while() throws Exception {
        new Faults(ground).survive(10, (load, random) -> {
            load.awaitMore(10);
            store.pause();
            lasts(OUTAGE.plusSeconds(5));
            store.resume();
            load.awaitMore(10);
        });
    }

    @Test
    void fault_12_the_store_acknowledges_and_dies() throws Exception {
        new Faults(ground).survive(12, (load, random) -> {
            load.awaitMore(20 + random.nextInt(40));
            store.kill();
            store = ground.start("store");
            load.awaitMore(5);
        });
    }
}
