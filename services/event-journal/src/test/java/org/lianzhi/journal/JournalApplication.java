package org.lianzhi.journal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;

/** The smallest service with a journal: it hears its own events. */
@SpringBootApplication
class JournalApplication {

    /** What came in, in the order in which it came. */
    static final class Heard {
        final List<IncomingEvent> events = new CopyOnWriteArrayList<>();

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

    @Bean
    Consumer<Message<List<byte[]>>> listen(EventConsumers consumers, Heard heard) {
        return consumers.reacting("listen", heard.events::add);
    }
}
