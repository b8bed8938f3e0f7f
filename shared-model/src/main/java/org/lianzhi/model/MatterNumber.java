package org.lianzhi.model;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How people call a report or a case, such as {@code C-20240729-7Q2M4K}: kind, local day of its beginning, and the last
 * six characters of its id. Computed, so that no counter has to be shared; the id stays what is exact.
 */
public final class MatterNumber {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final int TAIL = 6;

    private MatterNumber() {}

    /** The number of a joint case. */
    public static String ofCase(String id, ZoneId zone) {
        return of("C", id, zone);
    }

    /** The number of a report. It says nothing of the tracking code. */
    public static String ofReport(String id, ZoneId zone) {
        return of("R", id, zone);
    }

    private static String of(String kind, String id, ZoneId zone) {
        Instant begun = SortableIds.time(id);
        String tail = id.substring(id.length() - TAIL).toUpperCase(Locale.ROOT);
        return kind + "-" + DAY.format(begun.atZone(zone)) + "-" + tail;
    }
}
