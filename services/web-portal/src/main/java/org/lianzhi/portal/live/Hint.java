package org.lianzhi.portal.live;

import java.util.Set;

/**
 * Something has happened; what, nobody is told.
 *
 * @param subject id of the report or case
 * @param bureaus whom it concerns, as far as the event says so
 */
record Hint(String subject, Set<String> bureaus) {

    Hint {
        bureaus = Set.copyOf(bureaus);
    }
}
