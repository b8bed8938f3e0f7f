package org.lianzhi.portal.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.upload.SentPhoto;

/**
 * What has been answered so far. It lives in the memory of the session and nowhere else.
 *
 * @param id the same however often it is sent
 * @param photographed where the first photo says it was taken
 * @param checking whether the answers have been looked at together: a changed one then leads back there
 */
record Draft(
        String id,
        @Nullable String category,
        Places places,
        @Nullable WhenForm when,
        @Nullable WhatForm what,
        List<SentPhoto> photos,
        @Nullable ContactForm contact,
        boolean checking,
        @Nullable PlaceForm photographed) {

    Draft {
        photos = List.copyOf(photos);
    }

    /** The three places; null where nobody has answered yet. One that says where it is is enough. */
    record Places(
            @Nullable PlaceForm water,
            @Nullable PlaceForm outlet,
            @Nullable PlaceForm facility) {

        static final Places NONE = new Places(null, null, null);

        Stream<PlaceForm> answered() {
            return Stream.of(water, outlet, facility).flatMap(Stream::ofNullable);
        }

        boolean sayWhere() {
            return answered().anyMatch(PlaceForm::saysWhere);
        }

        @Nullable
        PlaceForm of(Question question) {
            return switch (question) {
                case PLACE -> water;
                case OUTLET -> outlet;
                case FACILITY -> facility;
                case CATEGORY, WHEN, WHAT, PHOTOS, CONTACT, CHECK -> null;
            };
        }

        Places with(Question question, PlaceForm place) {
            return switch (question) {
                case PLACE -> new Places(place, outlet, facility);
                case OUTLET -> new Places(water, place, facility);
                case FACILITY -> new Places(water, outlet, place);
                case CATEGORY, WHEN, WHAT, PHOTOS, CONTACT, CHECK -> this;
            };
        }
    }

    static Draft begun(String id) {
        return new Draft(id, null, Places.NONE, null, null, List.of(), null, false, null);
    }

    Draft with(CategoryForm answer) {
        return new Draft(id, answer.category(), places, when, what, photos, contact, checking, photographed);
    }

    Draft with(Question question, PlaceForm answer) {
        return with(places.with(question, answer));
    }

    Draft with(Places answers) {
        return new Draft(id, category, answers, when, what, photos, contact, checking, photographed);
    }

    Draft with(WhenForm answer) {
        return new Draft(id, category, places, answer, what, photos, contact, checking, photographed);
    }

    Draft with(WhatForm answer) {
        return new Draft(id, category, places, when, answer, photos, contact, checking, photographed);
    }

    Draft with(ContactForm answer) {
        return new Draft(id, category, places, when, what, photos, answer, checking, photographed);
    }

    Draft with(SentPhoto photo) {
        List<SentPhoto> all = new ArrayList<>(photos);
        all.removeIf(same -> same.id().equals(photo.id()));
        all.add(photo);
        return with(all);
    }

    private Draft with(List<SentPhoto> all) {
        return new Draft(id, category, places, when, what, all, contact, checking, photographed);
    }

    /** The first position counts. */
    Draft photographedAt(@Nullable Double latitude, @Nullable Double longitude) {
        PlaceForm at = photographed == null && latitude != null && longitude != null
                ? PlaceForm.at(latitude, longitude)
                : photographed;
        return new Draft(id, category, places, when, what, photos, contact, checking, at);
    }

    /** Whether the place was not said but read from a photo. */
    boolean isPlacedByPhoto() {
        return places.water() == null && photographed != null;
    }

    Draft without(String photo) {
        return with(photos.stream().filter(each -> !each.id().equals(photo)).toList());
    }

    Draft looked() {
        return new Draft(id, category, places, when, what, photos, contact, true, photographed);
    }

    /** As a form, empty where nothing has been answered. */
    Object form(Question question) {
        return switch (question) {
            case CATEGORY -> new CategoryForm(category);
            case PLACE ->
                Stream.of(places.water(), photographed)
                        .flatMap(Stream::ofNullable)
                        .findFirst()
                        .orElseGet(PlaceForm::empty);
            case OUTLET, FACILITY -> Optional.ofNullable(places.of(question)).orElseGet(PlaceForm::empty);
            case WHEN -> when == null ? WhenForm.empty() : when;
            case WHAT -> what == null ? WhatForm.empty() : what;
            case PHOTOS -> PhotosForm.empty();
            case CONTACT -> contact == null ? ContactForm.empty() : contact;
            case CHECK -> new CheckForm(id, null);
        };
    }

    /** The first question before this one that must be answered and is not. */
    Optional<Question> missingBefore(Question question) {
        return Arrays.stream(Question.values())
                .filter(earlier -> earlier.ordinal() < question.ordinal())
                .filter(this::isMissing)
                .findFirst();
    }

    private boolean isMissing(Question question) {
        return switch (question) {
            case CATEGORY -> category == null;
            case PLACE -> places.water() == null;
            case FACILITY -> !places.sayWhere();
            case WHEN -> when == null;
            case WHAT -> what == null;
            case OUTLET, PHOTOS, CONTACT, CHECK -> false;
        };
    }
}
