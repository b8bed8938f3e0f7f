package org.lianzhi.portal.client;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A colleague was faster: what was typed is shown again, beside what has changed. */
@ResponseStatus(HttpStatus.CONFLICT)
public final class ChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long actual;

    ChangedMeanwhile(long actual) {
        super("changed to version " + actual);
        this.actual = actual;
    }

    /** Version of the own record now. */
    public long actual() {
        return actual;
    }
}
