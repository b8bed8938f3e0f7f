package org.lianzhi.portal.supervision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Link;
import org.lianzhi.portal.component.Select;
import org.lianzhi.portal.component.View;

/**
 * Figures, each with what it means and the way to what stands behind it.
 *
 * @param data what is real and what is made up, never together; empty where nothing is made up
 * @param chosen the choice of those two, to be kept by the form; absent where the address says nothing
 * @param channels by which reports came, with how many
 */
public record FiguresPage(
        List<View> data,
        @Nullable String chosen,
        List<Select> selects,
        @Nullable String from,
        @Nullable String to,
        List<Link> chips,
        List<Line> cases,
        List<Line> states,
        List<Line> reports,
        List<String> channels,
        String csv,
        String excel,
        Instant asOf) {

    /**
     * A figure.
     *
     * @param value as it is read, with its unit
     * @param counted of how many, and how many are left out
     * @param means what is counted, from when to when
     * @param href to what stands behind it
     */
    public record Line(String name, String value, String counted, String means, String href) {}
}
