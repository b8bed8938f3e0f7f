package org.lianzhi.portal.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks into the vault, as report-intake tells them. */
record AccessLog(List<Look> items, long total, long open, LocalDate from, LocalDate to, List<String> offices) {

    /**
     * @param person a reference, no name
     * @param code of the reason; null where it has none
     * @param reason in words; null where there are none
     */
    record Look(
            String id,
            String report,
            String office,
            String role,
            @Nullable String person,
            String part,
            Instant at,
            @Nullable String code,
            @Nullable String reason,
            List<Review> reviews) {}

    record Review(
            String verdict,
            String note,
            String office,
            @Nullable String person,
            Instant at) {}
}
