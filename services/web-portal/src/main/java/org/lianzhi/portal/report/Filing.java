package org.lianzhi.portal.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.shell.Language;
import org.lianzhi.portal.shell.PortalProperties;
import org.lianzhi.portal.upload.SentPhoto;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends a draft to report-intake. Unless one is given, the key is made of what is sent: the same answers are filed once,
 * changed ones anew.
 */
@Component
class Filing {

    private final Service reportIntake;
    private final MessageSource messages;
    private final ZoneId zone;
    private final boolean synthetic;

    Filing(Service reportIntake, MessageSource messages, PortalProperties settings) {
        this.reportIntake = reportIntake;
        this.messages = messages;
        this.zone = settings.zone();
        this.synthetic = settings.demo();
    }

    private record Body(Form form, List<String> photos, boolean synthetic) {}

    private record Form(
            @Nullable String category,
            @Nullable Given affectedWater,
            @Nullable Given suspectedOutlet,
            @Nullable Given suspectedFacility,
            @Nullable Instant observedAt,
            @Nullable Boolean stillGoingOn,
            @Nullable String weather,
            String description,
            @Nullable Contact contact,
            String language) {}

    private record Contact(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address,
            List<String> channels) {}

    private record Given(
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable Double accuracyM,
            @Nullable String datum,
            @Nullable String words,
            @Nullable String county) {}

    /** @param work that was asked for at an earlier try; null where none was */
    Filed file(Draft draft, @Nullable String work, Locale locale) {
        Body body = body(draft, locale);
        byte[] content = (draft.id() + JsonMapper.shared().writeValueAsString(body)).getBytes(UTF_8);
        return file(draft, body, UUID.nameUUIDFromBytes(content).toString(), work);
    }

    /** @param key under which it is filed once; other answers under the same key are refused */
    Filed file(Draft draft, String key, @Nullable String work, Locale locale) {
        return file(draft, body(draft, locale), key, work);
    }

    private Body body(Draft draft, Locale locale) {
        return new Body(
                form(draft, locale), draft.photos().stream().map(SentPhoto::id).toList(), synthetic);
    }

    private Filed file(Draft draft, Body body, String key, @Nullable String work) {
        Filed.Answer answer = reportIntake.post(Filed.Answer.class, key, work, body, "/api/v1/reports");
        return new Filed(draft.id(), answer, body.form().contact() != null);
    }

    private record Entered(String channel, @Nullable String outsideNumber, Form form, boolean synthetic) {}

    /** What somebody told an officer. */
    Filed.Answer enter(EnterForm entered, Draft draft, Locale locale) {
        var body = new Entered(
                String.valueOf(entered.channel()), text(entered.outsideNumber()), form(draft, locale), synthetic);
        return reportIntake.post(Filed.Answer.class, draft.id(), body, "/api/v1/reports/entered");
    }

    private record Near(@Nullable Given place, @Nullable String category) {}

    private record Matters(List<NearMatters.Alike> matters) {}

    /** What is being dealt with near the place that was said. */
    List<NearMatters.Alike> near(Draft draft) {
        Given place = draft.places()
                .answered()
                .filter(PlaceForm::saysWhere)
                .findFirst()
                .map(Filing::given)
                .orElse(null);
        Near near = new Near(place, draft.category());
        return reportIntake.post(Matters.class, null, near, "/api/v1/matters").matters();
    }

    /** Follows one of them; sent again for the same draft it is followed once, whatever word the matter has by then. */
    Filed follow(Draft draft, String matter, @Nullable String work) {
        String key = UUID.nameUUIDFromBytes((draft.id() + " follows").getBytes(UTF_8))
                .toString();
        Filed.Answer answer =
                reportIntake.post(Filed.Answer.class, key, work, Map.of("matter", matter), "/api/v1/matters/following");
        return new Filed(draft.id(), answer, false);
    }

    private Form form(Draft draft, Locale locale) {
        WhenForm when = Objects.requireNonNullElse(draft.when(), WhenForm.empty());
        return new Form(
                draft.category(),
                given(draft.places().water()),
                given(draft.places().outlet()),
                given(draft.places().facility()),
                when.observedAt() == null
                        ? null
                        : when.observedAt().atZone(zone).toInstant(),
                stillGoingOn(when),
                "unknown".equals(when.weather()) ? null : when.weather(),
                description(Objects.requireNonNullElse(draft.what(), WhatForm.empty()), locale),
                contact(draft.contact()),
                Language.of(locale).tag());
    }

    private static @Nullable Boolean stillGoingOn(WhenForm when) {
        return when.stillGoingOn() == null || "unknown".equals(when.stillGoingOn())
                ? null
                : Boolean.valueOf("yes".equals(when.stillGoingOn()));
    }

    private static @Nullable Given given(@Nullable PlaceForm place) {
        if (place == null) {
            return null;
        }
        String said = text(place.placeWords());
        String chosen = place.hasPin() ? null : text(place.county());
        return !place.hasPin() && said == null && chosen == null
                ? null
                : new Given(
                        place.placeLat(),
                        place.placeLon(),
                        place.placeAccuracy(),
                        place.hasPin() ? place.placeDatum() : null,
                        said,
                        chosen);
    }

    /** The signs that were ticked stand below the citizen's own words, as words. */
    private String description(WhatForm what, Locale locale) {
        if (what.signs().isEmpty()) {
            return Objects.requireNonNullElse(what.description(), "");
        }
        String signs = what.signs().stream()
                .map(sign -> messages.getMessage("report.signs." + sign, null, sign, locale))
                .collect(Collectors.joining(Language.of(locale) == Language.ENGLISH ? ", " : "、"));
        return what.description() + "\n" + messages.getMessage("report.row.signs", null, locale) + ": " + signs;
    }

    private static @Nullable Contact contact(@Nullable ContactForm contact) {
        if (contact == null) {
            return null;
        }
        Contact given = new Contact(
                text(contact.name()),
                text(contact.phone()),
                text(contact.email()),
                text(contact.address()),
                contact.channels());
        boolean nothing = Stream.of(given.name(), given.phone(), given.email(), given.address())
                .allMatch(Objects::isNull);
        return nothing ? null : given;
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
