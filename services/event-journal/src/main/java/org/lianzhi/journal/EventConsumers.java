package org.lianzhi.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.lianzhi.journal.Arrived.DamagedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/** Makes the functions that Spring Cloud Stream binds to topics. The bindings take batches. */
public final class EventConsumers {

    private static final Logger LOG = LoggerFactory.getLogger(EventConsumers.class);

    private final ParkedCases parked;
    private final OpenGaps gaps;
    private final UnknownTypes unknown;

    EventConsumers(ParkedCases parked, OpenGaps gaps, UnknownTypes unknown) {
        this.parked = parked;
        this.gaps = gaps;
        this.unknown = unknown;
    }

    /** A consumer that keeps one or more read models. */
    public Consumer<Message<List<byte[]>>> projecting(String consumer, ReadModel<?>... models) {
        return batches(consumer, keeping(consumer, models));
    }

    private Consumer<List<IncomingEvent>> keeping(String consumer, ReadModel<?>... models) {
        List<ProjectingConsumer<?>> projecting = Arrays.stream(models)
                .<ProjectingConsumer<?>>map(model -> new ProjectingConsumer<>(consumer, model, parked, gaps))
                .toList();
        return events -> projecting.forEach(model -> model.accept(events));
    }

    private Consumer<Message<List<byte[]>>> batches(String consumer, Consumer<List<IncomingEvent>> events) {
        return batch -> Failures.asInfrastructure(() -> parked.duringBatch(() -> events.accept(read(consumer, batch))));
    }

    /** A consumer that keeps what a rebuild makes anew. */
    public Consumer<Message<List<byte[]>>> projecting(Rebuildable models) {
        return projecting(models.consumer(), models.models().toArray(ReadModel<?>[]::new));
    }

    /**
     * For a rebuild: parks under a name of its own, so that what stopped the old model does not stop the new one; what people
     * have decided to leave out is left out here too.
     *
     * @param met is told of the gaps too: until the switch the live consumer, in whose name they are kept, has the old model
     */
    <T> ProjectingConsumer<T> projectingOne(
            String consumer, String name, ReadModel<T> model, Consumer<OpenGaps.Missing> met) {
        return new ProjectingConsumer<>(consumer, name, model, parked, met.andThen(gaps::found));
    }

    /** A consumer that runs commands. */
    public Consumer<Message<List<byte[]>>> reacting(String consumer, Reaction reaction) {
        return batches(consumer, new ReactingConsumer(consumer, reaction, parked)::accept);
    }

    /**
     * A consumer that keeps read models and then runs commands that may look into them. Both get the same events: a case that is
     * parked and goes on does so for both at once.
     */
    public Consumer<Message<List<byte[]>>> projectingAndReacting(
            String consumer, Reaction reaction, ReadModel<?>... models) {
        return batches(
                consumer, keeping(consumer, models).andThen(new ReactingConsumer(consumer, reaction, parked)::accept));
    }

    private List<IncomingEvent> read(String consumer, Message<List<byte[]>> batch) {
        List<IncomingEvent> events = new ArrayList<>();
        for (Arrived arrived : Batches.read(consumer, batch, unknown::countNoEvent)) {
            IncomingEvent event = arrived.event();
            if (!parked.isToWait(consumer, event) && isWhole(consumer, arrived)) {
                unknown.count(consumer, event.type());
                events.add(event);
            }
        }
        return events;
    }

    /** A damaged event parks its case before any document has met it. */
    private boolean isWhole(String consumer, Arrived arrived) {
        DamagedEvent damage = arrived.damage();
        if (damage == null) {
            return true;
        }
        if (parked.isSkipped(consumer, arrived.event())) {
            LOG.warn("{}: left out {}, as was decided", consumer, arrived.event());
        } else {
            LOG.error("{}: parked {} ({})", consumer, arrived.event(), damage.getMessage());
            parked.park(consumer, arrived.event(), damage);
        }
        return false;
    }
}
