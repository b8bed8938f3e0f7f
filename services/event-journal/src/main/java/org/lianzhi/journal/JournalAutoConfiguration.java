package org.lianzhi.journal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.cloud.stream.binder.ConsumerProperties;
import org.springframework.cloud.stream.binder.kafka.support.ConsumerConfigCustomizer;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.messaging.Message;

/** Gives a service its journal, the relay, and the makers of consumers. */
@AutoConfiguration(afterName = "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration")
@EnableConfigurationProperties(JournalProperties.class)
public class JournalAutoConfiguration {

    /** In milliseconds, as the store keeps times: what is read back equals what was written. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    /** The driver itself would wait without end for a store that hangs, and everybody who asks would wait with it. */
    @Bean
    MongoClientSettingsBuilderCustomizer storeIsNotWaitedForWithoutEnd(JournalProperties properties) {
        long millis = properties.storeTimeout().toMillis();
        return settings -> settings.applyToSocketSettings(socket ->
                        socket.connectTimeout(millis, TimeUnit.MILLISECONDS).readTimeout(millis, TimeUnit.MILLISECONDS))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(millis, TimeUnit.MILLISECONDS));
    }

    /**
     * For who can wait until the broker has said where a topic is. It is made when it is first needed: as long as the name of the
     * broker is known to nobody it cannot be made, and reports are accepted all the same.
     */
    @Bean(destroyMethod = "close")
    @Lazy
    Producer<String, byte[]> journalProducer(KafkaProperties kafka) {
        return producer(kafka, Duration.ofSeconds(3));
    }

    /** The relay's only thread has other topics to serve: asking goes on without it, and the stream tries again. */
    @Bean(destroyMethod = "close", defaultCandidate = false)
    @Lazy
    Producer<String, byte[]> relayProducer(KafkaProperties kafka) {
        return producer(kafka, Duration.ofMillis(50));
    }

    private static Producer<String, byte[]> producer(KafkaProperties kafka, Duration atMost) {
        Map<String, Object> settings = kafka.buildProducerProperties();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, atMost.toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20000);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    @Bean
    Relay relay(
            MongoDatabaseFactory database,
            @Lazy @Qualifier("relayProducer") Producer<String, byte[]> relayProducer,
            JournalProperties properties,
            Clock clock) {
        Sending sending = new Sending(relayProducer, new Topics(properties.topics()), properties.source(), clock);
        Duration every = properties.sweepEvery();
        return new Relay(new RelayMarks(database), sending, clock, every.isPositive() ? every : null);
    }

    @Bean
    Journal journal(
            MongoDatabaseFactory database,
            JournalProperties properties,
            Relay relay,
            ObjectProvider<AppendListener> listeners) {
        return new MongoJournal(database, properties.maxEventBytes(), new MongoJournal.Outcomes() {
            @Override
            public void durable(Commit commit) {
                relay.offer(commit);
                listeners.forEach(listener -> listener.appended(commit));
            }

            @Override
            public void unsure(StreamId stream, long version) {
                relay.lookFor(stream, version);
            }
        });
    }

    @Bean
    RebuildAtStart rebuildAtStart(
            Rebuilding rebuilding,
            ObjectProvider<Rebuildable> rebuildable,
            @Value("${lianzhi.rebuild:false}") boolean asked) {
        return new RebuildAtStart(rebuilding, rebuildable, asked);
    }

    @Bean
    Resending resending(MongoDatabaseFactory database, Relay relay, Clock clock) {
        return new Resending(database, relay, clock);
    }

    @Bean
    Claims claims(MongoDatabaseFactory database) {
        return new Claims(database);
    }

    @Bean
    Commands commands(Journal journal, Claims claims) {
        return new Commands(journal, claims);
    }

    @Bean
    Republishing republishing(@Lazy Producer<String, byte[]> journalProducer, Clock clock) {
        return new Republishing(journalProducer, clock);
    }

    @Bean
    ParkedCases parkedCases(MongoDatabaseFactory database, Republishing republishing, Clock clock) {
        return new ParkedCases(database, republishing, clock);
    }

    @Bean
    UnknownTypes unknownTypes(ObjectProvider<KnownTypes> known) {
        return new UnknownTypes(known.getIfAvailable(() -> any -> true));
    }

    @Bean(initMethod = "start")
    OpenGaps openGaps(MongoDatabaseFactory database, Republishing republishing, Clock clock) {
        return new OpenGaps(database, republishing, clock);
    }

    @Bean
    EventConsumers eventConsumers(ParkedCases parked, OpenGaps gaps, UnknownTypes unknown) {
        return new EventConsumers(parked, gaps, unknown);
    }

    /** Named {@code relay} in the health of the service. */
    @Bean
    HealthIndicator relayHealthIndicator(Relay relay, Clock clock) {
        return new RelayHealth(relay, clock);
    }

    @Bean
    ConsumerWaits consumerWaits(Clock clock) {
        return new ConsumerWaits(clock);
    }

    /** Named {@code consumers} in the health of the service. */
    @Bean
    HealthIndicator consumersHealthIndicator(
            ParkedCases parked,
            OpenGaps gaps,
            UnknownTypes unknown,
            ConsumerWaits waits,
            TopicsAtStart topics,
            RebuildAtStart rebuilds) {
        return () -> {
            int cases = parked.list().size();
            Duration gap = gaps.longest();
            boolean late = waits.longest().compareTo(RelayHealth.LATE) > 0 || gap.compareTo(RelayHealth.LATE) > 0;
            boolean allWork = waits.ended().isEmpty() && rebuilds.failed().isEmpty();
            return Health.status(cases == 0 && !late && topics.done() && allWork ? Status.UP : Degraded.STATUS)
                    .withDetail("brokerFound", topics.done())
                    .withDetail("parked", cases)
                    .withDetail("oldestGap", gap)
                    .withDetail("unknownTypes", unknown.counts())
                    .withDetail("waiting", waits.waiting())
                    .withDetail("ended", waits.ended())
                    .withDetail("rebuildsFailed", rebuilds.failed())
                    .build();
        };
    }

    @Bean
    ReadModels readModels(MongoTemplate mongo) {
        return new ReadModels(mongo);
    }

    @Bean
    Rebuilding rebuilding(
            KafkaProperties kafka,
            JournalProperties properties,
            EventConsumers consumers,
            ParkedCases parked,
            OpenGaps gaps,
            MongoTemplate mongo) {
        return new Rebuilding(kafka.buildConsumerProperties(), properties, consumers, parked, gaps, mongo);
    }

    /** Needed before nearly everything else: what it asks is looked for when it asks. */
    @Bean
    static BindingsDoNotWait bindingsDoNotWait(ObjectProvider<TopicsAtStart> topics) {
        return new BindingsDoNotWait(() -> topics.getObject().done());
    }

    @Bean
    static BinderWithoutLag binderWithoutLag() {
        return new BinderWithoutLag();
    }

    /**
     * A consumer that gets no answer asks again, and nobody waits a whole minute for it. The partitions of one that died are
     * given to another, or to its own successor, after ten seconds and not after 45.
     */
    @Bean
    ConsumerConfigCustomizer consumersAreBrief() {
        return (settings, binding, destination) -> {
            settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) BindingsDoNotWait.PATIENCE.toMillis());
            settings.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
            settings.putIfAbsent(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        };
    }

    @Bean
    TopicsAtStart topicsAtStart(KafkaProperties kafka, JournalProperties properties) {
        return new TopicsAtStart(kafka.buildAdminProperties(), properties);
    }

    /**
     * A binding that converts would hand bytes to a JSON reader, which fails, and the records would be gone without a
     * word: better not to start at all.
     */
    @Bean
    SmartInitializingSingleton bindingsLeaveBytesAlone(BindingServiceProperties bindings) {
        bindings.setBindingRetryInterval((int) BindingsDoNotWait.PATIENCE.toSeconds());
        return () -> bindings.getBindings().forEach((name, binding) -> {
            ConsumerProperties consumer = binding.getConsumer();
            if (consumer != null && (!consumer.isBatchMode() || !consumer.isUseNativeDecoding())) {
                throw new IllegalStateException("the binding " + name + " needs batch-mode and use-native-decoding");
            }
        });
    }

    /** Bound to the republish topics of the hosted sides by each service that owns streams. */
    @Bean
    Consumer<Message<List<byte[]>>> republish(Relay relay, JournalProperties properties) {
        return new RepublishRequests(relay, properties.topics().keySet());
    }

    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> patience(ConsumerWaits waits) {
        return (container, destination, group) -> waits.watch(container, group + " at " + destination);
    }

    @Bean
    MeterBinder journalMetrics(
            Relay relay, ParkedCases parked, OpenGaps gaps, UnknownTypes unknown, ConsumerWaits waits, Clock clock) {
        return (MeterRegistry registry) -> {
            unknown.bindTo(registry);
            Gauge.builder("lianzhi.parked.cases", () -> parked.list().size()).register(registry);
            Gauge.builder("lianzhi.gaps.open", () -> gaps.list().size()).register(registry);
            Gauge.builder("lianzhi.consumers.waiting", () -> waits.longest().toMillis() / 1000.0)
                    .baseUnit("seconds")
                    .register(registry);
            Gauge.builder("lianzhi.relay.backlog.streams", () -> relay.backlog().streams())
                    .register(registry);
            Gauge.builder("lianzhi.relay.parked.streams", () -> relay.backlog().parked())
                    .register(registry);
            Gauge.builder(
                            "lianzhi.relay.backlog.age",
                            () -> relay.backlog().age(clock.instant()).toMillis() / 1000.0)
                    .baseUnit("seconds")
                    .register(registry);
        };
    }
}
