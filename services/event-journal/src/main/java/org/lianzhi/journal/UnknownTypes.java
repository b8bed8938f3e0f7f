package org.lianzhi.journal;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts events whose type this version does not know. Each is told of once in the log. */
public final class UnknownTypes {

    private static final Logger LOG = LoggerFactory.getLogger(UnknownTypes.class);

    /** Somebody who may write to a topic must not be able to fill the memory with names. */
    private static final int MOST = 200;

    private static final String MORE = "(others)";

    private final KnownTypes known;
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

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

    /** Events since the start, by type. */
    public Map<String, Long> counts() {
        Map<String, Long> now = new TreeMap<>();
        counts.forEach((type, count) -> now.put(type, count.sum()));
        return now;
    }

    void bindTo(MeterRegistry registry) {
        FunctionCounter.builder(
                        "lianzhi.events.unknown",
                        counts,
                        all -> all.values().stream().mapToLong(LongAdder::sum).sum())
                .register(registry);
    }
}
