package org.lianzhi.portal.cases.step;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lianzhi.portal.cases.CaseView;
import org.lianzhi.portal.cases.Reader;
import org.lianzhi.portal.component.Choice;

/**
 * A step that is taken where there may be no connection: what its form needs to know of a case goes along on a phone.
 *
 * @param <F> what is filled in
 */
interface FieldStep<F> extends Step<F> {

    /** What a side says about the same. */
    record Said(String side, List<String> lines) {}

    /** The form where nothing of a case is known. */
    F blank();

    /** What there is to choose from in every case, by the names that the template uses. */
    Map<String, List<Choice>> everywhere();

    /** What there is to choose from in this case by this office, by the fields of the form. */
    Map<String, List<Choice>> here(Asked asked);

    @Override
    default Map<String, Object> choices(Asked asked) {
        Map<String, Object> choices = new HashMap<>(everywhere());
        choices.putAll(here(asked));
        return choices;
    }

    /** What of the case the step can be about; an empty one for the case alone. */
    List<String> subjects(CaseView view, Reader reader);

    /** What the records say by now about what was written. */
    List<Said> said(F form, Asked now);

    /** Whether a colleague has done it, so that it cannot be done again. */
    default boolean isTaken(Asked now) {
        return false;
    }

    /** Whether it is done after the end of the case, too. */
    default boolean outlivesTheCase() {
        return false;
    }
}
