package org.lianzhi.timeline.board;

import org.jspecify.annotations.Nullable;

/** @param office of the side that handles the case instead of the one that it began with; null as long as nobody said so */
public record DesignatedOffice(@Nullable String office) {}
