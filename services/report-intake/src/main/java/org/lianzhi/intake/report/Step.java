package org.lianzhi.intake.report;

import java.time.Instant;
import org.lianzhi.model.Actor;
import org.lianzhi.model.ReportEvent;
import org.lianzhi.model.wire.WireTypes;

/**
 * One thing that happened to a report.
 *
 * @param commit id of the commit that it stands in
 * @param eventId CloudEvents id
 */
public record Step(ReportEvent event, Instant at, Actor actor, String commit, String eventId) {

    /** The name on the wire without kind and version, such as {@code not-accepted}. */
    public String key() {
        return WireTypes.of(event).toString().replaceFirst("^report\\.", "").replaceFirst("\\.v\\d+$", "");
    }
}
