package org.lianzhi.system.faults;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Puts the places of {@link Sabotage} into a service, from outside: around its producer, its driver and its consumers. */
@AutoConfiguration(beforeName = "org.lianzhi.journal.JournalAutoConfiguration")
@ConditionalOnProperty("lianzhi.faults")
public class FaultConfiguration {

    static final String MADE_TO_FAIL = "made to fail";

    @Bean
    Clock clock() {
        return new JumpingClock(Clock.tickMillis(ZoneOffset.UTC));
    }

    /** Goes wrong by {@code clock-minutes}, the one second forward, the next second back. */
    private static final class JumpingClock extends Clock {

        private final Clock real;

        JumpingClock(Clock real) {
            this.real = real;
        }

        @Override
        public ZoneId getZone() {
            return real.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new JumpingClock(real.withZone(zone));
        }

        @Override
        public Instant instant() {
            Instant now = real.instant();
            Duration wrong = Duration.ofMinutes(Sabotage.number("clock-minutes"));
            return now.getEpochSecond() % 2 == 0 ? now.plus(wrong) : now.minus(wrong);
        }
    }

    @Bean
    static BeanPostProcessor faultyParts() {
        return new BeanPostProcessor() {
            @Override
            @SuppressWarnings("unchecked")
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof Producer<?, ?>) {
                    return FaultyProducer.before((Producer<String, byte[]>) bean);
                }
                if (bean instanceof Consumer<?> && !name.equals("republish")) {
                    Consumer<Object> consumer = (Consumer<Object>) bean;
                    return (Consumer<Object>) batch -> consume(consumer, batch);
                }
                return bean;
            }
        };
    }

    private static void consume(Consumer<Object> real, Object batch) {
        if (Sabotage.take("consumer-fails") || Sabotage.number("consumer-down") > 0) {
            throw new IllegalStateException(MADE_TO_FAIL);
        }
        if (Sabotage.take("consumer-slow")) {
            LockSupport.parkNanos(
                    Duration.ofMillis(Sabotage.number("slow-millis")).toNanos());
        }
        real.accept(batch);
    }

    /** After the product's own, so that it cannot take it away. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    MongoClientSettingsBuilderCustomizer faultyDriver() {
        return settings -> settings.addCommandListener(new Places());
    }

    /** Before a write leaves this process, and after its answer has come. */
    private static final class Places implements CommandListener {

        private final Map<Integer, Boolean> journalInserts = new ConcurrentHashMap<>();

        @Override
        public void commandStarted(CommandStartedEvent event) {
            boolean journal = event.getCommandName().equals("insert")
                    && event.getCommand().getString("insert").getValue().equals("journal");
            if (journal) {
                Sabotage.place("before-insert");
                if (Sabotage.take("delay-insert")) {
                    LockSupport.parkNanos(
                            Duration.ofMillis(Sabotage.number("delay-millis")).toNanos());
                }
                journalInserts.put(event.getRequestId(), true);
            }
            if (event.getCommandName().equals("insert")
                    && event.getCommand().getString("insert").getValue().equals("told")) {
                Sabotage.place("before-told");
            }
            if (event.getCommandName().equals("update")
                    && event.getCommand().getString("update").getValue().equals("journal")) {
                Sabotage.place("before-mark");
            }
        }

        @Override
        public void commandSucceeded(CommandSucceededEvent event) {
            if (journalInserts.remove(event.getRequestId()) != null) {
                Sabotage.place("after-insert/" + event.getDatabaseName());
            }
        }
    }
}
