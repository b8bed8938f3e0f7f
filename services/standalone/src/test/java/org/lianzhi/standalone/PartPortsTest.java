package org.lianzhi.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PartPortsTest {

    private static final int PORTAL = 10_080;
    private static final int IDENTITY_PROVIDER = 10_900;

    @Test
    void no_two_parts_get_the_same_port_and_the_broker_is_told_of_all() {
        PartPorts ports = PartPorts.pick(PORTAL, IDENTITY_PROVIDER);
        assertThat(ports.services())
                .containsOnlyKeys("report-intake", "joint-investigation", "notification", "supervisor-timeline");
        assertThat(Stream.concat(
                        Stream.of(PORTAL, IDENTITY_PROVIDER, ports.broker()), ports.services().values().stream()))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(ports.all());
    }

    /** The user may have said the same twice, and is told of that later. */
    @Test
    void a_port_that_was_said_twice_hinders_no_pick() {
        assertThat(PartPorts.pick(PORTAL, PORTAL).all()).hasSize(6);
    }
}
