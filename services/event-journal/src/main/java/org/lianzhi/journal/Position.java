package org.lianzhi.journal;

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

    private boolean isLastOfCommit() {
        return index == size - 1;
    }

    String written() {
        return version + ":" + index + ":" + size;
    }

    static Position parse(String written) {
        String[] parts = written.split(":");
        return new Position(Long.parseLong(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }
}
