package org.lianzhi.portal.cases.step;

import java.util.List;
import java.util.Map;
import org.lianzhi.portal.component.Row;

/**
 * One act in a case: what its page asks, and the command that it becomes. Whether the act is allowed is for
 * joint-investigation to say.
 *
 * @param <F> what is filled in
 */
interface Step<F> {

    /** In addresses and, after {@code case.}, in messages. */
    String name();

    default String template() {
        return name();
    }

    Class<F> form();

    /** The form as it is first seen. */
    F first(Asked asked);

    /** What the act answers to. */
    default List<Row> context(Asked asked) {
        return List.of();
    }

    /** What there is to choose from, by the names that the template uses. */
    default Map<String, Object> choices(Asked asked) {
        return Map.of();
    }

    Command command(F form, Asked asked);

    /** The form as it is shown again after it was refused: a promise must be made anew where its content has changed. */
    default F again(F form, Asked asked) {
        return form;
    }

    /** Whether this form is to be shown back and confirmed before it is sent. */
    default boolean isToBeChecked(F form) {
        return false;
    }

    /** What is shown beside a form that is to be confirmed. */
    default Map<String, Object> check(F form, Asked asked) {
        return Map.of();
    }
}
