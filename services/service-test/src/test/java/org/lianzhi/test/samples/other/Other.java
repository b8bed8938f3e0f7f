package org.lianzhi.test.samples.other;

import org.lianzhi.test.samples.one.One;

public final class Other {
    public static One one() {
        return new One();
    }
}
