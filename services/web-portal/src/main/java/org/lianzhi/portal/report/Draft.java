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
        @Nullable PlaceForm place,
        @Nullable SourceForm source,
        @Nullable WhenForm when,
        @Nullable WhatForm what,
        List<SentPhoto> photos,
        @Nullable ContactForm contact,
        boolean checking,
        @Nullable PlaceForm photographed) {

    Draft {
        photos = List.copyOf(photos);
    }

    static Draft begun(String id) {
        return new Draft(id, null, null, null, null, null, List.of(), null, false, null);
    }

    Draft with(CategoryForm answer) {
        return new Draft(id, answer.category(), place, source, when, what, photos, contact, checking, photographed);
    }

    Draft with(PlaceForm answer) {
        return new Draft(id, category, answer, source, when, what, photos, contact, checking, photographed);
    }

    Draft with(SourceForm answer) {
        return new Draft(id, category, place, answer, when, what, photos, contact, checking, photographed);
    }

    Draft with(WhenForm answer) {
        return new Draft(id, category, place, source, answer, what, photos, contact, checking, photographed);
    }

    Draft with(WhatForm answer) {
        return new Draft(id, category, place, source, when, answer, photos, contact, checking, photographed);
    }

    Draft with(ContactForm answer) {
        return new Draft(id, category, place, source, when, what, photos, answer, checking, photographed);
    }

    Draft with(SentPhoto photo) {
        List<SentPhoto> all = new ArrayList<>(photos);
        all.removeIf(same -> same.id().equals(photo.id()));
        all.add(photo);
        return new Draft(id, category, place, source, when, what, all, contact, checking, photographed);
    }

    /** The first position counts. */
    Draft photographedAt(@Nullable Double latitude, @Nullable Double longitude) {
        PlaceForm at = photographed == null && latitude != null && longitude != null
                ? PlaceForm.at(latitude, longitude)
                : photographed;
        return new Draft(id, category, place, source, when, what, photos, contact, checking, at);
    }

    /** Whether the place was not said but read from a photo. */
    boolean isPlacedByPhoto() {
        return place == null && photographed != null;
    }

    /** Of what the first place is; nothing else is asked for twice. */
    String placeKind() {
        return place == null ? PlaceForm.WATER : place.waterKind();
    }

    private String otherKind() {
        return placeKind().equals(SourceForm.FACILITY) ? PlaceForm.WATER : SourceForm.FACILITY;
    }

    Draft without(String photo) {
        List<SentPhoto> left =
                photos.stream().filter(each -> !each.id().equals(photo)).toList();
        return new Draft(id, category, place, source, when, what, left, contact, checking, photographed);
    }

    Draft looked() {
        return new Draft(id, category, place, source, when, what, photos, contact, true, photographed);
    }

    /** As a form, empty where nothing has been answered. */
    Object form(Question question) {
        return switch (question) {
            case CATEGORY -> new CategoryForm(category);
            case PLACE ->
                Stream.of(place, photographed)
                        .flatMap(Stream::ofNullable)
                        .findFirst()
                        .orElseGet(PlaceForm::empty);
            case SOURCE ->
                source == null || source.sourceKind().equals(placeKind()) ? SourceForm.empty(otherKind()) : source;
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
            case PLACE -> place == null;
            case WHEN -> when == null;
            case WHAT -> what == null;
            case SOURCE, PHOTOS, CONTACT, CHECK -> false;
        };
    }
}
