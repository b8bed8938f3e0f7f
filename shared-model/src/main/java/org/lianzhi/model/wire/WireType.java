package org.lianzhi.model.wire;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an event on the wire, {@code noun.verb.vN}.
 *
 * @param name such as {@code case.finding-proposed}
 * @param version from 1; a change that readers cannot ignore gets the next one, and an upcaster
 */
public record WireType(String name, int version) {

    private static final Pattern WRITTEN = Pattern.compile("([a-z0-9.-]+)\\.v([1-9][0-9]{0,8})");

    /** Empty for a text that is no such name. */
    static Optional<WireType> parse(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        return matcher.matches()
                ? Optional.of(new WireType(matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return name + ".v" + version;
    }
}
