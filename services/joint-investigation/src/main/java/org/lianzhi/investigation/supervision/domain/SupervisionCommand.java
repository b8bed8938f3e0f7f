package org.lianzhi.investigation.supervision.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be asked for. Who may ask was looked at before. */
public sealed interface SupervisionCommand {

    /**
     * Asks an office to do something.
     *
     * @param offices of the own side that can be asked
     */
    record Give(
            String instruction,
            String office,
            String giver,
            String task,
            Instant dueAt,
            Instant at,
            Set<String> offices)
            implements SupervisionCommand {}

    /** @param words may be absent, unless the office has reported back */
    record Remind(String instruction, @Nullable String words) implements SupervisionCommand {}

    /** @param before how long before the time by which it is due */
    record RemindByClock(String instruction, Duration before, Instant at) implements SupervisionCommand {}

    record Extend(String instruction, Instant dueAt, String reason, Instant at) implements SupervisionCommand {}

    record ReportBack(String instruction, String account) implements SupervisionCommand {}

    record Close(String instruction, @Nullable String words) implements SupervisionCommand {}

    /** @param bureau office of the side that handles the case */
    record Grade(String grade, String reason, String legalBasis, String bureau) implements SupervisionCommand {}

    /**
     * Another office of the side is to handle the case.
     *
     * @param instead office that handled the case before anybody was designated
     * @param offices of the own side that can be designated
     */
    record Designate(String office, String instead, String reason, String legalBasis, Set<String> offices)
            implements SupervisionCommand {}

    /** @param office of who withdraws */
    record Withdraw(String instruction, String office, String reason) implements SupervisionCommand {}
}
