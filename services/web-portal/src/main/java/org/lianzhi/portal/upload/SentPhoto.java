package org.lianzhi.portal.upload;

import java.util.Optional;

/**
 * A photo that has arrived; the picture itself is not kept here.
 *
 * @param id of the upload
 * @param name of the file, for the person who chose it
 */
public record SentPhoto(String id, String name) {

    private static final String BETWEEN = "|";

    /** As a hidden field of a form carries it. */
    public String written() {
        return id + BETWEEN + name;
    }

    /** Empty when a form was tampered with. */
    public static Optional<SentPhoto> read(String written) {
        int at = written.indexOf(BETWEEN);
        return at <= 0
                ? Optional.empty()
                : Optional.of(new SentPhoto(written.substring(0, at), written.substring(at + 1)));
    }
}
