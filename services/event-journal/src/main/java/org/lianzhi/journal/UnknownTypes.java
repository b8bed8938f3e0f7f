package org.lianzhi.journal;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what consumers pass over: events whose type this version does not know, each told of once in the log, and records that
 * are no events at all.
 */
public final class UnknownTypes {

    private static final Logger LOG = LoggerFactory.getLogger(UnknownTypes.class);

    /** Somebody who may write to a topic must not be able to fill the memory with names. */
    private static final int MOST = 200;

    private static final String MORE = "(others)";

    private final KnownTypes known;
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> noEvents = new ConcurrentHashMap<>();

    UnknownTypes(KnownTypes known) {
        this.known = known;
    }

    void count(String consumer, String type) {
        if (!known.knows(type)) {
            String name = counts.containsKey(type) || counts.size() < MOST ? type : MORE;
            counts.computeIfAbsent(name, first -> {
                        LOG.warn("{}: events of a type that this version does not know: {}", consumer, first);
                        return new LongAdder();
                    })
                    .increment();
        }
    }

    /** A record that is no event of a journal: all that is known of it is where it lay. */
    void countNoEvent(String topic) {
        noEvents.computeIfAbsent(topic, first -> new LongAdder()).increment();
    }

    /** Since the start: events by type, and what is no event by topic. */
    public Map<String, Long> counts() {
        Map<String, Long> now = new TreeMap<>();
        counts.forEach((type, count) -> now.put(type, count.sum()));
        noEvents.forEach((topic, count) -> now.put(topic, count.sum()));
        return now;
    }

    void bindTo(MeterRegistry registry) {
        bind(registry, "lianzhi.events.unknown", counts);
        bind(registry, "lianzhi.records.no.event", noEvents);
    }

    private static void bind(MeterRegistry registry, String name, Map<String, LongAdder> counts) {
        FunctionCounter.builder(
                        name,
                        counts,
                        all -> all.values().stream().mapToLong(LongAdder::sum).sum())
                .register(registry);
    }
}
