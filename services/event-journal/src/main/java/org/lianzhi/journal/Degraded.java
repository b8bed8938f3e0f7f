package org.lianzhi.journal;

import org.springframework.boot.health.contributor.Status;

/** What a part of a service says of its health where the service works and somebody should look at it. */
public final class Degraded {

    public static final Status STATUS = new Status("DEGRADED", "works, but somebody should look at it");

    private Degraded() {}
}
