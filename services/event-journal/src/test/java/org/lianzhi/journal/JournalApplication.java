package org.lianzhi.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;

/** The smallest service with a journal: it hears its own events. */
@SpringBootApplication
class JournalApplication {

    /** What came in, in the order in which it came. */
    static final class Heard {
        final List<IncomingEvent> events = new CopyOnWriteArrayList<>();

        /** What the next event meets, once. */
        final AtomicReference<@Nullable Error> error = new AtomicReference<>();

        void take(IncomingEvent event) {
            Error once = error.getAndSet(null);
            if (once != null) {
                throw once;
            }
            events.add(event);
        }

        List<IncomingEvent> of(StreamId stream) {
            return events.stream()
                    .filter(event -> event.stream().equals(stream))
                    .toList();
        }
    }

    @Bean
    Heard heard() {
        return new Heard();
    }

    /** A read model that cannot stomach some events as long as a fault in it is not mended. */
    static final class Fragile implements Projector<Fragile.Names> {

        record Names(List<String> types) {}

        volatile boolean mended;

        @Override
        public String collection() {
            return "fragile";
        }

        @Override
        public Class<Names> type() {
            return Names.class;
        }

        @Override
        public List<String> documents(IncomingEvent event) {
            return List.of(event.stream().id());
        }

        @Override
        public Names apply(String id, @Nullable Names current, IncomingEvent event) {
            if (event.type().equals("case.poison.v1") && !mended) {
                throw new IllegalArgumentException("cannot read it");
            }
            List<String> types = new ArrayList<>(current == null ? List.of() : current.types());
            types.add(event.type() + "@" + event.stream().side());
            return new Names(List.copyOf(types));
        }
    }

    @Bean
    Fragile fragile() {
        return new Fragile();
    }

    @Bean
    ReadModel<Fragile.Names> names(ReadModels models, Fragile fragile) {
        return models.of(fragile);
    }

    @Bean
    Consumer<Message<List<byte[]>>> project(EventConsumers consumers, ReadModel<Fragile.Names> names) {
        return consumers.projecting("project", names);
    }

    @Bean
    KnownTypes knownTypes() {
        return type -> !type.startsWith("case.later-");
    }

    @Bean
    Consumer<Message<List<byte[]>>> listen(EventConsumers consumers, Heard heard) {
        return consumers.reacting("listen", heard::take);
    }
}
