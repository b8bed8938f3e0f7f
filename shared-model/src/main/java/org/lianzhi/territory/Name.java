package org.lianzhi.territory;

import java.util.Locale;

/** An official name: Chinese first, and a translation for reading. */
public record Name(String zh, String en) {

    /** The name in a language; anything but English gets the Chinese one. */
    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : zh;
    }
}
