package org.lianzhi.portal.shell;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages the pages are written in; the first is what a reader gets who has not chosen. */
public enum Language {
    CHINESE(Locale.SIMPLIFIED_CHINESE, "中文"),
    ENGLISH(Locale.ENGLISH, "English");

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    public static Language of(@Nullable Locale wanted) {
        return wanted != null && wanted.getLanguage().equals(ENGLISH.locale.getLanguage()) ? ENGLISH : CHINESE;
    }

    static Language ofTag(String tag) {
        return of(Locale.forLanguageTag(tag));
    }

    public Locale locale() {
        return locale;
    }

    /** For {@code lang} attributes and {@code ?lang=}: {@code zh-CN} or {@code en}. */
    public String tag() {
        return locale.toLanguageTag();
    }

    public String ownName() {
        return ownName;
    }

    public Language other() {
        return this == CHINESE ? ENGLISH : CHINESE;
    }
}
