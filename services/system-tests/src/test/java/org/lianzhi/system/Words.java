package org.lianzhi.system;

import java.util.Locale;
import java.util.ResourceBundle;

/** What the portal's pages say in one language, so that a test looks for the words that a person looks for. */
record Words(Locale language) {

    static final Words CHINESE = new Words(Locale.SIMPLIFIED_CHINESE);
    static final Words ENGLISH = new Words(Locale.ENGLISH);

    String tag() {
        return language.toLanguageTag();
    }

    /** What somebody who writes in this language writes. */
    String of(String chinese, String english) {
        return this == CHINESE ? chinese : english;
    }

    String staff(String key) {
        return ResourceBundle.getBundle("messages.portal-staff", language).getString(key);
    }

    String citizen(String key) {
        return ResourceBundle.getBundle("messages.portal-citizen", language).getString(key);
    }
}
