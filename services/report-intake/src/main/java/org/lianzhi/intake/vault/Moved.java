package org.lianzhi.intake.vault;

import org.lianzhi.intake.domain.GivenPlace;

/**
 * Where the pin of a place was and is.
 *
 * @param kind code of the place
 */
public record Moved(String kind, GivenPlace before, GivenPlace after) {

    /** It belongs into no log. */
    @Override
    public String toString() {
        return "a pin that was moved";
    }
}
