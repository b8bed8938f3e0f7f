package org.lianzhi.territory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    public record Year(int year, String source, List<LocalDate> free, List<LocalDate> worked) {

        /** @throws IllegalArgumentException for a day of another year, a free weekend or a worked weekday: a slip of the pen */
        public Year {
            Stream.concat(free.stream(), worked.stream())
                    .filter(day -> day.getYear() != year)
                    .findFirst()
                    .ifPresent(day -> refuse(day + " is not a day of " + year));
            free.stream()
                    .filter(WorkingCalendar::isWeekend)
                    .findFirst()
                    .ifPresent(day -> refuse(day + " is a weekend, which is free without saying so"));
            worked.stream()
                    .filter(day -> !isWeekend(day))
                    .findFirst()
                    .ifPresent(day -> refuse(day + " is no weekend, and is worked without saying so"));
        }

        private static void refuse(String why) {
            throw new IllegalArgumentException(why);
        }
    }

    /** Whether the holidays of the year are known; otherwise only weekends are left out. */
    public boolean knows(int year) {
        return knownYears.contains(year);
    }

    public boolean isWorkingDay(LocalDate day) {
        if (worked.contains(day)) {
            return true;
        }
        return !isWeekend(day) && !free.contains(day);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
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
