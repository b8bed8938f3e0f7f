package org.lianzhi.portal.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.signin.Staff;

/**
 * What the layout draws around a page.
 *
 * @param switchHref this page in the other language
 * @param staff absent for a citizen
 * @param mark of the person, for what a phone keeps; empty for a citizen
 */
public record Shell(
        Language language,
        String switchHref,
        boolean demo,
        @Nullable Staff staff,
        String mark,
        List<Place> places) {

    /**
     * An entry of the navigation.
     *
     * @param key message key of its name
     */
    public record Place(String key, String href, boolean current) {}
}
