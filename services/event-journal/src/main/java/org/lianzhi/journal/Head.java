package org.lianzhi.journal;

import java.util.Objects;

/**
 * The last commit of a stream.
 *
 * @param version 0 for a stream without commits
 * @param hash of the last commit, 64 hexadecimal digits; {@link CommitHash#GENESIS} for a stream without commits
 */
public record Head(long version, String hash) {

    static final Head NONE = new Head(0, CommitHash.GENESIS);

    public Head {
        Objects.requireNonNull(hash);
    }
}
