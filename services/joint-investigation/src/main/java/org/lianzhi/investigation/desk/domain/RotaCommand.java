package org.lianzhi.investigation.desk.domain;

import java.time.LocalDate;

/** What can be asked for about who is away. That all are of one office was looked at before. */
public sealed interface RotaCommand {

    /** Whose absence it is. */
    String person();

    String asker();

    /** Whether the asker leads the office. */
    boolean head();

    record NameStandIn(
            String person, String standIn, LocalDate from, LocalDate to, LocalDate today, String asker, boolean head)
            implements RotaCommand {}

    /** @param from first day of the absence that ends */
    record Return(String person, LocalDate from, LocalDate today, String asker, boolean head) implements RotaCommand {}
}
