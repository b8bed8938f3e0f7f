package org.lianzhi.portal.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Tag;

/**
 * The results of both laboratories beside the standard's limits.
 *
 * @param number of the joint sample
 * @param standard name and edition
 * @param caveat message key of why the results are only indicative; absent if they are not
 */
public record ResultsTable(
        String number, String standard, @Nullable String caveat, List<Line> lines) {

    /**
     * One parameter.
     *
     * @param parameter message key of its name
     * @param limit with unit; absent where the standard has none
     * @param hunan absent while the laboratory has not reported
     */
    public record Line(
            String parameter,
            @Nullable String limit,
            @Nullable Value hunan,
            @Nullable Value guangxi) {}

    /**
     * One laboratory's value.
     *
     * @param text with unit, and {@code <} before a detection limit
     * @param verdict within, exceeded, not assessable
     * @param factor how many times the limit; absent where it says nothing
     */
    public record Value(String text, Tag verdict, @Nullable String factor) {}
}
