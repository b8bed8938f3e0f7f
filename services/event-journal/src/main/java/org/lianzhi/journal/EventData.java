package org.lianzhi.journal;

import java.util.Objects;

/**
 * An event as it is kept and sent: written once, never parsed by the journal.
 *
 * @param type name on the wire, such as {@code case.opened.v1}
 * @param json the exact text that the hash chain covers
 */
public record EventData(String type, String json) {

    public EventData {
        Objects.requireNonNull(type);
        Objects.requireNonNull(json);
    }
}
