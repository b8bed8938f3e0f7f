package org.lianzhi.portal.upload;

import jakarta.validation.constraints.NotNull;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.DigestUtils;

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
        long size) {

    /** Idempotency key: begun again by the same mark within the same whole, it goes on where it was. */
    public String key() {
        return whole + "-" + DigestUtils.md5DigestAsHex((mark + "|" + size).getBytes(StandardCharsets.UTF_8));
    }
}
