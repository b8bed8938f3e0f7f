package org.lianzhi.test.samples;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

class Injected {
    @Autowired
    @Nullable
    String name;
}
