package org.lianzhi.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {

    /** So many that single picks would meet again for certain, and would meet one of the others. */
    private static final int MANY = 1000;

    private static final Set<Integer> EVEN =
            IntStream.range(0, 1 << 15).map(i -> 2 * i).boxed().collect(Collectors.toSet());

    @Test
    void ports_that_are_picked_together_differ_from_each_other_and_from_those_of_others() {
        List<Integer> picked = Ports.pick(MANY, EVEN);
        assertThat(picked).hasSize(MANY).doesNotHaveDuplicates().doesNotContainAnyElementsOf(EVEN);
    }

    @Test
    void the_controller_of_a_broker_leaves_the_port_of_the_broker_and_those_of_others_alone() {
        BrokerSettings settings =
                BrokerSettings.in(Path.of("broker")).withPort(10_001).apartFrom(Set.of(10_002, 10_003));
        assertThat(settings.apartFromOwn()).containsExactlyInAnyOrder(10_001, 10_002, 10_003);
    }
}
