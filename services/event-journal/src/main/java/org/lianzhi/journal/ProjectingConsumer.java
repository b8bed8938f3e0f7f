package org.lianzhi.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies a batch to the documents of one read model: each document is read once and written once. */
final class ProjectingConsumer<T> {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectingConsumer.class);

    private final String binding;
    private final String consumer;
    private final String live;
    private final ReadModel<T> model;
    private final ParkedCases parked;
    private final Consumer<OpenGaps.Missing> gaps;

    ProjectingConsumer(String consumer, ReadModel<T> model, ParkedCases parked, OpenGaps gaps) {
        this(consumer, consumer, model, parked, gaps::found);
        gaps.watch(this.consumer, this::hasGot);
    }

    /**
     * Another one that does the work of a consumer.
     *
     * @param binding the consumer's name, for which people have decided what is left out and gaps are looked after
     * @param name under which this one parks what it cannot apply
     * @param gaps is told what is missing when a batch is done
     */
    ProjectingConsumer(
            String binding, String name, ReadModel<T> model, ParkedCases parked, Consumer<OpenGaps.Missing> gaps) {
        this.binding = binding;
        this.consumer = named(name, model);
        this.live = named(binding, model);
        this.model = model;
        this.parked = parked;
        this.gaps = gaps;
    }

    private boolean hasGot(String id, StreamId stream, long version) {
        // One that gets no events does not know that another instance has made the model anew and lacks something
        // since.
        model.point();
        long base = model.projector().base(id, stream);
        return model.load(List.of(id))
                        .getOrDefault(id, Kept.none(id))
                        .gate()
                        .last(stream, base)
                        .version()
                >= version;
    }

    static String named(String consumer, ReadModel<?> model) {
        return consumer + "/" + model.projector().collection();
    }

    void accept(List<IncomingEvent> events) {
        model.batch(() -> apply(IncomingEvent.inTurn(events)));
    }

    private void apply(List<IncomingEvent> events) {
        List<IncomingEvent> atTurn = events.stream()
                .filter(event -> !parked.isToWait(consumer, event))
                .toList();
        Predicate<IncomingEvent> leftOut = parked.leftOut(live, atTurn);
        Map<String, List<IncomingEvent>> byDocument = new LinkedHashMap<>();
        for (IncomingEvent event : atTurn) {
            // Asked again: one before it may have parked its case.
            if (!parked.isToWait(consumer, event)) {
                documents(event, leftOut)
                        .forEach(id -> byDocument
                                .computeIfAbsent(id, any -> new ArrayList<>())
                                .add(event));
            }
        }
        if (byDocument.isEmpty()) {
            return;
        }
        Map<String, RuntimeException> unreadable = new LinkedHashMap<>();
        Map<String, Kept<T>> after = model.load(byDocument.keySet(), unreadable::put);
        unreadable.forEach((id, why) -> parkAll(byDocument.getOrDefault(id, List.of()), why));
        byDocument.keySet().removeAll(unreadable.keySet());
        List<Kept<T>> changed = new ArrayList<>();
        byDocument.forEach((id, theirs) -> {
            Kept<T> before = after.getOrDefault(id, Kept.none(id));
            Kept<T> applied = apply(before, theirs, leftOut);
            if (!applied.gate().equals(before.gate())) {
                changed.add(applied);
                after.put(id, applied);
            }
        });
        // The lists first: who waits for a version waits for the document, and must then find it in its lists. Also for
        // documents that did not change: the process may have died between the two last time. What was listed is saved:
        // who listed an old state beside a faster instance learns of it and lists the new one.
        try {
            write(model.isListed() ? after.values() : changed);
        } catch (RuntimeException e) {
            if (Failures.isInfrastructure(e)) {
                throw e;
            }
            oneByOne(byDocument, leftOut);
        }
    }

    /** Somebody has changed the document so far that it is none: its cases wait for a person, and no others. */
    private void parkAll(List<IncomingEvent> events, RuntimeException why) {
        for (IncomingEvent event : events) {
            if (!parked.isToWait(consumer, event)) {
                park(event, why);
            }
        }
    }

    private void write(Collection<Kept<T>> documents) {
        model.list(documents);
        model.save(documents);
    }

    /** Something in the batch cannot be written: what it is shows when the events are taken singly, and its case is parked. */
    private void oneByOne(Map<String, List<IncomingEvent>> byDocument, Predicate<IncomingEvent> leftOut) {
        byDocument.forEach((id, events) -> {
            for (IncomingEvent event : events) {
                if (!parked.isToWait(consumer, event)) {
                    Kept<T> before = model.load(List.of(id)).getOrDefault(id, Kept.none(id));
                    writeOne(before, event, leftOut);
                }
            }
        });
    }

    private void writeOne(Kept<T> before, IncomingEvent event, Predicate<IncomingEvent> leftOut) {
        Kept<T> after = apply(before, List.of(event), leftOut);
        if (after.gate().equals(before.gate())) {
            return;
        }
        try {
            write(List.of(after));
        } catch (RuntimeException e) {
            park(event, e);
        }
    }

    /** Also of what is left out: its documents pass it, so that nobody waits for it. */
    private List<String> documents(IncomingEvent event, Predicate<IncomingEvent> leftOut) {
        try {
            return model.projector().documents(event);
        } catch (RuntimeException e) {
            if (!leftOut.test(event)) {
                park(event, e);
            }
            return List.of();
        }
    }

    private Kept<T> apply(Kept<T> before, List<IncomingEvent> events, Predicate<IncomingEvent> leftOut) {
        Kept<T> document = before;
        Set<String> stopped = new HashSet<>();
        Map<StreamId, IncomingEvent> beyondGap = new LinkedHashMap<>();
        for (IncomingEvent event : events) {
            if (stopped.contains(ParkedCases.subject(event.stream())) && parked.isToWait(consumer, event)) {
                continue;
            }
            long base = model.projector().base(document.id(), event.stream());
            document = passSkipped(document, event, base);
            switch (document.gate().ask(event, base)) {
                case DUPLICATE -> {}
                case GAP -> beyondGap.put(event.stream(), event);
                case APPLY -> {
                    Optional<Kept<T>> next = applyNext(document, event, leftOut);
                    next.ifPresentOrElse(any -> {}, () -> stopped.add(ParkedCases.subject(event.stream())));
                    document = next.orElse(document);
                }
            }
        }
        // Not before the end of the batch, in which what is missing may have come.
        for (IncomingEvent event : beyondGap.values()) {
            long base = model.projector().base(document.id(), event.stream());
            if (!stopped.contains(ParkedCases.subject(event.stream()))
                    && document.gate().ask(event, base) == Gate.Answer.GAP) {
                long after = document.gate().last(event.stream(), base).version();
                gaps.accept(new OpenGaps.Missing(live, document.id(), event.stream(), after, event.version()));
            }
        }
        return document;
    }

    /** What a person has decided to leave out is no gap, also where it could not be told which document it belonged to. */
    private Kept<T> passSkipped(Kept<T> before, IncomingEvent event, long base) {
        Kept<T> document = before;
        while (document.gate().ask(event, base) == Gate.Answer.GAP) {
            Position last = document.gate().last(event.stream(), base);
            Optional<Position> skipped = parked.skippedAfter(live, event.stream(), last)
                    .or(() -> parked.skippedAfter(binding, event.stream(), last));
            if (skipped.isEmpty()) {
                return document;
            }
            document = document.passed(event.stream(), skipped.get());
        }
        return document;
    }

    /** Empty when the event cannot be applied and its case is parked. */
    private Optional<Kept<T>> applyNext(Kept<T> document, IncomingEvent event, Predicate<IncomingEvent> leftOut) {
        if (leftOut.test(event)) {
            LOG.warn("{}: left out {}, as was decided", consumer, event);
            return Optional.of(document.passed(event.stream(), event.position()));
        }
        Gate passed = document.gate().passed(event);
        try {
            T state = model.projector().apply(document.id(), document.state(), event);
            return Optional.of(new Kept<>(document.id(), passed, document.revision(), state));
        } catch (RuntimeException e) {
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
