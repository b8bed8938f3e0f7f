package org.lianzhi.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.lianzhi.test.Backends;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A service whose broker has a name that nobody knows, as that of a container that does not run. */
class UnknownBrokerTest {

    private static final String NOBODY = "broker.invalid:9092";

    @Test
    void it_starts_appends_and_stops() {
        String database = "test-" + UUID.randomUUID();
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(JournalApplication.class)
                .run(
                        "--spring.mongodb.uri=" + Backends.started().store(),
                        "--spring.mongodb.database=" + database,
                        "--spring.kafka.bootstrap-servers=" + NOBODY,
                        "--spring.cloud.stream.kafka.binder.brokers=" + NOBODY)) {
            Journal journal = context.getBean(Journal.class);
            EventStream stream =
                    journal.load(new StreamId("case", UUID.randomUUID().toString(), "hn"));
            Draft draft = new Draft(
                    "one",
                    "cause",
                    "hn/-/policy/test",
                    Instant.parse("2024-07-08T01:02:03.004Z"),
                    Map.of(),
                    List.of(new EventData("case.opened.v1", "{}")));

            journal.append(stream, draft);

            assertThat(journal.load(stream.id()).version()).isEqualTo(1);
            Relay relay = context.getBean(Relay.class);
            await().until(() -> relay.backlog().streams(), Predicate.isEqual(1));
            assertThat(relay.backlog().parked())
                    .as("it is waited for, not refused")
                    .isZero();
        }
    }
}
