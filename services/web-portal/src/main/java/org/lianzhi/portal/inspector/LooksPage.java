package org.lianzhi.portal.inspector;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Pages;

/** What was looked at under one access, the newest first. */
public record LooksPage(AccessLinePage.Line access, List<Look> looks, long total, Pages pages, String csv) {

    /**
     * A look.
     *
     * @param number of the case; absent for the list of cases
     * @param part message key
     */
    public record Look(
            Instant at, @Nullable String number, @Nullable String href, String part) {}
}
