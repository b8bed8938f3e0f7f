package org.lianzhi.portal.absence;

import java.time.LocalDate;
import java.util.List;
import org.lianzhi.portal.component.Choice;

/**
 * The absences of an office that are not over.
 *
 * @param people whose absence the reader may enter
 * @param standIns the whole office
 */
public record AbsencePage(List<Line> lines, List<Choice> people, List<Choice> standIns) {

    /**
     * @param person reference
     * @param back whether the reader may end it
     * @param once key of the command that ends it
     */
    public record Line(
            String person, String name, String standIn, LocalDate from, LocalDate to, boolean back, String once) {}
}
