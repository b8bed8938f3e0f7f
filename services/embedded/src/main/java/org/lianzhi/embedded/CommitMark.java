package org.lianzhi.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The newest commit that was acknowledged, in a file of its own.
 *
 * <p>H2 opens a file whose end is missing at an older commit, and an emptied one as new: it would lose data in silence. With the mark
 * that is seen.
 */
final class CommitMark implements AutoCloseable {

    /** The number and its complement, so that a torn or foreign file is not taken for a mark. */
    private static final int LENGTH = 2 * Long.BYTES;

    private final FileChannel channel;

    private CommitMark(FileChannel channel) {
        this.channel = channel;
    }

    static CommitMark open(Path file) throws IOException {
        return new CommitMark(
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /** The number of the commit, or 0 when none is known. */
    long read() {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH);
        try {
            if (channel.read(bytes, 0) < LENGTH) {
                return 0;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long commit = bytes.getLong(0);
        return bytes.getLong(Long.BYTES) == ~commit ? commit : 0;
    }

    void write(long commit) {
        try {
            channel.write(
                    ByteBuffer.allocate(LENGTH).putLong(commit).putLong(~commit).flip(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
