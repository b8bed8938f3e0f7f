package org.lianzhi.system.faults;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was found.
 *
 * @param delivered accepted commands whose effects are everywhere
 * @param sentAgain records on topics that stood there before
 * @param missing what is not there (yet), in words
 * @param duplicated effects that happened more than once, in words
 * @param disorder in words
 * @param complaints of clients about what they were told
 */
record Found(
        int accepted,
        int delivered,
        int sentAgain,
        Set<String> missing,
        Set<String> duplicated,
        Set<String> disorder,
        Set<String> complaints) {

    boolean isClean() {
        return lost() == 0 && !isWrong();
    }

    /** Commands without their effects; or what is not there, where that is more: it need not name the command that wanted it. */
    int lost() {
        return Math.max(accepted - delivered, missing.size());
    }

    /** What does not get better by waiting. */
    boolean isWrong() {
        return !duplicated.isEmpty() || !disorder.isEmpty() || !complaints.isEmpty();
    }

    /** Ids of the matters of which something is not on its topic. */
    Set<String> notSent() {
        return missing.stream()
                .filter(line -> line.contains(Checker.NOT_SENT))
                .map(line -> Checker.id(line.substring(0, line.indexOf(Checker.NOT_SENT))))
                .collect(Collectors.toSet());
    }

    /** Whether something was found that is told in such words. */
    boolean tells(String words) {
        return Stream.of(missing, duplicated, disorder).flatMap(Set::stream).anyMatch(line -> line.contains(words));
    }

    /** The first that was found and is told in such words. */
    String first(String words) {
        return Stream.of(missing, duplicated, disorder)
                .flatMap(Set::stream)
                .filter(line -> line.contains(words))
                .findFirst()
                .orElse("");
    }

    String some() {
        return Stream.of(missing, duplicated, disorder, complaints)
                .flatMap(words -> words.stream().limit(8))
                .reduce("", (all, line) -> all + "\n  " + line);
    }
}
