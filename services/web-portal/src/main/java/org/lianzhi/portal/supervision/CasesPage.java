package org.lianzhi.portal.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Pages;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.View;

/**
 * All cases of the agreements of the own side.
 *
 * @param views open, overdue, closed, all
 */
public record CasesPage(List<View> views, List<Line> lines, Pages pages) {

    /**
     * One case.
     *
     * @param lead side that leads; absent while the opening is not yet known
     * @param waitingFor side that must act next; absent if nobody must
     * @param age from opening until now or until closure
     */
    public record Line(
            String href,
            String number,
            String title,
            Tag state,
            @Nullable String lead,
            @Nullable String waitingFor,
            Instant openedAt,
            Duration age,
            boolean overdue,
            boolean synthetic) {}
}
