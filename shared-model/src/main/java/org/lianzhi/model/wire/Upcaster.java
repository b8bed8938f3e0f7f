package org.lianzhi.model.wire;

import tools.jackson.databind.node.ObjectNode;

/**
 * Makes of the data of one version of an event those of the next. Pure: no clock, no look-up, no id. What it does not know
 * it keeps, a {@code digest} always: it names the content as it was promised.
 */
@FunctionalInterface
public interface Upcaster {

    /** @param older a copy, which may be changed and returned */
    ObjectNode up(ObjectNode older);
}
