package org.lianzhi.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * One party of a border: a province or the common superior.
 *
 * @param code ISO 3166-2 subdivision code in lower case without the country, such as {@code hn} (CN-HN) or {@code gx}
 */
public record Side(@Shared @JsonValue String code) implements Comparable<Side> {

    private static final Pattern CODE = Pattern.compile("[a-z]{2,3}");

    @JsonCreator
    public Side {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("not a side: " + code);
        }
    }

    @Override
    public int compareTo(Side other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
