package org.lianzhi.portal.report;

import java.util.Locale;

/** The questions, in the order in which they are asked. */
enum Question {
    CATEGORY,
    PLACE,
    OUTLET,
    FACILITY,
    WHEN,
    WHAT,
    PHOTOS,
    CONTACT,
    CHECK;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it asks for one of the three places. */
    boolean isPlace() {
        return this == PLACE || this == OUTLET || this == FACILITY;
    }

    String href() {
        return "/report/" + code();
    }

    Question next() {
        return values()[ordinal() + 1];
    }

    Question before() {
        return values()[ordinal() - 1];
    }

    static Question of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
