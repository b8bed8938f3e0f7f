package org.lianzhi.portal.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.MatterNumber;
import org.lianzhi.model.Place;
import org.lianzhi.portal.shell.Language;
import org.lianzhi.portal.shell.LocalTimes;
import org.lianzhi.portal.shell.PortalProperties;
import org.lianzhi.territory.Bureau;
import org.lianzhi.territory.County;
import org.lianzhi.territory.Name;
import org.lianzhi.territory.Territory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Speaks the language of the request at hand. */
@Component
public final class Words {

    private final MessageSource messages;
    private final LocalTimes times;
    private final ZoneId zone;
    private final Territory territory;

    Words(MessageSource messages, LocalTimes times, PortalProperties settings, Territory territory) {
        this.messages = messages;
        this.times = times;
        this.zone = settings.zone();
        this.territory = territory;
    }

    public String say(String key, Object... places) {
        return messages.getMessage(key, places, locale());
    }

    /** The words under a key that another part of the system made up, or other words where there are none. */
    public String sayOr(String key, String otherwise, Object... places) {
        String words = messages.getMessage(key, places, null, locale());
        return words == null ? otherwise : words;
    }

    public String side(String code) {
        return sayOr("side." + code, code);
    }

    /** The name of an office; its code where the agreements do not know it. */
    public String office(@Nullable String code) {
        return code == null
                ? ""
                : territory
                        .bureau(code)
                        .map(Bureau::name)
                        .map(name -> name.in(locale()))
                        .orElse(code);
    }

    public String name(Name name) {
        return name.in(locale());
    }

    /** The name of a kind of paper; its code where the agreements do not know it. */
    public String paper(String kind) {
        return territory
                .agreements()
                .flatMap(agreement -> agreement.paper(kind).stream())
                .findFirst()
                .map(rule -> name(rule.name()))
                .orElse(kind);
    }

    public String county(@Nullable String code) {
        return county(code, locale());
    }

    private String county(@Nullable String code, Locale locale) {
        return code == null
                ? ""
                : territory
                        .county(code)
                        .map(County::name)
                        .map(name -> name.in(locale))
                        .orElse(code);
    }

    /** Name and county, as far as they are known; empty where only a position is. */
    public String place(@Nullable Place place) {
        return place(place, locale());
    }

    /** Whether these are the words for a place, in whichever language: a form may outlive a change of it. */
    public boolean isNamed(Place place, String words) {
        return Stream.of(Language.values())
                .anyMatch(language -> place(place, language.locale()).equals(words));
    }

    private String place(@Nullable Place place, Locale locale) {
        if (place == null) {
            return "";
        }
        String county = county(place.county(), locale);
        String name = place.name() == null ? "" : place.name();
        return name.isEmpty()
                ? county
                : county.isEmpty() ? name : messages.getMessage("words.place", new Object[] {name, county}, locale);
    }

    /** What a case is about: the water and the kind of pollution. */
    public String title(@Nullable String category, @Nullable Place water) {
        String kind = category == null ? say("words.case") : sayOr("report.category." + category, category);
        return water == null || water.name() == null ? kind : say("words.title", water.name(), kind);
    }

    public String counties(@Nullable Place... places) {
        return Stream.of(places)
                .map(place -> place == null ? "" : county(place.county()))
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(" / "));
    }

    public String caseNumber(String id) {
        return number(MatterNumber::ofCase, id);
    }

    public String reportNumber(String id) {
        return number(MatterNumber::ofReport, id);
    }

    private String number(BiFunction<String, ZoneId, String> numbers, String id) {
        try {
            return numbers.apply(id, zone);
        } catch (IllegalArgumentException notOurs) {
            return id;
        }
    }

    public String moment(Instant at) {
        return times.moment(at, locale());
    }

    public String day(LocalDate day) {
        return times.day(day, locale());
    }

    /** What was typed as local time. */
    public Instant instant(LocalDateTime local) {
        return local.atZone(zone).toInstant();
    }

    public LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    public Territory territory() {
        return territory;
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
