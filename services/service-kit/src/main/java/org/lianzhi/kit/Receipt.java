package org.lianzhi.kit;

import org.lianzhi.journal.Commands;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * What a service answers to a command.
 *
 * @param stream record that was written to
 * @param version of that record after the command, to be awaited by who wants to see it
 * @param id of what the command made or was about
 * @param repeated whether the same command had been done before
 */
public record Receipt(String stream, long version, String id, boolean repeated) {

    public static Receipt of(Commands.Receipt done, String id) {
        return new Receipt(done.stream().toString(), done.version(), id, done.repeated());
    }

    /** The same, about another thing of the record. */
    public Receipt about(String other) {
        return new Receipt(stream, version, other, repeated);
    }

    /** As the answer to a command that made something. */
    public ResponseEntity<Receipt> created() {
        return ResponseEntity.status(HttpStatus.CREATED).body(this);
    }
}
