package org.lianzhi.system.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Broker, store and services in one process, as in the program that everybody tries first, and it is killed. */
@Tag("faults")
@Isolated
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
}
