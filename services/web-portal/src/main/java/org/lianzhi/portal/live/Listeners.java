package org.lianzhi.portal.live;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open streams. Each browser may hold three, because it opens only six connections to a host, and the portal some
 * thousand; a comment now and then finds out which are gone. At shutdown they end before the web server waits for its
 * requests.
 */
@Component
final class Listeners implements SmartLifecycle {

    private static final int OF_ONE_BROWSER = 3;
    private static final int AT_MOST = 2_000;
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final long RECONNECT_MILLIS = 5_000;

    private final Map<SseEmitter, Listener> open = new ConcurrentHashMap<>();
    private volatile boolean running;
    private volatile Optional<ScheduledExecutorService> heart = Optional.empty();

    private record Listener(String browser, Predicate<Hint> wanted) {}

    /**
     * A new stream.
     *
     * @param browser its session
     * @param wanted which hints are for it
     * @return empty where there are too many, or the portal is about to stop
     */
    Optional<SseEmitter> listen(String browser, Predicate<Hint> wanted) {
        long same = open.values().stream()
                .filter(listener -> listener.browser().equals(browser))
                .count();
        if (!running || same >= OF_ONE_BROWSER || open.size() >= AT_MOST) {
            return Optional.empty();
        }
        SseEmitter stream = new SseEmitter(LONGEST.toMillis());
        stream.onCompletion(() -> open.remove(stream));
        stream.onTimeout(stream::complete);
        stream.onError(gone -> open.remove(stream));
        open.put(stream, new Listener(browser, wanted));
        send(stream, SseEmitter.event().reconnectTime(RECONNECT_MILLIS).comment("listening"));
        return Optional.of(stream);
    }

    /** Nothing of the hint is sent on but that there is one. */
    void tell(Hint hint) {
        open.forEach((stream, listener) -> {
            if (listener.wanted().test(hint)) {
                send(stream, SseEmitter.event().name("changed").data("1"));
            }
        });
    }

    private void beat() {
        Set.copyOf(open.keySet())
                .forEach(stream -> send(stream, SseEmitter.event().comment("")));
    }

    private void send(SseEmitter stream, SseEmitter.SseEventBuilder event) {
        try {
            stream.send(event);
        } catch (IOException | IllegalStateException gone) {
            open.remove(stream);
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService beating = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("live-heartbeat").factory());
        beating.scheduleWithFixedDelay(this::beat, HEARTBEAT.toSeconds(), HEARTBEAT.toSeconds(), TimeUnit.SECONDS);
        heart = Optional.of(beating);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        heart.ifPresent(ScheduledExecutorService::shutdownNow);
        Set.copyOf(open.keySet()).forEach(SseEmitter::complete);
        open.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The first to stop. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
