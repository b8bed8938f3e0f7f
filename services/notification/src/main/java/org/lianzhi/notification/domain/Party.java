package org.lianzhi.notification.domain;

import java.util.Set;
import org.lianzhi.model.Side;

/**
 * A bureau that deals with a matter.
 *
 * @param bureau code of the office
 * @param others codes of the side's other offices that deal with it before or after: what one of them was told is not told
 *     to this one, too
 */
public record Party(Side side, String bureau, Set<String> others) {

    public Party {
        others = Set.copyOf(others);
    }

    /** Where no other office of the side has to do with it. */
    public Party(Side side, String bureau) {
        this(side, bureau, Set.of());
    }
}
