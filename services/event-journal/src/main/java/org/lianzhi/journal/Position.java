package org.lianzhi.journal;

import java.util.Optional;

/**
 * Place of an event within its stream.
 *
 * @param index within the commit, from 0
 * @param size of the commit
 */
public record Position(long version, int index, int size) {

    boolean isNextAfter(Position last) {
        return last.isLastOfCommit()
                ? version == last.version + 1 && index == 0
                : version == last.version && index == last.index + 1;
    }

    boolean isAfter(Position last) {
        return version > last.version || (version == last.version && index > last.index);
    }

    /** The place that comes next; how many events its commit has is not known if it begins one. */
    Position next() {
        return isLastOfCommit() ? new Position(version + 1, 0, 1) : new Position(version, index + 1, size);
    }

    private boolean isLastOfCommit() {
        return index == size - 1;
    }

    String written() {
        return version + ":" + index + ":" + size;
    }

    /** Empty when it is not written so. */
    static Optional<Position> read(String written) {
        try {
            return Optional.of(parse(written));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    static Position parse(String written) {
        String[] parts = written.split(":");
        return new Position(Long.parseLong(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }
}
