package org.lianzhi.territory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Where agreements and maps are read from, each time anew. */
interface TerritoryFiles {

    String AGREEMENT = "agreement.yaml";
    String MAP = "counties.geojson";

    /** Names of the folders, each with one agreement. */
    List<String> folders() throws IOException;

    /** @throws BadTerritory when it is not there */
    byte[] read(String file) throws IOException;

    /** Each folder that a file {@code territory/agreements.txt} of the class path names. */
    static TerritoryFiles ofClassPath(ClassLoader loader) {
        return new OfClassPath(loader);
    }

    /** Each folder in this one that holds an agreement. */
    static TerritoryFiles in(Path folder) {
        return new InFolder(folder);
    }

    record OfClassPath(ClassLoader loader) implements TerritoryFiles {

        private static final String FOLDER = "territory/";

        @Override
        public List<String> folders() {
            List<String> folders = new ArrayList<>();
            try {
                for (var index : Collections.list(loader.getResources(FOLDER + "agreements.txt"))) {
                    try (InputStream in = index.openStream()) {
                        new String(in.readAllBytes(), StandardCharsets.UTF_8)
                                .lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                                .map(name -> FOLDER + name)
                                .forEach(folders::add);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return folders;
        }

        @Override
        public byte[] read(String file) throws IOException {
            try (InputStream in = loader.getResourceAsStream(file)) {
                if (in == null) {
                    throw new BadTerritory(file + " is missing");
                }
                return in.readAllBytes();
            }
        }
    }

    record InFolder(Path root) implements TerritoryFiles {

        @Override
        public List<String> folders() throws IOException {
            if (!Files.isDirectory(root)) {
                throw new BadTerritory(root + " is no folder");
            }
            try (Stream<Path> entries = Files.list(root)) {
                return entries.filter(entry -> Files.exists(entry.resolve(AGREEMENT)))
                        .map(entry -> entry.getFileName().toString())
                        .sorted()
                        .toList();
            }
        }

        @Override
        public byte[] read(String file) throws IOException {
            Path path = root.resolve(file);
            if (!Files.isRegularFile(path)) {
                throw new BadTerritory(file + " is missing");
            }
            return Files.readAllBytes(path);
        }
    }
}
