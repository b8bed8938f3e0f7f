package org.lianzhi.territory;

/** A data file does not fit. The message names file, place and reason; the data in use stay as they are. */
public final class BadTerritory extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadTerritory(String message) {
        super(message);
    }

    BadTerritory(String message, Throwable cause) {
        super(message, cause);
    }
}
