package org.lianzhi.model.wire;

/**
 * The name of an event on the wire, {@code noun.verb.vN}.
 *
 * @param name such as {@code case.finding-proposed}
 * @param version from 1; a change that readers cannot ignore gets the next one, and an upcaster
 */
public record WireType(String name, int version) {

    @Override
    public String toString() {
        return name + ".v" + version;
    }
}
