package org.lianzhi.timeline.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.timeline.board.CaseSummary;
import org.lianzhi.timeline.board.Months;

/**
 * Over what figures are asked. Null leaves a choice open.
 *
 * @param from first day in Beijing on which a case was opened, or a report came in
 * @param to last such day
 * @param synthetic what is made up is never counted together with what is real
 */
public record Asked(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String agreement,
        @Nullable String office,
        boolean synthetic) {

    boolean covers(@Nullable Instant at) {
        if (at == null) {
            return false;
        }
        LocalDate day = Months.dayOf(at);
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** Whether a case is meant, of whatever period. */
    boolean means(CaseSummary summary) {
        return summary.synthetic() == synthetic
                && (agreement == null || agreement.equals(summary.agreement()))
                && (office == null
                        || Stream.of(summary.leadBureau(), summary.counterpartBureau())
                                .anyMatch(office::equals));
    }

    boolean isOffice(@Nullable String bureau) {
        return office == null || office.equals(bureau);
    }
}
