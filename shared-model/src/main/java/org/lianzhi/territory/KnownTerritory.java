package org.lianzhi.territory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lianzhi.model.Side;
import org.lianzhi.model.wire.ContentDigest;

/** What was read from the files at one moment. Immutable. */
final class KnownTerritory {

    private final Map<String, Agreement> agreements = new HashMap<>();
    private final Map<String, Locator> locators = new HashMap<>();
    private final Map<String, TerritoryMap> maps = new HashMap<>();
    private final Map<String, County> counties = new HashMap<>();
    private final Map<String, Bureau> bureaus = new HashMap<>();
    private final Map<String, Side> sideOfBureau = new HashMap<>();
    private final List<Territory.Loaded> loaded = new ArrayList<>();

    private KnownTerritory() {}

    /** @throws BadTerritory with file, line and reason */
    static KnownTerritory read(TerritoryFiles files) {
        KnownTerritory known = new KnownTerritory();
        try {
            for (String folder : files.folders()) {
                known.add(folder, files);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }

    private void add(String folder, TerritoryFiles files) throws IOException {
        String yaml = folder + "/" + TerritoryFiles.AGREEMENT;
        String map = folder + "/" + TerritoryFiles.MAP;
        byte[] agreementFile = files.read(yaml);
        byte[] mapFile = files.read(map);
        Agreement agreement = AgreementFile.read(yaml, new ByteArrayInputStream(agreementFile));
        if (agreements.put(agreement.id(), agreement) != null) {
            throw new BadTerritory(yaml + ": there is another agreement " + agreement.id());
        }
        locators.put(agreement.id(), Locator.read(map, mapFile, agreement));
        TerritoryMap outlines = new TerritoryMap(mapFile, ContentDigest.ofFile(mapFile));
        maps.put(agreement.id(), outlines);
        loaded.add(new Territory.Loaded(
                agreement.id(),
                agreement.version(),
                ContentDigest.ofFile(agreementFile),
                outlines.digest(),
                agreement.border().widthKm()));
        agreement.parties().forEach(this::add);
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
     * What is being dealt with names agreements, counties and offices: none of them may be gone.
     *
     * @throws BadTerritory naming the first that is
     */
    void mustStillKnow(KnownTerritory before) {
        Stream.of(
                        missing("agreement", before.agreements, agreements),
                        missing("county", before.counties, counties),
                        missing("office", before.bureaus, bureaus))
                .flatMap(each -> each)
                .findFirst()
                .ifPresent(missing -> {
                    throw new BadTerritory(missing + " is missing, and what is being dealt with may name it");
                });
    }

    private static Stream<String> missing(String kind, Map<String, ?> before, Map<String, ?> now) {
        return before.keySet().stream()
                .sorted()
                .filter(code -> !now.containsKey(code))
                .map(code -> kind + " " + code);
    }

    Map<String, Agreement> agreements() {
        return agreements;
    }

    Map<String, Locator> locators() {
        return locators;
    }

    Map<String, TerritoryMap> maps() {
        return maps;
    }

    Map<String, County> counties() {
        return counties;
    }

    Map<String, Bureau> bureaus() {
        return bureaus;
    }

    Map<String, Side> sideOfBureau() {
        return sideOfBureau;
    }

    List<Territory.Loaded> loaded() {
        return List.copyOf(loaded);
    }
}
