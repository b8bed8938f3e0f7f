package org.lianzhi.journal;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.messaging.Message;

/** Makes the functions that Spring Cloud Stream binds to topics. The bindings take batches. */
public final class EventConsumers {

    private final ParkedCases parked;
    private final Republishing republishing;
    private final UnknownTypes unknown;

    EventConsumers(ParkedCases parked, Republishing republishing, UnknownTypes unknown) {
        this.parked = parked;
        this.republishing = republishing;
        this.unknown = unknown;
    }

    /** A consumer that keeps one or more read models. */
    public Consumer<Message<List<byte[]>>> projecting(String consumer, ReadModel<?>... models) {
        List<ProjectingConsumer<?>> projecting = Arrays.stream(models)
                .<ProjectingConsumer<?>>map(model -> new ProjectingConsumer<>(consumer, model, parked, republishing))
                .toList();
        return batch -> {
            List<IncomingEvent> events = read(consumer, batch);
            projecting.forEach(model -> model.accept(events));
        };
    }

    /** For a rebuild: parks under a name of its own, so that what stopped the old model does not stop the new one. */
    <T> ProjectingConsumer<T> projectingOne(String consumer, ReadModel<T> model) {
        return new ProjectingConsumer<>(consumer, model, parked, republishing);
    }

    /** A consumer that runs commands. */
    public Consumer<Message<List<byte[]>>> reacting(String consumer, Reaction reaction) {
        ReactingConsumer reacting = new ReactingConsumer(consumer, reaction, parked);
        return batch -> reacting.accept(read(consumer, batch));
    }

    private List<IncomingEvent> read(String consumer, Message<List<byte[]>> batch) {
        List<IncomingEvent> events = Batches.read(consumer, batch);
        events.forEach(event -> unknown.count(consumer, event.type()));
        return events;
    }
}
