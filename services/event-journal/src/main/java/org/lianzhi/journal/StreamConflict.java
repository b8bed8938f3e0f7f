package org.lianzhi.journal;

/** Somebody else appended to the stream first: load again, show the difference, decide again. */
public final class StreamConflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient StreamId stream;
    private final long expected;
    private final long actual;

    public StreamConflict(StreamId stream, long expected, long actual) {
        super(stream + " is at version " + actual + ", not " + expected);
        this.stream = stream;
        this.expected = expected;
        this.actual = actual;
    }

    public StreamId stream() {
        return stream;
    }

    /** The version that the caller had seen. */
    public long expected() {
        return expected;
    }

    /** The version that the stream has by now. */
    public long actual() {
        return actual;
    }
}
