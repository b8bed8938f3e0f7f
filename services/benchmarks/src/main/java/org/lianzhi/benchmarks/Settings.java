package org.lianzhi.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was asked for.
 *
 * @param only ids of what is to be measured; empty: everything
 * @param rounds of each comparison
 * @param size multiplies the length of each single measurement
 * @param seed of everything that is random
 * @param folder for the result and, while it runs, for data
 */
record Settings(Set<String> only, int rounds, double size, long seed, Path folder) {

    static Settings of(String... arguments) {
        return new Settings(
                Arrays.stream(value(arguments, "only", "").split(","))
                        .map(String::strip)
                        .filter(id -> !id.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new)),
                Integer.parseInt(value(arguments, "rounds", "7")),
                Double.parseDouble(value(arguments, "size", "1")),
                Long.parseLong(value(arguments, "seed", "20240729")),
                Path.of(value(arguments, "folder", "target")).toAbsolutePath());
    }

    private static String value(String[] arguments, String name, String otherwise) {
        String prefix = "--" + name + "=";
        return Stream.of(arguments)
                .filter(argument -> argument.startsWith(prefix))
                .map(argument -> argument.substring(prefix.length()))
                .findFirst()
                .orElse(otherwise);
    }

    boolean wants(String id) {
        return only.isEmpty() || only.contains(id);
    }

    int sized(int count) {
        return (int) Math.max(1, Math.round(count * size));
    }

    Duration sized(Duration length) {
        return Duration.ofMillis(Math.max(50, Math.round(length.toMillis() * size)));
    }
}
