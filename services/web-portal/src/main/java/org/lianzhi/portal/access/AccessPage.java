package org.lianzhi.portal.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Pages;
import org.lianzhi.portal.component.Tag;

/**
 * Who opened which report.
 *
 * @param office that is asked for; empty for all
 * @param from and {@code to}: days, both included
 * @param csv what is shown, as a file
 */
public record AccessPage(
        List<Choice> offices,
        String office,
        String from,
        String to,
        long open,
        List<Line> lines,
        Pages pages,
        String csv) {

    /**
     * A look.
     *
     * @param who role and reference
     * @param part message key of what was opened
     * @param reason absent where none is recorded
     * @param href where it is reviewed
     */
    public record Line(
            String report,
            String office,
            String who,
            String part,
            Instant at,
            @Nullable String reason,
            Tag state,
            List<Review> reviews,
            String href) {}

    public record Review(Tag verdict, String who, Instant at, String note) {}
}
