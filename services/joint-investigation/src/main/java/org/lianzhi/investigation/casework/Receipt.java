package org.lianzhi.investigation.casework;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * The answer to a command.
 *
 * @param stream the own record
 * @param version of it after the command
 * @param id of what was created, else of the case
 * @param repeated whether it had been done before
 */
public record Receipt(String stream, long version, String id, boolean repeated) {

    public ResponseEntity<Receipt> created() {
        return ResponseEntity.status(HttpStatus.CREATED).body(this);
    }

    Receipt about(String caseId) {
        return new Receipt(stream, version, caseId, repeated);
    }
}
