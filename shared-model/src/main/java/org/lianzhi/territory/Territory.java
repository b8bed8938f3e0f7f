package org.lianzhi.territory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lianzhi.model.Side;

/** All agreements that this deployment knows. Immutable: new data are a new territory. */
public final class Territory {

    private static final String FOLDER = "territory/";

    private final Map<String, Agreement> agreements = new HashMap<>();
    private final Map<String, Locator> locators = new HashMap<>();
    private final Map<String, County> counties = new HashMap<>();
    private final Map<String, Bureau> bureaus = new HashMap<>();
    private final Map<String, Side> sideOfBureau = new HashMap<>();

    private Territory(List<Agreement> agreements, Map<String, Locator> locators) {
        agreements.forEach(agreement -> this.agreements.put(agreement.id(), agreement));
        this.locators.putAll(locators);
        agreements.stream().flatMap(agreement -> agreement.parties().stream()).forEach(this::add);
    }

    private void add(Agreement.Party party) {
        add(party.side(), party.department());
        for (County county : party.counties()) {
            counties.put(county.code(), county);
            Bureau ofCity = county.city().bureau();
            if (ofCity != null) {
                add(party.side(), ofCity);
            }
            add(party.side(), county.branch());
            add(party.side(), county.laboratory());
        }
    }

    private void add(Side side, Bureau bureau) {
        bureaus.put(bureau.code(), bureau);
        sideOfBureau.put(bureau.code(), side);
    }

    /**
     * The agreements on the class path: each folder that a file {@code territory/agreements.txt} names.
     *
     * @throws BadTerritory with file, place and reason
     */
    public static Territory load() {
        return load(Territory.class.getClassLoader());
    }

    static Territory load(ClassLoader loader) {
        List<Agreement> agreements = new ArrayList<>();
        Map<String, Locator> locators = new HashMap<>();
        for (String folder : folders(loader)) {
            String yaml = FOLDER + folder + "/agreement.yaml";
            String map = FOLDER + folder + "/counties.geojson";
            try (InputStream agreementFile = open(loader, yaml);
                    InputStream mapFile = open(loader, map)) {
                Agreement agreement = AgreementFile.read(yaml, agreementFile);
                if (locators.put(agreement.id(), Locator.read(map, mapFile, agreement)) != null) {
                    throw new BadTerritory(yaml + ": there is another agreement " + agreement.id());
                }
                agreements.add(agreement);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Territory(agreements, locators);
    }

    private static List<String> folders(ClassLoader loader) {
        List<String> folders = new ArrayList<>();
        try {
            for (var index : Collections.list(loader.getResources(FOLDER + "agreements.txt"))) {
                try (InputStream in = index.openStream()) {
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .forEach(folders::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folders;
    }

    private static InputStream open(ClassLoader loader, String file) {
        InputStream in = loader.getResourceAsStream(file);
        if (in == null) {
            throw new BadTerritory(file + " is missing");
        }
        return in;
    }

    public Stream<Agreement> agreements() {
        return agreements.values().stream();
    }

    public Optional<Agreement> agreement(String id) {
        return Optional.ofNullable(agreements.get(id));
    }

    public Optional<Locator> locator(String agreement) {
        return Optional.ofNullable(locators.get(agreement));
    }

    public Optional<County> county(String code) {
        return Optional.ofNullable(counties.get(code));
    }

    public Optional<Bureau> bureau(String code) {
        return Optional.ofNullable(bureaus.get(code));
    }

    public Optional<Side> sideOfBureau(String code) {
        return Optional.ofNullable(sideOfBureau.get(code));
    }

    /** The agreement of a side: the first where it takes part in several. */
    public Optional<Agreement> agreementOf(Side side) {
        return agreements()
                .filter(agreement -> agreement.party(side).isPresent())
                .findFirst();
    }

    /** The agreement between two sides. */
    public Optional<Agreement> between(Side one, Side other) {
        return agreements()
                .filter(agreement -> agreement.party(one).isPresent()
                        && agreement.party(other).isPresent())
                .findFirst();
    }
}
