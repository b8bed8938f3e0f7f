package org.lianzhi.kit;

import java.util.regex.Pattern;

/**
 * The header {@code Idempotency-Key}; an argument of controller methods that create something.
 *
 * @param value 8 to 128 visible ASCII characters
 */
public record IdempotencyKey(String value) {

    static final String HEADER = "Idempotency-Key";
    private static final Pattern FORM = Pattern.compile("[!-~]{8,128}");

    public IdempotencyKey {
        if (!FORM.matcher(value).matches()) {
            throw new BadRequest("idempotency.key-invalid", HEADER + " has 8 to 128 visible ASCII characters");
        }
    }
}
