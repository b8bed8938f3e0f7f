package org.lianzhi.kit;

import java.util.List;

/** Paths of a service that need no sign-in, as ant patterns. */
public record PublicPaths(List<String> patterns) {

    public PublicPaths {
        patterns = List.copyOf(patterns);
    }
}
