package org.lianzhi.test.samples.one;

import org.lianzhi.test.samples.other.Other;

public final class One {
    public static Other other() {
        return new Other();
    }
}
