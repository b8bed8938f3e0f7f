package org.lianzhi.territory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which days are worked: Monday to Friday but for holidays, and the weekend days that are worked instead. */
public final class WorkingCalendar {

    private final Set<Integer> knownYears;
    private final Set<LocalDate> free;
    private final Set<LocalDate> worked;

    /** @param years one entry for each year whose holidays were announced */
    public WorkingCalendar(List<Year> years) {
        this.knownYears = years.stream().map(Year::year).collect(Collectors.toSet());
        this.free = years.stream().flatMap(year -> year.free().stream()).collect(Collectors.toSet());
        this.worked = years.stream().flatMap(year -> year.worked().stream()).collect(Collectors.toSet());
    }

    /**
     * The announcement for a year.
     *
     * @param free holidays that would be working days
     * @param worked Saturdays and Sundays that are worked to make up for them
     */
    public record Year(int year, String source, List<LocalDate> free, List<LocalDate> worked) {}

    /** Whether the holidays of the year are known; otherwise only weekends are left out. */
    public boolean knows(int year) {
        return knownYears.contains(year);
    }

    public boolean isWorkingDay(LocalDate day) {
        if (worked.contains(day)) {
            return true;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !free.contains(day);
    }

    /** The n-th working day after {@code day}. */
    public LocalDate plusWorkingDays(LocalDate day, int count) {
        LocalDate current = day;
        for (int left = count; left > 0; ) {
            current = current.plusDays(1);
            if (isWorkingDay(current)) {
                left--;
            }
        }
        return current;
    }
}
