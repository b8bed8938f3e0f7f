package org.lianzhi.intake.report;

import org.lianzhi.journal.Commands;

/**
 * What a command brought about.
 *
 * @param version of the stream, to be awaited by who wants to see it
 * @param id of the report
 */
public record Receipt(String stream, long version, String id, boolean repeated) {

    static Receipt of(Commands.Receipt receipt) {
        return new Receipt(
                receipt.stream().toString(), receipt.version(), receipt.stream().id(), receipt.repeated());
    }
}
