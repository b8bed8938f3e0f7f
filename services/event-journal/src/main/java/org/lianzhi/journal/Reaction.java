package org.lianzhi.journal;

/**
 * What a service does about an event: it runs commands whose intents derive from the event ({@link Intent#policy}), so
 * that doing it again changes nothing. Exceptions that come from the store or the broker make the consumer wait and try
 * again for as long as it lasts; any other exception parks the case.
 */
@FunctionalInterface
public interface Reaction {

    void on(IncomingEvent event);
}
