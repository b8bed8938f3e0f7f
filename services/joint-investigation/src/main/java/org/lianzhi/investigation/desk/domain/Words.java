package org.lianzhi.investigation.desk.domain;

import java.util.regex.Pattern;
import org.lianzhi.model.RuleViolated;

/** What people type, checked. */
final class Words {

    private static final Pattern PERSON = Pattern.compile("[A-Za-z0-9._][A-Za-z0-9._-]{0,63}");
    private static final int AT_MOST = 2000;

    private Words() {}

    static String text(String field, String text, int atLeast) {
        String stripped = text.strip();
        if (stripped.length() < atLeast) {
            throw new RuleViolated("desk.words.too-short", field, atLeast);
        }
        if (stripped.length() > AT_MOST) {
            throw new RuleViolated("desk.words.too-long", field, AT_MOST);
        }
        return stripped;
    }

    static String person(String reference) {
        String stripped = reference.strip();
        if (!PERSON.matcher(stripped).matches()) {
            throw new RuleViolated("desk.person-unreadable");
        }
        return stripped;
    }
}
