package org.lianzhi.portal.field;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Choice;

/**
 * What of a case goes along on a phone: what was released, where it is, what was agreed, and who of the own office may have
 * been there. Nothing of a reporter is in it, no photo, and nothing that stays within the office.
 *
 * @param mark of the person who takes it along
 * @param seen version of the own record
 * @param visits that the own side has not recorded yet
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
        List<Visit> visits,
        List<Choice> colleagues) {

    record Line(String key, @Nullable String words) {}

    /**
     * An inspection, as agreed or proposed.
     *
     * @param startsAt local time
     * @param place where to meet
     */
    record Visit(String ref, LocalDateTime startsAt, String place, List<Line> lines) {}
}
