package org.lianzhi.portal.upload;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that a script sends piece by piece.
 *
 * @param whole what it belongs to
 * @param mark by which the script knows the file again within that, such as name and time
 * @param name for the person who chose it
 * @param size in bytes
 */
public record Piecewise(
        @NotNull UUID whole,
        @Nullable String mark,
        @Nullable String name,
        long size) {}
