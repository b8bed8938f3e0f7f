package org.lianzhi.test.samples.domain;

import java.time.Instant;

final class ClockInTheDomain {
    static Instant now() {
        return Instant.now();
    }
}
