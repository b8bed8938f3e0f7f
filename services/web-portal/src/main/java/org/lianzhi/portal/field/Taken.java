package org.lianzhi.portal.field;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Choice;

/**
 * What of a case goes along on a phone: what was released, where it is, what was agreed, and who of the own office may have
 * been there. Nothing of a reporter is in it, no photo, and nothing that stays within the office.
 *
 * @param mark of the person who takes it along
 * @param seen version of the own record
 * @param tasks what can be written about it
 */
record Taken(
        String mark,
        String id,
        String number,
        String title,
        String state,
        long seen,
        List<Line> summary,
        List<Line> places,
        List<Task> tasks) {

    record Line(String key, @Nullable String words) {}

    /**
     * Something that can be written: a form and what it needs to know.
     *
     * @param step by its name in addresses
     * @param ref of what it is about; empty for the case alone
     * @param lines what it answers to
     * @param fields of the form as it is first seen
     * @param choices by field, where they depend on the case or the office
     */
    record Task(
            String step,
            String ref,
            List<Line> lines,
            Map<String, List<String>> fields,
            Map<String, List<Choice>> choices) {}
}
