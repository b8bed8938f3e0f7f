package org.lianzhi.portal.report;

import java.util.Locale;

/** The questions, in the order in which they are asked. */
enum Question {
    CATEGORY,
    PLACE,
    SOURCE,
    WHEN,
    WHAT,
    PHOTOS,
    CONTACT,
    CHECK;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String href() {
        return "/report/" + code();
    }

    Question next() {
        return values()[ordinal() + 1];
    }

    static Question of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
