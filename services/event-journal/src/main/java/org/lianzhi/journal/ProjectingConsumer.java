package org.lianzhi.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies a batch to the documents of one read model: each document is read once and written once. */
final class ProjectingConsumer<T> {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectingConsumer.class);

    private final String consumer;
    private final ReadModel<T> model;
    private final ParkedCases parked;
    private final Republishing republishing;

    ProjectingConsumer(String consumer, ReadModel<T> model, ParkedCases parked, Republishing republishing) {
        this.consumer = consumer + "/" + model.projector().collection();
        this.model = model;
        this.parked = parked;
        this.republishing = republishing;
    }

    void accept(List<IncomingEvent> events) {
        Map<String, List<IncomingEvent>> byDocument = new LinkedHashMap<>();
        for (IncomingEvent event : events) {
            if (!parked.isParked(consumer, event.stream().id())) {
                documents(event)
                        .forEach(id -> byDocument
                                .computeIfAbsent(id, any -> new ArrayList<>())
                                .add(event));
            }
        }
        if (byDocument.isEmpty()) {
            return;
        }
        Map<String, Projected<T>> before = model.find(byDocument.keySet());
        List<Projected<T>> changed = new ArrayList<>();
        Map<String, Projected<T>> after = new LinkedHashMap<>(before);
        byDocument.forEach((id, theirs) -> {
            Projected<T> applied = apply(id, before.get(id), theirs);
            if (applied != null) {
                changed.add(applied);
                after.put(id, applied);
            }
        });
        // The lists first: who waits for a version waits for the document, and must then find it in its lists. Also for
        // documents that did not change: the process may have died between the two last time.
        model.list(after.values());
        model.save(changed);
    }

    private List<String> documents(IncomingEvent event) {
        try {
            return model.projector().documents(event);
        } catch (RuntimeException e) {
            park(event, e);
            return List.of();
        }
    }

    /** Null when nothing changed. */
    private @Nullable Projected<T> apply(String id, @Nullable Projected<T> before, List<IncomingEvent> events) {
        Gate gate = before == null ? Gate.EMPTY : before.gate();
        T state = before == null ? null : before.state();
        boolean changed = false;
        Set<StreamId> stopped = new LinkedHashSet<>();
        for (IncomingEvent event : events) {
            if (stopped.contains(event.stream())) {
                continue;
            }
            long base = model.projector().base(id, event.stream());
            switch (gate.ask(event, base)) {
                case DUPLICATE -> {}
                case GAP -> {
                    stopped.add(event.stream());
                    republishing.ask(consumer, event.stream(), gate.last(event.stream(), base));
                }
                case APPLY -> {
                    try {
                        state = model.projector().apply(id, state, event);
                        gate = gate.passed(event);
                        changed = true;
                    } catch (RuntimeException e) {
                        park(event, e);
                        stopped.add(event.stream());
                    }
                }
            }
        }
        return changed && state != null
                ? new Projected<>(id, gate, before == null ? 0 : before.revision(), state)
                : null;
    }

    private void park(IncomingEvent event, RuntimeException cause) {
        if (Failures.isInfrastructure(cause)) {
            throw cause;
        }
        LOG.error("{}: parked {} ({})", consumer, event, cause.toString());
        parked.park(consumer, event, cause);
    }
}
