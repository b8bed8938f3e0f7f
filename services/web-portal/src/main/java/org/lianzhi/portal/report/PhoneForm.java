package org.lianzhi.portal.report;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** All answers at once, as a draft that was kept on a phone holds them. They are judged by the rules of the questions. */
public record PhoneForm(
        @Nullable String category,
        PlaceForm water,
        PlaceForm outlet,
        PlaceForm facility,

        @DateTimeFormat(pattern = "yyyy-MM-dd'T'HH:mm") @Nullable
        LocalDateTime observedAt,

        @Nullable String weather,
        @Nullable String stillGoingOn,
        @Nullable String description,
        List<String> signs,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        List<String> channels) {

    public PhoneForm {
        water = water == null ? PlaceForm.empty() : water;
        outlet = outlet == null ? PlaceForm.empty() : outlet;
        facility = facility == null ? PlaceForm.empty() : facility;
        signs = signs == null ? List.of() : List.copyOf(signs);
        channels = channels == null ? List.of() : List.copyOf(channels);
    }

    static PhoneForm empty() {
        return new PhoneForm(
                null,
                PlaceForm.empty(),
                PlaceForm.empty(),
                PlaceForm.empty(),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                List.of());
    }

    /**
     * The answer to one question.
     *
     * @param prefix of its fields in this form
     */
    record Part(String prefix, Object answer) {}

    Stream<Part> parts() {
        return Stream.of(
                new Part("", new CategoryForm(category)),
                new Part("water.", water),
                new Part("outlet.", outlet),
                new Part("facility.", facility),
                new Part("", when()),
                new Part("", what()),
                new Part("", contact()));
    }

    Draft draft(String id) {
        return Draft.begun(id)
                .with(new CategoryForm(category))
                .with(new Draft.Places(water, outlet, facility))
                .with(when())
                .with(what())
                .with(contact());
    }

    private WhenForm when() {
        return new WhenForm(observedAt, weather, stillGoingOn);
    }

    private WhatForm what() {
        return new WhatForm(description, signs);
    }

    ContactForm contact() {
        return new ContactForm(name, phone, email, address, channels);
    }

    /** It belongs into no log. */
    @Override
    public String toString() {
        return "answers from a phone";
    }
}
