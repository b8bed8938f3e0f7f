package org.lianzhi.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sees to it that the topics are there before anything is bound to them, and that their partitions are as many as ever:
 * another number would send a case's later events past its earlier ones. Where the broker is away the start goes on, and
 * the topics are looked after when it comes back.
 */
final class TopicsAtStart implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TopicsAtStart.class);
    private static final int SECONDS = 5;

    private final Map<String, Object> adminSettings;
    private final JournalProperties properties;
    private volatile boolean running;
    private volatile boolean done;
    private @Nullable ScheduledExecutorService later;

    TopicsAtStart(Map<String, Object> adminSettings, JournalProperties properties) {
        this.adminSettings = new HashMap<>(adminSettings);
        this.adminSettings.put("request.timeout.ms", SECONDS * 1000);
        this.adminSettings.put("default.api.timeout.ms", SECONDS * 1000);
        this.properties = properties;
    }

    @Override
    public void start() {
        running = true;
        if (!lookAfterTopics()) {
            ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("topics").daemon().factory());
            later = executor;
            executor.scheduleWithFixedDelay(() -> tryAgain(executor), SECONDS, SECONDS, TimeUnit.SECONDS);
        }
    }

    /** @return false where the broker does not answer */
    private boolean lookAfterTopics() {
        try (Admin admin = Admin.create(adminSettings)) {
            Set<String> wanted = topics();
            create(admin, wanted);
            assertPartitions(admin, wanted);
            done = true;
            return true;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            // The last: for instance its name is not known for a while.
            LOG.warn("the broker does not answer; topics are looked after when it does: {}", e.toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether the broker has answered since the start, and all topics are there. */
    boolean done() {
        return done;
    }

    private void tryAgain(ScheduledExecutorService executor) {
        try {
            if (lookAfterTopics()) {
                executor.shutdown();
            }
        } catch (IllegalStateException wrongNumber) {
            LOG.error("consumers must not run like this: {}", wrongNumber.getMessage());
            executor.shutdown();
        }
    }

    private Set<String> topics() {
        Set<String> kinds = new HashSet<>(properties.topics().values());
        kinds.addAll(properties.consumes());
        kinds.add(Topics.REPUBLISH);
        Set<String> topics = new HashSet<>();
        properties.knownSides().forEach(side -> kinds.forEach(kind -> topics.add(side + "." + kind)));
        return topics;
    }

    private void create(Admin admin, Set<String> wanted)
            throws InterruptedException, ExecutionException, TimeoutException {
        Set<String> missing = new HashSet<>(wanted);
        missing.removeAll(admin.listTopics().names().get(SECONDS, TimeUnit.SECONDS));
        List<NewTopic> topics = new ArrayList<>();
        missing.forEach(name -> topics.add(
                new NewTopic(name, properties.partitions(), properties.replicationFactor()).configs(kept(name))));
        try {
            admin.createTopics(topics).all().get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** Evidence is kept without end; requests to send again are of no use after an hour. */
    private static Map<String, String> kept(String topic) {
        String retention = topic.endsWith(Topics.REPUBLISH) ? "3600000" : "-1";
        return Map.of(TopicConfig.RETENTION_MS_CONFIG, retention, TopicConfig.RETENTION_BYTES_CONFIG, "-1");
    }

    private void assertPartitions(Admin admin, Set<String> wanted)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<String, TopicDescription> found =
                admin.describeTopics(wanted).allTopicNames().get(SECONDS, TimeUnit.SECONDS);
        found.forEach((name, topic) -> {
            if (topic.partitions().size() != properties.partitions()) {
                throw new IllegalStateException(
                        name + " has " + topic.partitions().size() + " partitions, not " + properties.partitions()
                                + ": changing the number breaks the order of running cases");
            }
        });
    }

    @Override
    public void stop() {
        running = false;
        ScheduledExecutorService trying = later;
        if (trying != null) {
            trying.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the bindings. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
