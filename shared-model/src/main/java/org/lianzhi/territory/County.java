package org.lianzhi.territory;

import org.jspecify.annotations.Nullable;
import org.lianzhi.model.Side;

/**
 * A county of an agreement.
 *
 * @param code GB/T 2260, six digits
 * @param branch office that is competent here
 * @param laboratory of that office
 */
public record County(String code, Name name, City city, Bureau branch, Bureau laboratory, Side side) {

    /**
     * The prefecture-level city, whose bureau the branch belongs to.
     *
     * @param code four digits
     * @param bureau of the city; null where the data do not name it
     */
    public record City(String code, Name name, @Nullable Bureau bureau) {}
}
