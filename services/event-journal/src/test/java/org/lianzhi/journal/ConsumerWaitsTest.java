package org.lianzhi.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

class ConsumerWaitsTest {

    private final ConsumerWaits waits = new ConsumerWaits(Clock.systemUTC());

    private static final class Container extends ConcurrentMessageListenerContainer<String, String> {

        private Container() {
            super(new DefaultKafkaConsumerFactory<>(Map.of()), new ContainerProperties("topic"));
        }

        void diesOnItsOwn() {
            setStoppedNormally(false);
        }
    }

    @Test
    void a_consumer_that_has_ended_although_nobody_has_stopped_it_is_told_of_until_another_takes_its_place() {
        Container dying = new Container();
        waits.watch(dying, "group at topic");
        waits.watch(new Container(), "another at topic");
        assertThat(waits.ended()).isEmpty();

        dying.diesOnItsOwn();

        assertThat(waits.ended()).containsExactly("group at topic");
        waits.watch(new Container(), "group at topic");
        assertThat(waits.ended()).isEmpty();
    }
}
