package org.lianzhi.intake.secret;

import java.util.Map;
import java.util.Optional;

/**
 * Keys of one purpose: the current one, with which new things are sealed, and those before it, which still open old ones.
 *
 * @param current id of the current key
 */
public record KeyRing(String current, Map<String, SecretBytes> keys) {

    public KeyRing {
        keys = Map.copyOf(keys);
        if (!keys.containsKey(current)) {
            throw new IllegalArgumentException("no key " + current);
        }
    }

    public SecretBytes currentKey() {
        return Optional.ofNullable(keys.get(current)).orElseThrow();
    }

    public Optional<SecretBytes> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }
}
