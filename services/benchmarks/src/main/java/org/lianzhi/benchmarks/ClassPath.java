package org.lianzhi.benchmarks;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Keeps the libraries of the peers from the class path of the processes that are measured: Spring would configure them. */
final class ClassPath {

    private static final String PROPERTY = "java.class.path";
    private static final List<String> OF_PEERS =
            List.of("modulith", "postgres", "jdbc", "spring-boot-sql", "HikariCP", "flyway", "liquibase", "jmolecules");

    private ClassPath() {}

    /** For all processes that are started from now on; what it was before. */
    static String hidePeers() {
        String whole = System.getProperty(PROPERTY);
        System.setProperty(
                PROPERTY,
                Arrays.stream(whole.split(File.pathSeparator))
                        .filter(entry -> OF_PEERS.stream().noneMatch(new File(entry).getName()::contains))
                        .collect(Collectors.joining(File.pathSeparator)));
        return whole;
    }

    static String current() {
        return System.getProperty(PROPERTY);
    }

    static void show(String whole) {
        System.setProperty(PROPERTY, whole);
    }
}
