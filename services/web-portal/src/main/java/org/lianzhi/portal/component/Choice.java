package org.lianzhi.portal.component;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the answers of a question.
 *
 * @param text absent if the words stand in the messages under the question's key and this value
 * @param hint likewise
 */
public record Choice(
        String value, @Nullable String text, @Nullable String hint) {

    /** Choices whose words stand in the messages. */
    public static List<Choice> of(String... values) {
        return Arrays.stream(values).map(value -> new Choice(value, null, null)).toList();
    }

    /** A choice whose name is data, such as the name of a laboratory. */
    public static Choice named(String value, String text) {
        return new Choice(value, text, null);
    }
}
