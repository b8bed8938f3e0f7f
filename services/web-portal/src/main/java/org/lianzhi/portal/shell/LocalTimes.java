package org.lianzhi.portal.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Instants as people read them; templates call it as {@code @localTimes}. */
@Component("localTimes")
public final class LocalTimes {

    private static final Map<Language, String> MOMENT =
            Map.of(Language.CHINESE, "yyyy年M月d日 HH:mm", Language.ENGLISH, "d MMMM yyyy, HH:mm");
    private static final Map<Language, String> DAY =
            Map.of(Language.CHINESE, "yyyy年M月d日", Language.ENGLISH, "d MMMM yyyy");

    private final ZoneId zone;

    LocalTimes(PortalProperties settings) {
        this.zone = settings.zone();
    }

    /** Day and time of day. */
    public String moment(Instant instant, Locale locale) {
        return format(MOMENT, locale).format(instant);
    }

    public String day(Instant instant, Locale locale) {
        return format(DAY, locale).format(instant);
    }

    public String day(LocalDate day, Locale locale) {
        return format(DAY, locale).format(day);
    }

    /** For the {@code datetime} attribute: with the offset of the zone in which it is shown. */
    public String machine(Instant instant) {
        return instant.atZone(zone).toOffsetDateTime().toString();
    }

    /** The two largest units: {@code 2 天 3 小时}, {@code 3 h 5 min}. A negative span is shown as none. */
    public String span(Duration duration, Locale locale) {
        var english = Language.of(locale) == Language.ENGLISH;
        var minutes = Math.max(0, duration.toMinutes());
        if (minutes < 1) {
            return english ? "less than a minute" : "不到 1 分钟";
        }
        if (minutes < 60) {
            return minutes + (english ? " min" : " 分钟");
        }
        return minutes < 24 * 60
                ? pair(minutes / 60, english ? " h" : " 小时", minutes % 60, english ? " min" : " 分钟")
                : pair(minutes / 1440, dayUnit(minutes / 1440, english), minutes % 1440 / 60, english ? " h" : " 小时");
    }

    private static String dayUnit(long days, boolean english) {
        return !english ? " 天" : days == 1 ? " day" : " days";
    }

    private static String pair(long large, String largeUnit, long small, String smallUnit) {
        return small == 0 ? large + largeUnit : large + largeUnit + " " + small + smallUnit;
    }

    private DateTimeFormatter format(Map<Language, String> patterns, Locale locale) {
        var language = Language.of(locale);
        return DateTimeFormatter.ofPattern(patterns.getOrDefault(language, "yyyy-MM-dd HH:mm"), language.locale())
                .withZone(zone);
    }
}
