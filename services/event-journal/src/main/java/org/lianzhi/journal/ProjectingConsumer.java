package org.lianzhi.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies a batch to the documents of one read model: each document is read once and written once. */
final class ProjectingConsumer<T> {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectingConsumer.class);

    private final String binding;
    private final String consumer;
    private final ReadModel<T> model;
    private final ParkedCases parked;
    private final Republishing republishing;

    ProjectingConsumer(String consumer, ReadModel<T> model, ParkedCases parked, Republishing republishing) {
        this.binding = consumer;
        this.consumer = consumer + "/" + model.projector().collection();
        this.model = model;
        this.parked = parked;
        this.republishing = republishing;
    }

    void accept(List<IncomingEvent> events) {
        model.batch(() -> apply(events));
    }

    private void apply(List<IncomingEvent> events) {
        Map<String, List<IncomingEvent>> byDocument = new LinkedHashMap<>();
        for (IncomingEvent event : events) {
            if (parked.isParked(consumer, event.stream().id())) {
                parked.passOver(consumer, event);
            } else {
                documents(event)
                        .forEach(id -> byDocument
                                .computeIfAbsent(id, any -> new ArrayList<>())
                                .add(event));
            }
        }
        if (byDocument.isEmpty()) {
            return;
        }
        Map<String, Kept<T>> after = model.load(byDocument.keySet());
        List<Kept<T>> changed = new ArrayList<>();
        byDocument.forEach((id, theirs) -> {
            Kept<T> before = after.getOrDefault(id, Kept.none(id));
            Kept<T> applied = apply(before, theirs);
            if (!applied.gate().equals(before.gate())) {
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
            if (!parked.isSkipped(consumer, event)) {
                park(event, e);
            }
            return List.of();
        }
    }

    private Kept<T> apply(Kept<T> before, List<IncomingEvent> events) {
        Kept<T> document = before;
        Set<StreamId> stopped = new LinkedHashSet<>();
        for (IncomingEvent event : events) {
            if (stopped.contains(event.stream())) {
                continue;
            }
            long base = model.projector().base(document.id(), event.stream());
            document = passSkipped(document, event, base);
            switch (document.gate().ask(event, base)) {
                case DUPLICATE -> {}
                case GAP -> {
                    stopped.add(event.stream());
                    republishing.ask(consumer, event.stream(), document.gate().last(event.stream(), base));
                }
                case APPLY -> {
                    Optional<Kept<T>> next = applyNext(document, event);
                    next.ifPresentOrElse(any -> {}, () -> stopped.add(event.stream()));
                    document = next.orElse(document);
                }
            }
        }
        return document;
    }

    /** What a person has decided to leave out is no gap, also where it could not be told which document it belonged to. */
    private Kept<T> passSkipped(Kept<T> before, IncomingEvent event, long base) {
        Kept<T> document = before;
        while (document.gate().ask(event, base) == Gate.Answer.GAP) {
            Position last = document.gate().last(event.stream(), base);
            Optional<Position> skipped = parked.skippedAfter(consumer, event.stream(), last)
                    .or(() -> parked.skippedAfter(binding, event.stream(), last));
            if (skipped.isEmpty()) {
                return document;
            }
            document = document.passed(event.stream(), skipped.get());
        }
        return document;
    }

    /** Empty when the event cannot be applied and its case is parked. */
    private Optional<Kept<T>> applyNext(Kept<T> document, IncomingEvent event) {
        Gate passed = document.gate().passed(event);
        try {
            T state = model.projector().apply(document.id(), document.state(), event);
            return Optional.of(new Kept<>(document.id(), passed, document.revision(), state));
        } catch (RuntimeException e) {
            if (parked.isSkipped(consumer, event)) {
                LOG.warn("{}: left out {}, as was decided", consumer, event);
                return Optional.of(new Kept<>(document.id(), passed, document.revision(), document.state()));
            }
            park(event, e);
            return Optional.empty();
        }
    }

    private void park(IncomingEvent event, RuntimeException cause) {
        if (Failures.isInfrastructure(cause)) {
            throw cause;
        }
        LOG.error("{}: parked {} ({})", consumer, event, cause.toString());
        parked.park(consumer, event, cause);
    }
}
