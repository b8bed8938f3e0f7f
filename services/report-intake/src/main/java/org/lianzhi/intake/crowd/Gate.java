package org.lianzhi.intake.crowd;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.lianzhi.kit.ComeBackLater;

/**
 * So many at the same time, and nobody waits in front of it: whoever finds it full is told at once, while memory and time
 * are left for those inside.
 */
final class Gate {

    private final Semaphore places;
    private final Duration comeBackAfter;

    Gate(int places, Duration comeBackAfter) {
        this.places = new Semaphore(places);
        this.comeBackAfter = comeBackAfter;
    }

    /**
     * Goes in.
     *
     * @return goes out again
     * @throws ComeBackLater when it is full; not all at the same moment
     */
    Runnable enter() {
        if (!places.tryAcquire()) {
            long spread = ThreadLocalRandom.current().nextLong(comeBackAfter.toMillis() + 1);
            throw ComeBackLater.unavailable("service.crowded", comeBackAfter.plusMillis(spread));
        }
        return places::release;
    }
}
