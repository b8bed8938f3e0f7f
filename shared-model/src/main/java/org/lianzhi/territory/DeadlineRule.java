package org.lianzhi.territory;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long something may take.
 *
 * @param basis the legal basis in words
 * @param verified whether the figure was read at its source
 */
public record DeadlineRule(
        String id,
        Name name,
        int amount,
        Unit unit,
        String basis,
        @Nullable String source,
        boolean verified) {

    /** What is counted. */
    public enum Unit {
        @JsonProperty("hours")
        HOURS,
        @JsonProperty("calendar-days")
        CALENDAR_DAYS,
        @JsonProperty("working-days")
        WORKING_DAYS
    }

    public DeadlineRule {
        if (amount <= 0) {
            throw new IllegalArgumentException("deadline " + id + ": the amount must be positive, not " + amount);
        }
    }

    /** The moment until which it must be done. Days end at midnight, and the first day is the one after {@code from}. */
    public Instant due(Instant from, ZoneId zone, WorkingCalendar calendar) {
        return switch (unit) {
            case HOURS -> from.plus(amount, ChronoUnit.HOURS);
            case CALENDAR_DAYS -> endOf(from.atZone(zone).toLocalDate().plusDays(amount), zone);
            case WORKING_DAYS ->
                endOf(calendar.plusWorkingDays(from.atZone(zone).toLocalDate(), amount), zone);
        };
    }

    private static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atTime(LocalTime.MIDNIGHT).atZone(zone).toInstant();
    }
}
