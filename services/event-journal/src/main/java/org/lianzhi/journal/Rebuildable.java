package org.lianzhi.journal;

import java.util.List;

/**
 * Read models that one consumer keeps, and what they are made of. Each service has a bean of this for every such consumer; a
 * start with {@code lianzhi.rebuild=true} makes them all anew.
 *
 * @param consumer name under which the models are kept
 * @param kinds reach and kind of the topics, of all sides, such as {@code shared.cases}
 */
public record Rebuildable(String consumer, List<String> kinds, List<ReadModel<?>> models) {

    public Rebuildable {
        kinds = List.copyOf(kinds);
        models = List.copyOf(models);
    }
}
