package org.lianzhi.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Builds read models anew from the beginning of the topics, beside those that are read, and switches over when it has
 * caught up. Nobody sees an empty or half-built model, also when the topics were lost and are not whole again. A rebuild that
 * dies leaves the old models as they were and is simply run again; what it left behind goes away with the next one that
 * succeeds. It runs no commands: nobody is told anything.
 */
public final class Rebuilding {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);
    private static final Duration POLL = Duration.ofMillis(500);

    /**
     * So much is read before any document is written. Events of one document are spread over its topic: the more of them are
     * read at once, the fewer times it is written and made durable.
     */
    private static final int BATCH_BYTES = 32 * 1024 * 1024;

    /** What an event takes in memory beside its data, about: its headers as text. */
    private static final int BYTES_BESIDE = 1024;

    private static final int FETCH_BYTES = 8 * 1024 * 1024;
    private static final int POLL_RECORDS = 10_000;

    /** So many records are few enough for the consumer to wait for them. */
    private static final int FEW = 1_000;

    /** Where more than that arrive all the time it switches over nevertheless. */
    private static final int ROUNDS = 20;

    /** Another rebuild switched over first. */
    public static final class AnotherWasFirst extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        AnotherWasFirst(String collection) {
            super("another rebuild of " + collection + " switched over first");
        }
    }

    /** What would come of a rebuild has less in it than what is there. */
    public static final class TopicsIncomplete extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TopicsIncomplete(String message) {
            super(message);
        }
    }

    private final Map<String, Object> settings;
    private final JournalProperties properties;
    private final EventConsumers consumers;
    private final ParkedCases parked;
    private final OpenGaps gaps;
    private final MongoTemplate mongo;
    private final Generations.Stored generations;

    Rebuilding(
            Map<String, Object> settings,
            JournalProperties properties,
            EventConsumers consumers,
            ParkedCases parked,
            OpenGaps gaps,
            MongoTemplate mongo) {
        this.settings = new HashMap<>(settings);
        this.settings
                .keySet()
                .removeAll(Set.of(ConsumerConfig.GROUP_ID_CONFIG, ConsumerConfig.GROUP_INSTANCE_ID_CONFIG));
        this.settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        this.settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        this.settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
        this.settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        this.properties = properties;
        this.consumers = consumers;
        this.parked = parked;
        this.gaps = gaps;
        this.mongo = mongo;
        this.generations = new Generations.Stored(mongo);
    }

    /** Whether a rebuild of one of them died after it had switched over: it has to be done once more. */
    boolean isUnsettled(Rebuildable what) {
        return what.models().stream()
                .anyMatch(model -> generations.isUnsettled(model.projector().collection()));
    }

    /**
     * Rebuilds.
     *
     * @return how many records were read
     * @throws AnotherWasFirst when another rebuild switched over first; its result stands
     * @throws TopicsIncomplete when the topics do not hold what the models have by now; these stay as they are
     */
    public long rebuild(Rebuildable what) {
        String attempt = UUID.randomUUID().toString().substring(0, 8);
        String name = what.consumer() + "." + attempt;
        Leftovers leftovers = Leftovers.of(what, mongo, parked);
        Map<String, OpenGaps.Missing> missing = new LinkedHashMap<>();
        Map<ReadModel<?>, String> before = new LinkedHashMap<>();
        Owed owed = new Owed();
        List<ProjectingConsumer<?>> building = new ArrayList<>();
        for (ReadModel<?> model : what.models()) {
            model.point();
            before.put(model, model.generation());
            model.versions(owed::add);
            building.add(consumers.projectingOne(
                    what.consumer(), name, model.in(attempt), gap -> missing.put(gap.id(), gap)));
        }
        LOG.info("rebuild {} of {} begins", attempt, what.consumer());
        try (KafkaConsumer<byte[], byte[]> kafka = new KafkaConsumer<>(settings)) {
            List<TopicPartition> partitions = partitions(kafka, what.kinds());
            kafka.assign(partitions);
            kafka.seekToBeginning(partitions);
            long[] read = {0};
            long last = Long.MAX_VALUE;
            for (int round = 0; round < ROUNDS && last > FEW; round++) {
                last = catchUp(kafka, partitions, building, owed);
                read[0] += last;
            }
            owed.assertPaid(what.consumer());
            // The consumer of this instance waits for the rest: its next event meets what all before it have made.
            withoutBatches(new ArrayList<>(what.models()), () -> {
                read[0] += catchUp(kafka, partitions, building, owed);
                before.forEach((model, generation) -> switchOver(model, generation, attempt));
            });
            // What another instance took before the switch went into the old generation: it is in the topics by now.
            read[0] += catchUp(kafka, partitions, building, owed);
            // What the old models had, so that nobody missed it any more, these may lack still.
            missing.values().forEach(gaps::found);
            Set<String> kept = new HashSet<>();
            before.forEach((model, generation) -> {
                String collection = model.projector().collection();
                parked.handOver(
                        ProjectingConsumer.named(name, model), ProjectingConsumer.named(what.consumer(), model));
                generations.settle(collection, attempt);
                for (String either : List.of(attempt, generation)) {
                    kept.add(Generations.documents(collection, either));
                    kept.add(Generations.lists(collection, either));
                }
            });
            leftovers.takeAwayBut(kept);
            LOG.info("rebuild {} of {} is done: {} records", attempt, what.consumer(), read[0]);
            return read[0];
        }
    }

    private static void withoutBatches(List<ReadModel<?>> models, Runnable work) {
        if (models.isEmpty()) {
            work.run();
        } else {
            models.removeLast().withoutBatches(() -> withoutBatches(models, work));
        }
    }

    private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> kafka, List<String> kinds) {
        List<TopicPartition> partitions = properties.knownSides().stream()
                .flatMap(side -> kinds.stream().map(kind -> side + "." + kind))
                .flatMap(topic -> kafka.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new TopicsIncomplete("there are no topics of " + kinds);
        }
        return partitions;
    }

    private long catchUp(
            KafkaConsumer<byte[], byte[]> kafka,
            List<TopicPartition> partitions,
            List<ProjectingConsumer<?>> building,
            Owed owed) {
        Map<TopicPartition, Long> ends = kafka.endOffsets(partitions);
        long read = 0;
        while (isBehind(kafka, ends)) {
            List<IncomingEvent> events = new ArrayList<>();
            for (long bytes = 0; bytes < BATCH_BYTES && isBehind(kafka, ends); ) {
                for (ConsumerRecord<byte[], byte[]> record : kafka.poll(POLL)) {
                    read(record, events);
                    bytes += record.serializedValueSize() + BYTES_BESIDE;
                }
            }
            events.forEach(owed::met);
            building.forEach(model -> apply(model, events));
            read += events.size();
        }
        return read;
    }

    private static boolean isBehind(KafkaConsumer<byte[], byte[]> kafka, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> kafka.position(end.getKey()) < end.getValue());
    }

    private static void read(ConsumerRecord<byte[], byte[]> record, List<IncomingEvent> events) {
        Map<String, byte[]> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), header.value());
        }
        try {
            Arrived arrived = Arrived.at(record.topic(), headers, record.value());
            if (arrived.damage() == null) {
                events.add(arrived.event());
            } else {
                // A good copy follows when its case is released; until then the old model waits for it too.
                LOG.warn(
                        "rebuild: {} was passed over: {}",
                        arrived.event(),
                        arrived.damage().getMessage());
            }
        } catch (RuntimeException e) {
            LOG.warn("rebuild: a record that is no event was passed over: {}", e.getMessage());
        }
    }

    /** After the switch consumers of other instances write into the same documents: who was slower reads them again. */
    private static void apply(ProjectingConsumer<?> model, List<IncomingEvent> events) {
        while (true) {
            try {
                model.accept(events);
                return;
            } catch (OptimisticLockingFailureException e) {
                LOG.debug("rebuild: {}", e.getMessage());
            }
        }
    }

    private void switchOver(ReadModel<?> model, String from, String to) {
        String collection = model.projector().collection();
        if (!generations.switchOver(collection, from, to)) {
            throw new AnotherWasFirst(collection);
        }
    }
}
