package org.lianzhi.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lianzhi.test.OnBackends;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.cloud.stream.binder.kafka.KafkaBinderMetrics;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;

/** What the binder would make for each binding, and end in a deadlock with, is not there. */
@SpringBootTest
@OnBackends
class BinderWithoutLagTest {

    @Test
    void a_consumer_is_bound_without_the_binders_figure_of_lag(
            @Autowired BindingsLifecycleController bindings, @Autowired MeterRegistry meters) {
        Awaitility.await("a consumer is bound")
                .until(() -> bindings.queryStates().stream()
                        .anyMatch(state -> "running".equals(String.valueOf(state.get("state")))));

        assertThat(meters.find(KafkaBinderMetrics.OFFSET_LAG_METRIC_NAME).meters())
                .isEmpty();
    }
}
