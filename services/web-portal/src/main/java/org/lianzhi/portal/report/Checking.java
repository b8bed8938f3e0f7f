package org.lianzhi.portal.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.client.Refused;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.shell.PortalProperties;
import org.lianzhi.portal.territory.Offices;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The answers as rows to read once more, and what report-intake finds wrong with them. */
@Component
class Checking {

    private final Offices offices;
    private final MessageSource messages;
    private final ZoneId zone;

    Checking(Offices offices, MessageSource messages, PortalProperties settings) {
        this.offices = offices;
        this.messages = messages;
        this.zone = settings.zone();
    }

    /**
     * A problem in words.
     *
     * @param href where it is mended; null if nowhere
     */
    record Told(@Nullable String href, String words) {}

    List<Told> problems(Refused refused, Locale locale) {
        if (!refused.code().equals("report.incomplete") || refused.arguments().isEmpty()) {
            String otherwise = message("report.check.refused", locale);
            Object[] places = refused.arguments().toArray();
            return List.of(new Told(
                    null,
                    Objects.requireNonNullElse(
                            messages.getMessage("rule." + refused.code(), places, otherwise, locale), otherwise)));
        }
        return Problem.of(refused.arguments()).stream()
                .map(problem -> new Told(problem.question().map(Question::href).orElse(null), words(problem, locale)))
                .toList();
    }

    private String words(Problem problem, Locale locale) {
        String any = messages.getMessage(
                "report.problem." + problem.field(), null, message("report.check.refused", locale), locale);
        return Objects.requireNonNullElse(
                messages.getMessage("report.problem." + problem.field() + "." + problem.what(), null, any, locale), "");
    }

    private String message(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    CheckPage page(Draft draft, Locale locale) {
        return new CheckPage(pollution(draft, locale), contact(draft, locale), draft.photos());
    }

    private List<Row> pollution(Draft draft, Locale locale) {
        WhenForm when = Objects.requireNonNullElse(draft.when(), WhenForm.empty());
        WhatForm what = Objects.requireNonNullElse(draft.what(), WhatForm.empty());
        return List.of(
                Row.word("report.row.category", "report.category." + draft.category())
                        .changeAt(Question.CATEGORY.href()),
                place(Question.PLACE, "report.kind.water", draft, locale),
                place(Question.OUTLET, "report.kind.outlet", draft, locale),
                place(Question.FACILITY, "report.kind.facility", draft, locale),
                Row.time("report.row.observedAt", observedAt(when)).changeAt(Question.WHEN.href()),
                word("report.row.weather", "report.weather.", when.weather()).changeAt(Question.WHEN.href()),
                word("report.row.stillGoingOn", "report.stillGoingOn.", when.stillGoingOn())
                        .changeAt(Question.WHEN.href()),
                Row.text("report.row.description", what.description()).changeAt(Question.WHAT.href()),
                Row.text("report.row.signs", signs(what, locale)).changeAt(Question.WHAT.href()));
    }

    private static Row word(String key, String prefix, @Nullable String code) {
        return Row.word(key, code == null ? null : prefix + code);
    }

    private @Nullable Instant observedAt(WhenForm when) {
        return when.observedAt() == null ? null : when.observedAt().atZone(zone).toInstant();
    }

    private Row place(Question question, String key, Draft draft, Locale locale) {
        PlaceForm place = draft.places().of(question);
        String words = place == null
                ? ""
                : lines(
                        place.placeWords(),
                        place.hasPin() ? null : offices.county(place.county(), locale),
                        pin(place.placeLat(), place.placeLon(), place.placeDatum()),
                        accuracy(place, locale));
        return Row.text(key, words).changeAt(question.href());
    }

    private @Nullable String accuracy(PlaceForm place, Locale locale) {
        return place.placeAccuracy() == null
                ? null
                : messages.getMessage(
                        "map.accuracy.short", new Object[] {Math.round(place.placeAccuracy())}, null, locale);
    }

    private static @Nullable String pin(@Nullable Double latitude, @Nullable Double longitude, String datum) {
        if (latitude == null || longitude == null) {
            return null;
        }
        String position = String.format(Locale.ROOT, "%.5f, %.5f", latitude, longitude);
        return datum.equals(PlaceForm.WGS_84) ? position : position + " (" + datum + ")";
    }

    private static String lines(@Nullable String... lines) {
        return Stream.of(lines).filter(line -> line != null && !line.isBlank()).collect(Collectors.joining("\n"));
    }

    private String channels(ContactForm contact, Locale locale) {
        return contact.channels().stream()
                .map(channel -> messages.getMessage("report.channels." + channel, null, "", locale))
                .collect(Collectors.joining(" · "));
    }

    private String signs(WhatForm what, Locale locale) {
        return what.signs().stream()
                .map(sign -> messages.getMessage("report.signs." + sign, null, "", locale))
                .collect(Collectors.joining(" · "));
    }

    private List<Row> contact(Draft draft, Locale locale) {
        ContactForm contact = Objects.requireNonNullElse(draft.contact(), ContactForm.empty());
        return List.of(
                Row.text("report.row.name", contact.name()).changeAt(Question.CONTACT.href()),
                Row.text("report.row.phone", contact.phone()).changeAt(Question.CONTACT.href()),
                Row.text("report.row.email", contact.email()).changeAt(Question.CONTACT.href()),
                Row.text("report.row.address", contact.address()).changeAt(Question.CONTACT.href()),
                Row.text("report.row.channels", channels(contact, locale)).changeAt(Question.CONTACT.href()));
    }
}
